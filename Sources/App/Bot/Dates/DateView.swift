internal import Atoms
internal import Echord
internal import EchordModel
internal import EchordPrimitives

/// Writes times for somebody where Discord's own markup cannot stand.
struct DateView {
    private let texts: any DateTexts
    private let locale: DiscordLocale

    /// Times in the language of whoever used the command.
    init(_ context: InteractionContext) { self.init(context.language, context.interaction.preferredLocale) }

    init(_ language: Language, _ locale: DiscordLocale) {
        texts = language.dates
        self.locale = locale
    }

    /// A reading in full: `Fri 27 Mar 2026, 18:00 · Europe/Amsterdam`.
    func label(_ reading: DateReading) -> String {
        let remark = reading.clockChange.map { " (\(texts.remark($0, locale)))" } ?? ""
        return "\(texts.moment(reading.time.local, locale))\(remark) · \(reading.time.zone)"
    }

    /// Readings as suggestions. What comes back is ISO 8601 with the zone, which is read as exactly that time.
    func choices(_ readings: [DateReading]) -> [CommandChoice] {
        readings.map { CommandChoice(Self.fitting(label($0)), .string($0.time.description)) }
    }

    /// Readings to choose from in a message.
    func select(_ readings: [DateReading], customID: CustomID) -> StringSelect {
        StringSelect(
            customID: customID.description,
            options: readings.map { SelectOption(Self.fitting(label($0)), value: $0.time.description) },
            placeholder: texts.choose)
    }

    /// What the reader must know about a time that they typed; nil when it is plain.
    func sentence(about reading: DateReading?) -> String? {
        guard let reading, let change = reading.clockChange else { return nil }
        return texts.sentence(change, meaning: texts.moment(reading.time.local, locale), locale)
    }

    /// What the wall clocks of a zone show.
    func now(in zone: Zone, at instant: Instant) -> String { texts.moment(.minute(zone.local(at: instant)), locale) }

    /// The time of the day that the wall clocks of a zone show.
    func clock(in zone: Zone, at instant: Instant) -> String { texts.time(zone.local(at: instant).time, locale) }

    /// Discord's limit for suggestions and for options of a select.
    private static func fitting(_ text: String) -> String { text.count <= 100 ? text : "\(text.prefix(99))…" }
}

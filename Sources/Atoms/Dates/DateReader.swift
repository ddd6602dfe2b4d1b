public import EchordPrimitives

/// Reads dates as members type them, in English and in Dutch: `fri 18:00`, `in 3 days`, `overmorgen`, `31-1`.
///
/// Words are ambiguous, so a text has several readings; the likeliest comes first. The reader's now and zone are given
/// once, and a language of the two is taken before the other where they differ (`half 8`, `3/4`).
public struct DateReader: Sendable {
    /// Which side of now is meant.
    public enum Direction: Hashable, Sendable {
        /// What is to be done: a time of today that is over is one of the next day that fits.
        case future
        /// What has been done.
        case past
    }

    /// The longest text, in Unicode scalars.
    public static let greatestLength = 100
    /// The most readings of a text.
    public static let mostReadings = 5
    /// How many years ahead is still sensible.
    static let mostYearsAhead = 25
    /// How many days back is still sensible.
    static let mostDaysBack = 366
    /// How long after it was offered a time may be taken that has passed meanwhile.
    private static let patience = Duration.seconds(900)

    /// The zone in which they say what time it is.
    public let zone: Zone
    private let zones: ZoneCatalogue
    private let now: Instant
    private let direction: Direction
    private let languages: [DateWords]
    private let isDayFirst: Bool

    /// A reader for somebody.
    ///
    /// - Parameters:
    ///   - zone: in which they say what time it is.
    ///   - zones: those that a time which was chosen may name.
    ///   - now: now.
    ///   - locale: their language.
    ///   - direction: which side of now they mean.
    public init(
        zone: Zone, zones: ZoneCatalogue, now: Instant, locale: DiscordLocale, towards direction: Direction = .future
    ) {
        self.zone = zone
        self.zones = zones
        self.now = now
        self.direction = direction
        languages = locale == .dutch ? [.dutch, .english] : [.english, .dutch]
        isDayFirst = locale != .americanEnglish
    }

    /// What a text means, the likeliest first; 1 to 5 readings.
    ///
    /// - Throws: with an empty path `.empty`, `.tooLong`, `.malformed`, or why each reading was refused: `.inPast`,
    ///   `.inFuture`, `.tooFar`.
    public func readings(_ text: String) throws(ValidationIssue) -> [DateReading] {
        try ranked(text).map(\.reading)
    }

    private func ranked(_ text: String) throws(ValidationIssue) -> [Ranked] {
        let length = text.unicodeScalars.count
        guard length <= Self.greatestLength else {
            throw ValidationIssue(.tooLong, params: ["max": "\(Self.greatestLength)", "actual": "\(length)"])
        }
        guard !text.trimmed.isEmpty else { throw ValidationIssue(.empty) }
        let outcomes = outcomes(text)
        let found = best(outcomes)
        guard found.isEmpty else { return found }
        let codes: [ValidationIssue.Code] = [.inPast, .inFuture, .tooFar]
        throw ValidationIssue(codes.first { outcomes.contains(.failure($0)) } ?? .malformed)
    }

    /// What a field holds: a time that was chosen from the suggestions, or else the likeliest reading.
    ///
    /// - Throws: as ``readings(_:)``, and `.ambiguous` when no reading is likelier than all others.
    public func reading(_ text: String) throws(ValidationIssue) -> DateReading {
        let text = text.trimmed
        guard text.hasSuffix("]") else {
            let ranked = try ranked(text)
            guard let first = ranked.first else { throw ValidationIssue(.malformed) }
            guard ranked.dropFirst().first?.penalty != first.penalty else { throw ValidationIssue(.ambiguous) }
            return first.reading
        }
        let chosen = try ZonedTime(validating: text, zones: zones)
        if let code = Self.refusal(of: chosen, now: now, direction: direction, patience: Self.patience) {
            throw ValidationIssue(code)
        }
        // Whoever chose it has read what clocks do then.
        return DateReading(chosen)
    }

    /// How a field shows a text that it is filled with: a chosen time as this somebody would type it, other texts as they
    /// are.
    public func shown(_ text: String) -> String {
        do throws(ValidationIssue) {
            return try ZonedTime(validating: text.trimmed, zones: zones).typed(in: zone)
        } catch {
            return text
        }
    }

    /// What a typed text means; nil for none, for one that is chosen and for one that is not read.
    public func plainReading(_ text: String?) -> DateReading? {
        guard let text = text?.unlessBlank else { return nil }
        do throws(ValidationIssue) { return try reading(text) } catch { return nil }
    }

    /// What may be meant by a text that is still being typed: its readings, or those of the words that begin like its
    /// last one; for no text what is meant often. At most 5.
    public func suggestions(_ text: String) -> [DateReading] {
        guard text.unicodeScalars.count <= Self.greatestLength else { return [] }
        if text.trimmed.isEmpty {
            return distinct(Self.usual(direction).compactMap { best(outcomes($0)).first?.reading })
        }
        let found = best(outcomes(text))
        guard found.isEmpty else { return found.map(\.reading) }
        return distinct(completions(of: text).compactMap { best(outcomes($0)).first?.reading })
    }

    /// Why a time is not sensible; nil when it is.
    static func refusal(
        of time: ZonedTime, now: Instant, direction: Direction, patience: Duration = .zero
    ) -> ValidationIssue.Code? {
        let year = Duration.seconds(366 * 86_400)
        switch direction {
        case .future:
            if time.instant < now - patience { return .inPast }
            return time.instant > now + year * mostYearsAhead ? .tooFar : nil
        case .past:
            if time.instant > now { return .inFuture }
            return time.instant < now - .seconds(mostDaysBack * 86_400) ? .tooFar : nil
        }
    }

    // MARK: - Steps

    /// A reading, and how unlikely it is that it was meant.
    private struct Ranked {
        let reading: DateReading
        let penalty: Int
    }

    private func outcomes(_ text: String) -> Set<DateResolver.Outcome> {
        guard let tokens = DateToken.tokens(of: text) else { return [] }
        let grammar = DateGrammar(
            tokens: tokens, languages: languages, isPast: direction == .past, isDayFirst: isDayFirst)
        let resolver = DateResolver(
            zone: zone, now: now, direction: direction, hasTwelveHours: !isDayFirst)
        return Set(grammar.phrases().flatMap(resolver.outcomes))
    }

    /// The readings among outcomes, the likeliest first and of those the nearest.
    private func best(_ outcomes: Set<DateResolver.Outcome>) -> [Ranked] {
        var likeliest: [ZonedTime: Ranked] = [:]
        for case .reading(let reading, let penalty) in outcomes where penalty < likeliest[reading.time]?.penalty ?? .max
        {
            likeliest[reading.time] = Ranked(reading: reading, penalty: penalty)
        }
        let ranked = likeliest.values.sorted { left, right in
            let (near, far) = (distance(left.reading.time), distance(right.reading.time))
            // The last word is for times that are equally likely and equally near: a day and its last minute.
            return (left.penalty, near, left.reading.time.description)
                < (right.penalty, far, right.reading.time.description)
        }
        return Array(ranked.prefix(Self.mostReadings))
    }

    private func distance(_ time: ZonedTime) -> Int64 {
        Int64(clamping: (time.instant - now).wholeMilliseconds.magnitude)
    }

    private func distinct(_ readings: [DateReading]) -> [DateReading] {
        var seen: Set<ZonedTime> = []
        return Array(readings.filter { seen.insert($0.time).inserted }.prefix(Self.mostReadings))
    }

    /// The text written out, for each date that begins so, or with its last word written out.
    private func completions(of text: String) -> [String] {
        let folded = text.foldedForSearch
        guard let start = folded.lastIndex(of: " ").map(folded.index(after:)) ?? folded.indices.first else { return [] }
        let (head, tail) = (folded[..<start], folded[start...])
        guard folded.count >= 2 else { return [] }
        let beginnings = languages.flatMap(\.beginnings)
        return beginnings.filter { $0.hasPrefix(folded) }
            + beginnings.filter { $0.hasPrefix(tail) }.map { head + $0 }
    }

    private static func usual(_ direction: Direction) -> [String] {
        switch direction {
        case .future: ["tonight", "tomorrow", "weekend", "next week", "end of month"]
        case .past: ["now", "an hour ago", "yesterday 20:00", "yesterday 09:00"]
        }
    }
}

extension ValidationIssue.Code {
    /// A time that is over, where one to come is asked for.
    public static let inPast = Self(rawValue: "in_past")
    /// A time to come, where one that has been is asked for.
    public static let inFuture = Self(rawValue: "in_future")
    /// What can mean several times, none of them likelier than the others.
    public static let ambiguous = Self(rawValue: "ambiguous")
    /// A time further away than is sensible.
    public static let tooFar = Self(rawValue: "too_far")
}

/// A day or a minute as people say it, the zone in which they say it, and the instant that it is.
///
/// The words and the zone are kept because the instant alone does not tell them: whether a whole day was meant, and
/// what stays when a rule of the zone changes.
public struct ZonedTime: Hashable, Sendable {
    /// The day or the minute on the walls of the zone.
    public let local: LocalMoment
    /// The zone.
    public let zone: ZoneName
    /// The minute's instant; of a whole day its last second, after which it is over.
    public let instant: Instant

    /// A time as it is stored.
    init(local: LocalMoment, zone: ZoneName, instant: Instant) {
        self.local = local
        self.zone = zone
        self.instant = instant
    }

    /// A whole day, or a minute. A minute that clocks leave out becomes the one that ``Zone/instant(of:)`` says.
    public init(_ local: LocalMoment, in zone: Zone) {
        switch local {
        case .day(let date):
            self.init(local: local, zone: zone.name, instant: zone.start(of: date.adding(days: 1)) - .seconds(1))
        case .minute(let minute): self.init(zone.instant(of: minute), in: zone)
        }
    }

    /// The minute of an instant; its seconds are dropped.
    public init(_ instant: Instant, in zone: Zone) {
        let minute = Instant(seconds: instant.seconds - instant.seconds.modulo(60))
        self.init(local: .minute(zone.local(at: minute)), zone: zone.name, instant: minute)
    }

    /// Whether it is a whole day.
    public var isAllDay: Bool { local.time == nil }

    /// How somebody in a zone would type it: `2026-12-05 18:00`, and for a whole day `2026-12-05`.
    public func typed(in zone: Zone) -> String {
        guard !isAllDay else { return local.description }
        let minute = zone.local(at: instant)
        return "\(minute.date) \(minute.time)"
    }
}

extension ZonedTime: CustomStringConvertible {
    /// RFC 9557: `2026-12-05T18:00+01:00[Europe/Amsterdam]`, and for a whole day `2026-12-05[Europe/Amsterdam]`.
    public var description: String {
        guard case .minute(let minute) = local else { return "\(local)[\(zone)]" }
        let offset = Int((minute.wallSeconds - instant.seconds) / 60)
        let (hours, minutes) = abs(offset).quotientAndRemainder(dividingBy: 60)
        return "\(minute)\(offset < 0 ? "-" : "+")\(hours.padded(2)):\(minutes.padded(2))[\(zone)]"
    }

    /// Reads what ``description`` writes.
    ///
    /// - Throws: `.malformed` for anything else, for a zone that is not in the catalogue, and for an offset that its
    ///   clocks do not have then.
    public init(validating text: String, zones: ZoneCatalogue) throws(ValidationIssue) {
        guard text.utf8.count <= 100, text.hasSuffix("]"), let bracket = text.firstIndex(of: "["),
            let name = ZoneName(rawValue: String(text[text.index(after: bracket)...].dropLast())),
            let zone = zones[name]
        else { throw ValidationIssue(.malformed) }
        let moment = text[..<bracket]
        if let date = LocalDate(String(moment)) {
            self.init(.day(date), in: zone)
            return
        }
        guard let minute = LocalDateTime(String(moment.dropLast(6))), let offset = Self.offset(moment.suffix(6)) else {
            throw ValidationIssue(.malformed)
        }
        let instant = Instant(seconds: minute.wallSeconds - Int64(offset) * 60)
        guard zone.local(at: instant) == minute else { throw ValidationIssue(.malformed) }
        self.init(instant, in: zone)
    }

    /// `+01:00` in minutes.
    private static func offset(_ text: Substring) -> Int? {
        let parts = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
        guard text.hasPrefix("+") || text.hasPrefix("-"), parts.count == 2, let hours = parts[0].digits(2),
            let minutes = parts[1].digits(2), minutes < 60
        else { return nil }
        return (text.hasPrefix("-") ? -1 : 1) * (hours * 60 + minutes)
    }
}

extension Int64 {
    fileprivate func modulo(_ divisor: Int64) -> Int64 { (self % divisor + divisor) % divisor }
}

/// A time zone: what its clocks show at an instant, and when they show it.
public struct Zone: Hashable, Sendable {
    /// Its name.
    public let name: ZoneName
    private let rules: ZoneRules

    /// UTC.
    public static let utc = Zone(.utc, rules: .utc)

    init(_ name: ZoneName, rules: ZoneRules) {
        self.name = name
        self.rules = rules
    }

    /// A zone from its file in the time zone database (TZif, RFC 9636).
    ///
    /// - Throws: `ZoneFileError` when the bytes are none.
    public init(_ name: ZoneName, file: some Collection<UInt8>) throws(ZoneFileError) {
        self.init(name, rules: try ZoneRules(file: file))
    }

    /// How far its clocks are ahead of UTC.
    public func offset(at instant: Instant) -> Duration { .seconds(rules.offset(at: instant.seconds)) }

    /// What its wall clocks show, to the minute.
    public func local(at instant: Instant) -> LocalDateTime {
        LocalDateTime(wallSeconds: instant.seconds + Int64(rules.offset(at: instant.seconds)))
    }

    /// When its wall clocks show this.
    ///
    /// What they show twice, where clocks are put back, is the first time. What they never show, where clocks are put
    /// forward, is moved forward by the length of the gap: 02:30 becomes 03:30, for a chore must not be lost.
    public func instant(of local: LocalDateTime) -> Instant {
        Instant(seconds: rules.second(ofWall: local.wallSeconds))
    }

    /// Every instant at which its wall clocks show this, the earlier first: none where clocks are put forward over it, two
    /// where they are put back over it.
    public func instants(of local: LocalDateTime) -> [Instant] {
        let first = instant(of: local)
        guard self.local(at: first) == local else { return [] }
        return [first] + (rules.laterSecond(ofWall: local.wallSeconds).map { [Instant(seconds: $0)] } ?? [])
    }

    /// When a day begins, which is not midnight where clocks are put forward at midnight.
    public func start(of date: LocalDate) -> Instant { instant(of: LocalDateTime(date, .midnight)) }

    /// Equal when the names are.
    public static func == (lhs: Zone, rhs: Zone) -> Bool { lhs.name == rhs.name }
    /// Hashes the name.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// Now, and the day and the week of somebody around it, in their zone.
public struct LocalDay: Hashable, Sendable {
    /// Now.
    public let now: Instant
    /// When the day ends.
    public let end: Instant
    /// When the week ends, which is the start of a Monday.
    public let endOfWeek: Instant

    /// The day at `now` in a zone.
    public init(at now: Instant, in zone: Zone) {
        let today = zone.local(at: now).date
        self.now = now
        end = zone.start(of: today.adding(days: 1))
        endOfWeek = zone.start(of: today.startOfWeek.adding(days: 7))
    }
}

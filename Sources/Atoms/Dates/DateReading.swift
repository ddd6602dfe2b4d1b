/// What a text means as a date, and what clocks do to it.
public struct DateReading: Hashable, Sendable {
    /// The time.
    public let time: ZonedTime
    /// What clocks do at that time; nil when they do nothing.
    public let clockChange: ClockChange?

    /// A reading.
    public init(_ time: ZonedTime, clockChange: ClockChange? = nil) {
        self.time = time
        self.clockChange = clockChange
    }

    /// Every time at which the walls of a zone show a minute, the earlier first. One that they never show is the one
    /// that ``Zone/instant(of:)`` says.
    static func all(of minute: LocalDateTime, in zone: Zone) -> [DateReading] {
        let instants = zone.instants(of: minute)
        guard !instants.isEmpty else {
            return [DateReading(ZonedTime(.minute(minute), in: zone), clockChange: .skipped(minute.time))]
        }
        return instants.enumerated().map { place, instant in
            let change = instants.count < 2 ? nil : place == 0 ? ClockChange.first : .second
            return DateReading(ZonedTime(instant, in: zone), clockChange: change)
        }
    }
}

/// What the change to or from summer time does to a time that somebody names.
public enum ClockChange: Hashable, Sendable {
    /// Clocks leave out the time that was named; what is meant instead is as much later as they are put forward.
    case skipped(LocalTime)
    /// Clocks show the time twice, and this is the first time.
    case first
    /// This is the second time.
    case second
}

/// A time of the day as a wall clock shows it, to the minute.
public struct LocalTime: Hashable, Comparable, Sendable {
    /// Minutes since midnight, 0 to 1439.
    public let minuteOfDay: Int

    /// Midnight.
    public static let midnight = LocalTime(minuteOfDay: 0)
    /// Twelve o'clock in the day.
    public static let noon = LocalTime(minuteOfDay: 720)

    private init(minuteOfDay: Int) { self.minuteOfDay = minuteOfDay }

    /// The time, nil when no clock shows it: 24:00, 7:60.
    public init?(hour: Int, minute: Int = 0) {
        guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
        minuteOfDay = hour * 60 + minute
    }

    /// The hour, 0 to 23.
    public var hour: Int { minuteOfDay / 60 }
    /// The minute of the hour, 0 to 59.
    public var minute: Int { minuteOfDay % 60 }

    /// The earlier one comes first.
    public static func < (lhs: LocalTime, rhs: LocalTime) -> Bool { lhs.minuteOfDay < rhs.minuteOfDay }
}

extension LocalTime: LosslessStringConvertible {
    /// `18:05`.
    public var description: String { "\(hour.padded(2)):\(minute.padded(2))" }

    /// Reads `18:05`; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let hour = parts[0].digits(2), let minute = parts[1].digits(2) else { return nil }
        self.init(hour: hour, minute: minute)
    }
}

/// A minute as wall calendar and wall clock show it, in no zone.
public struct LocalDateTime: Hashable, Comparable, Sendable {
    /// The day.
    public let date: LocalDate
    /// The time of the day.
    public let time: LocalTime

    /// A minute of a day.
    public init(_ date: LocalDate, _ time: LocalTime) {
        self.date = date
        self.time = time
    }

    /// What the wall shows so many seconds after 1970-01-01T00:00, counted on that wall.
    init(wallSeconds: Int64) {
        let minutes = wallSeconds >= 0 ? wallSeconds / 60 : (wallSeconds - 59) / 60
        let day = minutes >= 0 ? minutes / 1_440 : (minutes - 1_439) / 1_440
        date = LocalDate(dayNumber: Int(day))
        let minute = Int(minutes - day * 1_440)
        time = LocalTime(hour: minute / 60, minute: minute % 60) ?? .midnight
    }

    /// Seconds since 1970-01-01T00:00, counted on the wall.
    var wallSeconds: Int64 { Int64(date.dayNumber) * 86_400 + Int64(time.minuteOfDay) * 60 }

    /// The earlier one comes first.
    public static func < (lhs: LocalDateTime, rhs: LocalDateTime) -> Bool {
        (lhs.date, lhs.time) < (rhs.date, rhs.time)
    }
}

extension LocalDateTime: LosslessStringConvertible {
    /// ISO 8601: `2026-01-31T18:05`.
    public var description: String { "\(date)T\(time)" }

    /// Reads `2026-01-31T18:05`; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "T", omittingEmptySubsequences: false)
        guard parts.count == 2, let date = LocalDate(String(parts[0])), let time = LocalTime(String(parts[1])) else {
            return nil
        }
        self.init(date, time)
    }
}

/// When something is, as people say it: on a day, or at a minute of one.
public enum LocalMoment: Hashable, Sendable {
    /// Any time of the day.
    case day(LocalDate)
    /// That minute.
    case minute(LocalDateTime)

    /// The day.
    public var date: LocalDate {
        switch self {
        case .day(let date): date
        case .minute(let minute): minute.date
        }
    }

    /// The time of the day; nil for a whole day.
    public var time: LocalTime? {
        if case .minute(let minute) = self { minute.time } else { nil }
    }
}

extension LocalMoment: LosslessStringConvertible, TextCoded {
    /// `2026-01-31` or `2026-01-31T18:05`.
    public var description: String {
        switch self {
        case .day(let date): date.description
        case .minute(let minute): minute.description
        }
    }

    /// Reads either form; nil for anything else.
    public init?(_ text: String) {
        if let date = LocalDate(text) {
            self = .day(date)
        } else if let minute = LocalDateTime(text) {
            self = .minute(minute)
        } else {
            return nil
        }
    }
}

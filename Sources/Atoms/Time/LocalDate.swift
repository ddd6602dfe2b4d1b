internal import EchordPrimitives

/// A day of the week, counted from Monday as ISO 8601 does.
public enum Weekday: Int, CaseIterable, Hashable, Sendable {
    /// The first day of the week.
    case monday = 1
    /// The second.
    case tuesday
    /// The third.
    case wednesday
    /// The fourth.
    case thursday
    /// The fifth.
    case friday
    /// The sixth.
    case saturday
    /// The last.
    case sunday
}

/// A day of the Gregorian calendar as a wall calendar shows it, in no zone. Years 1 to 9999.
public struct LocalDate: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    public let dayNumber: Int

    private static let lowest = Int(CalendarDay(year: 1, month: 1, day: 1).sinceUnixEpoch)
    private static let greatest = Int(CalendarDay(year: 9_999, month: 12, day: 31).sinceUnixEpoch)

    /// The day so many days after 1970-01-01; stops at the ends of the calendar.
    public init(dayNumber: Int) { self.dayNumber = min(max(dayNumber, Self.lowest), Self.greatest) }

    /// The day of a date, nil when the calendar has none: 30 February, year 0.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9_999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.daysInMonth(month, of: year)
        else { return nil }
        dayNumber = Int(CalendarDay(year: Int64(year), month: Int64(month), day: Int64(day)).sinceUnixEpoch)
    }

    /// The year.
    public var year: Int { Int(calendar.year) }
    /// The month, 1 to 12.
    public var month: Int { Int(calendar.month) }
    /// The day of the month, 1 to 31.
    public var day: Int { Int(calendar.day) }
    private var calendar: CalendarDay { CalendarDay(sinceUnixEpoch: Int64(dayNumber)) }

    /// The day of the week.
    public var weekday: Weekday {
        // 1 January 1970, day 0, was a Thursday.
        Weekday(rawValue: ((dayNumber % 7) + 10) % 7 + 1) ?? .monday
    }

    /// The Monday of its week.
    public var startOfWeek: LocalDate { adding(days: 1 - weekday.rawValue) }
    /// The first day of its month.
    public var startOfMonth: LocalDate { adding(days: 1 - day) }
    /// The last day of its month.
    public var endOfMonth: LocalDate { adding(days: Self.daysInMonth(month, of: year) - day) }

    /// The day so many days later; stops at the ends of the calendar.
    public func adding(days: Int) -> LocalDate {
        let (sum, overflow) = dayNumber.addingReportingOverflow(days)
        return LocalDate(dayNumber: overflow ? (days < 0 ? .min : .max) : sum)
    }

    /// The same day of the month so many months later, or the last one of a month that is shorter; stops at the ends of
    /// the calendar.
    public func adding(months: Int) -> LocalDate {
        let calendar = calendar
        let now = Int(calendar.year) * 12 + Int(calendar.month) - 1
        let (sum, overflow) = now.addingReportingOverflow(months)
        let month = overflow ? (months < 0 ? 12 : 119_999) : min(max(sum, 12), 119_999)
        let (year, place) = month.quotientAndRemainder(dividingBy: 12)
        let day = min(Int(calendar.day), Self.daysInMonth(place + 1, of: year))
        return LocalDate(year: year, month: place + 1, day: day) ?? self
    }

    /// How many days a month has.
    static func daysInMonth(_ month: Int, of year: Int) -> Int {
        Int(CalendarDay.daysInMonth(Int64(month), of: Int64(year)))
    }

    /// The earlier one comes first.
    public static func < (lhs: LocalDate, rhs: LocalDate) -> Bool { lhs.dayNumber < rhs.dayNumber }
}

extension LocalDate: LosslessStringConvertible {
    /// ISO 8601: `2026-01-31`.
    public var description: String {
        let calendar = calendar
        let (year, month, day) = (calendar.year.padded(4), calendar.month.padded(2), calendar.day.padded(2))
        return "\(year)-\(month)-\(day)"
    }

    /// Reads `2026-01-31`; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, let year = parts[0].digits(4), let month = parts[1].digits(2),
            let day = parts[2].digits(2)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}

extension BinaryInteger {
    /// In decimal, with zeroes before it to the width.
    func padded(_ width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}

extension Substring {
    /// The number that exactly so many ASCII digits write; nil for anything else.
    func digits(_ count: Int) -> Int? {
        guard utf8.count == count, utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(self)
    }
}

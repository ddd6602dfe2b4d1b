internal import EchordPrimitives

/// What the clocks of a zone do year after year: the POSIX `TZ` text at the end of a TZif file (RFC 9636 §3.3.1).
struct RecurringClock: Hashable, Sendable {
    /// A day of the year on which clocks change, and the time on it.
    struct Change: Hashable, Sendable {
        enum Day: Hashable, Sendable {
            /// `Jn`: 1 to 365, 29 February is never counted.
            case julian(Int)
            /// `n`: 0 to 365, 29 February is counted.
            case ordinal(Int)
            /// `Mm.w.d`: the `w`th weekday `d` (0 is Sunday) of month `m`; week 5 is the last.
            case weekday(Int, week: Int, month: Int)
        }

        let day: Day
        /// Seconds after midnight, -167 to 167 hours.
        let time: Int
    }

    /// Summer time: its offset, when it begins and when it ends.
    struct Summer: Hashable, Sendable {
        let offset: Int
        let start: Change
        let end: Change
    }

    /// Seconds ahead of UTC outside summer time.
    let standard: Int
    /// Summer time, if there is any.
    let summer: Summer?

    /// Seconds ahead of UTC at a second since 1970.
    func offset(at second: Int64) -> Int {
        transitions(around: second).last { $0.at <= second }?.offset ?? standard
    }

    /// The first change after a second since 1970, nil when there is never one.
    func next(after second: Int64) -> ZoneTransition? {
        transitions(around: second).first { $0.at > second }
    }

    /// The changes of the year of `second` and the years beside it, in order.
    private func transitions(around second: Int64) -> [ZoneTransition] {
        guard let summer else { return [] }
        let year = Int64(LocalDateTime(wallSeconds: second).date.year)
        let changes = (year - 1...year + 1).flatMap { year in
            [
                ZoneTransition(at: summer.end.wallSecond(of: year) - Int64(summer.offset), offset: standard),
                ZoneTransition(at: summer.start.wallSecond(of: year) - Int64(standard), offset: summer.offset),
            ]
        }
        // An end comes before a start of the same second: so is written that summer time never ends.
        return changes.sorted { ($0.at, $0.offset == standard ? 0 : 1) < ($1.at, $1.offset == standard ? 0 : 1) }
    }
}

extension RecurringClock.Change {
    /// The second of the change on the wall, since 1970-01-01T00:00 there.
    func wallSecond(of year: Int64) -> Int64 { dayNumber(of: year) * 86_400 + Int64(time) }

    private func dayNumber(of year: Int64) -> Int64 {
        let newYear = CalendarDay(year: year, month: 1, day: 1).sinceUnixEpoch
        switch day {
        case .ordinal(let day): return newYear + Int64(day)
        case .julian(let day):
            let isLeap = CalendarDay.daysInMonth(2, of: year) == 29
            return newYear + Int64(day) - (isLeap && day >= 60 ? 0 : 1)
        case .weekday(let weekday, let week, let month):
            let first = CalendarDay(year: year, month: Int64(month), day: 1).sinceUnixEpoch
            // 1970-01-01 was a Thursday, 4 when Sunday is 0.
            let firstWeekday = ((first % 7) + 11) % 7
            let place = (Int64(weekday) - firstWeekday + 7) % 7 + Int64(week - 1) * 7
            let days = CalendarDay.daysInMonth(Int64(month), of: year)
            return first + (place < days ? place : place - 7)
        }
    }
}

extension RecurringClock {
    /// Reads `CET-1CEST,M3.5.0,M10.5.0/3`; nil for anything else.
    init?(_ text: String) {
        var text = text.utf8[...]
        guard let standard = Self.offset(&text) else { return nil }
        self.standard = standard
        guard !text.isEmpty else {
            summer = nil
            return
        }
        guard Self.skipName(&text) else { return nil }
        var offset = standard + 3_600
        if text.first != UInt8(ascii: ",") {
            guard let west = Self.duration(&text) else { return nil }
            offset = -west
        }
        guard let start = Change(&text), let end = Change(&text), text.isEmpty else { return nil }
        summer = Summer(offset: offset, start: start, end: end)
    }

    /// A name and how far west of UTC it is, as seconds to the east.
    private static func offset(_ text: inout Substring.UTF8View) -> Int? {
        guard skipName(&text), let west = duration(&text) else { return nil }
        return -west
    }

    private static func skipName(_ text: inout Substring.UTF8View) -> Bool {
        if text.first == UInt8(ascii: "<") {
            guard let end = text.firstIndex(of: UInt8(ascii: ">")) else { return false }
            text = text[text.index(after: end)...]
            return true
        }
        let name = text.prefix { (65...90).contains($0 & 0xDF) }
        text = text[name.endIndex...]
        return name.count >= 3
    }

    /// `[+|-]hh[:mm[:ss]]` in seconds.
    fileprivate static func duration(_ text: inout Substring.UTF8View) -> Int? {
        var sign = 1
        if let first = text.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
            sign = first == UInt8(ascii: "-") ? -1 : 1
            text = text.dropFirst()
        }
        guard var seconds = number(&text, atMost: 167).map({ $0 * 3_600 }) else { return nil }
        for unit in [60, 1] where text.first == UInt8(ascii: ":") {
            text = text.dropFirst()
            guard let part = number(&text, atMost: 59) else { return nil }
            seconds += part * unit
        }
        return sign * seconds
    }

    fileprivate static func number(_ text: inout Substring.UTF8View, atMost limit: Int) -> Int? {
        let digits = text.prefix { (48...57).contains($0) }
        text = text[digits.endIndex...]
        guard digits.count <= 3, let value = Int(Substring(digits)), value <= limit else { return nil }
        return value
    }
}

extension RecurringClock.Change {
    /// Reads `,M3.5.0/2`, `,J60` or `,59` from the beginning of a text.
    fileprivate init?(_ text: inout Substring.UTF8View) {
        guard text.popFirst() == UInt8(ascii: ",") else { return nil }
        switch text.first {
        case UInt8(ascii: "M"):
            text = text.dropFirst()
            guard let month = RecurringClock.number(&text, atMost: 12), month >= 1,
                text.popFirst() == UInt8(ascii: "."), let week = RecurringClock.number(&text, atMost: 5), week >= 1,
                text.popFirst() == UInt8(ascii: "."), let weekday = RecurringClock.number(&text, atMost: 6)
            else { return nil }
            day = .weekday(weekday, week: week, month: month)
        case UInt8(ascii: "J"):
            text = text.dropFirst()
            guard let number = RecurringClock.number(&text, atMost: 365), number >= 1 else { return nil }
            day = .julian(number)
        default:
            guard let number = RecurringClock.number(&text, atMost: 365) else { return nil }
            day = .ordinal(number)
        }
        guard text.first == UInt8(ascii: "/") else {
            time = 7_200
            return
        }
        text = text.dropFirst()
        guard let time = RecurringClock.duration(&text) else { return nil }
        self.time = time
    }
}

import JSON

/// A point in time in whole milliseconds since the Unix epoch, as the local Discord stores it.
struct Moment: Hashable, Comparable, Sendable {
    let milliseconds: Int64

    init(_ milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    static func < (lhs: Moment, rhs: Moment) -> Bool { lhs.milliseconds < rhs.milliseconds }
    static func + (lhs: Moment, rhs: Duration) -> Moment { Moment(lhs.milliseconds + rhs.milliseconds) }
    static func - (lhs: Moment, rhs: Duration) -> Moment { Moment(lhs.milliseconds - rhs.milliseconds) }
    static func - (lhs: Moment, rhs: Moment) -> Duration { .milliseconds(lhs.milliseconds - rhs.milliseconds) }

    /// Seconds since the epoch with the fraction, as rate-limit headers print them.
    var seconds: Double { Double(milliseconds) / 1000 }

    var json: JSONValue { .string(iso) }

    /// ISO 8601 with microseconds and an offset: the form of Discord's timestamps.
    var iso: String { text(fraction: 6, suffix: "+00:00") }

    /// ISO 8601 with milliseconds and Z: the form of the control API.
    var short: String { text(fraction: 3, suffix: "Z") }

    private func text(fraction: Int, suffix: String) -> String {
        let day = milliseconds.flooredQuotient(86_400_000)
        let rest = milliseconds - day * 86_400_000
        let date = CivilDate(daysSinceEpoch: day)
        let milli = pad(rest % 1000, 3) + String(repeating: "0", count: fraction - 3)
        return pad(date.year, 4) + "-" + pad(date.month, 2) + "-" + pad(date.day, 2) + "T" + pad(rest / 3_600_000, 2)
            + ":"
            + pad(rest / 60_000 % 60, 2) + ":" + pad(rest / 1000 % 60, 2) + "." + milli + suffix
    }

    /// Reads an ISO 8601 date and time with an offset; a missing offset means UTC, as for Discord.
    init?(iso text: String) {
        var scanner = DigitScanner(text)
        guard let year = scanner.number(4), scanner.skip("-"), let month = scanner.number(2), scanner.skip("-"),
            let day = scanner.number(2), (1...12).contains(month),
            (1...CivilDate.days(in: month, of: year)).contains(day)
        else { return nil }
        var total = CivilDate(year: year, month: month, day: day).daysSinceEpoch * 86_400_000
        if scanner.skip("T") || scanner.skip("t") || scanner.skip(" ") {
            guard let hour = scanner.number(2), scanner.skip(":"), let minute = scanner.number(2), hour < 24,
                minute < 60
            else { return nil }
            total += hour * 3_600_000 + minute * 60_000
            if scanner.skip(":") {
                guard let second = scanner.number(2), second < 61 else { return nil }
                total += second * 1000
                if scanner.skip(".") {
                    guard let milli = scanner.fraction() else { return nil }
                    total += milli
                }
            }
            guard let offset = scanner.offset() else { return nil }
            total -= offset * 60_000
        }
        guard scanner.isAtEnd else { return nil }
        milliseconds = total
    }
}

extension Duration {
    /// Whole milliseconds, rounded down.
    var milliseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds * 1000 + attoseconds / 1_000_000_000_000_000
    }

    /// Milliseconds in whole microseconds, rounded down.
    var fractionalMilliseconds: Double {
        let (seconds, attoseconds) = components
        return Double(seconds * 1_000_000 + attoseconds / 1_000_000_000_000) / 1000
    }
}

extension Int64 {
    fileprivate func flooredQuotient(_ divisor: Int64) -> Int64 {
        self >= 0 ? self / divisor : (self - divisor + 1) / divisor
    }
}

private func pad(_ number: Int64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

/// The proleptic Gregorian calendar, by counting days in 400-year eras.
private struct CivilDate {
    let year: Int64
    let month: Int64
    let day: Int64

    init(year: Int64, month: Int64, day: Int64) {
        (self.year, self.month, self.day) = (year, month, day)
    }

    init(daysSinceEpoch: Int64) {
        // Years are counted from 1 March, so that the leap day is the last of its year.
        let shifted = daysSinceEpoch + 719_468
        let era = shifted.flooredQuotient(146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    var daysSinceEpoch: Int64 {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear.flooredQuotient(400)
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    static func days(in month: Int64, of year: Int64) -> Int64 {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

private struct DigitScanner {
    private var rest: Substring.UTF8View

    init(_ text: String) {
        rest = Substring(text).utf8
    }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func skip(_ character: Character) -> Bool {
        guard rest.first == character.utf8.first else { return false }
        rest.removeFirst()
        return true
    }

    mutating func number(_ digits: Int) -> Int64? {
        guard rest.count >= digits else { return nil }
        var value: Int64 = 0
        for byte in rest.prefix(digits) {
            guard (48...57).contains(byte) else { return nil }
            value = value * 10 + Int64(byte - 48)
        }
        rest.removeFirst(digits)
        return value
    }

    /// The fraction in milliseconds, further digits dropped.
    mutating func fraction() -> Int64? {
        let digits = rest.prefix { (48...57).contains($0) }
        guard (1...18).contains(digits.count) else { return nil }
        var value: Int64 = 0
        for (index, weight) in [Int64(100), 10, 1].enumerated() where index < digits.count {
            value += Int64(digits[digits.index(digits.startIndex, offsetBy: index)] - 48) * weight
        }
        rest.removeFirst(digits.count)
        return value
    }

    /// The offset in minutes; nil when malformed.
    mutating func offset() -> Int64? {
        if isAtEnd || skip("Z") || skip("z") { return 0 }
        let sign: Int64 = skip("+") ? 1 : (skip("-") ? -1 : 0)
        guard sign != 0, let hours = number(2), hours < 24 else { return nil }
        _ = skip(":")
        guard let minutes = number(2), minutes < 60 else { return nil }
        return sign * (hours * 60 + minutes)
    }
}

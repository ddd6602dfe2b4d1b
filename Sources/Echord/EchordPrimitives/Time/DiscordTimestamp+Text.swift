public import JSON

extension DiscordTimestamp: LosslessStringConvertible, CustomStringConvertible {
    /// Reads `YYYY-MM-DDThh:mm:ss`, an optional fraction of 1 to 9 digits, and `Z`, `±hh:mm` or nothing for UTC.
    ///
    /// `nil` for any other form and for parts out of range: month 13, 30 February, hour 24, second 60, year 0.
    public init?(_ text: String) {
        var text = text
        guard let parsed = text.withUTF8({ Self(ascii: $0) }) else { return nil }
        self = parsed
    }

    /// Reads the same form from bytes; no allocation.
    public init?(ascii bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count >= 19, bytes.count <= 35 else { return nil }
        var scanner = Scanner(bytes: bytes)
        guard let day = scanner.day(), scanner.take(UInt8(ascii: "T")) || scanner.take(UInt8(ascii: "t")),
            let secondOfDay = scanner.secondOfDay(), let fraction = scanner.fraction(), let offset = scanner.offset(),
            scanner.isAtEnd
        else { return nil }
        let seconds = day.sinceUnixEpoch * 86_400 + secondOfDay - Int64(offset.minutes) * 60
        guard (Self.lowestSecond...Self.greatestSecond).contains(seconds) else { return nil }
        self.init(
            unixSeconds: seconds, nanoseconds: fraction.nanoseconds, fractionDigits: fraction.digits, offset: offset)
    }

    /// The text Discord would write, with the digits and the offset kept.
    public var description: String {
        String(unsafeUninitializedCapacity: 36) { buffer in
            var writer = Writer(buffer: buffer)
            write(to: &writer)
            return writer.count
        }
    }

    private func write(to writer: inout Writer) {
        let (days, second) = (unixSeconds + Int64(offset.minutes) * 60).flooredQuotientAndRemainder(dividingBy: 86_400)
        let day = CalendarDay(sinceUnixEpoch: days)
        writer.number(day.year, digits: 4)
        writer.byte(UInt8(ascii: "-"))
        writer.number(day.month, digits: 2)
        writer.byte(UInt8(ascii: "-"))
        writer.number(day.day, digits: 2)
        writer.byte(UInt8(ascii: "T"))
        writer.number(second / 3600, digits: 2)
        writer.byte(UInt8(ascii: ":"))
        writer.number(second / 60 % 60, digits: 2)
        writer.byte(UInt8(ascii: ":"))
        writer.number(second % 60, digits: 2)
        if fractionDigits > 0 {
            writer.byte(UInt8(ascii: "."))
            var fraction = Int64(nanoseconds)
            for _ in fractionDigits..<9 { fraction /= 10 }
            writer.number(fraction, digits: Int(fractionDigits))
        }
        if offset == .unstated { return }
        guard case .minutes(let minutes) = offset else { return writer.byte(UInt8(ascii: "Z")) }
        writer.byte(UInt8(ascii: minutes < 0 ? "-" : "+"))
        writer.number(Int64(minutes.magnitude) / 60, digits: 2)
        writer.byte(UInt8(ascii: ":"))
        writer.number(Int64(minutes.magnitude) % 60, digits: 2)
    }

    /// Writes ASCII into memory that a string takes over.
    private struct Writer {
        let buffer: UnsafeMutableBufferPointer<UInt8>
        var count = 0

        mutating func byte(_ byte: UInt8) {
            buffer[count] = byte
            count += 1
        }

        mutating func number(_ value: Int64, digits: Int) {
            var rest = value
            for place in stride(from: count + digits - 1, through: count, by: -1) {
                buffer[place] = UInt8(ascii: "0") + UInt8(rest % 10)
                rest /= 10
            }
            count += digits
        }
    }

    /// Reads the parts one after the other; each gives `nil` when its form or range is broken.
    private struct Scanner {
        let bytes: UnsafeBufferPointer<UInt8>
        var position = 0

        init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

        var isAtEnd: Bool { position == bytes.count }

        mutating func take(_ byte: UInt8) -> Bool {
            guard position < bytes.count, bytes[position] == byte else { return false }
            position += 1
            return true
        }

        mutating func number(digits: Int, in range: ClosedRange<Int64>) -> Int64? {
            guard position + digits <= bytes.count else { return nil }
            var value: Int64 = 0
            for place in position..<position + digits {
                let digit = bytes[place] &- UInt8(ascii: "0")
                guard digit <= 9 else { return nil }
                value = value * 10 + Int64(digit)
            }
            guard range.contains(value) else { return nil }
            position += digits
            return value
        }

        mutating func day() -> CalendarDay? {
            guard let year = number(digits: 4, in: 1...9999), take(UInt8(ascii: "-")),
                let month = number(digits: 2, in: 1...12), take(UInt8(ascii: "-")),
                let day = number(digits: 2, in: 1...CalendarDay.daysInMonth(month, of: year))
            else { return nil }
            return CalendarDay(year: year, month: month, day: day)
        }

        mutating func secondOfDay() -> Int64? {
            guard let hour = number(digits: 2, in: 0...23), take(UInt8(ascii: ":")),
                let minute = number(digits: 2, in: 0...59), take(UInt8(ascii: ":")),
                let second = number(digits: 2, in: 0...59)
            else { return nil }
            return hour * 3600 + minute * 60 + second
        }

        mutating func fraction() -> (nanoseconds: Int32, digits: UInt8)? {
            guard take(UInt8(ascii: ".")) else { return (0, 0) }
            var value: Int32 = 0
            var digits: UInt8 = 0
            while position < bytes.count, bytes[position] &- UInt8(ascii: "0") <= 9 {
                guard digits < 9 else { return nil }
                value = value * 10 + Int32(bytes[position] - UInt8(ascii: "0"))
                digits += 1
                position += 1
            }
            guard digits > 0 else { return nil }
            for _ in digits..<9 { value *= 10 }
            return (value, digits)
        }

        mutating func offset() -> Offset? {
            if isAtEnd { return .unstated }
            if take(UInt8(ascii: "Z")) || take(UInt8(ascii: "z")) { return .zulu }
            let isBehind = take(UInt8(ascii: "-"))
            guard isBehind || take(UInt8(ascii: "+")), let hours = number(digits: 2, in: 0...23),
                take(UInt8(ascii: ":")), let minutes = number(digits: 2, in: 0...59)
            else { return nil }
            let total = Int16(hours * 60 + minutes)
            return .minutes(isBehind ? -total : total)
        }
    }
}

extension DiscordTimestamp: JSONDecodable, JSONEncodable {
    /// Reads the text; the error never holds it.
    public init(json: JSONReader) throws(JSONError) {
        guard let value = Self(ascii: try json.utf8()) else {
            throw json.error(.invalidValue, "expected an ISO 8601 timestamp")
        }
        self = value
    }

    /// Writes the text.
    public func encode(to writer: inout JSONWriter) { writer.write(description) }
}

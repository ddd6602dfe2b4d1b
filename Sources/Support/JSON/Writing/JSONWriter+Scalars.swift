extension JSONWriter {
    /// Writes `null`.
    public mutating func writeNull() { word("null") }

    /// Writes `true` or `false`.
    public mutating func write(_ value: Bool) { word(value ? "true" : "false") }

    /// Writes an integer.
    @inlinable
    public mutating func write(_ value: some FixedWidthInteger) {
        if let small = UInt64(exactly: value) {
            digits(small, isNegative: false)
        } else if let small = Int64(exactly: value) {
            digits(small.magnitude, isNegative: true)
        } else {
            text(value.description)
        }
    }

    /// Writes a 64-bit identifier as Discord does: its digits in a string.
    public mutating func write(snowflake value: UInt64) {
        beforeValue()
        bytes.append(0x22)
        appendDigits(value, isNegative: false)
        bytes.append(0x22)
        needsComma = true
    }

    /// Writes the shortest text that reads back as the same double; `null` where it is not finite.
    public mutating func write(_ value: Double) {
        if value.isFinite { text(value.description) } else { writeNonFinite() }
    }

    /// Writes the shortest text that reads back as the same float; `null` where it is not finite.
    public mutating func write(_ value: Float) {
        if value.isFinite { text(value.description) } else { writeNonFinite() }
    }

    /// Writes a string. Escaped is what JSON asks for: the quote, the backslash and control characters.
    public mutating func write(_ value: String) {
        var value = value
        value.withUTF8 { write(utf8: $0) }
    }

    /// Writes a string whose UTF-8 is at hand; the bytes must be valid UTF-8.
    public mutating func write(utf8: UnsafeBufferPointer<UInt8>) {
        beforeValue()
        bytes.append(0x22)
        appendEscaped(utf8)
        bytes.append(0x22)
        needsComma = true
    }

    @usableFromInline
    mutating func digits(_ magnitude: UInt64, isNegative: Bool) {
        beforeValue()
        appendDigits(magnitude, isNegative: isNegative)
        needsComma = true
    }

    /// Writes ASCII that needs no escape, without quotes.
    @usableFromInline
    mutating func text(_ ascii: String) {
        beforeValue()
        bytes.append(contentsOf: ascii.utf8)
        needsComma = true
    }

    private mutating func word(_ word: StaticString) {
        beforeValue()
        bytes.append(contentsOf: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
        needsComma = true
    }

    private mutating func writeNonFinite() {
        nonFiniteCount += 1
        writeNull()
    }

    private mutating func appendDigits(_ magnitude: UInt64, isNegative: Bool) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 21) { buffer in
            var start = buffer.count
            var rest = magnitude
            repeat {
                let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
                start -= 1
                buffer[start] = 0x30 + UInt8(digit)
                rest = quotient
            } while rest > 0
            if isNegative {
                start -= 1
                buffer[start] = 0x2D
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[start...]))
        }
    }
}

// MARK: - Escaping

extension JSONWriter {
    private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        while true {
            let end = text.firstToEscape(from: start)
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<end]))
            guard end < text.count else { return }
            appendEscape(text[end])
            start = end + 1
        }
    }

    private mutating func appendEscape(_ byte: UInt8) {
        bytes.append(0x5C)
        switch byte {
        case 0x22, 0x5C: bytes.append(byte)
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        default:
            let low = byte & 0xF
            bytes.append(contentsOf: [UInt8(ascii: "u"), 0x30, 0x30, 0x30 + byte >> 4, low + (low < 10 ? 0x30 : 0x57)])
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The first byte at or after `start` that JSON does not take as it is, or the end. Eight bytes at a time.
    fileprivate func firstToEscape(from start: Int) -> Int {
        var index = start
        while index &+ 8 <= count {
            let word = UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: index, as: UInt64.self)
            if word.hasByteToEscape { break }
            index &+= 8
        }
        while index < count {
            let byte = self[index]
            if byte < 0x20 || byte == 0x22 || byte == 0x5C { return index }
            index &+= 1
        }
        return count
    }
}

extension UInt64 {
    /// Whether one of the eight bytes is a control character, a quote or a backslash.
    fileprivate var hasByteToEscape: Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quotes = self ^ (ones &* 0x22)
        let backslashes = self ^ (ones &* 0x5C)
        // The highest bit of a byte survives where subtracting borrowed from it, and the byte was below 0x80.
        let found =
            ((self &- ones &* 0x20) & ~self) | ((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes)
        return found & (ones &* 0x80) != 0
    }
}

/// What lies on the outside of a gateway payload: `op`, `s`, `t` and where `d` is.
///
/// It is read by one pass over the bytes and without parsing `d`, because most events are not listened to. When the
/// three come before `d`, as Discord writes them, nothing of `d` is touched.
/// Discord: *Gateway Events › Payload Structure*.
struct GatewayFrame: Equatable, Sendable {
    /// The opcode.
    let opcode: Int
    /// The sequence number of a dispatched event.
    let sequence: Int?
    /// Where the name of a dispatched event stands in the bytes.
    let name: Range<Int>?

    /// Reads the outside of a payload; `nil` when it is not a JSON object with an opcode.
    init?(_ bytes: UnsafeRawBufferPointer) {
        var scanner = FrameScanner(bytes: bytes)
        guard scanner.scan(), let opcode = scanner.opcode else { return nil }
        self.opcode = opcode
        sequence = scanner.sequence
        name = scanner.name
    }
}

private struct FrameScanner {
    let bytes: UnsafeRawBufferPointer
    var position = 0
    var opcode: Int?
    var sequence: Int?
    var name: Range<Int>?
    private var seen: UInt8 = 0

    init(bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    /// Reads keys until all three are known or the object ends.
    mutating func scan() -> Bool {
        skipSpace()
        guard take(UInt8(ascii: "{")) else { return false }
        skipSpace()
        if take(UInt8(ascii: "}")) { return false }
        while true {
            guard let key = string() else { return false }
            skipSpace()
            guard take(UInt8(ascii: ":")) else { return false }
            skipSpace()
            guard value(for: key) else { return false }
            if seen == 0b111 { return true }
            skipSpace()
            if take(UInt8(ascii: "}")) { return true }
            guard take(UInt8(ascii: ",")) else { return false }
            skipSpace()
        }
    }

    private mutating func value(for key: Range<Int>) -> Bool {
        guard key.count <= 2 else { return skipValue() }
        switch (key.count, bytes[key.lowerBound], bytes[key.upperBound - 1]) {
        case (2, UInt8(ascii: "o"), UInt8(ascii: "p")):
            seen |= 0b001
            opcode = integer()
            return opcode != nil
        case (1, UInt8(ascii: "s"), _):
            seen |= 0b010
            if null() { return true }
            sequence = integer()
            return sequence != nil
        case (1, UInt8(ascii: "t"), _):
            seen |= 0b100
            if null() { return true }
            name = string()
            return name != nil
        default: return skipValue()
        }
    }

    private mutating func skipSpace() {
        while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func null() -> Bool {
        guard position + 4 <= bytes.count, bytes[position] == UInt8(ascii: "n"),
            bytes[position + 3] == UInt8(ascii: "l")
        else { return false }
        position += 4
        return true
    }

    private mutating func integer() -> Int? {
        var result = 0
        let start = position
        while position < bytes.count, case let digit = Int(bytes[position]) - 48, (0...9).contains(digit) {
            // Nineteen digits cannot overflow; no number here has more.
            guard position - start < 18 else { return nil }
            result = result * 10 + digit
            position += 1
        }
        return position == start ? nil : result
    }

    /// The range between the quotes; escapes are stepped over, not resolved.
    private mutating func string() -> Range<Int>? {
        guard take(UInt8(ascii: "\"")) else { return nil }
        let start = position
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                position += 1
                return start..<(position - 1)
            case UInt8(ascii: "\\"): position += 2
            default: position += 1
            }
        }
        return nil
    }

    /// Steps over one value, whatever is in it.
    private mutating func skipValue() -> Bool {
        var depth = 0
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                guard string() != nil else { return false }
                if depth == 0 { return true }
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                // The end of the object around a bare value belongs to the caller.
                if depth == 0 { return true }
                depth -= 1
                if depth == 0 {
                    position += 1
                    return true
                }
            case UInt8(ascii: ","): if depth == 0 { return true }
            default: break
            }
            position += 1
        }
        return false
    }
}

import EchordPrimitives

/// What stands around a payload: found without reading the payload itself.
///
/// <https://docs.discord.com/developers/events/gateway-events#payload-structure>
public struct GatewayEnvelope: Hashable, Sendable {
    /// What the payload is.
    public var opcode: GatewayOpcode
    /// The sequence number of a dispatch.
    public var sequence: Int?
    /// The name of a dispatch.
    public var eventName: DispatchEventName?
    /// Where `d` lies among the bytes; `nil` when it was not reached, because all else was found before it.
    public var body: Range<Int>?

    /// An envelope.
    public init(
        opcode: GatewayOpcode, sequence: Int? = nil, eventName: DispatchEventName? = nil, body: Range<Int>? = nil
    ) {
        self.opcode = opcode
        self.sequence = sequence
        self.eventName = eventName
        self.body = body
    }

    /// Looks for `op`, `s` and `t` at the top of a payload and stops as soon as it has them.
    ///
    /// Discord sends them before `d`, so most often a few dozen bytes are looked at. Only as much of the text is
    /// checked as is looked at: a listener's decoder checks the rest. `nil` for what is no payload.
    ///
    /// - Complexity: O(bytes before the last of the three).
    public static func scan(_ bytes: [UInt8]) -> GatewayEnvelope? {
        bytes.withUnsafeBytes { scan($0) }
    }

    /// The same for bytes that lie anywhere in memory.
    public static func scan(_ bytes: UnsafeRawBufferPointer) -> GatewayEnvelope? {
        var scanner = EnvelopeScanner(bytes: bytes)
        return scanner.run()
    }
}

/// Walks over the members of one object.
private struct EnvelopeScanner {
    let bytes: UnsafeRawBufferPointer
    var position = 0
    var opcode: Int?
    var sequence: Int??
    var name: DispatchEventName??
    var body: Range<Int>?

    init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    mutating func run() -> GatewayEnvelope? {
        guard take(UInt8(ascii: "{")) else { return nil }
        repeat {
            guard member() else { return nil }
            if opcode != nil, sequence != nil, name != nil { return envelope }
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")) else { return nil }
        return envelope
    }

    private var envelope: GatewayEnvelope? {
        guard let opcode else { return nil }
        return GatewayEnvelope(
            opcode: GatewayOpcode(rawValue: opcode), sequence: sequence ?? nil, eventName: name ?? nil, body: body)
    }

    private mutating func member() -> Bool {
        guard let key = string(), take(UInt8(ascii: ":")) else { return false }
        skipSpace()
        if key.count == 2, bytes[key.lowerBound] == UInt8(ascii: "o"), bytes[key.lowerBound + 1] == UInt8(ascii: "p") {
            guard let value = integer() else { return false }
            opcode = value
            return true
        }
        guard key.count == 1 else { return skipValue() }
        switch bytes[key.lowerBound] {
        case UInt8(ascii: "s"):
            if takeNull() {
                sequence = .some(nil)
                return true
            }
            guard let value = integer() else { return false }
            sequence = value
        case UInt8(ascii: "t"):
            if takeNull() {
                name = .some(nil)
                return true
            }
            guard let value = string() else { return false }
            name = .some(DispatchEventName.interned(UnsafeRawBufferPointer(rebasing: bytes[value])))
        case UInt8(ascii: "d"):
            let start = position
            guard skipValue() else { return false }
            body = start..<position
        default: return skipValue()
        }
        return true
    }

    private mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func takeNull() -> Bool {
        guard position + 4 <= bytes.count,
            UnsafeRawBufferPointer(rebasing: bytes[position..<position + 4]).elementsEqual("null".utf8)
        else { return false }
        position += 4
        return true
    }

    private mutating func integer() -> Int? {
        var value = 0
        let start = position
        while position < bytes.count, bytes[position] &- UInt8(ascii: "0") <= 9 {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.addingReportingOverflow(Int(bytes[position] - UInt8(ascii: "0")))
            guard !overflow, !carry else { return nil }
            value = sum
            position += 1
        }
        return position > start ? value : nil
    }

    /// The inside of a string, with its escapes as they stand.
    private mutating func string() -> Range<Int>? {
        guard take(UInt8(ascii: "\"")) else { return nil }
        let start = position
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                position += 1
                return start..<position - 1
            case UInt8(ascii: "\\"): position += 2
            default: position += 1
            }
        }
        return nil
    }

    /// Steps over a value of any kind; containers are counted, not read.
    private mutating func skipValue() -> Bool {
        var depth = 0
        let start = position
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                guard string() != nil else { return false }
                if depth == 0 { return true }
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                position += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { return position > start }
                depth -= 1
                position += 1
                if depth == 0 { return true }
            case UInt8(ascii: ","):
                if depth == 0 { return position > start }
                position += 1
            default: position += 1
            }
        }
        return false
    }
}

extension DispatchEventName {
    /// The name without a new string for those that are documented.
    static func interned(_ bytes: UnsafeRawBufferPointer) -> DispatchEventName {
        if let known = table[fingerprint(bytes)], known.rawValue.utf8.elementsEqual(bytes) { return known }
        return DispatchEventName(rawValue: String(decoding: bytes, as: UTF8.self))
    }

    private static func fingerprint(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return hash
    }

    private static let table = Dictionary(
        documented.map { (fingerprint($0.rawValue.utf8), $0) }, uniquingKeysWith: { first, _ in first })
}

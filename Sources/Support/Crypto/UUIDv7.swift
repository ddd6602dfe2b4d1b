/// A UUID of version 7: 48 bits of time in milliseconds, then random bits (RFC 9562 §5.7).
///
/// Values sort by the time they were made, as numbers, as bytes and as text.
public struct UUIDv7: Hashable, Comparable, Sendable, CustomStringConvertible, LosslessStringConvertible {
    /// The first eight bytes, big endian: time, version, twelve random bits.
    public let high: UInt64
    /// The last eight bytes, big endian: variant and 62 random bits.
    public let low: UInt64

    private static let versionMask: UInt64 = 0xf000
    private static let versionBits: UInt64 = 0x7000
    private static let variantMask: UInt64 = 0xc000_0000_0000_0000
    private static let variantBits: UInt64 = 0x8000_0000_0000_0000

    /// Puts the parts together, setting version and variant.
    ///
    /// - Parameters:
    ///   - milliseconds: since 1970-01-01T00:00:00Z; the low 48 bits count.
    ///   - randomA: the low 12 bits count.
    ///   - randomB: the low 62 bits count.
    public init(milliseconds: UInt64, randomA: UInt16, randomB: UInt64) {
        high = milliseconds << 16 | Self.versionBits | UInt64(randomA & 0x0fff)
        low = randomB & ~Self.variantMask | Self.variantBits
    }

    /// Nil unless there are 16 bytes of version 7.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 16 else { return nil }
        let high = bytes[..<8].reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
        let low = bytes[8...].reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
        guard high & Self.versionMask == Self.versionBits, low & Self.variantMask == Self.variantBits else {
            return nil
        }
        self.high = high
        self.low = low
    }

    /// Reads `017f22e2-79b0-7cc3-98c4-dc0c0c07398f`, in either case; nil for anything else.
    public init?(_ description: String) {
        let text = Array(description.utf8)
        guard text.count == 36 else { return nil }
        var bytes: [UInt8] = []
        var index = 0
        while index < text.count {
            if [8, 13, 18, 23].contains(index) {
                guard text[index] == UInt8(ascii: "-") else { return nil }
                index += 1
            }
            guard let high = Hex.value(of: text[index]), let low = Hex.value(of: text[index + 1]) else { return nil }
            bytes.append(high << 4 | low)
            index += 2
        }
        self.init(bytes: bytes)
    }

    /// Reads the 22 characters of `compact`; nil for anything else.
    public init?(compact: some StringProtocol) {
        guard compact.utf8.count == 22, let bytes = Base64URL.decode(compact) else { return nil }
        self.init(bytes: bytes)
    }

    /// The 16 bytes in network order.
    public var bytes: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 16) { buffer, initialized in
            for index in 0..<8 {
                buffer.initializeElement(at: index, to: UInt8(truncatingIfNeeded: high >> (56 - 8 * UInt64(index))))
                buffer.initializeElement(at: index + 8, to: UInt8(truncatingIfNeeded: low >> (56 - 8 * UInt64(index))))
            }
            initialized = 16
        }
    }

    /// Milliseconds since 1970-01-01T00:00:00Z at which it was made.
    public var milliseconds: UInt64 { high >> 16 }

    /// 22 URL-safe characters, for places with little room such as a `custom_id`.
    public var compact: String { Base64URL.encode(bytes) }

    /// Lower-case text with hyphens, 36 characters.
    public var description: String {
        var text = Hex.encode(bytes)
        for offset in [20, 16, 12, 8] { text.insert("-", at: text.utf8.index(text.startIndex, offsetBy: offset)) }
        return text
    }

    /// Orders by time, then by the random bits.
    public static func < (left: UUIDv7, right: UUIDv7) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }
}

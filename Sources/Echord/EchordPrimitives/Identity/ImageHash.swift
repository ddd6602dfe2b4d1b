/// The hash of a picture, in 17 bytes instead of a string: 32 hexadecimal digits, with `a_` before them when it moves.
///
/// <https://docs.discord.com/developers/reference#image-formatting>
public struct ImageHash: Hashable, Sendable {
    private let high: UInt64
    private let low: UInt64
    /// Whether the picture moves.
    public let isAnimated: Bool

    /// Reads a hash; `nil` for any other text.
    public init?(_ text: String) {
        var digits = Substring(text).utf8
        isAnimated = text.hasPrefix("a_")
        if isAnimated { digits = digits.dropFirst(2) }
        guard digits.count == 32 else { return nil }
        var halves: (UInt64, UInt64) = (0, 0)
        for (place, byte) in digits.enumerated() {
            let digit: UInt64
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = UInt64(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = UInt64(byte - UInt8(ascii: "a")) + 10
            default: return nil
            }
            if place < 16 { halves.0 = halves.0 << 4 | digit } else { halves.1 = halves.1 << 4 | digit }
        }
        (high, low) = halves
    }

    /// The text that Discord writes.
    public var text: String {
        String(unsafeUninitializedCapacity: 34) { buffer in
            var count = 0
            if isAnimated {
                buffer[0] = UInt8(ascii: "a")
                buffer[1] = UInt8(ascii: "_")
                count = 2
            }
            for half in [high, low] {
                for shift in stride(from: 60, through: 0, by: -4) {
                    let digit = UInt8(half >> UInt64(shift) & 0xF)
                    buffer[count] = digit < 10 ? digit + UInt8(ascii: "0") : digit - 10 + UInt8(ascii: "a")
                    count += 1
                }
            }
            return count
        }
    }
}

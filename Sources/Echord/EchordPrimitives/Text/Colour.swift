public import JSON

/// A colour without transparency; an integer `0xRRGGBB` on the wire. 0 means "no colour" where Discord allows that.
public struct Colour: JSONRawValue {
    /// `0xRRGGBB`.
    public let rawValue: UInt32

    /// A colour of 24 bits; higher bits are dropped.
    public init(rawValue: UInt32) { self.rawValue = rawValue & 0xFF_FFFF }

    /// A colour of three parts.
    public init(red: UInt8, green: UInt8, blue: UInt8) {
        self.rawValue = UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
    }

    /// Reads `#RRGGBB` or `RRGGBB`; `nil` for anything else.
    public init?(hex text: some StringProtocol) {
        let digits = text.first == "#" ? text.dropFirst() : text[...]
        guard digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit), let value = UInt32(digits, radix: 16) else {
            return nil
        }
        self.rawValue = value
    }

    /// The red part.
    public var red: UInt8 { UInt8(truncatingIfNeeded: rawValue >> 16) }
    /// The green part.
    public var green: UInt8 { UInt8(truncatingIfNeeded: rawValue >> 8) }
    /// The blue part.
    public var blue: UInt8 { UInt8(truncatingIfNeeded: rawValue) }

    /// `#RRGGBB`.
    public var hex: String {
        let digits = String(rawValue, radix: 16, uppercase: true)
        return "#" + String(repeating: "0", count: 6 - digits.utf8.count) + digits
    }

    /// Discord's own blue-violet.
    public static let blurple = Self(rawValue: 0x58_65F2)
    /// Discord's green.
    public static let green = Self(rawValue: 0x57_F287)
    /// Discord's yellow.
    public static let yellow = Self(rawValue: 0xFE_E75C)
    /// Discord's fuchsia.
    public static let fuchsia = Self(rawValue: 0xEB_459E)
    /// Discord's red.
    public static let red = Self(rawValue: 0xED_4245)
    /// White.
    public static let white = Self(rawValue: 0xFF_FFFF)
    /// The darkest that Discord does not take for "no colour".
    public static let black = Self(rawValue: 0x00_0001)
}

public import EchordPrimitives
public import JSON

/// Kinds of sticker.
///
/// <https://docs.discord.com/developers/resources/sticker#sticker-object-sticker-types>
public struct StickerType: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `STANDARD`.
    public static let standard = Self(rawValue: 1)
    /// `GUILD`.
    public static let guild = Self(rawValue: 2)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "STANDARD": .standard,
            "GUILD": .guild,
        ]
    }
}

/// File formats of stickers.
///
/// <https://docs.discord.com/developers/resources/sticker#sticker-object-sticker-format-types>
public struct StickerFormat: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `PNG`.
    public static let png = Self(rawValue: 1)
    /// `APNG`.
    public static let apng = Self(rawValue: 2)
    /// `LOTTIE`.
    public static let lottie = Self(rawValue: 3)
    /// `GIF`.
    public static let gif = Self(rawValue: 4)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "PNG": .png,
            "APNG": .apng,
            "LOTTIE": .lottie,
            "GIF": .gif,
        ]
    }
}

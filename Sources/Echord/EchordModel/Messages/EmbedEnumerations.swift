public import EchordPrimitives
public import JSON

/// Kinds of embed.
///
/// <https://docs.discord.com/developers/resources/message#embed-object-embed-types>
public struct EmbedType: OpenEnum {
    /// The value on the wire.
    public let rawValue: String

    /// Wraps a value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `RICH`.
    public static let rich = Self(rawValue: "rich")
    /// `IMAGE`.
    public static let image = Self(rawValue: "image")
    /// `VIDEO`.
    public static let video = Self(rawValue: "video")
    /// `GIFV`.
    public static let gifv = Self(rawValue: "gifv")
    /// `ARTICLE`.
    public static let article = Self(rawValue: "article")
    /// `LINK`.
    public static let link = Self(rawValue: "link")
    /// `POLL_RESULT`.
    public static let pollResult = Self(rawValue: "poll_result")

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "RICH": .rich,
            "IMAGE": .image,
            "VIDEO": .video,
            "GIFV": .gifv,
            "ARTICLE": .article,
            "LINK": .link,
            "POLL_RESULT": .pollResult,
        ]
    }
}

/// Flags of an embed.
///
/// <https://docs.discord.com/developers/resources/message#embed-object-embed-flags>
public struct EmbedFlags: DiscordBitSet {
    /// The bits.
    public let rawValue: UInt64

    /// Wraps bits, known or not.
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// `IS_CONTENT_INVENTORY_ENTRY`, bit 5.
    public static let isContentInventoryEntry = Self(rawValue: 1 << 5)

    /// Every documented flag by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "IS_CONTENT_INVENTORY_ENTRY": .isContentInventoryEntry
        ]
    }
}

/// Flags of media in an embed.
///
/// <https://docs.discord.com/developers/resources/message#embed-object-embed-media-flags>
public struct EmbedMediaFlags: DiscordBitSet {
    /// The bits.
    public let rawValue: UInt64

    /// Wraps bits, known or not.
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// `IS_ANIMATED`, bit 5.
    public static let isAnimated = Self(rawValue: 1 << 5)

    /// Every documented flag by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "IS_ANIMATED": .isAnimated
        ]
    }
}

public import EchordPrimitives
public import JSON

/// What a message that is looked for has.
///
/// <https://docs.discord.com/developers/resources/message#search-guild-messages>
public struct SearchContent: OpenEnum {
    /// The value on the wire.
    public let rawValue: String

    /// Wraps a value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `LINK`.
    public static let link = Self(rawValue: "link")
    /// `EMBED`.
    public static let embed = Self(rawValue: "embed")
    /// `FILE`.
    public static let file = Self(rawValue: "file")
    /// `IMAGE`.
    public static let image = Self(rawValue: "image")
    /// `VIDEO`.
    public static let video = Self(rawValue: "video")
    /// `SOUND`.
    public static let sound = Self(rawValue: "sound")
    /// `STICKER`.
    public static let sticker = Self(rawValue: "sticker")
    /// `POLL`.
    public static let poll = Self(rawValue: "poll")
    /// `SNAPSHOT`.
    public static let snapshot = Self(rawValue: "snapshot")

    /// Every described value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "LINK": .link,
            "EMBED": .embed,
            "FILE": .file,
            "IMAGE": .image,
            "VIDEO": .video,
            "SOUND": .sound,
            "STICKER": .sticker,
            "POLL": .poll,
            "SNAPSHOT": .snapshot,
        ]
    }

    /// The message does not have this.
    public static func not(_ content: Self) -> Self { Self(rawValue: "-" + content.rawValue) }
}

/// Who wrote a message that is looked for.
///
/// <https://docs.discord.com/developers/resources/message#search-guild-messages>
public struct SearchAuthorType: OpenEnum {
    /// The value on the wire.
    public let rawValue: String

    /// Wraps a value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `USER`.
    public static let user = Self(rawValue: "user")
    /// `BOT`.
    public static let bot = Self(rawValue: "bot")
    /// `WEBHOOK`.
    public static let webhook = Self(rawValue: "webhook")

    /// Every described value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "USER": .user,
            "BOT": .bot,
            "WEBHOOK": .webhook,
        ]
    }

    /// The author is none of these.
    public static func not(_ type: Self) -> Self { Self(rawValue: "-" + type.rawValue) }
}

/// Kinds of embed that can be looked for.
///
/// <https://docs.discord.com/developers/resources/message#search-guild-messages>
public struct SearchEmbedType: OpenEnum {
    /// The value on the wire.
    public let rawValue: String

    /// Wraps a value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `IMAGE`.
    public static let image = Self(rawValue: "image")
    /// `VIDEO`.
    public static let video = Self(rawValue: "video")
    /// `GIFV`.
    public static let gif = Self(rawValue: "gif")
    /// `SOUND`.
    public static let sound = Self(rawValue: "sound")
    /// `ARTICLE`.
    public static let article = Self(rawValue: "article")

    /// Every described value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "IMAGE": .image,
            "VIDEO": .video,
            "GIFV": .gif,
            "SOUND": .sound,
            "ARTICLE": .article,
        ]
    }
}

/// By what messages that were found are sorted.
///
/// <https://docs.discord.com/developers/resources/message#search-guild-messages>
public struct MessageSortKey: OpenEnum {
    /// The value on the wire.
    public let rawValue: String

    /// Wraps a value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `RELEVANCE`.
    public static let relevance = Self(rawValue: "relevance")
    /// `TIMESTAMP`.
    public static let timestamp = Self(rawValue: "timestamp")

    /// Every described value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "RELEVANCE": .relevance,
            "TIMESTAMP": .timestamp,
        ]
    }
}

/// In which direction a search sorts.
///
/// <https://docs.discord.com/developers/resources/message#search-guild-messages>
public struct SearchSortOrder: OpenEnum {
    /// The value on the wire.
    public let rawValue: String

    /// Wraps a value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `ASC`.
    public static let ascending = Self(rawValue: "asc")
    /// `DESC`.
    public static let descending = Self(rawValue: "desc")

    /// Every described value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "ASC": .ascending,
            "DESC": .descending,
        ]
    }
}

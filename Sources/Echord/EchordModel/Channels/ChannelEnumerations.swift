public import EchordPrimitives
public import JSON

/// Kinds of channel.
///
/// <https://docs.discord.com/developers/resources/channel#channel-object-channel-types>
public struct ChannelType: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `GUILD_TEXT`.
    public static let guildText = Self(rawValue: 0)
    /// `DM`.
    public static let dm = Self(rawValue: 1)
    /// `GUILD_VOICE`.
    public static let guildVoice = Self(rawValue: 2)
    /// `GROUP_DM`.
    public static let groupDM = Self(rawValue: 3)
    /// `GUILD_CATEGORY`.
    public static let guildCategory = Self(rawValue: 4)
    /// `GUILD_ANNOUNCEMENT`.
    public static let guildAnnouncement = Self(rawValue: 5)
    /// `ANNOUNCEMENT_THREAD`.
    public static let announcementThread = Self(rawValue: 10)
    /// `PUBLIC_THREAD`.
    public static let publicThread = Self(rawValue: 11)
    /// `PRIVATE_THREAD`.
    public static let privateThread = Self(rawValue: 12)
    /// `GUILD_STAGE_VOICE`.
    public static let guildStageVoice = Self(rawValue: 13)
    /// `GUILD_DIRECTORY`.
    public static let guildDirectory = Self(rawValue: 14)
    /// `GUILD_FORUM`.
    public static let guildForum = Self(rawValue: 15)
    /// `GUILD_MEDIA`.
    public static let guildMedia = Self(rawValue: 16)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "GUILD_TEXT": .guildText,
            "DM": .dm,
            "GUILD_VOICE": .guildVoice,
            "GROUP_DM": .groupDM,
            "GUILD_CATEGORY": .guildCategory,
            "GUILD_ANNOUNCEMENT": .guildAnnouncement,
            "ANNOUNCEMENT_THREAD": .announcementThread,
            "PUBLIC_THREAD": .publicThread,
            "PRIVATE_THREAD": .privateThread,
            "GUILD_STAGE_VOICE": .guildStageVoice,
            "GUILD_DIRECTORY": .guildDirectory,
            "GUILD_FORUM": .guildForum,
            "GUILD_MEDIA": .guildMedia,
        ]
    }

    /// Whether the channel is a thread.
    public var isThread: Bool { self == .announcementThread || self == .publicThread || self == .privateThread }

    /// Whether people speak in the channel.
    public var isVoice: Bool { self == .guildVoice || self == .guildStageVoice }
}

/// How sharp cameras are.
///
/// <https://docs.discord.com/developers/resources/channel#channel-object-video-quality-modes>
public struct VideoQualityMode: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `AUTO`.
    public static let auto = Self(rawValue: 1)
    /// `FULL`.
    public static let full = Self(rawValue: 2)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "AUTO": .auto,
            "FULL": .full,
        ]
    }
}

/// How posts are sorted.
///
/// <https://docs.discord.com/developers/resources/channel#channel-object-sort-order-types>
public struct ForumSortOrder: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `LATEST_ACTIVITY`.
    public static let latestActivity = Self(rawValue: 0)
    /// `CREATION_DATE`.
    public static let creationDate = Self(rawValue: 1)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "LATEST_ACTIVITY": .latestActivity,
            "CREATION_DATE": .creationDate,
        ]
    }
}

/// How posts are laid out.
///
/// <https://docs.discord.com/developers/resources/channel#channel-object-forum-layout-types>
public struct ForumLayout: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `NOT_SET`.
    public static let notSet = Self(rawValue: 0)
    /// `LIST_VIEW`.
    public static let listView = Self(rawValue: 1)
    /// `GALLERY_VIEW`.
    public static let galleryView = Self(rawValue: 2)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "NOT_SET": .notSet,
            "LIST_VIEW": .listView,
            "GALLERY_VIEW": .galleryView,
        ]
    }
}

/// Minutes without activity after which a thread is archived.
///
/// <https://docs.discord.com/developers/resources/channel#thread-metadata-object>
public struct ThreadAutoArchiveDuration: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `ONE_HOUR`.
    public static let oneHour = Self(rawValue: 60)
    /// `ONE_DAY`.
    public static let oneDay = Self(rawValue: 1440)
    /// `THREE_DAYS`.
    public static let threeDays = Self(rawValue: 4320)
    /// `SEVEN_DAYS`.
    public static let sevenDays = Self(rawValue: 10080)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "ONE_HOUR": .oneHour,
            "ONE_DAY": .oneDay,
            "THREE_DAYS": .threeDays,
            "SEVEN_DAYS": .sevenDays,
        ]
    }
}

/// Flags of a channel.
///
/// <https://docs.discord.com/developers/resources/channel#channel-object-channel-flags>
public struct ChannelFlags: DiscordBitSet {
    /// The bits.
    public let rawValue: UInt64

    /// Wraps bits, known or not.
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// `PINNED`, bit 1.
    public static let pinned = Self(rawValue: 1 << 1)
    /// `REQUIRE_TAG`, bit 4.
    public static let requireTag = Self(rawValue: 1 << 4)
    /// `HIDE_MEDIA_DOWNLOAD_OPTIONS`, bit 15.
    public static let hideMediaDownloadOptions = Self(rawValue: 1 << 15)
    /// `IS_SPOILER_CHANNEL`, bit 21.
    public static let isSpoilerChannel = Self(rawValue: 1 << 21)
    /// `OBFUSCATED`, bit 17: the application may not see this channel; its name and content are hidden.
    public static let obfuscated = Self(rawValue: 1 << 17)

    /// Every documented flag by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "PINNED": .pinned,
            "REQUIRE_TAG": .requireTag,
            "HIDE_MEDIA_DOWNLOAD_OPTIONS": .hideMediaDownloadOptions,
            "IS_SPOILER_CHANNEL": .isSpoilerChannel,
            "OBFUSCATED": .obfuscated,
        ]
    }
}

/// Flags of a member of a thread, used for notifications only.
///
/// <https://docs.discord.com/developers/resources/channel#thread-member-object>
public struct ThreadMemberFlags: DiscordBitSet {
    /// The bits.
    public let rawValue: UInt64

    /// Wraps bits, known or not.
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// `NOTIFY`, bit 0.
    public static let notify = Self(rawValue: 1 << 0)

    /// Every documented flag by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "NOTIFY": .notify
        ]
    }
}

/// Whether a search of posts asks for all of its tags or some.
///
/// <https://docs.discord.com/developers/resources/channel#channel-object>
public struct ThreadTagSetting: OpenEnum {
    /// The value on the wire.
    public let rawValue: String

    /// Wraps a value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `MATCH_ALL`.
    public static let matchAll = Self(rawValue: "match_all")
    /// `MATCH_SOME`.
    public static let matchSome = Self(rawValue: "match_some")

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "MATCH_ALL": .matchAll,
            "MATCH_SOME": .matchSome,
        ]
    }
}

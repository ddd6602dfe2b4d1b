public import EchordPrimitives
public import JSON

/// Kinds of message.
///
/// <https://docs.discord.com/developers/resources/message#message-object-message-types>
public struct MessageType: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `DEFAULT`.
    public static let `default` = Self(rawValue: 0)
    /// `RECIPIENT_ADD`.
    public static let recipientAdd = Self(rawValue: 1)
    /// `RECIPIENT_REMOVE`.
    public static let recipientRemove = Self(rawValue: 2)
    /// `CALL`.
    public static let call = Self(rawValue: 3)
    /// `CHANNEL_NAME_CHANGE`.
    public static let channelNameChange = Self(rawValue: 4)
    /// `CHANNEL_ICON_CHANGE`.
    public static let channelIconChange = Self(rawValue: 5)
    /// `CHANNEL_PINNED_MESSAGE`.
    public static let channelPinnedMessage = Self(rawValue: 6)
    /// `USER_JOIN`.
    public static let userJoin = Self(rawValue: 7)
    /// `GUILD_BOOST`.
    public static let guildBoost = Self(rawValue: 8)
    /// `GUILD_BOOST_TIER_1`.
    public static let guildBoostTier1 = Self(rawValue: 9)
    /// `GUILD_BOOST_TIER_2`.
    public static let guildBoostTier2 = Self(rawValue: 10)
    /// `GUILD_BOOST_TIER_3`.
    public static let guildBoostTier3 = Self(rawValue: 11)
    /// `CHANNEL_FOLLOW_ADD`.
    public static let channelFollowAdd = Self(rawValue: 12)
    /// `GUILD_DISCOVERY_DISQUALIFIED`.
    public static let guildDiscoveryDisqualified = Self(rawValue: 14)
    /// `GUILD_DISCOVERY_REQUALIFIED`.
    public static let guildDiscoveryRequalified = Self(rawValue: 15)
    /// `GUILD_DISCOVERY_GRACE_PERIOD_INITIAL_WARNING`.
    public static let guildDiscoveryGracePeriodInitialWarning = Self(rawValue: 16)
    /// `GUILD_DISCOVERY_GRACE_PERIOD_FINAL_WARNING`.
    public static let guildDiscoveryGracePeriodFinalWarning = Self(rawValue: 17)
    /// `THREAD_CREATED`.
    public static let threadCreated = Self(rawValue: 18)
    /// `REPLY`.
    public static let reply = Self(rawValue: 19)
    /// `CHAT_INPUT_COMMAND`.
    public static let chatInputCommand = Self(rawValue: 20)
    /// `THREAD_STARTER_MESSAGE`.
    public static let threadStarterMessage = Self(rawValue: 21)
    /// `GUILD_INVITE_REMINDER`.
    public static let guildInviteReminder = Self(rawValue: 22)
    /// `CONTEXT_MENU_COMMAND`.
    public static let contextMenuCommand = Self(rawValue: 23)
    /// `AUTO_MODERATION_ACTION`.
    public static let autoModerationAction = Self(rawValue: 24)
    /// `ROLE_SUBSCRIPTION_PURCHASE`.
    public static let roleSubscriptionPurchase = Self(rawValue: 25)
    /// `INTERACTION_PREMIUM_UPSELL`.
    public static let interactionPremiumUpsell = Self(rawValue: 26)
    /// `STAGE_START`.
    public static let stageStart = Self(rawValue: 27)
    /// `STAGE_END`.
    public static let stageEnd = Self(rawValue: 28)
    /// `STAGE_SPEAKER`.
    public static let stageSpeaker = Self(rawValue: 29)
    /// `STAGE_TOPIC`.
    public static let stageTopic = Self(rawValue: 31)
    /// `GUILD_APPLICATION_PREMIUM_SUBSCRIPTION`.
    public static let guildApplicationPremiumSubscription = Self(rawValue: 32)
    /// `GUILD_INCIDENT_ALERT_MODE_ENABLED`.
    public static let guildIncidentAlertModeEnabled = Self(rawValue: 36)
    /// `GUILD_INCIDENT_ALERT_MODE_DISABLED`.
    public static let guildIncidentAlertModeDisabled = Self(rawValue: 37)
    /// `GUILD_INCIDENT_REPORT_RAID`.
    public static let guildIncidentReportRaid = Self(rawValue: 38)
    /// `GUILD_INCIDENT_REPORT_FALSE_ALARM`.
    public static let guildIncidentReportFalseAlarm = Self(rawValue: 39)
    /// `PURCHASE_NOTIFICATION`.
    public static let purchaseNotification = Self(rawValue: 44)
    /// `POLL_RESULT`.
    public static let pollResult = Self(rawValue: 46)
    /// `HD_STREAMING_UPGRADED`.
    public static let hdStreamingUpgraded = Self(rawValue: 55)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "DEFAULT": .`default`,
            "RECIPIENT_ADD": .recipientAdd,
            "RECIPIENT_REMOVE": .recipientRemove,
            "CALL": .call,
            "CHANNEL_NAME_CHANGE": .channelNameChange,
            "CHANNEL_ICON_CHANGE": .channelIconChange,
            "CHANNEL_PINNED_MESSAGE": .channelPinnedMessage,
            "USER_JOIN": .userJoin,
            "GUILD_BOOST": .guildBoost,
            "GUILD_BOOST_TIER_1": .guildBoostTier1,
            "GUILD_BOOST_TIER_2": .guildBoostTier2,
            "GUILD_BOOST_TIER_3": .guildBoostTier3,
            "CHANNEL_FOLLOW_ADD": .channelFollowAdd,
            "GUILD_DISCOVERY_DISQUALIFIED": .guildDiscoveryDisqualified,
            "GUILD_DISCOVERY_REQUALIFIED": .guildDiscoveryRequalified,
            "GUILD_DISCOVERY_GRACE_PERIOD_INITIAL_WARNING": .guildDiscoveryGracePeriodInitialWarning,
            "GUILD_DISCOVERY_GRACE_PERIOD_FINAL_WARNING": .guildDiscoveryGracePeriodFinalWarning,
            "THREAD_CREATED": .threadCreated,
            "REPLY": .reply,
            "CHAT_INPUT_COMMAND": .chatInputCommand,
            "THREAD_STARTER_MESSAGE": .threadStarterMessage,
            "GUILD_INVITE_REMINDER": .guildInviteReminder,
            "CONTEXT_MENU_COMMAND": .contextMenuCommand,
            "AUTO_MODERATION_ACTION": .autoModerationAction,
            "ROLE_SUBSCRIPTION_PURCHASE": .roleSubscriptionPurchase,
            "INTERACTION_PREMIUM_UPSELL": .interactionPremiumUpsell,
            "STAGE_START": .stageStart,
            "STAGE_END": .stageEnd,
            "STAGE_SPEAKER": .stageSpeaker,
            "STAGE_TOPIC": .stageTopic,
            "GUILD_APPLICATION_PREMIUM_SUBSCRIPTION": .guildApplicationPremiumSubscription,
            "GUILD_INCIDENT_ALERT_MODE_ENABLED": .guildIncidentAlertModeEnabled,
            "GUILD_INCIDENT_ALERT_MODE_DISABLED": .guildIncidentAlertModeDisabled,
            "GUILD_INCIDENT_REPORT_RAID": .guildIncidentReportRaid,
            "GUILD_INCIDENT_REPORT_FALSE_ALARM": .guildIncidentReportFalseAlarm,
            "PURCHASE_NOTIFICATION": .purchaseNotification,
            "POLL_RESULT": .pollResult,
            "HD_STREAMING_UPGRADED": .hdStreamingUpgraded,
        ]
    }
}

/// What a Rich Presence message invites to.
///
/// <https://docs.discord.com/developers/resources/message#message-object-message-activity-types>
public struct MessageActivityType: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `JOIN`.
    public static let join = Self(rawValue: 1)
    /// `SPECTATE`.
    public static let spectate = Self(rawValue: 2)
    /// `LISTEN`.
    public static let listen = Self(rawValue: 3)
    /// `JOIN_REQUEST`.
    public static let joinRequest = Self(rawValue: 5)
    /// `STREAM_REQUEST`.
    public static let streamRequest = Self(rawValue: 6)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "JOIN": .join,
            "SPECTATE": .spectate,
            "LISTEN": .listen,
            "JOIN_REQUEST": .joinRequest,
            "STREAM_REQUEST": .streamRequest,
        ]
    }
}

/// How a message refers to another.
///
/// <https://docs.discord.com/developers/resources/message#message-reference-types>
public struct MessageReferenceType: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `DEFAULT`.
    public static let `default` = Self(rawValue: 0)
    /// `FORWARD`.
    public static let forward = Self(rawValue: 1)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "DEFAULT": .`default`,
            "FORWARD": .forward,
        ]
    }
}

/// What may be mentioned from the text.
///
/// <https://docs.discord.com/developers/resources/message#allowed-mentions-object-allowed-mention-types>
public struct AllowedMentionType: OpenEnum {
    /// The value on the wire.
    public let rawValue: String

    /// Wraps a value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `ROLES`.
    public static let roles = Self(rawValue: "roles")
    /// `USERS`.
    public static let users = Self(rawValue: "users")
    /// `EVERYONE`.
    public static let everyone = Self(rawValue: "everyone")

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "ROLES": .roles,
            "USERS": .users,
            "EVERYONE": .everyone,
        ]
    }
}

/// Kinds of reaction.
///
/// <https://docs.discord.com/developers/resources/message#get-reactions-reaction-types>
public struct ReactionType: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `NORMAL`.
    public static let normal = Self(rawValue: 0)
    /// `BURST`.
    public static let burst = Self(rawValue: 1)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "NORMAL": .normal,
            "BURST": .burst,
        ]
    }
}

/// What a shared theme is built on.
///
/// <https://docs.discord.com/developers/resources/message#shared-client-theme-object>
public struct ThemeBase: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `UNSET`.
    public static let unset = Self(rawValue: 0)
    /// `DARK`.
    public static let dark = Self(rawValue: 1)
    /// `LIGHT`.
    public static let light = Self(rawValue: 2)
    /// `DARKER`.
    public static let darker = Self(rawValue: 3)
    /// `MIDNIGHT`.
    public static let midnight = Self(rawValue: 4)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "UNSET": .unset,
            "DARK": .dark,
            "LIGHT": .light,
            "DARKER": .darker,
            "MIDNIGHT": .midnight,
        ]
    }
}

/// Flags of a message.
///
/// <https://docs.discord.com/developers/resources/message#message-object-message-flags>
public struct MessageFlags: DiscordBitSet {
    /// The bits.
    public let rawValue: UInt64

    /// Wraps bits, known or not.
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// `CROSSPOSTED`, bit 0.
    public static let crossposted = Self(rawValue: 1 << 0)
    /// `IS_CROSSPOST`, bit 1.
    public static let isCrosspost = Self(rawValue: 1 << 1)
    /// `SUPPRESS_EMBEDS`, bit 2.
    public static let suppressEmbeds = Self(rawValue: 1 << 2)
    /// `SOURCE_MESSAGE_DELETED`, bit 3.
    public static let sourceMessageDeleted = Self(rawValue: 1 << 3)
    /// `URGENT`, bit 4.
    public static let urgent = Self(rawValue: 1 << 4)
    /// `HAS_THREAD`, bit 5.
    public static let hasThread = Self(rawValue: 1 << 5)
    /// `EPHEMERAL`, bit 6.
    public static let ephemeral = Self(rawValue: 1 << 6)
    /// `LOADING`, bit 7.
    public static let loading = Self(rawValue: 1 << 7)
    /// `FAILED_TO_MENTION_SOME_ROLES_IN_THREAD`, bit 8.
    public static let failedToMentionSomeRolesInThread = Self(rawValue: 1 << 8)
    /// `SUPPRESS_NOTIFICATIONS`, bit 12.
    public static let suppressNotifications = Self(rawValue: 1 << 12)
    /// `IS_VOICE_MESSAGE`, bit 13.
    public static let isVoiceMessage = Self(rawValue: 1 << 13)
    /// `HAS_SNAPSHOT`, bit 14.
    public static let hasSnapshot = Self(rawValue: 1 << 14)
    /// `IS_COMPONENTS_V2`, bit 15.
    public static let isComponentsV2 = Self(rawValue: 1 << 15)

    /// Every documented flag by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "CROSSPOSTED": .crossposted,
            "IS_CROSSPOST": .isCrosspost,
            "SUPPRESS_EMBEDS": .suppressEmbeds,
            "SOURCE_MESSAGE_DELETED": .sourceMessageDeleted,
            "URGENT": .urgent,
            "HAS_THREAD": .hasThread,
            "EPHEMERAL": .ephemeral,
            "LOADING": .loading,
            "FAILED_TO_MENTION_SOME_ROLES_IN_THREAD": .failedToMentionSomeRolesInThread,
            "SUPPRESS_NOTIFICATIONS": .suppressNotifications,
            "IS_VOICE_MESSAGE": .isVoiceMessage,
            "HAS_SNAPSHOT": .hasSnapshot,
            "IS_COMPONENTS_V2": .isComponentsV2,
        ]
    }
}

/// Flags of an attachment.
///
/// <https://docs.discord.com/developers/resources/message#attachment-object-attachment-flags>
public struct AttachmentFlags: DiscordBitSet {
    /// The bits.
    public let rawValue: UInt64

    /// Wraps bits, known or not.
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// `IS_CLIP`, bit 0.
    public static let isClip = Self(rawValue: 1 << 0)
    /// `IS_THUMBNAIL`, bit 1.
    public static let isThumbnail = Self(rawValue: 1 << 1)
    /// `IS_REMIX`, bit 2.
    public static let isRemix = Self(rawValue: 1 << 2)
    /// `IS_SPOILER`, bit 3.
    public static let isSpoiler = Self(rawValue: 1 << 3)
    /// `IS_ANIMATED`, bit 5.
    public static let isAnimated = Self(rawValue: 1 << 5)

    /// Every documented flag by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "IS_CLIP": .isClip,
            "IS_THUMBNAIL": .isThumbnail,
            "IS_REMIX": .isRemix,
            "IS_SPOILER": .isSpoiler,
            "IS_ANIMATED": .isAnimated,
        ]
    }
}

/// What was bought.
///
/// <https://docs.discord.com/developers/resources/message#message-object>
public struct PurchaseType: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `GUILD_PRODUCT`.
    public static let guildProduct = Self(rawValue: 0)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "GUILD_PRODUCT": .guildProduct
        ]
    }
}

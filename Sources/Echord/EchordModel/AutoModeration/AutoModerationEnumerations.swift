public import EchordPrimitives
public import JSON

/// What a rule looks for.
///
/// <https://docs.discord.com/developers/resources/auto-moderation#auto-moderation-rule-object-trigger-types>
public struct AutoModerationTriggerType: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `KEYWORD`.
    public static let keyword = Self(rawValue: 1)
    /// `SPAM`.
    public static let spam = Self(rawValue: 3)
    /// `KEYWORD_PRESET`.
    public static let keywordPreset = Self(rawValue: 4)
    /// `MENTION_SPAM`.
    public static let mentionSpam = Self(rawValue: 5)
    /// `MEMBER_PROFILE`.
    public static let memberProfile = Self(rawValue: 6)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "KEYWORD": .keyword,
            "SPAM": .spam,
            "KEYWORD_PRESET": .keywordPreset,
            "MENTION_SPAM": .mentionSpam,
            "MEMBER_PROFILE": .memberProfile,
        ]
    }
}

/// What a rule does.
///
/// <https://docs.discord.com/developers/resources/auto-moderation#auto-moderation-action-object-action-types>
public struct AutoModerationActionType: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `BLOCK_MESSAGE`.
    public static let blockMessage = Self(rawValue: 1)
    /// `SEND_ALERT_MESSAGE`.
    public static let sendAlertMessage = Self(rawValue: 2)
    /// `TIMEOUT`.
    public static let timeout = Self(rawValue: 3)
    /// `BLOCK_MEMBER_INTERACTION`.
    public static let blockMemberInteraction = Self(rawValue: 4)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "BLOCK_MESSAGE": .blockMessage,
            "SEND_ALERT_MESSAGE": .sendAlertMessage,
            "TIMEOUT": .timeout,
            "BLOCK_MEMBER_INTERACTION": .blockMemberInteraction,
        ]
    }
}

/// When a rule looks.
///
/// <https://docs.discord.com/developers/resources/auto-moderation#auto-moderation-rule-object-event-types>
public struct AutoModerationEventType: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `MESSAGE_SEND`.
    public static let messageSend = Self(rawValue: 1)
    /// `MEMBER_UPDATE`.
    public static let memberUpdate = Self(rawValue: 2)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "MESSAGE_SEND": .messageSend,
            "MEMBER_UPDATE": .memberUpdate,
        ]
    }
}

/// Discord's own word lists.
///
/// <https://docs.discord.com/developers/resources/auto-moderation#auto-moderation-rule-object-keyword-preset-types>
public struct AutoModerationKeywordPreset: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `PROFANITY`.
    public static let profanity = Self(rawValue: 1)
    /// `SEXUAL_CONTENT`.
    public static let sexualContent = Self(rawValue: 2)
    /// `SLURS`.
    public static let slurs = Self(rawValue: 3)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "PROFANITY": .profanity,
            "SEXUAL_CONTENT": .sexualContent,
            "SLURS": .slurs,
        ]
    }
}

public import EchordPrimitives
public import JSON

/// What was done.
///
/// <https://docs.discord.com/developers/resources/audit-log#audit-log-entry-object-audit-log-events>
public struct AuditLogEvent: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `GUILD_UPDATE`.
    public static let guildUpdate = Self(rawValue: 1)
    /// `CHANNEL_CREATE`.
    public static let channelCreate = Self(rawValue: 10)
    /// `CHANNEL_UPDATE`.
    public static let channelUpdate = Self(rawValue: 11)
    /// `CHANNEL_DELETE`.
    public static let channelDelete = Self(rawValue: 12)
    /// `CHANNEL_OVERWRITE_CREATE`.
    public static let channelOverwriteCreate = Self(rawValue: 13)
    /// `CHANNEL_OVERWRITE_UPDATE`.
    public static let channelOverwriteUpdate = Self(rawValue: 14)
    /// `CHANNEL_OVERWRITE_DELETE`.
    public static let channelOverwriteDelete = Self(rawValue: 15)
    /// `MEMBER_KICK`.
    public static let memberKick = Self(rawValue: 20)
    /// `MEMBER_PRUNE`.
    public static let memberPrune = Self(rawValue: 21)
    /// `MEMBER_BAN_ADD`.
    public static let memberBanAdd = Self(rawValue: 22)
    /// `MEMBER_BAN_REMOVE`.
    public static let memberBanRemove = Self(rawValue: 23)
    /// `MEMBER_UPDATE`.
    public static let memberUpdate = Self(rawValue: 24)
    /// `MEMBER_ROLE_UPDATE`.
    public static let memberRoleUpdate = Self(rawValue: 25)
    /// `MEMBER_MOVE`.
    public static let memberMove = Self(rawValue: 26)
    /// `MEMBER_DISCONNECT`.
    public static let memberDisconnect = Self(rawValue: 27)
    /// `BOT_ADD`.
    public static let botAdd = Self(rawValue: 28)
    /// `ROLE_CREATE`.
    public static let roleCreate = Self(rawValue: 30)
    /// `ROLE_UPDATE`.
    public static let roleUpdate = Self(rawValue: 31)
    /// `ROLE_DELETE`.
    public static let roleDelete = Self(rawValue: 32)
    /// `INVITE_CREATE`.
    public static let inviteCreate = Self(rawValue: 40)
    /// `INVITE_UPDATE`.
    public static let inviteUpdate = Self(rawValue: 41)
    /// `INVITE_DELETE`.
    public static let inviteDelete = Self(rawValue: 42)
    /// `WEBHOOK_CREATE`.
    public static let webhookCreate = Self(rawValue: 50)
    /// `WEBHOOK_UPDATE`.
    public static let webhookUpdate = Self(rawValue: 51)
    /// `WEBHOOK_DELETE`.
    public static let webhookDelete = Self(rawValue: 52)
    /// `EMOJI_CREATE`.
    public static let emojiCreate = Self(rawValue: 60)
    /// `EMOJI_UPDATE`.
    public static let emojiUpdate = Self(rawValue: 61)
    /// `EMOJI_DELETE`.
    public static let emojiDelete = Self(rawValue: 62)
    /// `MESSAGE_DELETE`.
    public static let messageDelete = Self(rawValue: 72)
    /// `MESSAGE_BULK_DELETE`.
    public static let messageBulkDelete = Self(rawValue: 73)
    /// `MESSAGE_PIN`.
    public static let messagePin = Self(rawValue: 74)
    /// `MESSAGE_UNPIN`.
    public static let messageUnpin = Self(rawValue: 75)
    /// `INTEGRATION_CREATE`.
    public static let integrationCreate = Self(rawValue: 80)
    /// `INTEGRATION_UPDATE`.
    public static let integrationUpdate = Self(rawValue: 81)
    /// `INTEGRATION_DELETE`.
    public static let integrationDelete = Self(rawValue: 82)
    /// `STAGE_INSTANCE_CREATE`.
    public static let stageInstanceCreate = Self(rawValue: 83)
    /// `STAGE_INSTANCE_UPDATE`.
    public static let stageInstanceUpdate = Self(rawValue: 84)
    /// `STAGE_INSTANCE_DELETE`.
    public static let stageInstanceDelete = Self(rawValue: 85)
    /// `STICKER_CREATE`.
    public static let stickerCreate = Self(rawValue: 90)
    /// `STICKER_UPDATE`.
    public static let stickerUpdate = Self(rawValue: 91)
    /// `STICKER_DELETE`.
    public static let stickerDelete = Self(rawValue: 92)
    /// `GUILD_SCHEDULED_EVENT_CREATE`.
    public static let guildScheduledEventCreate = Self(rawValue: 100)
    /// `GUILD_SCHEDULED_EVENT_UPDATE`.
    public static let guildScheduledEventUpdate = Self(rawValue: 101)
    /// `GUILD_SCHEDULED_EVENT_DELETE`.
    public static let guildScheduledEventDelete = Self(rawValue: 102)
    /// `THREAD_CREATE`.
    public static let threadCreate = Self(rawValue: 110)
    /// `THREAD_UPDATE`.
    public static let threadUpdate = Self(rawValue: 111)
    /// `THREAD_DELETE`.
    public static let threadDelete = Self(rawValue: 112)
    /// `APPLICATION_COMMAND_PERMISSION_UPDATE`.
    public static let applicationCommandPermissionUpdate = Self(rawValue: 121)
    /// `SOUNDBOARD_SOUND_CREATE`.
    public static let soundboardSoundCreate = Self(rawValue: 130)
    /// `SOUNDBOARD_SOUND_UPDATE`.
    public static let soundboardSoundUpdate = Self(rawValue: 131)
    /// `SOUNDBOARD_SOUND_DELETE`.
    public static let soundboardSoundDelete = Self(rawValue: 132)
    /// `AUTO_MODERATION_RULE_CREATE`.
    public static let autoModerationRuleCreate = Self(rawValue: 140)
    /// `AUTO_MODERATION_RULE_UPDATE`.
    public static let autoModerationRuleUpdate = Self(rawValue: 141)
    /// `AUTO_MODERATION_RULE_DELETE`.
    public static let autoModerationRuleDelete = Self(rawValue: 142)
    /// `AUTO_MODERATION_BLOCK_MESSAGE`.
    public static let autoModerationBlockMessage = Self(rawValue: 143)
    /// `AUTO_MODERATION_FLAG_TO_CHANNEL`.
    public static let autoModerationFlagToChannel = Self(rawValue: 144)
    /// `AUTO_MODERATION_USER_COMMUNICATION_DISABLED`.
    public static let autoModerationUserCommunicationDisabled = Self(rawValue: 145)
    /// `AUTO_MODERATION_QUARANTINE_USER`.
    public static let autoModerationQuarantineUser = Self(rawValue: 146)
    /// `CREATOR_MONETIZATION_REQUEST_CREATED`.
    public static let creatorMonetizationRequestCreated = Self(rawValue: 150)
    /// `CREATOR_MONETIZATION_TERMS_ACCEPTED`.
    public static let creatorMonetizationTermsAccepted = Self(rawValue: 151)
    /// `ONBOARDING_PROMPT_CREATE`.
    public static let onboardingPromptCreate = Self(rawValue: 163)
    /// `ONBOARDING_PROMPT_UPDATE`.
    public static let onboardingPromptUpdate = Self(rawValue: 164)
    /// `ONBOARDING_PROMPT_DELETE`.
    public static let onboardingPromptDelete = Self(rawValue: 165)
    /// `ONBOARDING_CREATE`.
    public static let onboardingCreate = Self(rawValue: 166)
    /// `ONBOARDING_UPDATE`.
    public static let onboardingUpdate = Self(rawValue: 167)
    /// `HOME_SETTINGS_CREATE`.
    public static let homeSettingsCreate = Self(rawValue: 190)
    /// `HOME_SETTINGS_UPDATE`.
    public static let homeSettingsUpdate = Self(rawValue: 191)
    /// `VOICE_CHANNEL_STATUS_CREATE`.
    public static let voiceChannelStatusCreate = Self(rawValue: 192)
    /// `VOICE_CHANNEL_STATUS_DELETE`.
    public static let voiceChannelStatusDelete = Self(rawValue: 193)
    /// `GUILD_HOME_FEATURE_ITEM`.
    public static let guildHomeFeatureItem = Self(rawValue: 171)
    /// `GUILD_HOME_REMOVE_ITEM`.
    public static let guildHomeRemoveItem = Self(rawValue: 172)
    /// `HARMFUL_LINKS_BLOCKED_MESSAGE`.
    public static let harmfulLinksBlockedMessage = Self(rawValue: 180)
    /// `GUILD_SCHEDULED_EVENT_EXCEPTION_CREATE`.
    public static let guildScheduledEventExceptionCreate = Self(rawValue: 200)
    /// `GUILD_SCHEDULED_EVENT_EXCEPTION_UPDATE`.
    public static let guildScheduledEventExceptionUpdate = Self(rawValue: 201)
    /// `GUILD_SCHEDULED_EVENT_EXCEPTION_DELETE`.
    public static let guildScheduledEventExceptionDelete = Self(rawValue: 202)
    /// `GUILD_PROFILE_UPDATE`.
    public static let guildProfileUpdate = Self(rawValue: 211)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "GUILD_UPDATE": .guildUpdate,
            "CHANNEL_CREATE": .channelCreate,
            "CHANNEL_UPDATE": .channelUpdate,
            "CHANNEL_DELETE": .channelDelete,
            "CHANNEL_OVERWRITE_CREATE": .channelOverwriteCreate,
            "CHANNEL_OVERWRITE_UPDATE": .channelOverwriteUpdate,
            "CHANNEL_OVERWRITE_DELETE": .channelOverwriteDelete,
            "MEMBER_KICK": .memberKick,
            "MEMBER_PRUNE": .memberPrune,
            "MEMBER_BAN_ADD": .memberBanAdd,
            "MEMBER_BAN_REMOVE": .memberBanRemove,
            "MEMBER_UPDATE": .memberUpdate,
            "MEMBER_ROLE_UPDATE": .memberRoleUpdate,
            "MEMBER_MOVE": .memberMove,
            "MEMBER_DISCONNECT": .memberDisconnect,
            "BOT_ADD": .botAdd,
            "ROLE_CREATE": .roleCreate,
            "ROLE_UPDATE": .roleUpdate,
            "ROLE_DELETE": .roleDelete,
            "INVITE_CREATE": .inviteCreate,
            "INVITE_UPDATE": .inviteUpdate,
            "INVITE_DELETE": .inviteDelete,
            "WEBHOOK_CREATE": .webhookCreate,
            "WEBHOOK_UPDATE": .webhookUpdate,
            "WEBHOOK_DELETE": .webhookDelete,
            "EMOJI_CREATE": .emojiCreate,
            "EMOJI_UPDATE": .emojiUpdate,
            "EMOJI_DELETE": .emojiDelete,
            "MESSAGE_DELETE": .messageDelete,
            "MESSAGE_BULK_DELETE": .messageBulkDelete,
            "MESSAGE_PIN": .messagePin,
            "MESSAGE_UNPIN": .messageUnpin,
            "INTEGRATION_CREATE": .integrationCreate,
            "INTEGRATION_UPDATE": .integrationUpdate,
            "INTEGRATION_DELETE": .integrationDelete,
            "STAGE_INSTANCE_CREATE": .stageInstanceCreate,
            "STAGE_INSTANCE_UPDATE": .stageInstanceUpdate,
            "STAGE_INSTANCE_DELETE": .stageInstanceDelete,
            "STICKER_CREATE": .stickerCreate,
            "STICKER_UPDATE": .stickerUpdate,
            "STICKER_DELETE": .stickerDelete,
            "GUILD_SCHEDULED_EVENT_CREATE": .guildScheduledEventCreate,
            "GUILD_SCHEDULED_EVENT_UPDATE": .guildScheduledEventUpdate,
            "GUILD_SCHEDULED_EVENT_DELETE": .guildScheduledEventDelete,
            "THREAD_CREATE": .threadCreate,
            "THREAD_UPDATE": .threadUpdate,
            "THREAD_DELETE": .threadDelete,
            "APPLICATION_COMMAND_PERMISSION_UPDATE": .applicationCommandPermissionUpdate,
            "SOUNDBOARD_SOUND_CREATE": .soundboardSoundCreate,
            "SOUNDBOARD_SOUND_UPDATE": .soundboardSoundUpdate,
            "SOUNDBOARD_SOUND_DELETE": .soundboardSoundDelete,
            "AUTO_MODERATION_RULE_CREATE": .autoModerationRuleCreate,
            "AUTO_MODERATION_RULE_UPDATE": .autoModerationRuleUpdate,
            "AUTO_MODERATION_RULE_DELETE": .autoModerationRuleDelete,
            "AUTO_MODERATION_BLOCK_MESSAGE": .autoModerationBlockMessage,
            "AUTO_MODERATION_FLAG_TO_CHANNEL": .autoModerationFlagToChannel,
            "AUTO_MODERATION_USER_COMMUNICATION_DISABLED": .autoModerationUserCommunicationDisabled,
            "AUTO_MODERATION_QUARANTINE_USER": .autoModerationQuarantineUser,
            "CREATOR_MONETIZATION_REQUEST_CREATED": .creatorMonetizationRequestCreated,
            "CREATOR_MONETIZATION_TERMS_ACCEPTED": .creatorMonetizationTermsAccepted,
            "ONBOARDING_PROMPT_CREATE": .onboardingPromptCreate,
            "ONBOARDING_PROMPT_UPDATE": .onboardingPromptUpdate,
            "ONBOARDING_PROMPT_DELETE": .onboardingPromptDelete,
            "ONBOARDING_CREATE": .onboardingCreate,
            "ONBOARDING_UPDATE": .onboardingUpdate,
            "HOME_SETTINGS_CREATE": .homeSettingsCreate,
            "HOME_SETTINGS_UPDATE": .homeSettingsUpdate,
            "VOICE_CHANNEL_STATUS_CREATE": .voiceChannelStatusCreate,
            "VOICE_CHANNEL_STATUS_DELETE": .voiceChannelStatusDelete,
            "GUILD_HOME_FEATURE_ITEM": .guildHomeFeatureItem,
            "GUILD_HOME_REMOVE_ITEM": .guildHomeRemoveItem,
            "HARMFUL_LINKS_BLOCKED_MESSAGE": .harmfulLinksBlockedMessage,
            "GUILD_SCHEDULED_EVENT_EXCEPTION_CREATE": .guildScheduledEventExceptionCreate,
            "GUILD_SCHEDULED_EVENT_EXCEPTION_UPDATE": .guildScheduledEventExceptionUpdate,
            "GUILD_SCHEDULED_EVENT_EXCEPTION_DELETE": .guildScheduledEventExceptionDelete,
            "GUILD_PROFILE_UPDATE": .guildProfileUpdate,
        ]
    }
}

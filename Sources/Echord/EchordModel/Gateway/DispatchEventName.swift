public import EchordPrimitives
public import JSON

/// Names of the events the gateway dispatches.
///
/// <https://docs.discord.com/developers/events/gateway-events#receive-events>
public struct DispatchEventName: OpenEnum {
    /// The value on the wire.
    public let rawValue: String

    /// Wraps a value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `READY`.
    public static let ready = Self(rawValue: "READY")
    /// `RESUMED`.
    public static let resumed = Self(rawValue: "RESUMED")
    /// `RATE_LIMITED`.
    public static let rateLimited = Self(rawValue: "RATE_LIMITED")
    /// `APPLICATION_COMMAND_PERMISSIONS_UPDATE`.
    public static let applicationCommandPermissionsUpdate = Self(rawValue: "APPLICATION_COMMAND_PERMISSIONS_UPDATE")
    /// `AUTO_MODERATION_RULE_CREATE`.
    public static let autoModerationRuleCreate = Self(rawValue: "AUTO_MODERATION_RULE_CREATE")
    /// `AUTO_MODERATION_RULE_UPDATE`.
    public static let autoModerationRuleUpdate = Self(rawValue: "AUTO_MODERATION_RULE_UPDATE")
    /// `AUTO_MODERATION_RULE_DELETE`.
    public static let autoModerationRuleDelete = Self(rawValue: "AUTO_MODERATION_RULE_DELETE")
    /// `AUTO_MODERATION_ACTION_EXECUTION`.
    public static let autoModerationActionExecution = Self(rawValue: "AUTO_MODERATION_ACTION_EXECUTION")
    /// `CHANNEL_CREATE`.
    public static let channelCreate = Self(rawValue: "CHANNEL_CREATE")
    /// `CHANNEL_UPDATE`.
    public static let channelUpdate = Self(rawValue: "CHANNEL_UPDATE")
    /// `CHANNEL_DELETE`.
    public static let channelDelete = Self(rawValue: "CHANNEL_DELETE")
    /// `CHANNEL_INFO`.
    public static let channelInfo = Self(rawValue: "CHANNEL_INFO")
    /// `CHANNEL_PINS_UPDATE`.
    public static let channelPinsUpdate = Self(rawValue: "CHANNEL_PINS_UPDATE")
    /// `THREAD_CREATE`.
    public static let threadCreate = Self(rawValue: "THREAD_CREATE")
    /// `THREAD_UPDATE`.
    public static let threadUpdate = Self(rawValue: "THREAD_UPDATE")
    /// `THREAD_DELETE`.
    public static let threadDelete = Self(rawValue: "THREAD_DELETE")
    /// `THREAD_LIST_SYNC`.
    public static let threadListSync = Self(rawValue: "THREAD_LIST_SYNC")
    /// `THREAD_MEMBER_UPDATE`.
    public static let threadMemberUpdate = Self(rawValue: "THREAD_MEMBER_UPDATE")
    /// `THREAD_MEMBERS_UPDATE`.
    public static let threadMembersUpdate = Self(rawValue: "THREAD_MEMBERS_UPDATE")
    /// `ENTITLEMENT_CREATE`.
    public static let entitlementCreate = Self(rawValue: "ENTITLEMENT_CREATE")
    /// `ENTITLEMENT_UPDATE`.
    public static let entitlementUpdate = Self(rawValue: "ENTITLEMENT_UPDATE")
    /// `ENTITLEMENT_DELETE`.
    public static let entitlementDelete = Self(rawValue: "ENTITLEMENT_DELETE")
    /// `GUILD_CREATE`.
    public static let guildCreate = Self(rawValue: "GUILD_CREATE")
    /// `GUILD_UPDATE`.
    public static let guildUpdate = Self(rawValue: "GUILD_UPDATE")
    /// `GUILD_DELETE`.
    public static let guildDelete = Self(rawValue: "GUILD_DELETE")
    /// `GUILD_AUDIT_LOG_ENTRY_CREATE`.
    public static let guildAuditLogEntryCreate = Self(rawValue: "GUILD_AUDIT_LOG_ENTRY_CREATE")
    /// `GUILD_BAN_ADD`.
    public static let guildBanAdd = Self(rawValue: "GUILD_BAN_ADD")
    /// `GUILD_BAN_REMOVE`.
    public static let guildBanRemove = Self(rawValue: "GUILD_BAN_REMOVE")
    /// `GUILD_EMOJIS_UPDATE`.
    public static let guildEmojisUpdate = Self(rawValue: "GUILD_EMOJIS_UPDATE")
    /// `GUILD_STICKERS_UPDATE`.
    public static let guildStickersUpdate = Self(rawValue: "GUILD_STICKERS_UPDATE")
    /// `GUILD_INTEGRATIONS_UPDATE`.
    public static let guildIntegrationsUpdate = Self(rawValue: "GUILD_INTEGRATIONS_UPDATE")
    /// `GUILD_MEMBER_ADD`.
    public static let guildMemberAdd = Self(rawValue: "GUILD_MEMBER_ADD")
    /// `GUILD_MEMBER_REMOVE`.
    public static let guildMemberRemove = Self(rawValue: "GUILD_MEMBER_REMOVE")
    /// `GUILD_MEMBER_UPDATE`.
    public static let guildMemberUpdate = Self(rawValue: "GUILD_MEMBER_UPDATE")
    /// `GUILD_MEMBERS_CHUNK`.
    public static let guildMembersChunk = Self(rawValue: "GUILD_MEMBERS_CHUNK")
    /// `GUILD_ROLE_CREATE`.
    public static let guildRoleCreate = Self(rawValue: "GUILD_ROLE_CREATE")
    /// `GUILD_ROLE_UPDATE`.
    public static let guildRoleUpdate = Self(rawValue: "GUILD_ROLE_UPDATE")
    /// `GUILD_ROLE_DELETE`.
    public static let guildRoleDelete = Self(rawValue: "GUILD_ROLE_DELETE")
    /// `GUILD_SCHEDULED_EVENT_CREATE`.
    public static let guildScheduledEventCreate = Self(rawValue: "GUILD_SCHEDULED_EVENT_CREATE")
    /// `GUILD_SCHEDULED_EVENT_UPDATE`.
    public static let guildScheduledEventUpdate = Self(rawValue: "GUILD_SCHEDULED_EVENT_UPDATE")
    /// `GUILD_SCHEDULED_EVENT_DELETE`.
    public static let guildScheduledEventDelete = Self(rawValue: "GUILD_SCHEDULED_EVENT_DELETE")
    /// `GUILD_SCHEDULED_EVENT_USER_ADD`.
    public static let guildScheduledEventUserAdd = Self(rawValue: "GUILD_SCHEDULED_EVENT_USER_ADD")
    /// `GUILD_SCHEDULED_EVENT_USER_REMOVE`.
    public static let guildScheduledEventUserRemove = Self(rawValue: "GUILD_SCHEDULED_EVENT_USER_REMOVE")
    /// `GUILD_SOUNDBOARD_SOUND_CREATE`.
    public static let guildSoundboardSoundCreate = Self(rawValue: "GUILD_SOUNDBOARD_SOUND_CREATE")
    /// `GUILD_SOUNDBOARD_SOUND_UPDATE`.
    public static let guildSoundboardSoundUpdate = Self(rawValue: "GUILD_SOUNDBOARD_SOUND_UPDATE")
    /// `GUILD_SOUNDBOARD_SOUND_DELETE`.
    public static let guildSoundboardSoundDelete = Self(rawValue: "GUILD_SOUNDBOARD_SOUND_DELETE")
    /// `GUILD_SOUNDBOARD_SOUNDS_UPDATE`.
    public static let guildSoundboardSoundsUpdate = Self(rawValue: "GUILD_SOUNDBOARD_SOUNDS_UPDATE")
    /// `SOUNDBOARD_SOUNDS`.
    public static let soundboardSounds = Self(rawValue: "SOUNDBOARD_SOUNDS")
    /// `INTEGRATION_CREATE`.
    public static let integrationCreate = Self(rawValue: "INTEGRATION_CREATE")
    /// `INTEGRATION_UPDATE`.
    public static let integrationUpdate = Self(rawValue: "INTEGRATION_UPDATE")
    /// `INTEGRATION_DELETE`.
    public static let integrationDelete = Self(rawValue: "INTEGRATION_DELETE")
    /// `INTERACTION_CREATE`.
    public static let interactionCreate = Self(rawValue: "INTERACTION_CREATE")
    /// `INVITE_CREATE`.
    public static let inviteCreate = Self(rawValue: "INVITE_CREATE")
    /// `INVITE_DELETE`.
    public static let inviteDelete = Self(rawValue: "INVITE_DELETE")
    /// `MESSAGE_CREATE`.
    public static let messageCreate = Self(rawValue: "MESSAGE_CREATE")
    /// `MESSAGE_UPDATE`.
    public static let messageUpdate = Self(rawValue: "MESSAGE_UPDATE")
    /// `MESSAGE_DELETE`.
    public static let messageDelete = Self(rawValue: "MESSAGE_DELETE")
    /// `MESSAGE_DELETE_BULK`.
    public static let messageDeleteBulk = Self(rawValue: "MESSAGE_DELETE_BULK")
    /// `MESSAGE_REACTION_ADD`.
    public static let messageReactionAdd = Self(rawValue: "MESSAGE_REACTION_ADD")
    /// `MESSAGE_REACTION_REMOVE`.
    public static let messageReactionRemove = Self(rawValue: "MESSAGE_REACTION_REMOVE")
    /// `MESSAGE_REACTION_REMOVE_ALL`.
    public static let messageReactionRemoveAll = Self(rawValue: "MESSAGE_REACTION_REMOVE_ALL")
    /// `MESSAGE_REACTION_REMOVE_EMOJI`.
    public static let messageReactionRemoveEmoji = Self(rawValue: "MESSAGE_REACTION_REMOVE_EMOJI")
    /// `PRESENCE_UPDATE`.
    public static let presenceUpdate = Self(rawValue: "PRESENCE_UPDATE")
    /// `STAGE_INSTANCE_CREATE`.
    public static let stageInstanceCreate = Self(rawValue: "STAGE_INSTANCE_CREATE")
    /// `STAGE_INSTANCE_UPDATE`.
    public static let stageInstanceUpdate = Self(rawValue: "STAGE_INSTANCE_UPDATE")
    /// `STAGE_INSTANCE_DELETE`.
    public static let stageInstanceDelete = Self(rawValue: "STAGE_INSTANCE_DELETE")
    /// `SUBSCRIPTION_CREATE`.
    public static let subscriptionCreate = Self(rawValue: "SUBSCRIPTION_CREATE")
    /// `SUBSCRIPTION_UPDATE`.
    public static let subscriptionUpdate = Self(rawValue: "SUBSCRIPTION_UPDATE")
    /// `SUBSCRIPTION_DELETE`.
    public static let subscriptionDelete = Self(rawValue: "SUBSCRIPTION_DELETE")
    /// `TYPING_START`.
    public static let typingStart = Self(rawValue: "TYPING_START")
    /// `USER_UPDATE`.
    public static let userUpdate = Self(rawValue: "USER_UPDATE")
    /// `VOICE_CHANNEL_EFFECT_SEND`.
    public static let voiceChannelEffectSend = Self(rawValue: "VOICE_CHANNEL_EFFECT_SEND")
    /// `VOICE_CHANNEL_START_TIME_UPDATE`.
    public static let voiceChannelStartTimeUpdate = Self(rawValue: "VOICE_CHANNEL_START_TIME_UPDATE")
    /// `VOICE_CHANNEL_STATUS_UPDATE`.
    public static let voiceChannelStatusUpdate = Self(rawValue: "VOICE_CHANNEL_STATUS_UPDATE")
    /// `VOICE_STATE_UPDATE`.
    public static let voiceStateUpdate = Self(rawValue: "VOICE_STATE_UPDATE")
    /// `VOICE_SERVER_UPDATE`.
    public static let voiceServerUpdate = Self(rawValue: "VOICE_SERVER_UPDATE")
    /// `WEBHOOKS_UPDATE`.
    public static let webhooksUpdate = Self(rawValue: "WEBHOOKS_UPDATE")
    /// `MESSAGE_POLL_VOTE_ADD`.
    public static let messagePollVoteAdd = Self(rawValue: "MESSAGE_POLL_VOTE_ADD")
    /// `MESSAGE_POLL_VOTE_REMOVE`.
    public static let messagePollVoteRemove = Self(rawValue: "MESSAGE_POLL_VOTE_REMOVE")
    /// `GUILD_JOIN_REQUEST_CREATE`.
    public static let guildJoinRequestCreate = Self(rawValue: "GUILD_JOIN_REQUEST_CREATE")
    /// `GUILD_JOIN_REQUEST_UPDATE`.
    public static let guildJoinRequestUpdate = Self(rawValue: "GUILD_JOIN_REQUEST_UPDATE")
    /// `GUILD_JOIN_REQUEST_DELETE`.
    public static let guildJoinRequestDelete = Self(rawValue: "GUILD_JOIN_REQUEST_DELETE")

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "READY": .ready,
            "RESUMED": .resumed,
            "RATE_LIMITED": .rateLimited,
            "APPLICATION_COMMAND_PERMISSIONS_UPDATE": .applicationCommandPermissionsUpdate,
            "AUTO_MODERATION_RULE_CREATE": .autoModerationRuleCreate,
            "AUTO_MODERATION_RULE_UPDATE": .autoModerationRuleUpdate,
            "AUTO_MODERATION_RULE_DELETE": .autoModerationRuleDelete,
            "AUTO_MODERATION_ACTION_EXECUTION": .autoModerationActionExecution,
            "CHANNEL_CREATE": .channelCreate,
            "CHANNEL_UPDATE": .channelUpdate,
            "CHANNEL_DELETE": .channelDelete,
            "CHANNEL_INFO": .channelInfo,
            "CHANNEL_PINS_UPDATE": .channelPinsUpdate,
            "THREAD_CREATE": .threadCreate,
            "THREAD_UPDATE": .threadUpdate,
            "THREAD_DELETE": .threadDelete,
            "THREAD_LIST_SYNC": .threadListSync,
            "THREAD_MEMBER_UPDATE": .threadMemberUpdate,
            "THREAD_MEMBERS_UPDATE": .threadMembersUpdate,
            "ENTITLEMENT_CREATE": .entitlementCreate,
            "ENTITLEMENT_UPDATE": .entitlementUpdate,
            "ENTITLEMENT_DELETE": .entitlementDelete,
            "GUILD_CREATE": .guildCreate,
            "GUILD_UPDATE": .guildUpdate,
            "GUILD_DELETE": .guildDelete,
            "GUILD_AUDIT_LOG_ENTRY_CREATE": .guildAuditLogEntryCreate,
            "GUILD_BAN_ADD": .guildBanAdd,
            "GUILD_BAN_REMOVE": .guildBanRemove,
            "GUILD_EMOJIS_UPDATE": .guildEmojisUpdate,
            "GUILD_STICKERS_UPDATE": .guildStickersUpdate,
            "GUILD_INTEGRATIONS_UPDATE": .guildIntegrationsUpdate,
            "GUILD_MEMBER_ADD": .guildMemberAdd,
            "GUILD_MEMBER_REMOVE": .guildMemberRemove,
            "GUILD_MEMBER_UPDATE": .guildMemberUpdate,
            "GUILD_MEMBERS_CHUNK": .guildMembersChunk,
            "GUILD_ROLE_CREATE": .guildRoleCreate,
            "GUILD_ROLE_UPDATE": .guildRoleUpdate,
            "GUILD_ROLE_DELETE": .guildRoleDelete,
            "GUILD_SCHEDULED_EVENT_CREATE": .guildScheduledEventCreate,
            "GUILD_SCHEDULED_EVENT_UPDATE": .guildScheduledEventUpdate,
            "GUILD_SCHEDULED_EVENT_DELETE": .guildScheduledEventDelete,
            "GUILD_SCHEDULED_EVENT_USER_ADD": .guildScheduledEventUserAdd,
            "GUILD_SCHEDULED_EVENT_USER_REMOVE": .guildScheduledEventUserRemove,
            "GUILD_SOUNDBOARD_SOUND_CREATE": .guildSoundboardSoundCreate,
            "GUILD_SOUNDBOARD_SOUND_UPDATE": .guildSoundboardSoundUpdate,
            "GUILD_SOUNDBOARD_SOUND_DELETE": .guildSoundboardSoundDelete,
            "GUILD_SOUNDBOARD_SOUNDS_UPDATE": .guildSoundboardSoundsUpdate,
            "SOUNDBOARD_SOUNDS": .soundboardSounds,
            "INTEGRATION_CREATE": .integrationCreate,
            "INTEGRATION_UPDATE": .integrationUpdate,
            "INTEGRATION_DELETE": .integrationDelete,
            "INTERACTION_CREATE": .interactionCreate,
            "INVITE_CREATE": .inviteCreate,
            "INVITE_DELETE": .inviteDelete,
            "MESSAGE_CREATE": .messageCreate,
            "MESSAGE_UPDATE": .messageUpdate,
            "MESSAGE_DELETE": .messageDelete,
            "MESSAGE_DELETE_BULK": .messageDeleteBulk,
            "MESSAGE_REACTION_ADD": .messageReactionAdd,
            "MESSAGE_REACTION_REMOVE": .messageReactionRemove,
            "MESSAGE_REACTION_REMOVE_ALL": .messageReactionRemoveAll,
            "MESSAGE_REACTION_REMOVE_EMOJI": .messageReactionRemoveEmoji,
            "PRESENCE_UPDATE": .presenceUpdate,
            "STAGE_INSTANCE_CREATE": .stageInstanceCreate,
            "STAGE_INSTANCE_UPDATE": .stageInstanceUpdate,
            "STAGE_INSTANCE_DELETE": .stageInstanceDelete,
            "SUBSCRIPTION_CREATE": .subscriptionCreate,
            "SUBSCRIPTION_UPDATE": .subscriptionUpdate,
            "SUBSCRIPTION_DELETE": .subscriptionDelete,
            "TYPING_START": .typingStart,
            "USER_UPDATE": .userUpdate,
            "VOICE_CHANNEL_EFFECT_SEND": .voiceChannelEffectSend,
            "VOICE_CHANNEL_START_TIME_UPDATE": .voiceChannelStartTimeUpdate,
            "VOICE_CHANNEL_STATUS_UPDATE": .voiceChannelStatusUpdate,
            "VOICE_STATE_UPDATE": .voiceStateUpdate,
            "VOICE_SERVER_UPDATE": .voiceServerUpdate,
            "WEBHOOKS_UPDATE": .webhooksUpdate,
            "MESSAGE_POLL_VOTE_ADD": .messagePollVoteAdd,
            "MESSAGE_POLL_VOTE_REMOVE": .messagePollVoteRemove,
            "GUILD_JOIN_REQUEST_CREATE": .guildJoinRequestCreate,
            "GUILD_JOIN_REQUEST_UPDATE": .guildJoinRequestUpdate,
            "GUILD_JOIN_REQUEST_DELETE": .guildJoinRequestDelete,
        ]
    }

    /// The intents any of which brings the event; empty when it always comes.
    ///
    /// `messageContent` brings none by itself.
    public var intents: GatewayIntents {
        switch self {
        case .autoModerationRuleCreate, .autoModerationRuleUpdate, .autoModerationRuleDelete:
            [.autoModerationConfiguration]
        case .autoModerationActionExecution:
            [.autoModerationExecution]
        case .channelCreate, .channelUpdate, .channelDelete, .threadCreate, .threadUpdate, .threadDelete,
            .threadListSync, .threadMemberUpdate, .guildCreate, .guildUpdate, .guildDelete, .guildRoleCreate,
            .guildRoleUpdate, .guildRoleDelete, .stageInstanceCreate, .stageInstanceUpdate, .stageInstanceDelete,
            .voiceChannelStartTimeUpdate, .voiceChannelStatusUpdate:
            [.guilds]
        case .channelPinsUpdate:
            [.guilds, .directMessages]
        case .threadMembersUpdate:
            [.guilds, .guildMembers]
        case .guildAuditLogEntryCreate, .guildBanAdd, .guildBanRemove, .guildJoinRequestCreate, .guildJoinRequestUpdate,
            .guildJoinRequestDelete:
            [.guildModeration]
        case .guildEmojisUpdate, .guildStickersUpdate, .guildSoundboardSoundCreate, .guildSoundboardSoundUpdate,
            .guildSoundboardSoundDelete, .guildSoundboardSoundsUpdate:
            [.guildExpressions]
        case .guildIntegrationsUpdate, .integrationCreate, .integrationUpdate, .integrationDelete:
            [.guildIntegrations]
        case .guildMemberAdd, .guildMemberRemove, .guildMemberUpdate:
            [.guildMembers]
        case .guildScheduledEventCreate, .guildScheduledEventUpdate, .guildScheduledEventDelete,
            .guildScheduledEventUserAdd, .guildScheduledEventUserRemove:
            [.guildScheduledEvents]
        case .inviteCreate, .inviteDelete:
            [.guildInvites]
        case .messageCreate, .messageUpdate, .messageDelete:
            [.guildMessages, .directMessages]
        case .messageDeleteBulk:
            [.guildMessages]
        case .messageReactionAdd, .messageReactionRemove, .messageReactionRemoveAll, .messageReactionRemoveEmoji:
            [.guildMessageReactions, .directMessageReactions]
        case .presenceUpdate:
            [.guildPresences]
        case .typingStart:
            [.guildMessageTyping, .directMessageTyping]
        case .voiceChannelEffectSend, .voiceStateUpdate:
            [.guildVoiceStates]
        case .webhooksUpdate:
            [.guildWebhooks]
        case .messagePollVoteAdd, .messagePollVoteRemove:
            [.guildMessagePolls, .directMessagePolls]
        default: []
        }
    }
}

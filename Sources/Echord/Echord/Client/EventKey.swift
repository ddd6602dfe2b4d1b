public import EchordModel

/// The name of an event's type, so that `client.on(.messageCreate)` finds it.
public struct EventKey<Event: DispatchEvent>: Sendable {
    /// Makes the key of a type.
    public init(_ type: Event.Type = Event.self) {}
}

extension EventHub {
    /// Calls `handler` for each event of a type; see the other `on`.
    @discardableResult
    public func on<Event: DispatchEvent>(
        _ key: EventKey<Event>, options: ListenerOptions = .init(),
        _ handler: @escaping @Sendable (Event, EventContext) async throws -> Void
    ) -> ListenerToken {
        on(Event.self, options: options, handler)
    }
}

extension DiscordClient {
    /// Calls `handler` for each event of a type, in order unless `options` say otherwise.
    ///
    /// A handler that throws is logged and counted, and the next event comes.
    @discardableResult
    public func on<Event: DispatchEvent>(
        _ key: EventKey<Event>, options: ListenerOptions = .init(),
        _ handler: @escaping @Sendable (Event, EventContext) async throws -> Void
    ) -> ListenerToken {
        hub.on(Event.self, options: options, handler)
    }

    /// Calls `handler` for each event of a type, in order unless `options` say otherwise.
    @discardableResult
    public func on<Event: DispatchEvent>(
        _ type: Event.Type, options: ListenerOptions = .init(),
        _ handler: @escaping @Sendable (Event, EventContext) async throws -> Void
    ) -> ListenerToken {
        hub.on(type, options: options, handler)
    }

    /// Calls `handler` for each event, known or not, with its payload as it came.
    @discardableResult
    public func onRaw(
        options: ListenerOptions = .init(), _ handler: @escaping @Sendable (RawEvent) async throws -> Void
    ) -> ListenerToken {
        hub.onRaw(options: options, handler)
    }

    /// The events of a type as a sequence with a buffer of its own; see `EventHub.events`.
    public func events<Event: DispatchEvent>(
        _ key: EventKey<Event>, buffer: Int = 1_024, policy: EventBufferPolicy = .dropOldest
    ) -> EventSequence<Event> {
        hub.events(Event.self, buffer: buffer, policy: policy)
    }
}

extension EventKey<Ready> {
    /// `READY`.
    public static var ready: Self { Self() }
}

extension EventKey<Resumed> {
    /// `RESUMED`.
    public static var resumed: Self { Self() }
}

extension EventKey<RateLimited> {
    /// `RATE_LIMITED`.
    public static var rateLimited: Self { Self() }
}

extension EventKey<ApplicationCommandPermissionsUpdate> {
    /// `APPLICATION_COMMAND_PERMISSIONS_UPDATE`.
    public static var applicationCommandPermissionsUpdate: Self { Self() }
}

extension EventKey<AutoModerationRuleCreate> {
    /// `AUTO_MODERATION_RULE_CREATE`.
    public static var autoModerationRuleCreate: Self { Self() }
}

extension EventKey<AutoModerationRuleUpdate> {
    /// `AUTO_MODERATION_RULE_UPDATE`.
    public static var autoModerationRuleUpdate: Self { Self() }
}

extension EventKey<AutoModerationRuleDelete> {
    /// `AUTO_MODERATION_RULE_DELETE`.
    public static var autoModerationRuleDelete: Self { Self() }
}

extension EventKey<AutoModerationActionExecution> {
    /// `AUTO_MODERATION_ACTION_EXECUTION`.
    public static var autoModerationActionExecution: Self { Self() }
}

extension EventKey<ChannelCreate> {
    /// `CHANNEL_CREATE`.
    public static var channelCreate: Self { Self() }
}

extension EventKey<ChannelUpdate> {
    /// `CHANNEL_UPDATE`.
    public static var channelUpdate: Self { Self() }
}

extension EventKey<ChannelDelete> {
    /// `CHANNEL_DELETE`.
    public static var channelDelete: Self { Self() }
}

extension EventKey<ChannelInfo> {
    /// `CHANNEL_INFO`.
    public static var channelInfo: Self { Self() }
}

extension EventKey<ChannelPinsUpdate> {
    /// `CHANNEL_PINS_UPDATE`.
    public static var channelPinsUpdate: Self { Self() }
}

extension EventKey<ThreadCreate> {
    /// `THREAD_CREATE`.
    public static var threadCreate: Self { Self() }
}

extension EventKey<ThreadUpdate> {
    /// `THREAD_UPDATE`.
    public static var threadUpdate: Self { Self() }
}

extension EventKey<ThreadDelete> {
    /// `THREAD_DELETE`.
    public static var threadDelete: Self { Self() }
}

extension EventKey<ThreadListSync> {
    /// `THREAD_LIST_SYNC`.
    public static var threadListSync: Self { Self() }
}

extension EventKey<ThreadMemberUpdate> {
    /// `THREAD_MEMBER_UPDATE`.
    public static var threadMemberUpdate: Self { Self() }
}

extension EventKey<ThreadMembersUpdate> {
    /// `THREAD_MEMBERS_UPDATE`.
    public static var threadMembersUpdate: Self { Self() }
}

extension EventKey<EntitlementCreate> {
    /// `ENTITLEMENT_CREATE`.
    public static var entitlementCreate: Self { Self() }
}

extension EventKey<EntitlementUpdate> {
    /// `ENTITLEMENT_UPDATE`.
    public static var entitlementUpdate: Self { Self() }
}

extension EventKey<EntitlementDelete> {
    /// `ENTITLEMENT_DELETE`.
    public static var entitlementDelete: Self { Self() }
}

extension EventKey<GuildCreate> {
    /// `GUILD_CREATE`.
    public static var guildCreate: Self { Self() }
}

extension EventKey<GuildUpdate> {
    /// `GUILD_UPDATE`.
    public static var guildUpdate: Self { Self() }
}

extension EventKey<GuildDelete> {
    /// `GUILD_DELETE`.
    public static var guildDelete: Self { Self() }
}

extension EventKey<GuildAuditLogEntryCreate> {
    /// `GUILD_AUDIT_LOG_ENTRY_CREATE`.
    public static var guildAuditLogEntryCreate: Self { Self() }
}

extension EventKey<GuildBanAdd> {
    /// `GUILD_BAN_ADD`.
    public static var guildBanAdd: Self { Self() }
}

extension EventKey<GuildBanRemove> {
    /// `GUILD_BAN_REMOVE`.
    public static var guildBanRemove: Self { Self() }
}

extension EventKey<GuildEmojisUpdate> {
    /// `GUILD_EMOJIS_UPDATE`.
    public static var guildEmojisUpdate: Self { Self() }
}

extension EventKey<GuildStickersUpdate> {
    /// `GUILD_STICKERS_UPDATE`.
    public static var guildStickersUpdate: Self { Self() }
}

extension EventKey<GuildIntegrationsUpdate> {
    /// `GUILD_INTEGRATIONS_UPDATE`.
    public static var guildIntegrationsUpdate: Self { Self() }
}

extension EventKey<GuildMemberAdd> {
    /// `GUILD_MEMBER_ADD`.
    public static var guildMemberAdd: Self { Self() }
}

extension EventKey<GuildMemberRemove> {
    /// `GUILD_MEMBER_REMOVE`.
    public static var guildMemberRemove: Self { Self() }
}

extension EventKey<GuildMemberUpdate> {
    /// `GUILD_MEMBER_UPDATE`.
    public static var guildMemberUpdate: Self { Self() }
}

extension EventKey<GuildMembersChunk> {
    /// `GUILD_MEMBERS_CHUNK`.
    public static var guildMembersChunk: Self { Self() }
}

extension EventKey<GuildRoleCreate> {
    /// `GUILD_ROLE_CREATE`.
    public static var guildRoleCreate: Self { Self() }
}

extension EventKey<GuildRoleUpdate> {
    /// `GUILD_ROLE_UPDATE`.
    public static var guildRoleUpdate: Self { Self() }
}

extension EventKey<GuildRoleDelete> {
    /// `GUILD_ROLE_DELETE`.
    public static var guildRoleDelete: Self { Self() }
}

extension EventKey<GuildScheduledEventCreate> {
    /// `GUILD_SCHEDULED_EVENT_CREATE`.
    public static var guildScheduledEventCreate: Self { Self() }
}

extension EventKey<GuildScheduledEventUpdate> {
    /// `GUILD_SCHEDULED_EVENT_UPDATE`.
    public static var guildScheduledEventUpdate: Self { Self() }
}

extension EventKey<GuildScheduledEventDelete> {
    /// `GUILD_SCHEDULED_EVENT_DELETE`.
    public static var guildScheduledEventDelete: Self { Self() }
}

extension EventKey<GuildScheduledEventUserAdd> {
    /// `GUILD_SCHEDULED_EVENT_USER_ADD`.
    public static var guildScheduledEventUserAdd: Self { Self() }
}

extension EventKey<GuildScheduledEventUserRemove> {
    /// `GUILD_SCHEDULED_EVENT_USER_REMOVE`.
    public static var guildScheduledEventUserRemove: Self { Self() }
}

extension EventKey<GuildSoundboardSoundCreate> {
    /// `GUILD_SOUNDBOARD_SOUND_CREATE`.
    public static var guildSoundboardSoundCreate: Self { Self() }
}

extension EventKey<GuildSoundboardSoundUpdate> {
    /// `GUILD_SOUNDBOARD_SOUND_UPDATE`.
    public static var guildSoundboardSoundUpdate: Self { Self() }
}

extension EventKey<GuildSoundboardSoundDelete> {
    /// `GUILD_SOUNDBOARD_SOUND_DELETE`.
    public static var guildSoundboardSoundDelete: Self { Self() }
}

extension EventKey<GuildSoundboardSoundsUpdate> {
    /// `GUILD_SOUNDBOARD_SOUNDS_UPDATE`.
    public static var guildSoundboardSoundsUpdate: Self { Self() }
}

extension EventKey<SoundboardSounds> {
    /// `SOUNDBOARD_SOUNDS`.
    public static var soundboardSounds: Self { Self() }
}

extension EventKey<IntegrationCreate> {
    /// `INTEGRATION_CREATE`.
    public static var integrationCreate: Self { Self() }
}

extension EventKey<IntegrationUpdate> {
    /// `INTEGRATION_UPDATE`.
    public static var integrationUpdate: Self { Self() }
}

extension EventKey<IntegrationDelete> {
    /// `INTEGRATION_DELETE`.
    public static var integrationDelete: Self { Self() }
}

extension EventKey<InteractionCreate> {
    /// `INTERACTION_CREATE`.
    public static var interactionCreate: Self { Self() }
}

extension EventKey<InviteCreate> {
    /// `INVITE_CREATE`.
    public static var inviteCreate: Self { Self() }
}

extension EventKey<InviteDelete> {
    /// `INVITE_DELETE`.
    public static var inviteDelete: Self { Self() }
}

extension EventKey<MessageCreate> {
    /// `MESSAGE_CREATE`.
    public static var messageCreate: Self { Self() }
}

extension EventKey<MessageUpdate> {
    /// `MESSAGE_UPDATE`.
    public static var messageUpdate: Self { Self() }
}

extension EventKey<MessageDelete> {
    /// `MESSAGE_DELETE`.
    public static var messageDelete: Self { Self() }
}

extension EventKey<MessageDeleteBulk> {
    /// `MESSAGE_DELETE_BULK`.
    public static var messageDeleteBulk: Self { Self() }
}

extension EventKey<MessageReactionAdd> {
    /// `MESSAGE_REACTION_ADD`.
    public static var messageReactionAdd: Self { Self() }
}

extension EventKey<MessageReactionRemove> {
    /// `MESSAGE_REACTION_REMOVE`.
    public static var messageReactionRemove: Self { Self() }
}

extension EventKey<MessageReactionRemoveAll> {
    /// `MESSAGE_REACTION_REMOVE_ALL`.
    public static var messageReactionRemoveAll: Self { Self() }
}

extension EventKey<MessageReactionRemoveEmoji> {
    /// `MESSAGE_REACTION_REMOVE_EMOJI`.
    public static var messageReactionRemoveEmoji: Self { Self() }
}

extension EventKey<PresenceUpdate> {
    /// `PRESENCE_UPDATE`.
    public static var presenceUpdate: Self { Self() }
}

extension EventKey<StageInstanceCreate> {
    /// `STAGE_INSTANCE_CREATE`.
    public static var stageInstanceCreate: Self { Self() }
}

extension EventKey<StageInstanceUpdate> {
    /// `STAGE_INSTANCE_UPDATE`.
    public static var stageInstanceUpdate: Self { Self() }
}

extension EventKey<StageInstanceDelete> {
    /// `STAGE_INSTANCE_DELETE`.
    public static var stageInstanceDelete: Self { Self() }
}

extension EventKey<SubscriptionCreate> {
    /// `SUBSCRIPTION_CREATE`.
    public static var subscriptionCreate: Self { Self() }
}

extension EventKey<SubscriptionUpdate> {
    /// `SUBSCRIPTION_UPDATE`.
    public static var subscriptionUpdate: Self { Self() }
}

extension EventKey<SubscriptionDelete> {
    /// `SUBSCRIPTION_DELETE`.
    public static var subscriptionDelete: Self { Self() }
}

extension EventKey<TypingStart> {
    /// `TYPING_START`.
    public static var typingStart: Self { Self() }
}

extension EventKey<UserUpdate> {
    /// `USER_UPDATE`.
    public static var userUpdate: Self { Self() }
}

extension EventKey<VoiceChannelEffectSend> {
    /// `VOICE_CHANNEL_EFFECT_SEND`.
    public static var voiceChannelEffectSend: Self { Self() }
}

extension EventKey<VoiceChannelStartTimeUpdate> {
    /// `VOICE_CHANNEL_START_TIME_UPDATE`.
    public static var voiceChannelStartTimeUpdate: Self { Self() }
}

extension EventKey<VoiceChannelStatusUpdate> {
    /// `VOICE_CHANNEL_STATUS_UPDATE`.
    public static var voiceChannelStatusUpdate: Self { Self() }
}

extension EventKey<VoiceStateUpdate> {
    /// `VOICE_STATE_UPDATE`.
    public static var voiceStateUpdate: Self { Self() }
}

extension EventKey<VoiceServerUpdate> {
    /// `VOICE_SERVER_UPDATE`.
    public static var voiceServerUpdate: Self { Self() }
}

extension EventKey<WebhooksUpdate> {
    /// `WEBHOOKS_UPDATE`.
    public static var webhooksUpdate: Self { Self() }
}

extension EventKey<MessagePollVoteAdd> {
    /// `MESSAGE_POLL_VOTE_ADD`.
    public static var messagePollVoteAdd: Self { Self() }
}

extension EventKey<MessagePollVoteRemove> {
    /// `MESSAGE_POLL_VOTE_REMOVE`.
    public static var messagePollVoteRemove: Self { Self() }
}

extension EventKey<GuildJoinRequestCreate> {
    /// `GUILD_JOIN_REQUEST_CREATE`.
    public static var guildJoinRequestCreate: Self { Self() }
}

extension EventKey<GuildJoinRequestUpdate> {
    /// `GUILD_JOIN_REQUEST_UPDATE`.
    public static var guildJoinRequestUpdate: Self { Self() }
}

extension EventKey<GuildJoinRequestDelete> {
    /// `GUILD_JOIN_REQUEST_DELETE`.
    public static var guildJoinRequestDelete: Self { Self() }
}

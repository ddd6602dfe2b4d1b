public import EchordModel
public import EchordPrimitives

// What stands alone, or says itself where it belongs.

extension Guild: PlacedStructure, FetchableStructure {
    /// It stands alone.
    public typealias Owner = Never
    /// Its id.
    public var structureID: GuildID { id }

    /// Asks for it.
    public static func request(for id: GuildID, in owner: UInt64) -> APIRequest<Guild> { .getGuild(id) }
    /// The cache's.
    public static func cached(_ id: GuildID, in owner: UInt64, _ cache: DiscordCache) -> Guild? { cache.guilds[id] }
    /// Only what changed: the gateway has sent it before.
    public func remember(in owner: UInt64, _ cache: DiscordCache) {
        if cache.guildStore.peek(id) != nil { cache.keep(self) }
    }
}

extension Channel: PlacedStructure, FetchableStructure {
    /// It stands alone.
    public typealias Owner = Never
    /// Its id.
    public var structureID: ChannelID { id }

    /// Asks for it.
    public static func request(for id: ChannelID, in owner: UInt64) -> APIRequest<Channel> { .getChannel(id) }
    /// The cache's.
    public static func cached(_ id: ChannelID, in owner: UInt64, _ cache: DiscordCache) -> Channel? {
        cache.channels[id]
    }
    /// Archived threads are not kept.
    public func remember(in owner: UInt64, _ cache: DiscordCache) { cache.keep(self) }
}

extension User: PlacedStructure, FetchableStructure {
    /// It stands alone.
    public typealias Owner = Never
    /// Its id.
    public var structureID: UserID { id }

    /// Asks for it.
    public static func request(for id: UserID, in owner: UInt64) -> APIRequest<User> { .getUser(id) }
    /// The cache's.
    public static func cached(_ id: UserID, in owner: UInt64, _ cache: DiscordCache) -> User? {
        cache.users[id] ?? cache.currentUser.flatMap { $0.id == id ? $0 : nil }
    }
    /// Keeps it.
    public func remember(in owner: UInt64, _ cache: DiscordCache) { cache.userStore.put(self, id, in: 0) }
}

extension Message: PlacedStructure, FetchableStructure {
    /// It stands in a channel.
    public typealias Owner = Channel
    /// Its id.
    public var structureID: MessageID { id }
    /// Its channel.
    public var structureOwner: UInt64 { channelID.rawValue }

    /// Asks for it.
    public static func request(for id: MessageID, in owner: UInt64) -> APIRequest<Message> {
        .getMessage(id, in: ChannelID(owner))
    }
    /// The cache's.
    public static func cached(_ id: MessageID, in owner: UInt64, _ cache: DiscordCache) -> Message? {
        cache.messages[id]
    }
    /// Keeps it, with the guild and the member that only events tell.
    public func remember(in owner: UInt64, _ cache: DiscordCache) {
        var message = self
        if let known = cache.messageStore.peek(id) {
            message.guildID = guildID ?? known.guildID
            message.member = member ?? known.member
        }
        cache.messageStore.put(message, id, in: channelID)
    }
}

extension Webhook: PlacedStructure, FetchableStructure {
    /// It stands alone.
    public typealias Owner = Never
    /// Its id.
    public var structureID: WebhookID { id }

    /// Asks for it.
    public static func request(for id: WebhookID, in owner: UInt64) -> APIRequest<Webhook> { .getWebhook(id) }
}

extension ScheduledEvent: PlacedStructure, FetchableStructure {
    /// A guild announces it.
    public typealias Owner = Guild
    /// Its id.
    public var structureID: ScheduledEventID { id }
    /// Its guild.
    public var structureOwner: UInt64 { guildID.rawValue }

    /// Asks for it.
    public static func request(for id: ScheduledEventID, in owner: UInt64) -> APIRequest<ScheduledEvent> {
        .getScheduledEvent(id, of: GuildID(owner))
    }
    /// The cache's.
    public static func cached(_ id: ScheduledEventID, in owner: UInt64, _ cache: DiscordCache) -> ScheduledEvent? {
        cache.scheduledEvents[id]
    }
    /// Keeps it.
    public func remember(in owner: UInt64, _ cache: DiscordCache) {
        cache.scheduledEventStore.put(self, id, in: guildID)
    }
}

extension AutoModerationRule: PlacedStructure, FetchableStructure {
    /// A guild has it.
    public typealias Owner = Guild
    /// Its id.
    public var structureID: AutoModerationRuleID { id }
    /// Its guild.
    public var structureOwner: UInt64 { guildID.rawValue }

    /// Asks for it.
    public static func request(for id: AutoModerationRuleID, in owner: UInt64) -> APIRequest<AutoModerationRule> {
        .getAutoModerationRule(id, of: GuildID(owner))
    }
}

extension StageInstance: PlacedStructure, FetchableStructure {
    /// Its channel names it.
    public typealias Owner = Never
    /// Its channel: Discord's API names a stage by it.
    public var structureID: ChannelID { channelID }

    /// Asks for it.
    public static func request(for id: ChannelID, in owner: UInt64) -> APIRequest<StageInstance> {
        .getStageInstance(in: id)
    }
}

extension Application: PlacedStructure, FetchableStructure {
    /// It stands alone.
    public typealias Owner = Never
    /// Its id.
    public var structureID: ApplicationID { id }

    /// Asks for it.
    public static func request(for id: ApplicationID, in owner: UInt64) -> APIRequest<Application> {
        .getApplication(id)
    }
}

extension Lobby: PlacedStructure, FetchableStructure {
    /// It stands alone.
    public typealias Owner = Never
    /// Its id.
    public var structureID: LobbyID { id }

    /// Asks for it.
    public static func request(for id: LobbyID, in owner: UInt64) -> APIRequest<Lobby> { .getLobby(id) }
}

public import EchordModel
public import EchordPrimitives
internal import Locking
public import Telemetry

/// Which member of which guild.
public struct MemberKey: Hashable, Sendable {
    /// The guild.
    public let guild: GuildID
    /// The user.
    public let user: UserID

    /// A member of a guild.
    public init(_ user: UserID, in guild: GuildID) {
        self.guild = guild
        self.user = user
    }
}

/// What the gateway has told, kept by kind within the limits of a ``CacheConfiguration``.
///
/// The cache is written on the connections' own threads before listeners get the event, so a listener finds in it what
/// the event said. After a new session of a shard it holds what Discord tells anew, and nothing older of those guilds.
public final class DiscordCache: Sendable {
    /// What it keeps.
    public let configuration: CacheConfiguration
    let guildStore: CacheStore<WholeForm<Guild>, GuildID, Int>
    let channelStore: CacheStore<WholeForm<Channel>, ChannelID, GuildID?>
    let roleStore: CacheStore<WholeForm<Role>, RoleID, GuildID>
    let memberStore: CacheStore<MemberForm, MemberKey, GuildID>
    let userStore: CacheStore<UserForm, UserID, Int>
    let presenceStore: CacheStore<PackedForm<Presence>, MemberKey, GuildID>
    let voiceStateStore: CacheStore<WholeForm<VoiceState>, MemberKey, GuildID>
    let emojiStore: CacheStore<WholeForm<Emoji>, EmojiID, GuildID>
    let stickerStore: CacheStore<PackedForm<Sticker>, StickerID, GuildID>
    let messageStore: CacheStore<PackedForm<Message>, MessageID, ChannelID>
    let scheduledEventStore: CacheStore<PackedForm<ScheduledEvent>, ScheduledEventID, GuildID>
    let stageInstanceStore: CacheStore<WholeForm<StageInstance>, StageInstanceID, GuildID>
    let soundStore: CacheStore<PackedForm<SoundboardSound>, SoundboardSoundID, GuildID>
    /// What is known of guilds besides their objects.
    let facts = Locked(Facts())
    /// The last message of channels that are kept, aside: it changes with every message, and the channel does not.
    let lastMessages = Locked<[ChannelID: MessageID]>([:])
    let time: TimeSource

    struct Facts {
        var unavailable: Set<GuildID> = []
        var memberCounts: [GuildID: Int] = [:]
        var own: User?
        /// Whether members went since users without a guild were last looked for.
        var mayHaveStrayUsers = false
    }

    /// An empty cache; a client fills it, or ``attach(to:)`` an event hub.
    public init(
        _ configuration: CacheConfiguration = CacheConfiguration(), time: TimeSource = .continuous,
        metrics: Metrics = .discarded
    ) {
        self.configuration = configuration
        self.time = time
        let counted = CacheMetrics(metrics)
        guildStore = CacheStore(.guilds, configuration.guilds, time: time, metrics: counted)
        channelStore = CacheStore(.channels, configuration.channels, time: time, metrics: counted)
        roleStore = CacheStore(.roles, configuration.roles, time: time, metrics: counted)
        memberStore = CacheStore(.members, configuration.members, time: time, metrics: counted)
        userStore = CacheStore(.users, configuration.users, time: time, metrics: counted)
        presenceStore = CacheStore(.presences, configuration.presences, time: time, metrics: counted)
        voiceStateStore = CacheStore(.voiceStates, configuration.voiceStates, time: time, metrics: counted)
        emojiStore = CacheStore(.emojis, configuration.emojis, time: time, metrics: counted)
        stickerStore = CacheStore(.stickers, configuration.stickers, time: time, metrics: counted)
        messageStore = CacheStore(.messages, configuration.messages, time: time, metrics: counted)
        scheduledEventStore = CacheStore(.scheduledEvents, configuration.scheduledEvents, time: time, metrics: counted)
        stageInstanceStore = CacheStore(.stageInstances, configuration.stageInstances, time: time, metrics: counted)
        soundStore = CacheStore(.soundboardSounds, configuration.soundboardSounds, time: time, metrics: counted)
    }

    // MARK: - Reading

    /// Guilds, with the roles, emojis and stickers that are kept.
    public var guilds: CachedEntities<GuildID, Int, Guild> {
        CachedEntities(guildStore) { [roleStore, emojiStore, stickerStore] id, guild in
            var guild = guild
            guild.roles = roleStore.values(in: id)
            guild.emojis = emojiStore.values(in: id)
            guild.stickers = stickerStore.values(in: id)
            return guild
        }
    }

    /// Channels and active threads; the group of direct messages is `nil`.
    public var channels: CachedEntities<ChannelID, GuildID?, Channel> {
        CachedEntities(channelStore) { [self] id, channel in
            guard let last = lastMessages.withLock({ $0[id] }) else { return channel }
            var channel = channel
            channel.lastMessageID = max(last, channel.lastMessageID ?? last)
            return channel
        }
    }
    /// Roles.
    public var roles: CachedEntities<RoleID, GuildID, Role> { CachedEntities(roleStore) }
    /// Members, each with the user when users are kept. Without the members intent Discord does not tell of changes, so
    /// a member is then as of the last message or interaction.
    public var members: CachedEntities<MemberKey, GuildID, Member> {
        CachedEntities(memberStore) { [userStore] key, member in
            var member = member
            member.user = userStore.value(key.user)
            return member
        }
    }
    /// Users.
    public var users: CachedEntities<UserID, Int, User> { CachedEntities(userStore) }
    /// Presences.
    public var presences: CachedEntities<MemberKey, GuildID, Presence> { CachedEntities(presenceStore) }
    /// Who is in voice.
    public var voiceStates: CachedEntities<MemberKey, GuildID, VoiceState> { CachedEntities(voiceStateStore) }
    /// Custom emojis.
    public var emojis: CachedEntities<EmojiID, GuildID, Emoji> { CachedEntities(emojiStore) }
    /// Stickers.
    public var stickers: CachedEntities<StickerID, GuildID, Sticker> { CachedEntities(stickerStore) }
    /// Messages by channel.
    public var messages: CachedEntities<MessageID, ChannelID, Message> { CachedEntities(messageStore) }
    /// Events that guilds announce.
    public var scheduledEvents: CachedEntities<ScheduledEventID, GuildID, ScheduledEvent> {
        CachedEntities(scheduledEventStore)
    }
    /// Stages that are live.
    public var stageInstances: CachedEntities<StageInstanceID, GuildID, StageInstance> {
        CachedEntities(stageInstanceStore)
    }
    /// Sounds.
    public var soundboardSounds: CachedEntities<SoundboardSoundID, GuildID, SoundboardSound> {
        CachedEntities(soundStore)
    }

    /// The bot itself, after the first READY, whatever else is kept.
    public var currentUser: User? { facts.withLock { $0.own } }

    /// How many members a guild has, counted from what the gateway told; `nil` when it told nothing.
    public func memberCount(of guild: GuildID) -> Int? { facts.withLock { $0.memberCounts[guild] } }

    /// Whether a guild is down at the moment; what is kept of it is from before.
    public func isUnavailable(_ guild: GuildID) -> Bool { facts.withLock { $0.unavailable.contains(guild) } }

    /// What a member may do in a channel or thread: overwrites, timeout and implied denials counted. Of the members of
    /// a private thread only the bot and who made it are known.
    ///
    /// - Returns: `nil` when the guild, its roles, the channel or the member are not kept.
    public func permissions(of user: UserID, in channel: ChannelID, at now: DiscordTimestamp) -> Permissions? {
        guard let guild = channelStore.value(channel)?.guildID, let subject = subject(user, in: guild, at: now)
        else { return nil }
        return permissions(of: subject, in: channel)
    }

    /// What a member may do in a channel or thread of the member's guild.
    func permissions(of subject: PermissionCalculator.Subject, in channel: ChannelID) -> Permissions? {
        guard let channel = channelStore.value(channel), let calculator = channel.guildID.flatMap(calculator)
        else { return nil }
        var overwrites = channel.permissionOverwrites
        if channel.type.isThread {
            guard let parent = channel.parentID.flatMap({ channelStore.value($0) }) else { return nil }
            overwrites = parent.permissionOverwrites
        }
        return calculator.permissions(
            of: subject, overwrites: overwrites, in: kind(of: channel, for: subject.user))
    }

    /// What a member may do in a guild, channels left aside.
    ///
    /// - Returns: `nil` when the guild, its roles or the member are not kept.
    public func permissions(of user: UserID, in guild: GuildID, at now: DiscordTimestamp) -> Permissions? {
        guard let subject = subject(user, in: guild, at: now) else { return nil }
        return calculator(guild)?.permissions(of: subject)
    }

    private func subject(
        _ user: UserID, in guild: GuildID, at now: DiscordTimestamp
    ) -> PermissionCalculator.Subject? {
        memberStore.value(MemberKey(user, in: guild)).map { member in
            .init(user: user, roles: member.roles, timedOutUntil: member.communicationDisabledUntil, now: now)
        }
    }

    /// A private thread is seen by its members, of whom the bot knows itself and who made it.
    private func kind(of channel: Channel, for user: UserID) -> PermissionCalculator.ChannelKind {
        guard channel.type.isThread else { return channel.permissionKind }
        let isMember = channel.ownerID == user || (channel.member != nil && currentUser?.id == user)
        return .thread(isPrivate: channel.type == .privateThread, isMember: isMember)
    }

    /// Who stands above whom in a guild.
    func hierarchy(_ id: GuildID) -> RoleHierarchy? {
        guard let owner = guildStore.value(id)?.ownerID else { return nil }
        let roles = roleStore.values(in: id)
        return roles.isEmpty ? nil : RoleHierarchy(guild: id, owner: owner, roles: roles)
    }

    func calculator(_ id: GuildID) -> PermissionCalculator? {
        guard let owner = guildStore.value(id)?.ownerID else { return nil }
        let roles = roleStore.values(in: id)
        guard !roles.isEmpty else { return nil }
        return PermissionCalculator(
            guild: id, owner: owner, roles: Dictionary(roles.map { ($0.id, $0.permissions) }) { first, _ in first })
    }
}

public import EchordModel
public import EchordPrimitives

/// Where everything begins that stands alone: a client, or a `Discord` without a gateway.
public protocol DiscordRoot: Sendable {
    /// Where calls go.
    var discord: Discord { get }
}

extension Discord: DiscordRoot {}

extension DiscordClient: DiscordRoot {}

extension DiscordRoot {
    // MARK: - By id

    /// A guild.
    public func guild(_ id: GuildID) -> Remote<Guild> { Remote(id, discord) }
    /// A channel or thread.
    public func channel(_ id: ChannelID) -> Remote<Channel> { Remote(id, discord) }
    /// A message.
    public func message(_ id: MessageID, in channel: ChannelID) -> Remote<Message> {
        Remote(id, of: channel.rawValue, discord)
    }
    /// A user.
    public func user(_ id: UserID) -> Remote<User> { Remote(id, discord) }
    /// A member.
    public func member(_ user: UserID, of guild: GuildID) -> Remote<Member> {
        Remote(user, of: guild.rawValue, discord)
    }
    /// A webhook.
    public func webhook(_ id: WebhookID) -> Remote<Webhook> { Remote(id, discord) }
    /// A webhook with its token, which can send messages at once.
    public func webhook(_ id: WebhookID, token: String) -> Live<Webhook> {
        Live(Webhook(id: id, type: .incoming, token: token), discord)
    }
    /// An application.
    public func application(_ id: ApplicationID) -> Remote<Application> { Remote(id, discord) }
    /// A lobby.
    public func lobby(_ id: LobbyID) -> Remote<Lobby> { Remote(id, discord) }

    // MARK: - In the cache

    /// The guilds in the cache.
    public var cachedGuilds: [Live<Guild>] { discord.cache?.guilds.all.map { discord.live($0) } ?? [] }
    /// The bot itself, after the first READY.
    public var cachedSelf: Live<User>? { discord.cache?.currentUser.map { discord.live($0) } }

    // MARK: - Asking

    /// The bot itself, as Discord knows it now.
    public func fetchSelf() async throws -> Live<User> { discord.live(try await discord.send(.getCurrentUser())) }

    /// Changes the bot's name or picture.
    @discardableResult
    public func editSelf(_ changes: EditCurrentUser) async throws -> Live<User> {
        discord.live(try await discord.send(.editCurrentUser(changes)))
    }

    /// The guilds that the bot is in, by rising id, with little of each.
    ///
    /// - Parameters:
    ///   - withCounts: Whether it is said about how many members there are, and how many online.
    ///   - limit: How many at most.
    public func ownGuilds(withCounts: Bool? = nil, limit: Int? = nil) -> PagedSequence<Live<Guild>> {
        .keyset(from: nil, limit: limit, pageSize: 200, key: { $0.id }) { [discord] in
            try await discord.send(.listCurrentUserGuilds(after: $0, limit: $1, withCounts: withCounts))
                .map { discord.live($0) }
        }
    }

    /// The bot's application, as Discord knows it now.
    public func fetchApplication() async throws -> Live<Application> {
        discord.live(try await discord.send(.getCurrentApplication()))
    }

    /// Changes the bot's application.
    @discardableResult
    public func editApplication(_ changes: EditApplication) async throws -> Live<Application> {
        discord.live(try await discord.send(.editCurrentApplication(changes)))
    }

    /// What an invite leads to.
    ///
    /// - Parameter withCounts: Whether it is said about how many members there are, and how many online.
    public func invite(_ code: String, withCounts: Bool? = nil) async throws -> Live<Invite> {
        Live(try await discord.send(.getInvite(code, withCounts: withCounts)), discord)
    }

    /// What a code is a template of.
    public func template(_ code: String) async throws -> GuildTemplate { try await discord.send(.getTemplate(code)) }

    /// Opens a direct channel with several users, by their access tokens.
    public func openGroup(_ channel: CreateDirectChannel) async throws -> Live<Channel> {
        discord.live(try await discord.send(.createDirectChannel(channel)))
    }

    /// Makes a lobby.
    public func createLobby(_ lobby: CreateLobby = CreateLobby()) async throws -> Live<Lobby> {
        discord.live(try await discord.send(.createLobby(lobby)))
    }

    // MARK: - Discord's own

    /// A sticker of any guild, or one of Discord's own.
    public func sticker(_ id: StickerID) async throws -> Sticker { try await discord.send(.getSticker(id)) }
    /// Discord's own stickers.
    public func stickerPacks() async throws -> [StickerPack] {
        try await discord.send(.listStickerPacks()).stickerPacks
    }
    /// Some of Discord's own stickers.
    public func stickerPack(_ id: StickerPackID) async throws -> StickerPack {
        try await discord.send(.getStickerPack(id))
    }
    /// Discord's own sounds.
    public func defaultSounds() async throws -> [SoundboardSound] {
        try await discord.send(.listDefaultSoundboardSounds())
    }
    /// Where voice channels can be.
    public func voiceRegions() async throws -> [VoiceRegion] { try await discord.send(.listVoiceRegions()) }

    // MARK: - Subscriptions

    /// Subscriptions to something that is sold, by rising id.
    ///
    /// - Parameters:
    ///   - user: Whose.
    ///   - limit: How many at most.
    public func subscriptions(to sku: SKUID, of user: UserID, limit: Int? = nil) -> PagedSequence<Subscription> {
        // `after` begins with the smallest id; without it Discord hands out the greatest ones.
        .keyset(from: SubscriptionID(0), limit: limit, pageSize: 100, key: \.id) { [discord] in
            try await discord.send(.listSubscriptions(to: sku, user: user, after: $0, limit: $1))
        }
    }

    /// A subscription.
    public func subscription(_ id: SubscriptionID, to sku: SKUID) async throws -> Subscription {
        try await discord.send(.getSubscription(id, to: sku))
    }
}

extension DiscordClient {
    /// The bot's application: for its emojis, commands and entitlements.
    public func application() async throws -> Remote<Application> {
        Remote(try await applicationID(), discord)
    }
}

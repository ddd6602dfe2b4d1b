public import EchordModel
public import EchordPrimitives

extension DiscordThing where Model == Channel {
    /// Its id.
    public var channelID: ChannelID { id }

    /// Its messages.
    public var messages: All<Message, Channel> { All(remote) }

    /// Its threads.
    public var threads: ChannelThreads { ChannelThreads(remote) }

    /// Invites into it.
    public var invites: All<Invite, Channel> { All(remote) }

    /// Webhooks that post in it.
    public var webhooks: All<Webhook, Channel> { All(remote) }

    /// What it allows and denies past the roles.
    public var overwrites: All<PermissionOverwrite, Channel> { All(remote) }

    /// The stage that is live in it.
    public var stage: Remote<StageInstance> { Remote(id, discord) }

    /// Sends a message. Needs SEND_MESSAGES, in threads SEND_MESSAGES_IN_THREADS; SEND_TTS_MESSAGES to be read out,
    /// READ_MESSAGE_HISTORY to answer one. Up to 10 files; sent again after a failure only when its nonce is enforced.
    @discardableResult
    public func send(_ message: CreateMessage, files: [FileUpload] = []) async throws -> Live<Message> {
        try await live(.createMessage(in: channelID, message, files: files), of: channelID.rawValue)
    }

    /// Sends a message. It pings nobody unless the content says so.
    ///
    /// - Throws: `EchordError` with `validation` before anything is sent; as `RESTClient.send`.
    @discardableResult
    public func send(_ content: MessageContent, files: [FileUpload] = []) async throws -> Live<Message> {
        try await send(try content.createMessage(), files: files)
    }

    /// Sends a text. It pings nobody.
    @discardableResult
    public func send(_ text: String, files: [FileUpload] = []) async throws -> Live<Message> {
        try await send(MessageContent(text), files: files)
    }

    /// Changes a guild's channel. Needs MANAGE_CHANNELS, for overwrites MANAGE_ROLES.
    @discardableResult
    public func edit(_ changes: EditChannel, reason: String? = nil) async throws -> Live<Channel> {
        try await live(.editChannel(channelID, changes, reason: reason))
    }

    /// Changes a group's channel.
    @discardableResult
    public func edit(_ changes: EditGroupChannel) async throws -> Live<Channel> {
        try await live(.editGroupChannel(channelID, changes))
    }

    /// Changes a thread. Needs MANAGE_THREADS; to bring an unlocked one back SEND_MESSAGES suffices.
    @discardableResult
    public func edit(_ changes: EditThread, reason: String? = nil) async throws -> Live<Channel> {
        try await live(.editThread(channelID, changes, reason: reason))
    }

    /// Deletes a channel, or closes a direct one. Needs MANAGE_CHANNELS, for threads MANAGE_THREADS. A category's
    /// channels stay; a community's rules and updates channels can not go.
    @discardableResult
    public func delete(reason: String? = nil) async throws -> Live<Channel> {
        try await live(.deleteChannel(channelID, reason: reason))
    }

    /// Shows the bot as typing for 10 s.
    public func triggerTyping() async throws { try await discord.send(.triggerTyping(in: channelID)) }

    /// Shows that the bot is typing as long as `work` takes.
    ///
    /// - Throws: what `work` throws. That the typing could not be shown is no failure.
    public func typing<Result: Sendable>(
        _ work: @Sendable () async throws -> Result
    ) async throws -> Result {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { [self] in
                // Discord shows it for ten seconds.
                while !Task.isCancelled, (try? await triggerTyping()) != nil { try await Task.sleep(for: .seconds(8)) }
            }
            defer { group.cancelAll() }
            return try await work()
        }
    }

    /// Says something about a voice channel, for as long as somebody is in it. Needs SET_VOICE_CHANNEL_STATUS, and
    /// MANAGE_CHANNELS from outside.
    public func setVoiceStatus(_ status: VoiceStatus, reason: String? = nil) async throws {
        try await discord.send(.setVoiceStatus(of: channelID, status, reason: reason))
    }

    /// Lets a channel follow an announcement channel. Needs MANAGE_WEBHOOKS in the following one.
    @discardableResult
    public func follow(_ follow: FollowChannel, reason: String? = nil) async throws -> FollowedChannel {
        try await discord.send(.followChannel(channelID, follow, reason: reason))
    }

    /// Plays a sound in a voice channel that the bot is in. Needs SPEAK and USE_SOUNDBOARD.
    public func sendSound(_ sound: SendSoundboardSound) async throws {
        try await discord.send(.sendSoundboardSound(sound, in: channelID))
    }

    /// Adds a user who allowed it by OAuth2 (scope `gdm.join`) to a group; the answer is the channel where it is new.
    @discardableResult
    public func addRecipient(_ user: UserID, _ recipient: AddGroupRecipient) async throws -> Live<Channel>? {
        try await live(.addRecipient(user, to: channelID, recipient))
    }

    /// Removes a user from a group.
    public func removeRecipient(_ user: UserID) async throws {
        try await discord.send(.removeRecipient(user, from: channelID))
    }
}

extension All where Element == PermissionOverwrite, Owner == Channel {
    /// Sets what a role may do in the channel past what its permissions say. Needs MANAGE_ROLES.
    ///
    /// - Parameters:
    ///   - allow: What it may; others must be held by the bot.
    ///   - deny: What it may not.
    public func edit(
        _ role: RoleID, allow: Permissions = [], deny: Permissions = [], reason: String? = nil
    ) async throws {
        try await edit(role.cast(), EditPermissionOverwrite(type: .role, allow: allow, deny: deny), reason: reason)
    }

    /// Sets what a member may do in the channel past what the roles say. Needs MANAGE_ROLES.
    ///
    /// - Parameters:
    ///   - allow: What the member may; others must be held by the bot.
    ///   - deny: What the member may not.
    public func edit(
        _ user: UserID, allow: Permissions = [], deny: Permissions = [], reason: String? = nil
    ) async throws {
        try await edit(user.cast(), EditPermissionOverwrite(type: .member, allow: allow, deny: deny), reason: reason)
    }

    /// Allows and denies a role or a member something in a channel. Needs MANAGE_ROLES, and what is allowed or denied.
    ///
    /// - Parameter target: The role or the user.
    public func edit(_ target: GenericID, _ overwrite: EditPermissionOverwrite, reason: String? = nil) async throws {
        try await discord.send(.editPermissions(of: target, in: owner.id, overwrite, reason: reason))
    }

    /// Takes away what was set for a role. Needs MANAGE_ROLES.
    public func delete(_ role: RoleID, reason: String? = nil) async throws {
        try await delete(GenericID(role.rawValue), reason: reason)
    }

    /// Takes away what was set for a member. Needs MANAGE_ROLES.
    public func delete(_ user: UserID, reason: String? = nil) async throws {
        try await delete(GenericID(user.rawValue), reason: reason)
    }

    /// Takes back what a role or a member was allowed and denied in a channel. Needs MANAGE_ROLES.
    ///
    /// - Parameter target: The role or the user.
    public func delete(_ target: GenericID, reason: String? = nil) async throws {
        try await discord.send(.deletePermissions(of: target, in: owner.id, reason: reason))
    }
}

extension All where Element == Channel, Owner == Guild {
    private var guildID: GuildID { owner.id }

    /// All channels without the threads. Needs nothing; hidden ones are left out.
    public func list() async throws -> [Live<Channel>] { try await live(.listGuildChannels(of: guildID)) }

    /// Those in the cache, with the active threads, the last written first.
    public var cached: [Live<Channel>] {
        discord.cache?.channels.all(in: guildID).map { discord.live($0) } ?? []
    }

    /// Makes a channel. Needs MANAGE_CHANNELS; overwrites can only hold permissions that the bot has, and
    /// MANAGE_ROLES only with ADMINISTRATOR.
    @discardableResult
    public func create(_ channel: CreateChannel, reason: String? = nil) async throws -> Live<Channel> {
        try await live(.createChannel(channel, in: guildID, reason: reason))
    }

    /// Moves channels; those that are left out stay. Needs MANAGE_CHANNELS.
    public func move(_ positions: [ChannelPosition]) async throws {
        try await discord.send(.moveChannels(positions, of: guildID))
    }
}

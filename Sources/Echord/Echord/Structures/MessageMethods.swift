public import EchordModel
public import EchordPrimitives
internal import JSON

extension DiscordThing where Model == Message {
    /// Its id.
    public var messageID: MessageID { id }

    /// Its channel's id.
    public var channelID: ChannelID { ChannelID(placeID) }

    /// Its channel.
    public var channel: Remote<Channel> { Remote(channelID, discord) }

    /// Changes a message. Of another's message only the flags, and those need MANAGE_MESSAGES.
    @discardableResult
    public func edit(_ edit: EditMessage, files: [FileUpload] = []) async throws -> Live<Message> {
        try await live(.editMessage(messageID, in: channelID, edit, files: files), of: channelID.rawValue)
    }

    /// Makes it say this and nothing else; files stay as they are unless some are named.
    ///
    /// - Throws: `EchordError` with `validation` before anything is sent; as `RESTClient.send`.
    @discardableResult
    public func edit(_ content: MessageContent, files: [FileUpload] = []) async throws -> Live<Message> {
        try await edit(try content.editMessage(), files: files)
    }

    /// Changes its text and leaves the rest as it is. It pings nobody.
    @discardableResult
    public func edit(_ text: String) async throws -> Live<Message> {
        try await edit(EditMessage(content: .set(text), allowedMentions: .set(.none)))
    }

    /// Answers it in its channel. It pings nobody unless the content or `pingsAuthor` says so.
    ///
    /// - Parameter pingsAuthor: Whether the author of the message is pinged.
    /// - Throws: `EchordError` with `validation` before anything is sent; as `RESTClient.send`.
    @discardableResult
    public func reply(
        _ content: MessageContent, files: [FileUpload] = [], pingsAuthor: Bool = false
    ) async throws -> Live<Message> {
        try await channel.send(content.replying(to: messageID, pingsAuthor: pingsAuthor), files: files)
    }

    /// Answers it with a text. It pings nobody unless `pingsAuthor` says so.
    @discardableResult
    public func reply(_ text: String, pingsAuthor: Bool = false) async throws -> Live<Message> {
        try await reply(MessageContent(text), pingsAuthor: pingsAuthor)
    }

    /// Shows a copy of it in another channel. Needs SEND_MESSAGES there.
    @discardableResult
    public func forward(to target: ChannelID) async throws -> Live<Message> {
        let reference = MessageReference.forward(messageID, from: channelID)
        return try await Remote<Channel>(target, discord).send(CreateMessage(messageReference: reference))
    }

    /// Deletes a message. Another's needs MANAGE_MESSAGES.
    public func delete(reason: String? = nil) async throws {
        try await discord.send(.deleteMessage(messageID, in: channelID, reason: reason))
    }

    /// Publishes a message of an announcement channel to the channels that follow. The own one needs SEND_MESSAGES,
    /// another's MANAGE_MESSAGES.
    @discardableResult
    public func crosspost() async throws -> Live<Message> {
        try await live(.crosspostMessage(messageID, in: channelID), of: channelID.rawValue)
    }

    /// Pins a message; up to 250 of a channel. Needs PIN_MESSAGES.
    public func pin(reason: String? = nil) async throws {
        try await discord.send(.pinMessage(messageID, in: channelID, reason: reason))
    }

    /// Unpins a message. Needs PIN_MESSAGES.
    public func unpin(reason: String? = nil) async throws {
        try await discord.send(.unpinMessage(messageID, in: channelID, reason: reason))
    }

    /// Starts a thread from a message; it gets the message's id. Needs CREATE_PUBLIC_THREADS.
    @discardableResult
    public func startThread(_ thread: CreateThread, reason: String? = nil) async throws -> Live<Channel> {
        try await live(.createThread(from: messageID, in: channelID, thread, reason: reason))
    }
}

extension DiscordThing where Model == Message {
    // MARK: - Reactions and polls

    /// Reacts to a message. Needs READ_MESSAGE_HISTORY, and ADD_REACTIONS when nobody has reacted with the emoji yet.
    public func react(with emoji: String) async throws {
        try await discord.send(.createReaction(emoji, on: messageID, in: channelID))
    }

    /// Takes the bot's own reaction back.
    public func removeOwnReaction(_ emoji: String) async throws {
        try await discord.send(.deleteOwnReaction(emoji, from: messageID, in: channelID))
    }

    /// Takes a user's reaction away. Needs MANAGE_MESSAGES.
    public func removeReaction(_ emoji: String, of user: UserID) async throws {
        try await discord.send(.deleteReaction(emoji, of: user, from: messageID, in: channelID))
    }

    /// Takes all reactions away. Needs MANAGE_MESSAGES.
    public func removeAllReactions() async throws {
        try await discord.send(.deleteAllReactions(from: messageID, in: channelID))
    }

    /// Takes all reactions with an emoji away. Needs MANAGE_MESSAGES.
    public func removeAllReactions(with emoji: String) async throws {
        try await discord.send(.deleteAllReactions(with: emoji, from: messageID, in: channelID))
    }

    /// Who reacted with an emoji.
    ///
    /// - Parameters:
    ///   - type: Ordinary reactions or super reactions; ordinary when left out.
    ///   - limit: How many at most.
    public func reactions(
        with emoji: String, type: ReactionType? = nil, limit: Int? = nil
    ) -> PagedSequence<Live<User>> {
        .keyset(from: nil, limit: limit, pageSize: 100, key: { $0.id }) { [self] in
            try await live(.listReactions(emoji, on: messageID, in: channelID, type: type, after: $0, limit: $1))
        }
    }

    /// Who voted for an answer of its poll.
    ///
    /// - Parameter limit: How many at most.
    public func voters(for answer: Int, limit: Int? = nil) -> PagedSequence<Live<User>> {
        .keyset(from: nil, limit: limit, pageSize: 100, key: { $0.id }) { [self] in
            let page = try await discord.send(
                .listPollVoters(of: answer, on: messageID, in: channelID, after: $0, limit: $1))
            return page.users.map { discord.live($0) }
        }
    }

    /// Ends a poll of the bot's own at once.
    @discardableResult
    public func endPoll() async throws -> Live<Message> {
        try await live(.endPoll(on: messageID, in: channelID), of: channelID.rawValue)
    }
}

extension All where Element == Message, Owner == Channel {
    /// The channel's id.
    public var channelID: ChannelID { owner.id }

    /// Messages, the newest first. Needs VIEW_CHANNEL and READ_MESSAGE_HISTORY, in voice channels CONNECT too.
    ///
    /// - Parameters:
    ///   - before: Those before this one; from the newest on when left out.
    ///   - limit: How many at most; all there are when left out.
    public func list(before: MessageID? = nil, limit: Int? = nil) -> PagedSequence<Live<Message>> {
        .keyset(from: before, limit: limit, pageSize: 100, key: { $0.id }) { [self] in
            try await live(.listMessages(in: channelID, before: $0, limit: $1), of: channelID.rawValue)
        }
    }

    /// Messages after one, the oldest first. Needs what `list` needs.
    ///
    /// - Parameter limit: How many at most; all there are when left out.
    public func list(after: MessageID, limit: Int? = nil) -> PagedSequence<Live<Message>> {
        .keyset(from: after, limit: limit, pageSize: 100, key: { $0.id }) { [self] in
            try await live(.listMessages(in: channelID, after: $0, limit: $1), of: channelID.rawValue)
                .sorted { $0.id < $1.id }
        }
    }

    /// Messages about one, the newest first. Needs what `list` needs.
    ///
    /// - Parameter limit: 1 to 100; 50 when left out.
    public func list(around message: MessageID, limit: Int? = nil) async throws -> [Live<Message>] {
        try await live(.listMessages(in: channelID, around: message, limit: limit), of: channelID.rawValue)
    }

    /// Those in the cache, the last written first.
    public var cached: [Live<Message>] {
        discord.cache?.messages.all(in: channelID).map { discord.live($0) } ?? []
    }

    /// Deletes 2 to 100 messages that are younger than two weeks. Needs MANAGE_MESSAGES.
    public func bulkDelete(_ messages: [MessageID], reason: String? = nil) async throws {
        try await discord.send(.bulkDeleteMessages(messages, in: channelID, reason: reason))
    }

    /// The pinned messages, the last pinned first. Needs VIEW_CHANNEL, and READ_MESSAGE_HISTORY to see any.
    ///
    /// - Parameters:
    ///   - before: Those that were pinned before this.
    ///   - limit: How many at most.
    public func pins(before: DiscordTimestamp? = nil, limit: Int? = nil) -> PagedSequence<PinnedMessage> {
        .marked(from: before, limit: limit, pageSize: 50) { [self] in
            let page = try await discord.send(.listPins(in: channelID, before: $0, limit: $1))
            return (page.items, page.hasMore ? page.items.last?.pinnedAt : nil)
        }
    }
}

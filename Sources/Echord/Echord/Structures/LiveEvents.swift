public import EchordModel
public import EchordPrimitives

extension DiscordClient {
    /// Calls `handler` for each event of a type, with methods on all that it holds.
    ///
    /// ```swift
    /// client.on(.messageCreate) { event in
    ///     if event.message.content == "!ping" { try await event.message.reply("pong") }
    /// }
    /// ```
    ///
    /// A handler that throws is logged and counted, and the next event comes.
    @discardableResult
    public func on<Event: DispatchEvent>(
        _ key: EventKey<Event>, options: ListenerOptions = .init(),
        _ handler: @escaping @Sendable (Live<Event>) async throws -> Void
    ) -> ListenerToken {
        // The hub keeps the handler, so it must not keep the client.
        hub.on(Event.self, options: options) { [discord] event, _ in try await handler(Live(event, discord)) }
    }
}

// MARK: - What events say of a guild's things

/// An event of a guild that says which.
public protocol GuildEvent: DispatchEvent {
    /// The guild.
    var guildID: GuildID { get }
}

extension GuildMemberAdd: GuildEvent {}
extension GuildMembersChunk: GuildEvent {}
extension GuildRoleCreate: GuildEvent {}
extension GuildRoleUpdate: GuildEvent {}
extension GuildEmojisUpdate: GuildEvent {}
extension GuildStickersUpdate: GuildEvent {}
extension GuildSoundboardSoundsUpdate: GuildEvent {}

extension Live where Model: GuildEvent {
    /// The guild.
    public var guild: Remote<Guild> { Remote(model.guildID, discord) }

    /// A thing of the guild that the event holds.
    public subscript<Value: Structure>(
        dynamicMember member: KeyPath<Model, Value>
    ) -> Live<Value> where Value.Owner == Guild { discord.live(model[keyPath: member], in: model.guildID) }

    /// Things of the guild that the event holds.
    public subscript<Value: Structure>(
        dynamicMember member: KeyPath<Model, [Value]>
    ) -> [Live<Value>] where Value.Owner == Guild {
        model[keyPath: member].map { discord.live($0, in: model.guildID) }
    }
}

extension Live where Model == GuildMemberUpdate {
    /// The guild.
    public var guild: Remote<Guild> { Remote(model.guildID, discord) }
    /// The member.
    public var member: Remote<Member> { Remote(model.user.id, of: model.guildID.rawValue, discord) }
}

extension Live where Model == GuildMemberRemove {
    /// The guild.
    public var guild: Remote<Guild> { Remote(model.guildID, discord) }
}

extension Live where Model == Message {
    /// The guild; `nil` in direct messages and where only events say it.
    public var guild: Remote<Guild>? { model.guildID.map { Remote($0, discord) } }

    /// The author's member, as the event brought it or the cache knows it; `nil` for webhooks and in direct messages.
    public var member: Live<Member>? {
        guard let guild = model.guildID, model.webhookID == nil else { return nil }
        if var member = model.member {
            member.user = model.author
            return discord.live(member, in: guild)
        }
        return Remote<Member>(model.author.id, of: guild.rawValue, discord).cached
    }
}

extension Live where Model == MessageReactionAdd {
    /// The message.
    public var message: Remote<Message> { Remote(model.messageID, of: model.channelID.rawValue, discord) }
    /// The channel.
    public var channel: Remote<Channel> { Remote(model.channelID, discord) }
    /// Who reacted.
    public var user: Remote<User> { Remote(model.userID, discord) }
    /// The member who reacted; `nil` in direct messages.
    public var member: Live<Member>? {
        guard let guild = model.guildID, let member = model.member else { return nil }
        return discord.live(member, in: guild)
    }
}

extension Live where Model == MessageReactionRemove {
    /// The message.
    public var message: Remote<Message> { Remote(model.messageID, of: model.channelID.rawValue, discord) }
    /// The channel.
    public var channel: Remote<Channel> { Remote(model.channelID, discord) }
    /// Who took the reaction back.
    public var user: Remote<User> { Remote(model.userID, discord) }
}

extension Live where Model == MessageDelete {
    /// The channel.
    public var channel: Remote<Channel> { Remote(model.channelID, discord) }
}

extension Live where Model == Channel {
    /// The guild; `nil` for direct messages.
    public var guild: Remote<Guild>? { model.guildID.map { Remote($0, discord) } }
    /// The category, or a thread's channel.
    public var parent: Remote<Channel>? { model.parentID.map { Remote($0, discord) } }
}

extension Live where Model == Interaction {
    /// The guild; `nil` in direct messages.
    public var guild: Remote<Guild>? { model.guildID.map { Remote($0, discord) } }
    /// The member; `nil` in direct messages.
    public var member: Live<Member>? {
        guard let guild = model.guildID, let member = model.member else { return nil }
        return discord.live(member, in: guild)
    }
}

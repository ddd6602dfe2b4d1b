public import EchordModel
public import EchordPrimitives

/// One use of a text command as its handler sees it.
public struct TextContext: Sendable {
    /// The message.
    public let message: Message
    /// What it began with: a prefix, or the bot's mention.
    public let prefix: String
    /// The command's name with its group's, as they are declared and not as an alias says.
    public internal(set) var path: [String] = []
    /// The guild; `nil` in direct messages.
    public let guildID: GuildID?
    /// Where members, roles and channels are found.
    public let lookup: TextLookup
    /// When it was received.
    public let received: Moment
    let member: Member?
    let bot: UserID
    let send: @Sendable (ChannelID, CreateMessage) async throws -> Message

    /// Who wrote it and where, for guards and cool-downs.
    public var subject: CommandSubject {
        let (lookup, channel, author) = (lookup, message.channelID, message.author.id)
        let roles = member?.roles ?? []
        guard let guild = guildID else { return CommandSubject(user: author, channel: channel) }
        let bot = bot
        return CommandSubject(
            user: author, guild: guild, channel: channel, roles: roles,
            permissions: { try await lookup.permissions(author, roles, channel, guild) },
            botPermissions: {
                let own = try await lookup.member(bot, guild)
                return try await lookup.permissions(bot, own?.roles ?? [], channel, guild)
            })
    }

    /// Answers the message. Pings nobody unless the content says so.
    @discardableResult
    public func reply(_ content: MessageContent) async throws -> Message {
        try await send(message.channelID, try content.replying(to: message.id).createMessage())
    }

    /// Answers the message with a text that pings nobody.
    @discardableResult
    public func reply(_ text: String) async throws -> Message { try await reply(MessageContent(text)) }
}

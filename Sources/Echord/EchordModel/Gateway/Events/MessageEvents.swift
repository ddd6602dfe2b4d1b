public import EchordPrimitives
public import JSON

/// A message was deleted.
///
/// <https://docs.discord.com/developers/events/gateway-events#message-delete>
@JSONModel
public struct MessageDelete: Hashable, Sendable, DispatchEvent {
    /// `MESSAGE_DELETE`.
    public static let eventName = DispatchEventName.messageDelete

    /// The message.
    public var id: MessageID
    /// Its channel.
    public var channelID: ChannelID
    /// Its guild.
    public var guildID: GuildID?
}

/// Several messages were deleted.
///
/// <https://docs.discord.com/developers/events/gateway-events#message-delete-bulk>
@JSONModel
public struct MessageDeleteBulk: Hashable, Sendable, DispatchEvent {
    /// `MESSAGE_DELETE_BULK`.
    public static let eventName = DispatchEventName.messageDeleteBulk

    /// The messages.
    @JSONKey("ids") public var ids: [MessageID] = []
    /// Their channel.
    public var channelID: ChannelID
    /// Their guild.
    public var guildID: GuildID?
}

/// Somebody reacted.
///
/// <https://docs.discord.com/developers/events/gateway-events#message-reaction-add>
@JSONModel
public struct MessageReactionAdd: Hashable, Sendable, DispatchEvent {
    /// `MESSAGE_REACTION_ADD`.
    public static let eventName = DispatchEventName.messageReactionAdd

    /// Who.
    public var userID: UserID
    /// The channel.
    public var channelID: ChannelID
    /// The message.
    public var messageID: MessageID
    /// The guild.
    public var guildID: GuildID?
    /// The member.
    public var member: Member?
    /// The emoji.
    public var emoji: PartialEmoji
    /// Who wrote the message.
    public var messageAuthorID: UserID?
    /// Whether it is a super reaction.
    @JSONKey("burst") public var isBurst: Bool = false
    /// Its colours.
    public var burstColors: [String]?
    /// Its kind.
    public var type: ReactionType = .normal
}

/// Somebody took a reaction back.
///
/// <https://docs.discord.com/developers/events/gateway-events#message-reaction-remove>
@JSONModel
public struct MessageReactionRemove: Hashable, Sendable, DispatchEvent {
    /// `MESSAGE_REACTION_REMOVE`.
    public static let eventName = DispatchEventName.messageReactionRemove

    /// Who.
    public var userID: UserID
    /// The channel.
    public var channelID: ChannelID
    /// The message.
    public var messageID: MessageID
    /// The guild.
    public var guildID: GuildID?
    /// The emoji.
    public var emoji: PartialEmoji
    /// Whether it was a super reaction.
    @JSONKey("burst") public var isBurst: Bool = false
    /// Its kind.
    public var type: ReactionType = .normal
}

/// All reactions of a message were removed.
///
/// <https://docs.discord.com/developers/events/gateway-events#message-reaction-remove-all>
@JSONModel
public struct MessageReactionRemoveAll: Hashable, Sendable, DispatchEvent {
    /// `MESSAGE_REACTION_REMOVE_ALL`.
    public static let eventName = DispatchEventName.messageReactionRemoveAll

    /// The channel.
    public var channelID: ChannelID
    /// The message.
    public var messageID: MessageID
    /// The guild.
    public var guildID: GuildID?
}

/// All reactions with an emoji were removed.
///
/// <https://docs.discord.com/developers/events/gateway-events#message-reaction-remove-emoji>
@JSONModel
public struct MessageReactionRemoveEmoji: Hashable, Sendable, DispatchEvent {
    /// `MESSAGE_REACTION_REMOVE_EMOJI`.
    public static let eventName = DispatchEventName.messageReactionRemoveEmoji

    /// The channel.
    public var channelID: ChannelID
    /// The guild.
    public var guildID: GuildID?
    /// The message.
    public var messageID: MessageID
    /// The emoji.
    public var emoji: PartialEmoji
}

/// Somebody voted.
///
/// <https://docs.discord.com/developers/events/gateway-events#message-poll-vote-add>
@JSONModel
public struct MessagePollVoteAdd: Hashable, Sendable, DispatchEvent {
    /// `MESSAGE_POLL_VOTE_ADD`.
    public static let eventName = DispatchEventName.messagePollVoteAdd

    /// Who.
    public var userID: UserID
    /// The channel.
    public var channelID: ChannelID
    /// The message.
    public var messageID: MessageID
    /// The guild.
    public var guildID: GuildID?
    /// The answer.
    public var answerID: Int
}

/// Somebody took a vote back.
///
/// <https://docs.discord.com/developers/events/gateway-events#message-poll-vote-remove>
@JSONModel
public struct MessagePollVoteRemove: Hashable, Sendable, DispatchEvent {
    /// `MESSAGE_POLL_VOTE_REMOVE`.
    public static let eventName = DispatchEventName.messagePollVoteRemove

    /// Who.
    public var userID: UserID
    /// The channel.
    public var channelID: ChannelID
    /// The message.
    public var messageID: MessageID
    /// The guild.
    public var guildID: GuildID?
    /// The answer.
    public var answerID: Int
}

/// Somebody began to type.
///
/// <https://docs.discord.com/developers/events/gateway-events#typing-start>
@JSONModel
public struct TypingStart: Hashable, Sendable, DispatchEvent {
    /// `TYPING_START`.
    public static let eventName = DispatchEventName.typingStart

    /// The channel.
    public var channelID: ChannelID
    /// The guild.
    public var guildID: GuildID?
    /// Who.
    public var userID: UserID
    /// When, in seconds since 1970.
    public var timestamp: Int64
    /// The member.
    public var member: Member?
}

/// A message was sent.
///
/// <https://docs.discord.com/developers/events/gateway-events#message-create>
public struct MessageCreate: Hashable, Sendable, DispatchEvent {
    /// `MESSAGE_CREATE`.
    public static let eventName = DispatchEventName.messageCreate
    /// What the event is about.
    public var message: Message

    /// An event.
    public init(message: Message) { self.message = message }

    /// Reads the payload, which is what the event is about.
    public init(json: JSONReader) throws(JSONError) { message = try Message(json: json) }

    /// Writes the payload.
    public func encode(to writer: inout JSONWriter) { message.encode(to: &writer) }
}

/// A message was edited, or its embeds were filled in.
///
/// <https://docs.discord.com/developers/events/gateway-events#message-update>
public struct MessageUpdate: Hashable, Sendable, DispatchEvent {
    /// `MESSAGE_UPDATE`.
    public static let eventName = DispatchEventName.messageUpdate
    /// What the event is about.
    public var message: Message

    /// An event.
    public init(message: Message) { self.message = message }

    /// Reads the payload, which is what the event is about.
    public init(json: JSONReader) throws(JSONError) { message = try Message(json: json) }

    /// Writes the payload.
    public func encode(to writer: inout JSONWriter) { message.encode(to: &writer) }
}

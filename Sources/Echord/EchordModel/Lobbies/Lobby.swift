public import EchordPrimitives
public import JSON

/// A place where players of a game meet.
///
/// <https://docs.discord.com/developers/resources/lobby#lobby-object>
@JSONModel
public struct Lobby: Hashable, Sendable {
    /// The lobby's id.
    public var id: LobbyID
    /// The application that made it.
    public var applicationID: ApplicationID
    /// What the application keeps with it, up to 1000 characters in all.
    public var metadata: [String: String]?
    /// Who is in it.
    public var members: [LobbyMember] = []
    /// The guild's channel that shows what is said in it.
    public var linkedChannel: Channel?
    /// Its flags.
    public var flags: LobbyFlags = []
    /// Where webhook events about it are sent instead.
    public var overrideEventWebhooksURL: String?
}

/// Somebody in a lobby.
///
/// <https://docs.discord.com/developers/resources/lobby#lobby-member-object>
@JSONModel
public struct LobbyMember: Hashable, Sendable {
    /// Who.
    public var id: UserID
    /// What the application keeps with them.
    public var metadata: [String: String]?
    /// The flags.
    public var flags: LobbyMemberFlags = []
    /// Another name that is shown.
    public var additionalName: String?
}

/// Flags of a lobby. Discord describes bit 0 without a name.
public struct LobbyFlags: DiscordBitSet {
    /// The bits.
    public let rawValue: UInt64

    /// Wraps bits, known or not.
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// No flag has a name yet.
    public static var discordNames: KeyValuePairs<String, Self> { [:] }
}

/// Flags of somebody in a lobby.
///
/// <https://docs.discord.com/developers/resources/lobby#lobby-member-object-lobby-member-flags>
public struct LobbyMemberFlags: DiscordBitSet {
    /// The bits.
    public let rawValue: UInt64

    /// Wraps bits, known or not.
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// `CAN_LINK_LOBBY`, bit 0.
    public static let canLinkLobby = Self(rawValue: 1 << 0)

    /// Every documented flag by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> { ["CAN_LINK_LOBBY": .canLinkLobby] }
}

/// A message in a lobby.
///
/// <https://docs.discord.com/developers/resources/lobby#get-lobby-messages>
@JSONModel
public struct LobbyMessage: Hashable, Sendable {
    /// The message's id.
    public var id: MessageID
    /// Its kind.
    public var type: MessageType
    /// The text.
    public var content: String
    /// The lobby.
    public var lobbyID: LobbyID
    /// The lobby's channel.
    public var channelID: ChannelID
    /// Who wrote it.
    public var author: User
    /// The writer in the lobby.
    public var lobbyMember: MessageLobbyMember?
    /// What the application keeps with it.
    public var metadata: [String: String]?
    /// What the application's moderation keeps with it.
    public var moderationMetadata: [String: String]?
    /// Its flags.
    public var flags: MessageFlags = []
    /// The application that sent it.
    public var applicationID: ApplicationID?
}

/// An invite into a lobby's guild.
@JSONModel
public struct LobbyInvite: Hashable, Sendable {
    /// Its code.
    public var code: String
}

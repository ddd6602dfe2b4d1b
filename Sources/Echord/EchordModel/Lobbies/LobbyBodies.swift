public import EchordPrimitives
public import JSON

/// What is sent to make a lobby.
///
/// <https://docs.discord.com/developers/resources/lobby#create-lobby>
@JSONModel
public struct CreateLobby: Hashable, Sendable {
    /// What the application keeps with it, up to 1000 characters in all.
    public var metadata: [String: String]?
    /// Up to 25 members.
    public var members: [AddLobbyMember]?
    /// Seconds without anybody after which it is closed, 5 to 604,800; 300 when left out.
    public var idleTimeoutSeconds: Int?
    /// Its flags.
    public var flags: LobbyFlags?
    /// Where webhook events about it are sent instead, up to 512 characters.
    public var overrideEventWebhooksURL: String?
}

/// What is sent to change a lobby; `keep` leaves a part as it is, `clear` takes it away.
///
/// <https://docs.discord.com/developers/resources/lobby#modify-lobby>
@JSONModel
public struct EditLobby: Hashable, Sendable {
    /// What the application keeps with it, all of it.
    public var metadata: Patch<[String: String]> = .keep
    /// Up to 25 members, all of them.
    public var members: Patch<[AddLobbyMember]> = .keep
    /// Seconds without anybody after which it is closed, 5 to 604,800.
    public var idleTimeoutSeconds: Patch<Int> = .keep
    /// Its flags.
    public var flags: Patch<LobbyFlags> = .keep
    /// Where webhook events about it are sent instead, up to 512 characters.
    public var overrideEventWebhooksURL: Patch<String> = .keep
}

/// A member of a lobby that is made or changed.
///
/// <https://docs.discord.com/developers/resources/lobby#create-lobby>
@JSONModel
public struct AddLobbyMember: Hashable, Sendable {
    /// Who.
    public var id: UserID
    /// What the application keeps with them.
    public var metadata: [String: String]?
    /// The flags.
    public var flags: LobbyMemberFlags?
}

/// What is sent to join a lobby, or to make it where there is none with this secret.
///
/// <https://docs.discord.com/developers/resources/lobby#create-or-join-lobby>
@JSONModel
public struct JoinLobby: Hashable, Sendable {
    /// What those who meet all know, up to 250 characters.
    public var secret: String
    /// What the application keeps with a new lobby.
    public var lobbyMetadata: [String: String]?
    /// What the application keeps with the member.
    public var memberMetadata: [String: String]?
    /// Seconds without anybody after which it is closed, 5 to 604,800.
    public var idleTimeoutSeconds: Int?
    /// Its flags.
    public var flags: LobbyFlags?
}

/// What is sent to add somebody to a lobby, or to change them in it.
///
/// <https://docs.discord.com/developers/resources/lobby#add-a-member-to-a-lobby>
@JSONModel
public struct EditLobbyMember: Hashable, Sendable {
    /// What the application keeps with them.
    public var metadata: [String: String]?
    /// The flags.
    public var flags: LobbyMemberFlags?
    /// Another name that is shown, 1 to 80 characters.
    public var additionalName: String?
}

/// One of several members that are added to a lobby, changed or removed.
///
/// <https://docs.discord.com/developers/resources/lobby#bulk-update-lobby-members>
@JSONModel
public struct BulkLobbyMember: Hashable, Sendable {
    /// Who.
    public var id: UserID
    /// What the application keeps with them.
    public var metadata: [String: String]?
    /// The flags.
    public var flags: LobbyMemberFlags?
    /// Whether they are removed.
    public var removeMember: Bool?
    /// Another name that is shown, 1 to 80 characters.
    public var additionalName: String?
}

/// The channel that shows what is said in a lobby; without one the link is cut.
///
/// <https://docs.discord.com/developers/resources/lobby#link-channel-to-lobby>
@JSONModel
public struct LinkLobbyChannel: Hashable, Sendable {
    /// The channel.
    public var channelID: Patch<ChannelID> = .keep
}

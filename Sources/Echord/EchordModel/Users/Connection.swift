public import EchordPrimitives
public import JSON

/// An account elsewhere that somebody has connected.
///
/// <https://docs.discord.com/developers/resources/user#connection-object>
@JSONModel
public struct Connection: Hashable, Sendable {
    /// The account's id there.
    public var id: String
    /// The account's name there.
    public var name: String?
    /// Where.
    @JSONKey("type") public var service: ConnectionService
    /// Whether the connection was taken back.
    @JSONKey("revoked") public var isRevoked: Bool = false
    /// Integrations of guilds that come with it.
    public var integrations: [ConnectionIntegration] = []
    /// Whether it is confirmed.
    @JSONKey("verified") public var isVerified: Bool = false
    /// Whether friends are taken over.
    public var friendSync: Bool = false
    /// Whether activities show it.
    public var showActivity: Bool = false
    /// Whether the other side has a token too.
    public var twoWayLink: Bool = false
    /// Who sees it.
    public var visibility: ConnectionVisibility
}

/// As much of an integration as a connection tells.
///
/// <https://docs.discord.com/developers/resources/user#connection-object>
@JSONModel
public struct ConnectionIntegration: Hashable, Sendable {
    /// The integration's id; not always a number.
    public var id: String
    /// Its kind.
    public var type: IntegrationType
    /// The account there.
    public var account: IntegrationAccount?
    /// The guild.
    public var guild: ConnectionGuild?
}

/// As much of a guild as a connection tells.
@JSONModel
public struct ConnectionGuild: Hashable, Sendable {
    /// The guild's id.
    public var id: GuildID
    /// Its name.
    public var name: String
    /// Hash of its icon.
    public var icon: String?
}

/// What an application has told Discord about somebody on its platform.
///
/// <https://docs.discord.com/developers/resources/user#application-role-connection-object>
@JSONModel
public struct RoleConnection: Hashable, Sendable {
    /// The platform's name, up to 50 characters.
    public var platformName: String?
    /// The name there, up to 100 characters.
    public var platformUsername: String?
    /// Values by key of the metadata, up to 100 characters each.
    public var metadata: [String: String]?
}

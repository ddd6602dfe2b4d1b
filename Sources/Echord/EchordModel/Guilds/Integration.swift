public import EchordPrimitives
public import JSON

/// Another service connected with a guild, or an application in it.
///
/// <https://docs.discord.com/developers/resources/guild#integration-object>
@JSONModel
public struct Integration: Hashable, Sendable {
    /// The integration's id.
    public var id: IntegrationID
    /// Its name.
    public var name: String?
    /// Its kind.
    public var type: IntegrationType
    /// Whether it is on.
    @JSONKey("enabled") public var isEnabled: Bool = false
    /// Whether it is being brought up to date.
    @JSONKey("syncing") public var isSyncing: Bool?
    /// The role its subscribers get.
    public var roleID: RoleID?
    /// Whether emoji are taken over.
    public var enableEmoticons: Bool?
    /// What happens when a subscription ends.
    public var expireBehavior: IntegrationExpireBehavior?
    /// Days before that happens.
    public var expireGracePeriod: Int?
    /// Who connected it.
    public var user: User?
    /// The account there.
    public var account: IntegrationAccount?
    /// When it was last brought up to date.
    public var syncedAt: DiscordTimestamp?
    /// How many subscribers it has.
    public var subscriberCount: Int?
    /// Whether it was taken back.
    @JSONKey("revoked") public var isRevoked: Bool?
    /// The application, for Discord's own kind.
    public var application: IntegrationApplication?
    /// What the application was allowed.
    public var scopes: [OAuth2Scope] = []
}

/// An account of another service.
///
/// <https://docs.discord.com/developers/resources/guild#integration-account-object>
@JSONModel
public struct IntegrationAccount: Hashable, Sendable {
    /// The account's id there.
    public var id: String
    /// Its name there.
    public var name: String?
}

/// The application behind an integration.
///
/// <https://docs.discord.com/developers/resources/guild#integration-application-object>
@JSONModel
public struct IntegrationApplication: Hashable, Sendable {
    /// The application's id.
    public var id: ApplicationID
    /// Its name.
    public var name: String
    /// Hash of its icon.
    public var icon: String?
    /// What it does.
    public var description: String = ""
    /// Its bot.
    public var bot: User?
    /// Its kind, if it has a special one.
    public var type: ApplicationType?
    /// Hash of its cover.
    public var coverImage: String?
    /// Its game's SKU.
    @JSONKey("primary_sku_id") public var primarySKUID: SKUID?
}

public import EchordPrimitives
public import JSON

/// An application with all about it.
///
/// <https://docs.discord.com/developers/resources/application#application-object>
@JSONModel
public struct Application: Hashable, Sendable {
    /// The application's id.
    public var id: ApplicationID
    /// Its name.
    public var name: String
    /// Hash of its icon.
    public var icon: String?
    /// What it does.
    public var description: String = ""
    /// Where its RPC comes from.
    public var rpcOrigins: [String]?
    /// Whether anybody can add it.
    @JSONKey("bot_public") public var isBotPublic: Bool?
    /// Whether the bot joins only after the full OAuth2 flow.
    @JSONKey("bot_require_code_grant") public var requiresCodeGrant: Bool?
    /// Its bot.
    public var bot: User?
    /// Its terms.
    public var termsOfServiceURL: String?
    /// Its privacy policy.
    public var privacyPolicyURL: String?
    /// Whose it is.
    public var owner: User?
    /// Key for checking interactions, in hexadecimal digits.
    public var verifyKey: String?
    /// The team it belongs to.
    public var team: Team?
    /// The guild it belongs to.
    public var guildID: GuildID?
    /// The same, partially.
    public var guild: Guild?
    /// What a game is sold as.
    @JSONKey("primary_sku_id") public var primarySKUID: SKUID?
    /// A game's name in addresses.
    public var slug: String?
    /// Hash of its cover.
    public var coverImage: String?
    /// Its flags, in the form of old.
    public var flags: ApplicationFlags?
    /// Its flags.
    public var flagsNew: DecimalFlags<ApplicationFlags>?
    /// About how many guilds have it.
    public var approximateGuildCount: Int?
    /// About how many users have it.
    public var approximateUserInstallCount: Int?
    /// About how many have authorized it.
    public var approximateUserAuthorizationCount: Int?
    /// Where OAuth2 leads back to.
    @JSONKey("redirect_uris") public var redirectURIs: [String]?
    /// Where interactions are sent.
    public var interactionsEndpointURL: String?
    /// Where linked roles are checked.
    public var roleConnectionsVerificationURL: String?
    /// Where webhook events are sent.
    public var eventWebhooksURL: String?
    /// Whether they are.
    public var eventWebhooksStatus: EventWebhookStatus?
    /// Which ones.
    public var eventWebhooksTypes: [WebhookEventType]?
    /// Up to five words about it.
    public var tags: [String]?
    /// What it asks for when it is added.
    public var installParams: InstallParams?
    /// The same by kind of installation.
    public var integrationTypesConfig: IntegrationTypesConfig?
    /// Where it is added.
    public var customInstallURL: String?
    /// Its kind, if it has a special one.
    public var type: ApplicationType?
    /// How many can take part in its activity, -1 for any number.
    public var maxParticipants: Int?
    /// Whether it looks at explicit content.
    public var explicitContentFilter: ApplicationContentFilter?
    /// The scopes it may ask for.
    @JSONKey("eligible_oauth2_scopes") public var eligibleOAuth2Scopes: [OAuth2Scope]?
}

extension Application {
    /// The flags, in whichever form they came.
    public var allFlags: ApplicationFlags { flagsNew?.flags ?? flags ?? [] }
}

/// As much of an application as messages, READY and invites hold.
///
/// <https://docs.discord.com/developers/resources/application#application-object>
@JSONModel
public struct PartialApplication: Hashable, Sendable {
    /// The application's id.
    public var id: ApplicationID
    /// Its name.
    public var name: String?
    /// Hash of its icon.
    public var icon: String?
    /// What it does.
    public var description: String?
    /// Its flags.
    public var flags: ApplicationFlags?
    /// Hash of its cover.
    public var coverImage: String?
    /// Its bot.
    public var bot: User?
    /// Its kind, if it has a special one.
    public var type: ApplicationType?
    /// Its game's SKU.
    @JSONKey("primary_sku_id") public var primarySKUID: SKUID?
    /// Its game's name in addresses.
    public var slug: String?
    /// The guild that belongs to it.
    public var guildID: GuildID?
    /// Where it may be talked to by RPC.
    public var rpcOrigins: [String]?
    /// Whether others than its owner can add it.
    @JSONKey("bot_public") public var isBotPublic: Bool?
    /// Whether adding its bot takes the whole OAuth2 flow.
    public var botRequireCodeGrant: Bool?
    /// Where its terms are.
    public var termsOfServiceURL: String?
    /// Where its privacy policy is.
    public var privacyPolicyURL: String?
    /// Where it is added.
    public var customInstallURL: String?
    /// What it asks for when it is added.
    public var installParams: InstallParams?
    /// What it asks for, by kind of installation.
    public var integrationTypesConfig: IntegrationTypesConfig?
    /// The key that its interactions are signed with, in hexadecimal.
    public var verifyKey: String?
    /// Its flags, as a text that holds more bits.
    public var flagsNew: DecimalFlags<ApplicationFlags>?
    /// How many can take part in its activity, -1 for any number.
    public var maxParticipants: Int?
    /// Up to five words about it.
    public var tags: [String]?
}

/// What an application asks for when it is added.
///
/// <https://docs.discord.com/developers/resources/application#install-params-object>
@JSONModel
public struct InstallParams: Hashable, Sendable {
    /// Scopes.
    public var scopes: [OAuth2Scope] = []
    /// Permissions of the bot's role.
    public var permissions: Permissions
}

/// What an application asks for, by kind of installation.
///
/// <https://docs.discord.com/developers/resources/application#application-object-application-integration-type-configuration-object>
@JSONModel
public struct IntegrationTypesConfig: Hashable, Sendable {
    /// In a guild.
    @JSONKey("0") public var guildInstall: IntegrationTypeConfig?
    /// For a user.
    @JSONKey("1") public var userInstall: IntegrationTypeConfig?
}

/// What an application asks for in one kind of installation.
///
/// <https://docs.discord.com/developers/resources/application#application-object-application-integration-type-configuration-object>
@JSONModel
public struct IntegrationTypeConfig: Hashable, Sendable {
    /// Scopes and permissions.
    @JSONKey("oauth2_install_params") public var oauth2InstallParams: InstallParams?
}

/// People who own applications together.
///
/// <https://docs.discord.com/developers/topics/teams#data-models-team-object>
@JSONModel
public struct Team: Hashable, Sendable {
    /// The team's id.
    public var id: TeamID
    /// Hash of its icon.
    public var icon: String?
    /// Who is in it.
    public var members: [TeamMember] = []
    /// Its name.
    public var name: String
    /// Whose it is.
    public var ownerUserID: UserID
}

/// Somebody in a team.
///
/// <https://docs.discord.com/developers/topics/teams#data-models-team-member-object>
@JSONModel
public struct TeamMember: Hashable, Sendable {
    /// Whether they have joined.
    public var membershipState: TeamMembershipState
    /// The team.
    public var teamID: TeamID
    /// Who.
    public var user: User
    /// What they may do; `nil` for the owner.
    public var role: TeamMemberRole?
    /// `*`, in the form of old.
    public var permissions: [String]?
}

/// A value that linked roles can ask for.
///
/// <https://docs.discord.com/developers/resources/application-role-connection-metadata#application-role-connection-metadata-object>
@JSONModel
public struct RoleConnectionMetadata: Hashable, Sendable {
    /// How it is compared.
    public var type: RoleConnectionMetadataType
    /// Its key, 1 to 50 of `a` to `z`, `0` to `9` and `_`.
    public var key: String
    /// Its name, 1 to 100 characters.
    public var name: String
    /// The same in other languages.
    public var nameLocalizations: Localizations?
    /// What it means, 1 to 200 characters.
    public var description: String
    /// The same in other languages.
    public var descriptionLocalizations: Localizations?
}

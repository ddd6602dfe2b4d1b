public import EchordPrimitives
public import JSON
public import Telemetry

/// What is sent for a token of a player without a Discord account, by the account they have elsewhere. Discord describes
/// it without a page.
@JSONModel
public struct ExternalIdentity: Hashable, Sendable {
    /// The application.
    public var clientID: ApplicationID
    /// The application's secret.
    public var clientSecret: Secret<String>?
    /// What the other service gave, 1 to 10,240 characters.
    public var externalAuthToken: Secret<String>
    /// Which service.
    public var externalAuthType: ExternalIdentityType
}

/// What is sent for a token of a player without a Discord account, by the game's own name for them. Discord describes it
/// without a page.
@JSONModel
public struct GameIdentity: Hashable, Sendable {
    /// The game's own name for them, 1 to 1024 characters.
    public var externalUserID: String
    /// The account that stands in for them, if there is one.
    public var provisionalUserID: UserID?
    /// The name that is shown, 1 to 32 characters.
    public var preferredGlobalName: String?
}

/// What is sent to part a player's own account from the one that stood in for it. Discord describes it without a page.
@JSONModel
public struct GameAccount: Hashable, Sendable {
    /// The game's own name for the player, 1 to 1024 characters.
    public var externalUserID: String
}

/// A token of a player without a Discord account. Discord describes it without a page.
@JSONModel
public struct ProvisionalToken: Hashable, Sendable {
    /// How it is written in requests, `Bearer`.
    public var tokenType: String
    /// Opens the account.
    public var accessToken: Secret<String>
    /// Seconds it lives.
    public var expiresIn: Int
    /// What was allowed, with spaces between.
    public var scope: String
    /// Who it is (RFC 7519).
    public var idToken: Secret<String>
    /// Gets the next one.
    public var refreshToken: Secret<String>?
    /// What was allowed.
    public var scopes: [OAuth2Scope]?
    /// When it ends, in seconds since 1970.
    @JSONKey("expires_at_s") public var expiresAt: Int?
}

/// Services that a player can have an account with.
public struct ExternalIdentityType: OpenEnum {
    /// The value on the wire.
    public let rawValue: String

    /// Wraps a value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `OIDC`.
    public static let oidc = Self(rawValue: "OIDC")
    /// `EPIC_ONLINE_SERVICES_ACCESS_TOKEN`.
    public static let epicOnlineServicesAccessToken = Self(rawValue: "EPIC_ONLINE_SERVICES_ACCESS_TOKEN")
    /// `EPIC_ONLINE_SERVICES_ID_TOKEN`.
    public static let epicOnlineServicesIDToken = Self(rawValue: "EPIC_ONLINE_SERVICES_ID_TOKEN")
    /// `STEAM_SESSION_TICKET`.
    public static let steamSessionTicket = Self(rawValue: "STEAM_SESSION_TICKET")
    /// `UNITY_SERVICES_ID_TOKEN`.
    public static let unityServicesIDToken = Self(rawValue: "UNITY_SERVICES_ID_TOKEN")
    /// `DISCORD_BOT_ISSUED_ACCESS_TOKEN`.
    public static let discordBotIssuedAccessToken = Self(rawValue: "DISCORD_BOT_ISSUED_ACCESS_TOKEN")
    /// `APPLE_ID_TOKEN`.
    public static let appleIDToken = Self(rawValue: "APPLE_ID_TOKEN")
    /// `PLAYSTATION_NETWORK_ID_TOKEN`.
    public static let playstationNetworkIDToken = Self(rawValue: "PLAYSTATION_NETWORK_ID_TOKEN")

    /// Every described value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "OIDC": .oidc,
            "EPIC_ONLINE_SERVICES_ACCESS_TOKEN": .epicOnlineServicesAccessToken,
            "EPIC_ONLINE_SERVICES_ID_TOKEN": .epicOnlineServicesIDToken,
            "STEAM_SESSION_TICKET": .steamSessionTicket,
            "UNITY_SERVICES_ID_TOKEN": .unityServicesIDToken,
            "DISCORD_BOT_ISSUED_ACCESS_TOKEN": .discordBotIssuedAccessToken,
            "APPLE_ID_TOKEN": .appleIDToken,
            "PLAYSTATION_NETWORK_ID_TOKEN": .playstationNetworkIDToken,
        ]
    }
}

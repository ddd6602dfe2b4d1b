public import EchordPrimitives
public import JSON
public import Telemetry

/// What an access token opens.
///
/// <https://docs.discord.com/developers/topics/oauth2#get-current-authorization-information>
@JSONModel
public struct CurrentAuthorization: Hashable, Sendable {
    /// The application.
    public var application: PartialApplication
    /// What was allowed.
    public var scopes: [OAuth2Scope] = []
    /// When it ends.
    public var expires: DiscordTimestamp
    /// Who allowed it; with the scope `identify`.
    public var user: User?
}

/// The keys that Discord signs identity tokens with (RFC 7517).
@JSONModel
public struct SigningKeys: Hashable, Sendable {
    /// The keys.
    public var keys: [SigningKey] = []
}

/// A key that Discord signs identity tokens with (RFC 7517).
@JSONModel
public struct SigningKey: Hashable, Sendable {
    /// Its kind, `RSA`.
    @JSONKey("kty") public var keyType: String
    /// What it is for, `sig`.
    public var use: String
    /// Its name in tokens.
    @JSONKey("kid") public var keyID: String
    /// The modulus, in base64url.
    @JSONKey("n") public var modulus: String
    /// The exponent, in base64url.
    @JSONKey("e") public var exponent: String
    /// The algorithm, `RS256`.
    @JSONKey("alg") public var algorithm: String
}

/// Who allowed an access, as OpenID Connect says it (scope `openid`).
@JSONModel
public struct OpenIDUserInfo: Hashable, Sendable {
    /// The user's id.
    @JSONKey("sub") public var subject: String
    /// The mail address; with the scope `email`.
    public var email: String?
    /// Whether it is confirmed.
    @JSONKey("email_verified") public var isEmailVerified: Bool?
    /// The account's name.
    public var preferredUsername: String?
    /// The name that is shown.
    public var nickname: String?
    /// Where the picture is.
    public var picture: String?
    /// The chosen language.
    public var locale: DiscordLocale?
}

/// Tokens that open something in a user's or an application's name.
///
/// <https://docs.discord.com/developers/topics/oauth2#authorization-code-grant-access-token-response>
@JSONModel
public struct OAuth2Token: Hashable, Sendable {
    /// Opens it.
    public var accessToken: Secret<String>
    /// How it is written in requests, `Bearer`.
    public var tokenType: String
    /// Seconds it lives.
    public var expiresIn: Int
    /// Gets the next one. Not for an application itself.
    public var refreshToken: Secret<String>?
    /// What was allowed, with spaces between.
    public var scope: String
    /// The webhook that was made; with the scope `webhook.incoming`.
    public var webhook: Webhook?
    /// The guild that the bot was added to; with the scope `bot`.
    public var guild: Guild?
    /// Who it is (RFC 7519); with the scope `openid`.
    public var idToken: Secret<String>?
}

extension OAuth2Token {
    /// What was allowed.
    public var scopes: [OAuth2Scope] { scope.split(separator: " ").map { OAuth2Scope(rawValue: String($0)) } }
}

extension OAuth2Token: CustomReflectable, CustomStringConvertible {
    /// What was allowed and for how long, without the tokens.
    public var description: String { "\(tokenType) token for \(scope), \(expiresIn) s" }
    /// A mirror without the tokens.
    public var customMirror: Mirror { Mirror(self, children: ["scope": scope, "expiresIn": expiresIn]) }
}

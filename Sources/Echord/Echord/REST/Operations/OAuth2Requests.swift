public import EchordModel
public import EchordPrimitives
public import Telemetry

/// An application that asks users for their leave.
public struct OAuth2Application: Hashable, Sendable {
    /// Its id.
    public var id: ApplicationID
    /// Its secret; `nil` for a public client, which proves itself by PKCE alone.
    public var secret: Secret<String>?

    /// An application.
    public init(id: ApplicationID, secret: Secret<String>?) {
        self.id = id
        self.secret = secret
    }

    var authorization: RequestAuthorization { secret.map { .application(id, secret: $0) } ?? .none }

    /// Names the application where it has no secret to do it with.
    var fields: [QueryParameter] { secret == nil ? [.value("client_id", id)] : [] }
}

/// What tokens are given for (RFC 6749).
public enum OAuth2Grant: Hashable, Sendable {
    /// The code that came back from the user, with the address it came to and the secret of PKCE (RFC 7636).
    case code(Secret<String>, redirectURI: String, verifier: Secret<String>? = nil)
    /// The refresh token that came with the tokens before.
    case refresh(Secret<String>)
    /// The application's own name, for its owner's account.
    case application(scopes: [OAuth2Scope])

    var fields: [QueryParameter] {
        switch self {
        case .code(let code, let redirectURI, let verifier):
            [
                .value("grant_type", "authorization_code"), .value("code", code.reveal()),
                .value("redirect_uri", redirectURI), .value("code_verifier", verifier?.reveal()),
            ]
        case .refresh(let token): [.value("grant_type", "refresh_token"), .value("refresh_token", token.reveal())]
        case .application(let scopes):
            [
                .value("grant_type", "client_credentials"),
                .value("scope", scopes.map(\.rawValue).joined(separator: " ")),
            ]
        }
    }
}

extension APIRequest {
    /// Gets tokens.
    ///
    /// <https://docs.discord.com/developers/topics/oauth2#authorization-code-grant>
    public static func createToken(
        for grant: OAuth2Grant, of application: OAuth2Application
    ) -> APIRequest<OAuth2Token> {
        .init(
            .post, "/oauth2/token", body: .form(grant.fields + application.fields), as: application.authorization)
    }

    /// Makes a token, and with it all that were given for the same leave, good for nothing.
    ///
    /// <https://docs.discord.com/developers/topics/oauth2#authorization-code-grant-token-revocation-example>
    ///
    /// - Parameter token: An access or a refresh token.
    public static func revokeToken(
        _ token: Secret<String>, of application: OAuth2Application
    ) -> APIRequest<Void> {
        .init(
            .post, "/oauth2/token/revoke", body: .form([.value("token", token.reveal())] + application.fields),
            as: application.authorization, isRepeatable: true)
    }

    /// What an access token opens, and who gave it.
    ///
    /// <https://docs.discord.com/developers/topics/oauth2#get-current-authorization-information>
    public static func getCurrentAuthorization(token: Secret<String>) -> APIRequest<CurrentAuthorization> {
        .init(.get, "/oauth2/@me", as: .bearer(token))
    }

    /// The bot's own application; ``getCurrentApplication()`` tells the same.
    ///
    /// <https://docs.discord.com/developers/topics/oauth2#get-current-bot-application-information>
    public static func getCurrentBotApplication() -> APIRequest<Application> { .init(.get, "/oauth2/applications/@me") }

    /// The keys that Discord signs identity tokens with. Discord describes it without a page.
    public static func getSigningKeys() -> APIRequest<SigningKeys> { .init(.get, "/oauth2/keys", as: .none) }

    /// Who gave an access token, as OpenID Connect says it (scope `openid`). Discord describes it without a page.
    public static func getOpenIDUserInfo(token: Secret<String>) -> APIRequest<OpenIDUserInfo> {
        .init(.get, "/oauth2/userinfo", as: .bearer(token))
    }
}

public import EchordModel
public import Telemetry

/// Asks users for their leave, and gets, renews and gives back the tokens that come of it.
///
/// ```swift
/// let client = OAuth2Client(OAuth2Application(id: id, secret: secret), redirectURI: "https://a.example/back", rest: rest)
/// let request = client.authorize(scopes: [.identify])
/// // send the user to request.url, keep the request in their session, and when they are back:
/// let answer = try await client.exchange(try request.code(in: query), of: request)
/// let who = try await client.session(answer.tokens).send { .getCurrentAuthorization(token: $0) }
/// ```
/// <https://docs.discord.com/developers/topics/oauth2>
public struct OAuth2Client: Sendable {
    /// Discord's page on which users say yes or no.
    public static let standardPage = "https://discord.com/oauth2/authorize"

    /// The application.
    public let application: OAuth2Application
    /// Where users come back to; one of those that the Developer Portal lists, letter by letter.
    public let redirectURI: String
    let rest: RESTClient
    let wallClock: @Sendable () -> Int64
    private let page: String

    /// A client.
    ///
    /// - Parameters:
    ///   - rest: needs no bot token.
    ///   - page: the page on which users say yes or no.
    ///   - wallClock: this machine's clock, in seconds since 1970.
    public init(
        _ application: OAuth2Application, redirectURI: String, rest: RESTClient,
        page: String = OAuth2Client.standardPage, wallClock: (@Sendable () -> Int64)? = nil
    ) {
        self.application = application
        self.redirectURI = redirectURI
        self.rest = rest
        self.page = page
        self.wallClock = wallClock ?? { WallTime.now.milliseconds / 1_000 }
    }

    /// A way of a user to Discord and back, with a state and a proof of its own.
    ///
    /// - Parameters:
    ///   - scopes: what is asked for.
    ///   - prompt: whether somebody who has allowed the same before is asked again; Discord asks unless told otherwise.
    ///   - installation: how the application is added, with the scopes `bot` and `applications.commands`.
    public func authorize(
        scopes: [OAuth2Scope], prompt: OAuth2Prompt? = nil, installation: OAuth2Installation? = nil
    ) -> OAuth2AuthorizationRequest {
        OAuth2AuthorizationRequest(
            page: page, application: application.id, redirectURI: redirectURI, scopes: scopes, prompt: prompt,
            installation: installation)
    }

    /// What Discord gave for a code or for the application's own name.
    public struct Answer: Sendable {
        /// The tokens.
        public let tokens: OAuth2Tokens
        /// All that came, such as the webhook of `webhook.incoming` or the guild of `bot`.
        public let full: OAuth2Token
    }

    /// Gets tokens for the code that a user came back with.
    ///
    /// - Throws: as `RESTClient.send`. A code is good once: with an uncertain end the user has to begin anew.
    public func exchange(
        _ code: Secret<String>, of request: OAuth2AuthorizationRequest
    ) async throws -> Answer {
        try await answer(.code(code, redirectURI: request.redirectURI, verifier: request.verifier))
    }

    /// Gets tokens in the application's own name, for its owner's account.
    ///
    /// - Throws: as `RESTClient.send`.
    public func clientCredentials(scopes: [OAuth2Scope]) async throws -> Answer {
        try await answer(.application(scopes: scopes))
    }

    /// Gets the next tokens. Those before are good no longer.
    ///
    /// - Throws: ``EchordError`` with code `oauth2` when there is no refresh token; as `RESTClient.send`.
    public func refresh(_ tokens: OAuth2Tokens) async throws -> OAuth2Tokens {
        guard let refresh = tokens.refresh else {
            throw EchordError(.oauth2, "These tokens cannot be renewed: the user has to allow it anew.")
        }
        let token = try await rest.send(.createToken(for: .refresh(refresh), of: application))
        return OAuth2Tokens(token, at: wallClock(), replacing: tokens)
    }

    /// Makes tokens good for nothing, the refresh token with the access token.
    ///
    /// - Throws: as `RESTClient.send`.
    public func revoke(_ tokens: OAuth2Tokens) async throws {
        try await rest.send(.revokeToken(tokens.refresh ?? tokens.access, of: application))
    }

    /// What tokens open, and who gave them.
    ///
    /// - Throws: as `RESTClient.send`.
    public func currentAuthorization(_ tokens: OAuth2Tokens) async throws -> CurrentAuthorization {
        try await rest.send(.getCurrentAuthorization(token: tokens.access))
    }

    /// Tokens that renew themselves.
    ///
    /// - Parameter keep: is told of every renewal before the new tokens are used, to store them: Discord has forgotten
    ///   those before. What it throws reaches whoever asked; the new tokens stay.
    public func session(
        _ tokens: OAuth2Tokens, keep: @escaping @Sendable (OAuth2Tokens) async throws -> Void = { _ in }
    ) -> OAuth2Session {
        OAuth2Session(self, tokens, keep: keep)
    }

    private func answer(_ grant: OAuth2Grant) async throws -> Answer {
        let token = try await rest.send(.createToken(for: grant, of: application))
        return Answer(tokens: OAuth2Tokens(token, at: wallClock()), full: token)
    }
}

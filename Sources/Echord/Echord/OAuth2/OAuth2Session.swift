public import Telemetry

/// A user's tokens, renewed shortly before their time is over, and when Discord says that it is; one renewal at a time,
/// however many ask.
public actor OAuth2Session {
    /// How many seconds before their end tokens are renewed.
    private static let leeway: Int64 = 60

    /// The tokens as they are now.
    public private(set) var tokens: OAuth2Tokens
    private let client: OAuth2Client
    private let keep: @Sendable (OAuth2Tokens) async throws -> Void
    private var renewal: Task<OAuth2Tokens, any Error>?

    init(
        _ client: OAuth2Client, _ tokens: OAuth2Tokens, keep: @escaping @Sendable (OAuth2Tokens) async throws -> Void
    ) {
        self.client = client
        self.tokens = tokens
        self.keep = keep
    }

    /// A token that is good, renewed if need be.
    ///
    /// - Throws: as ``OAuth2Client/refresh(_:)``.
    public func accessToken() async throws -> Secret<String> {
        if tokens.isGood(at: client.wallClock(), leeway: Self.leeway) { return tokens.access }
        return try await renewed(tokens).access
    }

    /// Sends a request with the user's token, and once more with a new one when Discord does not know the token any more.
    ///
    /// - Throws: as `RESTClient.send` and ``OAuth2Client/refresh(_:)``.
    public func send<Response>(
        _ request: @Sendable (Secret<String>) -> APIRequest<Response>, _ options: CallOptions = .init()
    ) async throws -> Response {
        let token = try await accessToken()
        do {
            return try await client.rest.send(request(token), options)
        } catch let error as EchordError where error.api?.status == 401 && tokens.refresh != nil {
            // Somebody else may have renewed them meanwhile.
            let next = tokens.access == token ? try await renewed(tokens) : tokens
            return try await client.rest.send(request(next.access), options)
        }
    }

    /// Makes the tokens good for nothing.
    ///
    /// - Throws: as `RESTClient.send`.
    public func revoke() async throws { try await client.revoke(tokens) }

    /// Waits for the one renewal that is under way, or begins it.
    private func renewed(_ old: OAuth2Tokens) async throws -> OAuth2Tokens {
        if let renewal { return try await renewal.value }
        // A task of its own: whoever asked may be cancelled, and with the answer Discord has forgotten the old tokens.
        let renewal = Task {
            let next = try await client.refresh(old)
            // Also when they cannot be stored: there are no others any more.
            tokens = next
            try await keep(next)
            return next
        }
        self.renewal = renewal
        defer { self.renewal = nil }
        return try await renewal.value
    }
}

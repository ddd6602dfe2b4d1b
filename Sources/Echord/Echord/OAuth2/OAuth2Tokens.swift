public import EchordModel
public import Telemetry

/// Tokens with the moment their time is over, to be kept and read again by another process.
public struct OAuth2Tokens: Hashable, Sendable {
    /// Opens what was allowed.
    public var access: Secret<String>
    /// Gets the next tokens; absent for an application itself.
    public var refresh: Secret<String>?
    /// What was allowed.
    public var scopes: [OAuth2Scope]
    /// When `access` is good no longer, in seconds since 1970.
    public var expiresAt: Int64

    /// Tokens.
    public init(access: Secret<String>, refresh: Secret<String>?, scopes: [OAuth2Scope], expiresAt: Int64) {
        self.access = access
        self.refresh = refresh
        self.scopes = scopes
        self.expiresAt = expiresAt
    }

    /// The tokens of an answer that came at `now`.
    ///
    /// - Parameter earlier: their refresh token stays when the answer has none, as RFC 6749 allows.
    init(_ token: OAuth2Token, at now: Int64, replacing earlier: OAuth2Tokens? = nil) {
        let seconds = Int64(min(max(0, token.expiresIn), 10 * 366 * 86_400))
        self.init(
            access: token.accessToken, refresh: token.refreshToken ?? earlier?.refresh, scopes: token.scopes,
            expiresAt: now + seconds)
    }

    /// Whether `access` is good for at least `leeway` more seconds.
    public func isGood(at now: Int64, leeway: Int64 = 0) -> Bool { expiresAt - leeway > now }
}

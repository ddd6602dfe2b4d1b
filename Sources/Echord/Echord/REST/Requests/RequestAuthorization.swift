public import EchordPrimitives
public import Telemetry

/// Whose right a request is made with. Discord: *Reference › Authentication*.
public enum RequestAuthorization: Hashable, Sendable {
    /// The bot's: the client's own token.
    case bot
    /// Nobody's: none is needed, or the path holds a token.
    case none
    /// A user's, who gave it to the application by OAuth2. Its limits are counted apart from the bot's.
    case bearer(Secret<String>)
    /// The application's own id and secret (HTTP Basic).
    case application(ApplicationID, secret: Secret<String>)

    /// The account that limits are counted for, where it is not the bot's.
    var limitAccount: Secret<String>? {
        if case .bearer(let token) = self { token } else { nil }
    }
}

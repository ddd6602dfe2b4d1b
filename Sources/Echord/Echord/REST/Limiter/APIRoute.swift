internal import Telemetry

/// A route as the limiter knows it: the method and the path's template, never the path itself.
public struct APIRoute: Hashable, Sendable, CustomStringConvertible {
    /// The method, in capitals.
    public let method: String

    /// The path with its parameters by name, as `/channels/{channel_id}/messages`.
    public let path: String

    /// Makes a template of a method and a path.
    public init(method: String, path: String) {
        self.method = method
        self.path = path
    }

    /// `POST /channels/{channel_id}/messages`.
    public var description: String { "\(method) \(path)" }
}

/// The top-level resource that a request's limit is counted for.
///
/// Discord counts a bucket apart for each channel, guild and webhook. Discord: *Rate Limits*.
public enum MajorParameter: Hashable, Sendable {
    /// The route has none.
    case none
    /// A channel.
    case channel(UInt64)
    /// A guild.
    case guild(UInt64)
    /// A webhook that the bot's token opens.
    case webhook(UInt64)
    /// A webhook that its own token opens; an interaction's is one too.
    case webhookToken(UInt64, String)
}

/// How a request counts against the bot's global limit.
public enum RouteLimiting: Hashable, Sendable {
    /// Bucket and global limit.
    case ordinary
    /// Bucket only: interaction endpoints are not bound to the global limit, nor is what users' tokens open.
    case interaction
}

/// What identifies a bucket: Discord's hash, the top-level resource and whose token it is, each whole and never joined to
/// one string.
struct BucketKey: Hashable, Sendable {
    /// Which limit it is.
    enum Identity: Hashable, Sendable {
        /// Not named by Discord yet.
        case route(APIRoute)
        /// Named by `X-RateLimit-Bucket`.
        case hash(String)
    }

    var identity: Identity
    var major: MajorParameter
    /// The user whose token it is; `nil` for the bot.
    var account: Secret<String>?
}

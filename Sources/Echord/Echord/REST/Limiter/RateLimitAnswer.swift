/// What an answer says about its bucket.
///
/// `reset` is only compared with other `reset`s, to tell the server's windows apart; the time comes from `resetAfter`
/// on the monotonic clock, because the two machines' clocks may differ. Discord: *Rate Limits › Header Format*.
struct RateLimitHeaders: Equatable, Sendable {
    var limit: Int
    var remaining: Int
    var resetAfter: Duration
    var reset: Double?
    var bucket: String?
}

/// Who shares the limit that a 429 reports.
public enum RateLimitScope: String, Hashable, Sendable, CaseIterable {
    /// This bot on this route.
    case user
    /// This bot on all routes.
    case global
    /// All bots on this resource; such an answer is not counted as an invalid request.
    case shared
    /// The address is refused before Discord's API, after too many invalid requests.
    case address
}

/// How a request that was let through ended.
enum RequestOutcome: Equatable, Sendable {
    /// An answer other than 429 came.
    case answered(status: Int, RateLimitHeaders?)
    /// 429 came.
    case limited(scope: RateLimitScope, retryAfter: Duration, RateLimitHeaders?)
    /// It may have been sent, but no answer came.
    case unknown
    /// It was not sent.
    case unsent
}

/// The exact numbers of a limit that refuses or holds a request.
public struct RateLimitDetails: Hashable, Sendable {
    /// What set the limit.
    public enum Cause: String, Hashable, Sendable, CaseIterable {
        /// The route's bucket.
        case bucket
        /// The bot's global limit.
        case global
        /// Too many 401, 403 and 429 answers: Discord would soon refuse the address.
        case invalidRequests
        /// Too many requests wait already.
        case queue
    }

    /// What set the limit.
    public var cause: Cause
    /// Who shares the limit.
    public var scope: RateLimitScope
    /// The least time until a request could be let through; `nil` when it depends on an answer that is still out.
    public var retryAfter: Duration?
    /// The bucket's name from Discord; `nil` for other causes and before it is known.
    public var bucket: String?
    /// Requests allowed in one window.
    public var limit: Int?
    /// Requests left in the current window.
    public var remaining: Int?
    /// The route.
    public var route: APIRoute

    /// Makes the numbers of one limit.
    public init(
        cause: Cause, scope: RateLimitScope, retryAfter: Duration?, bucket: String?, limit: Int?, remaining: Int?,
        route: APIRoute
    ) {
        self.cause = cause
        self.scope = scope
        self.retryAfter = retryAfter
        self.bucket = bucket
        self.limit = limit
        self.remaining = remaining
        self.route = route
    }
}

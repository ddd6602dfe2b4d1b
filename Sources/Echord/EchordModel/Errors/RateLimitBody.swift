import EchordPrimitives
public import JSON

/// What Discord says with status 429.
///
/// <https://docs.discord.com/developers/topics/rate-limits#exceeding-a-rate-limit-rate-limit-response-structure>
@JSONModel
public struct RateLimitBody: Hashable, Sendable {
    /// A sentence.
    public var message: String = ""
    /// Seconds to wait; Discord always names them.
    public var retryAfter: Double?
    /// Whether all routes are meant.
    @JSONKey("global") public var isGlobal: Bool = false
    /// Which limit, for some.
    public var code: APIErrorCode?
}

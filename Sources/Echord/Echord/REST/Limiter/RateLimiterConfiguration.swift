/// The numbers that the REST limiter keeps to.
public struct RateLimiterConfiguration: Sendable {
    /// Requests in `globalWindow` over all routes; Discord gives large bots more than 50.
    public var globalLimit: Int

    /// The span of the global limit.
    public var globalWindow: Duration

    /// What is added to every wait, against a server whose clock runs a little behind.
    public var slack: Duration

    /// Answers 401, 403 and 429 in `invalidWindow` at which Discord refuses the address.
    public var invalidLimit: Int

    /// The span of the limit on invalid requests.
    public var invalidWindow: Duration

    /// How far before `invalidLimit` nothing is sent any more.
    public var invalidMargin: Int

    /// Requests that may wait at the same time; further ones are refused.
    public var maxWaiting: Int

    /// Makes a configuration; the defaults are Discord's numbers.
    public init(
        globalLimit: Int = 50, globalWindow: Duration = .seconds(1), slack: Duration = .milliseconds(5),
        invalidLimit: Int = 10_000, invalidWindow: Duration = .seconds(600), invalidMargin: Int = 2_000,
        maxWaiting: Int = 10_000
    ) {
        self.globalLimit = max(1, globalLimit)
        self.globalWindow = globalWindow
        self.slack = slack
        self.invalidLimit = invalidLimit
        self.invalidWindow = invalidWindow
        self.invalidMargin = invalidMargin
        self.maxWaiting = maxWaiting
    }
}

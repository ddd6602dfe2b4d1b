/// When a request is sent again.
///
/// An answer that Discord gave on purpose, a 4xx, is never tried again but for 429, which the limiter times. After a
/// server's fault or a lost connection only what may be sent twice is, unless it certainly never arrived.
public struct RetryPolicy: Hashable, Sendable {
    /// How often a request is sent in all after faults.
    public var maxAttempts: Int
    /// How often a request is sent again after 429.
    public var maxLimited: Int
    /// The wait before each further try.
    public var backoff: Backoff

    /// Makes a policy.
    public init(
        maxAttempts: Int = 4, maxLimited: Int = 5,
        backoff: Backoff = Backoff(base: .milliseconds(500), cap: .seconds(8))
    ) {
        self.maxAttempts = max(1, maxAttempts)
        self.maxLimited = max(0, maxLimited)
        self.backoff = backoff
    }

    /// Never again.
    public static let never = RetryPolicy(maxAttempts: 1, maxLimited: 0)

    /// Whether a server's status is a passing fault.
    static func isFault(_ status: Int) -> Bool { status >= 500 && status != 501 }
}

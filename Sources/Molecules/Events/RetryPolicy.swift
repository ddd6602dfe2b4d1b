internal import Atoms

/// When a failed delivery is tried again, and when no more.
public struct RetryPolicy: Hashable, Sendable {
    /// How often a delivery is tried in all; at least 1.
    public let attempts: Int
    /// The greatest wait after the first failure; it doubles with each one.
    public let base: Duration
    /// The greatest wait of all.
    public let cap: Duration

    /// A policy; ten attempts within about half an hour unless told otherwise.
    public init(attempts: Int = 10, base: Duration = .seconds(1), cap: Duration = .seconds(300)) {
        self.attempts = max(1, attempts)
        self.base = base
        self.cap = max(base, cap)
    }

    /// Whether a delivery that has failed `attempt` times is given up.
    public func isExhausted(after attempt: Int) -> Bool { attempt >= attempts }

    /// How long to wait after the failure of `attempt`, counted from 1: anything up to the greatest wait, so that many
    /// that failed together do not come back together.
    public func delay(after attempt: Int, using random: inout some RandomNumberGenerator) -> Duration {
        let doublings = min(max(attempt - 1, 0), 30)
        let greatest = min(cap, base * (1 << doublings))
        return .milliseconds(Int64.random(in: 0...max(0, greatest.wholeMilliseconds), using: &random))
    }
}

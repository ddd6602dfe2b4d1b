/// How long to wait before trying again: exponential with full jitter and a cap.
///
/// Full jitter spreads the clients that were cut off together over the whole span instead of letting them return
/// together.
public struct Backoff: Hashable, Sendable {
    /// The upper end of the first wait.
    public var base: Duration

    /// The upper end of every wait.
    public var cap: Duration

    /// Makes a back-off whose waits lie between nothing and `min(cap, base × 2^attempt)`.
    public init(base: Duration = .seconds(1), cap: Duration = .seconds(60)) {
        self.base = base
        self.cap = cap
    }

    /// The longest wait before try number `attempt`, counted from 0.
    public func ceiling(attempt: Int) -> Duration {
        var ceiling = base
        // 2^attempt overflows long before it matters; the cap ends the loop after a few rounds.
        for _ in 0..<max(0, attempt) where ceiling < cap { ceiling += ceiling }
        return min(ceiling, cap)
    }

    /// The wait before try number `attempt`, counted from 0.
    public func delay(attempt: Int, using random: inout some RandomNumberGenerator) -> Duration {
        ceiling(attempt: attempt).scaled(by: Double.random(in: 0...1, using: &random))
    }
}

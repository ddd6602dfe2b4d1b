public import Atoms
internal import Telemetry

/// The time, passed in so that a test can hold it still.
public struct TimeSource: Sendable {
    /// What the calendar says.
    public let now: @Sendable () -> Instant
    /// Waits; throws `CancellationError` when the task is cancelled first.
    public let sleep: @Sendable (Duration) async throws -> Void

    /// A time of these two, which must agree with each other.
    public init(
        now: @escaping @Sendable () -> Instant, sleep: @escaping @Sendable (Duration) async throws -> Void
    ) {
        self.now = now
        self.sleep = sleep
    }

    /// The machine's own.
    public static let system = TimeSource(
        now: { Instant(milliseconds: WallTime.now.milliseconds) },
        sleep: { try await ContinuousClock().sleep(for: $0) })
}

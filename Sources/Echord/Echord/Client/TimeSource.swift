/// A moment on a monotonic clock: the time that has passed since its `TimeSource` was made.
///
/// Limits, deadlines and heartbeats are reckoned with it and never with the wall clock, which can jump.
public struct Moment: InstantProtocol, Hashable, Sendable {
    /// The time since the origin of the source.
    public let sinceOrigin: Duration

    /// Makes the moment that lies `sinceOrigin` after the origin.
    public init(sinceOrigin: Duration) {
        self.sinceOrigin = sinceOrigin
    }

    /// The origin of every source.
    public static let origin = Moment(sinceOrigin: .zero)

    /// The moment that lies `duration` later.
    public func advanced(by duration: Duration) -> Moment {
        Moment(sinceOrigin: sinceOrigin + duration)
    }

    /// The time from here to `other`; negative when `other` is earlier.
    public func duration(to other: Moment) -> Duration {
        other.sinceOrigin - sinceOrigin
    }

    /// Orders by time.
    public static func < (left: Moment, right: Moment) -> Bool {
        left.sinceOrigin < right.sinceOrigin
    }

    /// The moment that lies `duration` later.
    public static func + (instant: Moment, duration: Duration) -> Moment {
        instant.advanced(by: duration)
    }

    /// The moment that lies `duration` earlier.
    public static func - (instant: Moment, duration: Duration) -> Moment {
        instant.advanced(by: .zero - duration)
    }

    /// The time between two moments.
    public static func - (left: Moment, right: Moment) -> Duration {
        right.duration(to: left)
    }
}

/// Where the library reads the time and sleeps, so that a test can bring its own clock.
public struct TimeSource: Sendable {
    private let read: @Sendable () -> Moment
    private let pause: @Sendable (Moment) async throws -> Void

    /// Reads and sleeps on `clock`; the origin is the moment of this call.
    public init<C: Clock>(_ clock: C) where C.Duration == Duration, C: Sendable {
        let origin = clock.now
        read = { Moment(sinceOrigin: origin.duration(to: clock.now)) }
        pause = { instant in
            try await clock.sleep(until: origin.advanced(by: instant.sinceOrigin), tolerance: nil)
        }
    }

    /// The machine's monotonic clock.
    public static let continuous = TimeSource(ContinuousClock())

    /// The current moment.
    public var now: Moment { read() }

    /// Sleeps until `instant`.
    ///
    /// - Throws: `CancellationError` when the task is cancelled first.
    public func sleep(until instant: Moment) async throws {
        try await pause(instant)
    }

    /// Sleeps for `duration`.
    ///
    /// - Throws: `CancellationError` when the task is cancelled first.
    public func sleep(for duration: Duration) async throws {
        try await pause(now + duration)
    }
}

extension Duration {
    /// The length in seconds, with its fraction.
    var inSeconds: Double {
        let (seconds, attoseconds) = components
        return Double(seconds) + Double(attoseconds) * 1e-18
    }

    /// This length times `factor`, exact to a nanosecond for lengths of up to some years.
    func scaled(by factor: Double) -> Duration {
        .nanoseconds(Int64((inSeconds * factor * 1e9).rounded()))
    }
}

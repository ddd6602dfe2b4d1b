internal import Telemetry

/// What an endpoint for Discord's requests keeps to.
public struct EndpointConfiguration: Sendable {
    /// Bytes of a body; more is refused. Discord's requests have some kilobytes. Default 1 MiB.
    public var maximumBodyBytes: Int
    /// How far the signed time may lie from this machine's clock, before and after. Default 5 minutes.
    public var tolerance: Duration
    /// How many requests are remembered, to know one that is sent again. Default 10,000.
    public var remembered: Int
    /// How long a first answer is waited for, so that it goes back in the response; a later one is sent by REST. Discord
    /// waits 3 s. Default 2.5 s.
    public var answerWithin: Duration
    /// This machine's clock, in seconds since 1970.
    public var wallClock: @Sendable () -> Int64

    /// The defaults.
    public init(
        maximumBodyBytes: Int = 1_048_576, tolerance: Duration = .seconds(300), remembered: Int = 10_000,
        answerWithin: Duration = .milliseconds(2_500), wallClock: (@Sendable () -> Int64)? = nil
    ) {
        self.maximumBodyBytes = maximumBodyBytes
        self.tolerance = tolerance
        self.remembered = remembered
        self.answerWithin = answerWithin
        self.wallClock = wallClock ?? { WallTime.now.milliseconds / 1_000 }
    }
}

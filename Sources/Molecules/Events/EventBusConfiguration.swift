/// The bounds of an event bus.
public struct EventBusConfiguration: Hashable, Sendable {
    /// How many events the relay moves in one transaction; 1 to 100.
    public var batch: Int
    /// How many serial lanes each group has; 1 to 64.
    public var lanes: Int
    /// How many deliveries a lane holds in memory; 64.
    public var window: Int
    /// How many deliveries may be under way before the relay stops taking more from the outbox; 10,000.
    public var underWay: Int
    /// How often the outbox is looked at although nobody signalled; 5 s.
    public var pollInterval: Duration
    /// How often a lane looks for work although nobody signalled; 60 s.
    public var idleInterval: Duration
    /// How long to wait after a failure of the database; 1 s.
    public var pauseAfterFailure: Duration
    /// How long the inbox remembers an event, counted from when it happened; 7 days.
    public var inboxKept: Duration

    /// The bounds as given, moved into their ranges.
    public init(
        batch: Int = 100, lanes: Int = 8, window: Int = 64, underWay: Int = 10_000,
        pollInterval: Duration = .seconds(5), idleInterval: Duration = .seconds(60),
        pauseAfterFailure: Duration = .seconds(1), inboxKept: Duration = .seconds(7 * 86_400)
    ) {
        self.batch = min(max(batch, 1), 100)
        self.lanes = min(max(lanes, 1), LaneMap.slots)
        self.window = max(window, 1)
        self.underWay = max(underWay, 1)
        self.pollInterval = pollInterval
        self.idleInterval = idleInterval
        self.pauseAfterFailure = pauseAfterFailure
        self.inboxKept = inboxKept
    }
}

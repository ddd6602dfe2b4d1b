/// What a shard is doing; for health checks and the ready signal.
public enum ShardStatus: String, Hashable, Sendable, CaseIterable {
    /// Not started yet.
    case idle
    /// Opening the connection or waiting for HELLO.
    case connecting
    /// Waiting for its turn in the identify queue.
    case queued
    /// IDENTIFY is sent, READY is awaited.
    case identifying
    /// RESUME is sent, RESUMED is awaited and missed events arrive.
    case resuming
    /// Events arrive.
    case ready
    /// The connection is gone; the next try is scheduled.
    case waiting
    /// Ended: asked to, or Discord refused for good.
    case stopped
}

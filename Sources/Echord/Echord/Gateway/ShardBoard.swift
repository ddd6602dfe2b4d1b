internal import EchordPrimitives
internal import Locking
internal import Telemetry

/// A shard that went from one status to another.
public struct ShardStatusChange: Hashable, Sendable {
    /// Which shard.
    public let shard: ShardID
    /// What it did.
    public let old: ShardStatus
    /// What it does.
    public let new: ShardStatus
}

/// What all shards of a client are doing, for health checks and whoever waits for them.
final class ShardBoard: Sendable {
    private struct State {
        var statuses: [ShardID: ShardStatus] = [:]
        var watchers: [Int: AsyncStream<ShardStatusChange>.Continuation] = [:]
        var nextWatcher = 0
        var application: ApplicationID?
    }

    private let state = Locked(State())
    private let metrics: GatewayMetrics

    init(metrics: GatewayMetrics) {
        self.metrics = metrics
    }

    var statuses: [ShardID: ShardStatus] { state.withLock { $0.statuses } }

    /// The application's id, from READY.
    var application: ApplicationID? { state.withLock { $0.application } }

    func learned(_ application: ApplicationID) {
        state.withLock { $0.application = application }
    }

    func changed(_ shard: ShardID, from old: ShardStatus, to new: ShardStatus) {
        let (known, watchers) = state.withLock { state in
            let known = state.statuses.updateValue(new, forKey: shard)
            return (known, Array(state.watchers.values))
        }
        if let known { metrics.status.add(-1, known.rawValue) }
        metrics.status.add(1, new.rawValue)
        let change = ShardStatusChange(shard: shard, old: old, new: new)
        for watcher in watchers { watcher.yield(change) }
    }

    /// Every change from now on; a slow reader loses the oldest ones.
    func changes() -> AsyncStream<ShardStatusChange> {
        let (stream, continuation) = AsyncStream<ShardStatusChange>.makeStream(bufferingPolicy: .bufferingNewest(256))
        let number = state.withLock { state in
            state.nextWatcher += 1
            state.watchers[state.nextWatcher] = continuation
            return state.nextWatcher
        }
        continuation.onTermination = { [weak self] _ in
            self?.state.withLock { $0.watchers[number] = nil }
        }
        return stream
    }
}

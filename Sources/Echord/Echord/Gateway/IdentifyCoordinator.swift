internal import Locking
internal import Telemetry

/// Decides whose turn it is to identify: for the shards of one process, or of many.
protocol IdentifyCoordinator: Sendable {
    /// Waits for the turn of a shard.
    ///
    /// - Throws: `CancellationError`; the place is then given back.
    func turn(of shard: ShardID) async throws -> IdentifyTurn
}

/// What a shard that waited is told.
enum IdentifyTurn: Equatable, Sendable {
    /// Identify now.
    case granted
    /// Too few session starts are left until then.
    case deferred(until: Moment, remaining: Int, total: Int)
}

/// The identify queue of one process.
final class LocalIdentifyCoordinator: IdentifyCoordinator {
    private struct State {
        var queue: IdentifyQueue
        var nextTicket = 0
        var waiters: [Int: Waker] = [:]
        var verdicts: [Int: IdentifyTurn] = [:]
    }

    private let state: Locked<State>
    private let time: TimeSource
    private let metrics: GatewayMetrics

    init(
        configuration: IdentifyQueue.Configuration = .init(), time: TimeSource = .continuous,
        metrics: GatewayMetrics = GatewayMetrics(.discarded)
    ) {
        state = Locked(State(queue: IdentifyQueue(configuration: configuration)))
        self.time = time
        self.metrics = metrics
    }

    /// Takes Discord's numbers.
    func update(_ budget: SessionStartBudget) {
        let now = time.now
        state.withLock { state in
            state.queue.update(budget, at: now)
            report(state.queue)
        }
    }

    /// Under the lock, so that an older number never comes after a newer one.
    private func report(_ queue: IdentifyQueue) {
        if let left = queue.startsLeft { metrics.startsLeft.set(Double(left)) }
    }

    /// Session starts left, as far as known.
    var startsLeft: Int? { state.withLock { $0.queue.startsLeft } }

    func turn(of shard: ShardID) async throws -> IdentifyTurn {
        let waker = Waker()
        let ticket = state.withLock { state in
            state.nextTicket += 1
            state.queue.request(ticket: state.nextTicket, shard: shard)
            state.waiters[state.nextTicket] = waker
            return state.nextTicket
        }
        while true {
            let (verdict, deadline) = decide(ticket)
            if let verdict { return verdict }
            if Task.isCancelled {
                state.withLock { state in
                    _ = state.queue.cancel(ticket: ticket)
                    state.waiters[ticket] = nil
                }
                throw CancellationError()
            }
            if let deadline { await waker.wait(until: deadline, time) } else { await waker.wait() }
        }
    }

    /// Lets everyone pass whose turn it is, and says what that means for `ticket`.
    private func decide(_ ticket: Int) -> (IdentifyTurn?, Moment?) {
        let now = time.now
        let (verdict, deadline, woken) = state.withLock { state in
            var woken: [Waker] = []
            for decision in state.queue.advance(to: now) {
                switch decision {
                case .granted(let other):
                    state.verdicts[other] = .granted
                    if let waker = state.waiters.removeValue(forKey: other), other != ticket { woken.append(waker) }
                case .deferred(let other, let until, let remaining, let total):
                    state.verdicts[other] = .deferred(until: until, remaining: remaining, total: total)
                    if let waker = state.waiters.removeValue(forKey: other), other != ticket { woken.append(waker) }
                }
            }
            report(state.queue)
            return (state.verdicts.removeValue(forKey: ticket), state.queue.deadline, woken)
        }
        for waker in woken { waker.fire() }
        return (verdict, deadline)
    }
}

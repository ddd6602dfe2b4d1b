public import Atoms
internal import Locking
public import Telemetry

/// Whether a member may use a command now.
public enum CommandAdmission: Hashable, Sendable {
    /// Go on; the use is counted.
    case admitted
    /// Too often.
    ///
    /// - Parameter wait: until the next use; more than zero.
    case refused(wait: Duration)
}

/// The port of the limit on how often a member may use a command. Presses of buttons are not asked.
public protocol CommandLimiter: Sendable {
    /// Counts a use, or refuses it, in one step.
    func admit(_ user: UserID, _ command: String) async -> CommandAdmission
}

/// Counts in memory, exactly: no more than `limit` uses in any `window`.
///
/// Memory is bounded: when more members are active than there is room for, the oldest half is forgotten, in their
/// favour. For one process; several share a limiter over Redis.
public final class MemoryCommandLimiter: CommandLimiter {
    private struct Key: Hashable {
        let user: UserID
        let command: String
    }

    /// Members move from `recent` to `older` when a window is over, and are forgotten when another is.
    private struct State {
        var recent: [Key: [Instant]] = [:]
        var older: [Key: [Instant]] = [:]
        var turnedAt: Instant
    }

    private let limit: Int
    private let window: Duration
    private let capacity: Int
    private let time: TimeSource
    private let refusals: Counter
    private let forgotten: Counter
    private let state: Locked<State>

    /// A limiter; five uses of each command per member and minute unless told otherwise.
    ///
    /// - Parameters:
    ///   - limit: how many uses, at least 1.
    ///   - window: in which time.
    ///   - capacity: of how many pairs of member and command it remembers the uses; 100,000.
    ///   - time: the time.
    ///   - metrics: count the refusals, and how many pairs were forgotten for want of room.
    public init(
        limit: Int = 5, per window: Duration = .seconds(60), capacity: Int = 100_000, time: TimeSource = .system,
        metrics: Metrics = .discarded
    ) {
        refusals = metrics.counter(
            "chorestree_command_limit_refusals_total", help: "Commands refused because a member used them too often.")
        forgotten = metrics.counter(
            "chorestree_command_limit_forgotten_total", help: "Members whose uses were forgotten for want of room.")
        self.limit = max(1, limit)
        self.window = window
        self.capacity = max(2, capacity)
        self.time = time
        state = Locked(State(turnedAt: time.now()))
    }

    /// Counts a use, or refuses it.
    public func admit(_ user: UserID, _ command: String) async -> CommandAdmission {
        let now = time.now()
        let key = Key(user: user, command: command)
        let admission = state.withLock { state -> CommandAdmission in
            turn(&state, at: now)
            let uses = (state.recent[key] ?? state.older[key] ?? []).filter { now - $0 < window }
            if uses.count >= limit {
                state.recent[key] = uses
                return .refused(wait: window - (now - uses[uses.count - limit]))
            }
            state.recent[key] = uses + [now]
            return .admitted
        }
        if admission != .admitted { refusals.increment() }
        return admission
    }

    /// How many pairs of member and command are remembered.
    public var count: Int { state.withLock { $0.recent.count + $0.older.count } }

    private func turn(_ state: inout State, at now: Instant) {
        guard state.recent.count >= capacity / 2 || now - state.turnedAt >= window else { return }
        if now - state.turnedAt < window { forgotten.increment(by: state.older.count) }
        // After two windows nothing that is remembered counts any more.
        state.older = now - state.turnedAt >= window * 2 ? [:] : state.recent
        state.recent = [:]
        state.turnedAt = now
    }
}

import Locking
import Synchronization

/// The thread that watches limits of time and moves the write-ahead log into the database, so that neither happens
/// on a thread that a command waits for.
///
/// It sleeps without a tick while nothing is going on.
final class Keeper: Sendable {
    private struct State {
        var isAwake = false
        var isStopping = false
        var wantsCheckpoint = false
        var hasFinished = false
        var whenFinished: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Locked(State())
    private let wake = Semaphore()

    /// - Parameters:
    ///   - tick: how often limits are looked at while something is going on, in nanoseconds.
    ///   - check: looks at the limits; false when nothing is going on.
    ///   - checkpoint: moves the log.
    ///   - finish: the last thing the thread does.
    init(
        tick: UInt64, check: @escaping @Sendable (_ now: UInt64) -> Bool,
        checkpoint: @escaping @Sendable () -> Void, finish: @escaping @Sendable () -> Void
    ) {
        NamedThread.start("sqlite-keeper") { [self] in
            run(tick: tick, check: check, checkpoint: checkpoint)
            finish()
            let waiting = state.withLock { state in
                state.hasFinished = true
                defer { state.whenFinished = [] }
                return state.whenFinished
            }
            for continuation in waiting { continuation.resume() }
        }
    }

    /// Says that something has begun that a limit applies to.
    func watch() {
        let wasAsleep = state.withLock { state in
            defer { state.isAwake = true }
            return !state.isAwake
        }
        if wasAsleep { wake.post() }
    }

    func requestCheckpoint() {
        let isNew = state.withLock { state in
            defer { state.wantsCheckpoint = true }
            return !state.wantsCheckpoint
        }
        if isNew { wake.post() }
    }

    func stop() {
        state.withLock { $0.isStopping = true }
        wake.post()
    }

    /// Stops the thread and waits for its end.
    func finish() async {
        stop()
        await withCheckedContinuation { continuation in
            let hasFinished = state.withLock { state in
                if !state.hasFinished { state.whenFinished.append(continuation) }
                return state.hasFinished
            }
            if hasFinished { continuation.resume() }
        }
    }

    private func run(
        tick: UInt64, check: (UInt64) -> Bool, checkpoint: () -> Void
    ) {
        while true {
            let (isAwake, isStopping, wantsCheckpoint) = state.withLock { state in
                defer { state.wantsCheckpoint = false }
                return (state.isAwake, state.isStopping, state.wantsCheckpoint)
            }
            if isStopping { return }
            if wantsCheckpoint { checkpoint() }
            if isAwake {
                // Asleep first and looked at afterwards: what begins in between wakes it again.
                state.withLock { $0.isAwake = false }
                if check(monotonicNanoseconds()) { state.withLock { $0.isAwake = true } }
            }
            if state.withLock({ $0.isAwake }) { wake.wait(nanoseconds: tick) } else { wake.wait() }
        }
    }
}

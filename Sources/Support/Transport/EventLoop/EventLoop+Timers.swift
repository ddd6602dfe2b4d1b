import Locking
import Synchronization

/// A timer of a loop.
package struct LoopTimer: @unchecked Sendable {
    // The entry belongs to the loop's thread; this handle only carries it there.
    fileprivate let entry: TimerQueue.Entry
    fileprivate let loop: EventLoop

    /// Cancels the timer. Called on the loop, the work is certain not to run; from another thread it may be running
    /// already. Does nothing when the timer fired.
    package func cancel() {
        let timer = self
        loop.onLoop { timer.loop.remove(timer.entry) }
    }
}

extension EventLoop {
    /// Runs `work` on the loop when `delay` has passed (monotonic, about a millisecond late at most on an idle
    /// machine). Safe from any thread. Work is dropped when the loop ends first.
    @discardableResult
    package func schedule(after delay: Duration, _ work: @escaping @Sendable () -> Void) -> LoopTimer {
        scheduleOutcome(after: delay) { outcome in
            if case .fired = outcome { work() }
        }
    }

    /// Suspends the calling task; the loop's timer resumes it.
    ///
    /// - Throws: `CancellationError` as soon as the task is cancelled; `TransportError` with `loopEnded`.
    package func sleep(for duration: Duration) async throws {
        let sleeper = Sleeper()
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                sleeper.start(continuation, on: self, for: duration)
            }
        } onCancel: {
            sleeper.finish(.failure(CancellationError()))
        }
    }

    func scheduleOutcome(
        after delay: Duration, _ action: @escaping @Sendable (TimerQueue.Outcome) -> Void
    ) -> LoopTimer {
        let entry = TimerQueue.Entry(deadline: .now.advanced(by: delay), action: action)
        let timer = LoopTimer(entry: entry, loop: self)
        onLoop { timer.loop.insert(timer.entry) }
        return timer
    }

    fileprivate func insert(_ entry: TimerQueue.Entry) {
        if acceptsRegistrations { return timers.insert(entry) }
        let action = entry.action
        entry.action = nil
        action?(.loopEnded)
    }

    fileprivate func remove(_ entry: TimerQueue.Entry) {
        entry.action = nil
        timers.remove(entry)
    }
}

/// One `sleep`: exactly one of timer, cancellation and end of the loop resumes it.
private final class Sleeper: Sendable {
    private struct State {
        var continuation: CheckedContinuation<Void, any Error>?
        var timer: LoopTimer?
        var result: Result<Void, any Error>?
    }

    private let state = Locked(State())

    func start(_ continuation: CheckedContinuation<Void, any Error>, on loop: EventLoop, for duration: Duration) {
        let early = state.withLock { state -> Result<Void, any Error>? in
            if state.result == nil { state.continuation = continuation }
            return state.result
        }
        if let early { return continuation.resume(with: early) }
        let timer = loop.scheduleOutcome(after: duration) { outcome in
            switch outcome {
            case .fired: self.finish(.success(()))
            case .loopEnded: self.finish(.failure(TransportError(.loopEnded, "the event loop ended during a sleep")))
            }
        }
        let isOver = state.withLock { state -> Bool in
            if state.result == nil { state.timer = timer }
            return state.result != nil
        }
        if isOver { timer.cancel() }
    }

    func finish(_ result: Result<Void, any Error>) {
        let (continuation, timer) = state.withLock { state -> (CheckedContinuation<Void, any Error>?, LoopTimer?) in
            guard state.result == nil else { return (nil, nil) }
            state.result = result
            defer {
                state.continuation = nil
                state.timer = nil
            }
            return (state.continuation, state.timer)
        }
        timer?.cancel()
        continuation?.resume(with: result)
    }
}

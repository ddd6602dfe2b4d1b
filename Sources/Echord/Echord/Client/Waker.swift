internal import Locking

/// A bell that one task waits for and anyone may ring; a ring before the wait is not lost.
final class Waker: Sendable {
    private enum State {
        case quiet
        case rung
        case awaited(CheckedContinuation<Void, Never>)
    }

    private let state = Locked(State.quiet)

    /// Rings.
    func fire() {
        let waiting: CheckedContinuation<Void, Never>? = state.withLock { state in
            if case .awaited(let continuation) = state {
                state = .quiet
                return continuation
            }
            state = .rung
            return nil
        }
        waiting?.resume()
    }

    /// Waits for a ring, or for the task's cancellation. One task at a time.
    func wait() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isRung = state.withLock { state in
                    if case .rung = state {
                        state = .quiet
                        return true
                    }
                    state = .awaited(continuation)
                    return false
                }
                if isRung { continuation.resume() }
            }
        } onCancel: {
            fire()
        }
    }

    /// Waits for a ring, for the task's cancellation, or until `instant`.
    func wait(until instant: Moment, _ time: TimeSource) async {
        await withTaskGroup { group in
            group.addTask {
                // Cancelled when the ring came first; a ring of its own would then end the next wait at once.
                guard (try? await time.sleep(until: instant)) != nil else { return }
                self.fire()
            }
            await self.wait()
            group.cancelAll()
        }
    }
}

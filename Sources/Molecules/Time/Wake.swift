internal import Locking

/// Tells waiting tasks that there is something to look at. A signal that nobody waits for is kept, as one.
final class Wake: Sendable {
    private struct State {
        var isSignalled = false
        var waiters: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Locked(State())

    func signal() {
        let waiters = state.withLock { state in
            state.isSignalled = state.waiters.isEmpty
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.resume() }
    }

    /// Waits for the next signal, or until the task is cancelled. May return early; whoever waits looks again.
    func wait() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isSignalled = state.withLock { state in
                    defer { state.isSignalled = false }
                    if !state.isSignalled { state.waiters.append(continuation) }
                    return state.isSignalled
                }
                if isSignalled { continuation.resume() }
            }
        } onCancel: {
            signal()
        }
    }

    /// Waits for the next signal, at most `limit`.
    func wait(atMost limit: Duration, _ time: TimeSource) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.wait() }
            // A cancelled sleep means that the signal came first.
            group.addTask { try? await time.sleep(limit) }
            await group.next()
            group.cancelAll()
        }
    }
}

import Locking

/// A latch that one task waits at and anyone may raise: raised before the wait, the wait returns at once.
///
/// Raising many times before a wait counts as once, so a signal never grows. It says "look again", not "how often".
final class Signal: Sendable {
    private struct State {
        var isRaised = false
        var waiters: [UInt64: CheckedContinuation<Void, Never>] = [:]
        var nextNumber: UInt64 = 0
    }

    private let state = Locked(State())

    /// Wakes everyone who waits, or the next one who comes.
    func raise() {
        let waiters = state.withLock { state in
            let waiters = state.waiters
            state.waiters = [:]
            state.isRaised = waiters.isEmpty
            return waiters
        }
        for waiter in waiters.values { waiter.resume() }
    }

    /// Waits for the signal, or for the task's cancellation.
    func wait() async {
        let number = state.withLock { state in
            state.nextNumber += 1
            return state.nextNumber
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let goesOn = state.withLock { state in
                    if state.isRaised || Task.isCancelled {
                        state.isRaised = false
                        return true
                    }
                    state.waiters[number] = continuation
                    return false
                }
                if goesOn { continuation.resume() }
            }
        } onCancel: {
            let waiter = state.withLock { $0.waiters.removeValue(forKey: number) }
            waiter?.resume()
        }
    }

    /// Waits for the signal, at most `limit` of the machine's time.
    ///
    /// - Returns: False when the time ran out.
    @discardableResult
    func wait(atMost limit: Duration) async -> Bool {
        await withTaskGroup(of: Bool.self) { group in
            group.addTask {
                await self.wait()
                return true
            }
            group.addTask {
                try? await Task.sleep(for: limit)
                return false
            }
            let first = await group.next() ?? false
            group.cancelAll()
            return first
        }
    }
}

import Synchronization

/// A task that waits for something the loop's thread will tell. Resumed once; later results are dropped.
final class LoopWaiter<Value: Sendable>: @unchecked Sendable {
    // Touched by the loop's thread only.
    fileprivate var continuation: CheckedContinuation<Value, any Error>?
    private(set) var isDone = false
    fileprivate let isCancelled = Atomic<Bool>(false)

    /// Resumes the task; on the loop only. False when it was resumed before.
    @discardableResult
    func resume(_ result: Result<Value, any Error>) -> Bool {
        guard !isDone, let continuation else { return false }
        isDone = true
        self.continuation = nil
        continuation.resume(with: result)
        return true
    }
}

extension EventLoop {
    /// Suspends the caller until `start`, which runs on the loop, or something it sets going resumes the waiter.
    ///
    /// - Throws: what the waiter is resumed with; `CancellationError` as soon as the task is cancelled, after which
    ///   `isDone` is true and whoever kept the waiter may forget it.
    func wait<Value: Sendable>(
        for type: Value.Type = Value.self, _ start: @escaping @Sendable (LoopWaiter<Value>) -> Void
    ) async throws -> Value {
        let waiter = LoopWaiter<Value>()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                onLoop {
                    waiter.continuation = continuation
                    if waiter.isCancelled.load(ordering: .acquiring) {
                        waiter.resume(.failure(CancellationError()))
                    } else {
                        start(waiter)
                    }
                }
            }
        } onCancel: {
            // Flag first: whichever of this and the registration reaches the loop later sees the other.
            waiter.isCancelled.store(true, ordering: .releasing)
            execute { waiter.resume(.failure(CancellationError())) }
        }
    }

    /// Runs `operation` on the loop and cancels it when `limit` has passed. The operation must answer cancellation
    /// promptly, as everything in Transport does, and must own what it returns: a result that comes too late is
    /// dropped.
    ///
    /// - Throws: what the operation throws; `TransportError` with code `timeout`, naming `what`.
    package func withTimeout<Value: Sendable>(
        _ limit: Duration, _ what: String, _ operation: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        try await withThrowingTaskGroup(of: Value.self) { group in
            group.addTask(executorPreference: self) { try await operation() }
            group.addTask(executorPreference: self) {
                try await self.sleep(for: limit)
                throw TransportError(.timeout, "\(what) took longer than allowed", number: limit.wholeMilliseconds)
            }
            defer { group.cancelAll() }
            guard let first = try await group.next() else { throw CancellationError() }
            return first
        }
    }
}

extension Duration {
    /// Milliseconds for error messages and C interfaces; clamped.
    package var wholeMilliseconds: Int { Int(clampedNanoseconds / 1_000_000) }
}

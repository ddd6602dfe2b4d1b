import Testing

@testable import Transport

/// Runs `body` with a loop that has ended when this returns.
func withLoop<Result>(_ body: (EventLoop) async throws -> Result) async throws -> Result {
    let loop = try EventLoop(name: "test")
    do {
        let result = try await body(loop)
        loop.shutdown()
        await loop.ended()
        return result
    } catch {
        loop.shutdown()
        await loop.ended()
        throw error
    }
}

/// The code of the `TransportError` that `body` throws; nil when it throws none.
func code(of body: () async throws -> Void) async -> TransportError.Code? {
    do {
        try await body()
        return nil
    } catch { return (error as? TransportError)?.code }
}

extension EventLoop {
    /// Runs `body` on the loop and returns what it returns.
    func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { done in
            execute { done.resume(with: Result { try body() }) }
        }
    }
}

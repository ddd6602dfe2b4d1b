internal import Locking

/// Asks one service to finish. Requests are remembered; further ones have no effect.
public final class ShutdownTrigger: Sendable {
    private struct State {
        var isRequested = false
        var nextID = 0
        var handlers: [Int: @Sendable () -> Void] = [:]
    }

    private let state = Locked(State())

    /// A trigger that has not been pulled.
    public init() {}

    /// Whether shutdown has been requested.
    public var isRequested: Bool { state.withLock { $0.isRequested } }

    /// Requests shutdown and runs the waiting handlers.
    public func request() {
        let handlers = state.withLock { state in
            state.isRequested = true
            defer { state.handlers = [:] }
            return state.handlers
        }
        for handler in handlers.sorted(by: { $0.key < $1.key }) { handler.value() }
    }

    /// Runs `handler` at the request, or now if it has been made. The number takes it back.
    func add(_ handler: @escaping @Sendable () -> Void) -> Int? {
        let id: Int? = state.withLock { state in
            guard !state.isRequested else { return nil }
            state.nextID += 1
            state.handlers[state.nextID] = handler
            return state.nextID
        }
        if id == nil { handler() }
        return id
    }

    func remove(_ id: Int?) {
        guard let id else { return }
        _ = state.withLock { $0.handlers.removeValue(forKey: id) }
    }
}

/// The request to finish, as a service sees it from inside its task.
///
/// Shutdown is not cancellation: work under way is finished, new work is not begun.
public enum GracefulShutdown {
    /// The trigger of the service that this task belongs to.
    @TaskLocal public static var trigger: ShutdownTrigger?

    /// Whether the current service has been asked to finish.
    public static var isRequested: Bool { trigger?.isRequested ?? false }

    /// Waits until the current service is asked to finish, or its task is cancelled.
    public static func wait() async {
        let gate = Gate()
        let id = trigger?.add { gate.open() }
        await withTaskCancellationHandler {
            await gate.pass()
        } onCancel: {
            gate.open()
        }
        trigger?.remove(id)
    }

    /// Runs `handler` if shutdown is requested while `operation` runs.
    public static func onRequest<Result>(
        _ handler: @escaping @Sendable () -> Void, isolation: isolated (any Actor)? = #isolation,
        during operation: () async throws -> Result
    ) async rethrows -> Result {
        let trigger = trigger
        let id = trigger?.add(handler)
        defer { trigger?.remove(id) }
        return try await operation()
    }

    /// Runs `operation` and cancels it when shutdown is requested.
    ///
    /// - Throws: what `operation` throws; usually `CancellationError` after a request.
    public static func cancelling<Result: Sendable>(
        _ operation: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        try await withThrowingTaskGroup(of: Result?.self) { group in
            group.addTask { try await operation() }
            group.addTask {
                await wait()
                return nil
            }
            defer { group.cancelAll() }
            while let result = try await group.next() {
                if let result { return result }
                group.cancelAll()
            }
            throw CancellationError()
        }
    }
}

/// A door that opens once and stays open.
final class Gate: Sendable {
    private struct State {
        var isOpen = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Locked(State())

    func open() {
        let waiting = state.withLock { state in
            state.isOpen = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    func pass() async {
        await withCheckedContinuation { continuation in
            let isOpen = state.withLock { state in
                if !state.isOpen { state.waiting.append(continuation) }
                return state.isOpen
            }
            if isOpen { continuation.resume() }
        }
    }
}

/// One long-running part of a process: a server, a connection, a relay.
///
/// `run` is one function that lives as long as the service does. It calls `ready` once others may rely on it, and
/// returns after `GracefulShutdown` was requested and its work is finished; when its task is cancelled it stops at
/// once. A service that returns or throws before shutdown was requested ends the whole group.
public protocol Service: Sendable {
    /// The name under which logs, health and dependencies know it.
    var name: String { get }

    /// Runs until it is asked to stop.
    ///
    /// - Parameter ready: to be called once, when others may rely on this service.
    func run(_ ready: ReadySignal) async throws
}

/// How a service says that others may rely on it.
public struct ReadySignal: Sendable {
    private let signal: @Sendable () -> Void

    /// A signal that runs `signal`.
    public init(_ signal: @escaping @Sendable () -> Void) { self.signal = signal }

    /// Says that the service is ready. Further calls have no effect.
    public func callAsFunction() { signal() }
}

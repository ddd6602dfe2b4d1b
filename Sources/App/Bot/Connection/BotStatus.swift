internal import Locking

/// How the connection to Discord stands, for health checks.
package final class BotStatus: Sendable, CustomStringConvertible {
    private let state = Locked((isConnected: false, text: "not connected yet"))

    /// Not connected yet.
    package init() {}

    /// Whether events arrive.
    package var isConnected: Bool { state.withLock { $0.isConnected } }

    /// The state in a word or two.
    package var description: String { state.withLock { $0.text } }

    /// Notes a new state.
    func note(isConnected: Bool, _ text: String) { state.withLock { $0 = (isConnected, text) } }
}

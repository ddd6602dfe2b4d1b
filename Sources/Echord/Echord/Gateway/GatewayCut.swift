/// Why a connection ended; a closed set, so that it serves as a metric's label.
enum GatewayCut: Equatable, Sendable {
    /// The user of the library asked.
    case asked
    /// Opening it failed.
    case connectFailed
    /// Opening it took too long.
    case connectTimeout
    /// HELLO did not come.
    case helloTimeout
    /// READY or RESUMED did not come.
    case readyTimeout
    /// A heartbeat stayed unanswered.
    case zombie
    /// Discord sent RECONNECT.
    case reconnectRequested
    /// Discord sent INVALID SESSION.
    case invalidSession(resumable: Bool)
    /// Something arrived that is no gateway payload.
    case malformed
    /// No session starts are left for now.
    case noSessionStarts
    /// Discord closed it with this code, or it dropped.
    case closed(UInt16?)

    /// A close code of ours that leaves the session resumable: any but 1000 and 1001.
    static let keepsSession: UInt16 = 4900

    /// A close code of ours that ends the session.
    static let endsSession: UInt16 = 1000

    /// What stands for the code of a connection that ended without one (RFC 6455 §7.4.1).
    static let dropped: UInt16 = 1006

    /// The metric's label.
    var label: String {
        switch self {
        case .asked: "asked"
        case .connectFailed: "connect_failed"
        case .connectTimeout: "connect_timeout"
        case .helloTimeout: "hello_timeout"
        case .readyTimeout: "ready_timeout"
        case .zombie: "zombie"
        case .reconnectRequested: "reconnect"
        case .invalidSession: "invalid_session"
        case .malformed: "malformed"
        case .noSessionStarts: "no_session_starts"
        case .closed(let code): code == nil ? "dropped" : "closed"
        }
    }

    /// Every label there is.
    static let labels = [
        "asked", "connect_failed", "connect_timeout", "hello_timeout", "ready_timeout", "zombie", "reconnect",
        "invalid_session", "malformed", "no_session_starts", "dropped", "closed",
    ]
}

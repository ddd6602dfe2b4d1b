/// Decides when a silent peer is pinged and when it is given up. Asked once per interval.
struct KeepAlive {
    enum Action {
        case nothing
        case ping
        case drop
    }

    private enum State {
        /// Something came since the last question, or nothing was asked yet.
        case lively
        /// Nothing came for one interval.
        case pinged
    }

    private var state = State.lively
    private var hasReceived = true

    /// Something came from the peer.
    mutating func received() { hasReceived = true }

    /// - Parameter isListening: whether we read at all; a peer we do not listen to is not silent.
    mutating func intervalPassed(isListening: Bool) -> Action {
        defer { hasReceived = false }
        if hasReceived || !isListening {
            state = .lively
            return .nothing
        }
        switch state {
        case .lively:
            state = .pinged
            return .ping
        case .pinged: return .drop
        }
    }
}

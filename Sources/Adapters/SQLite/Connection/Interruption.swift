/// Asked by SQLite every thousand steps of its machine whether to go on.
///
/// It runs inside the statement, on the statement's thread and in its task, so it sees the task's cancellation
/// without anyone having to pass it on.
struct Interruption {
    enum Reason {
        case none
        case cancelled
        case timeout
    }

    static let steps: Int32 = 1_000

    /// Monotonic nanoseconds; 0 switches all asking off.
    var deadline: UInt64 = 0
    var reason = Reason.none

    mutating func mustStop() -> Bool {
        guard deadline != 0 else { return false }
        if Task.isCancelled {
            reason = .cancelled
        } else if monotonicNanoseconds() >= deadline {
            reason = .timeout
        }
        return reason != .none
    }
}

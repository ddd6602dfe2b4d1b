/// Where a task stands. `overdue` and `blocked` are seen from dates and dependencies; they are not states.
public enum TaskState: String, CaseIterable, Hashable, Sendable {
    /// Nobody has begun.
    case todo
    /// Somebody is at it.
    case doing
    /// Done, if a second person agrees.
    case waitingApproval = "waiting_approval"
    /// Done.
    case done
    /// Will not be done.
    case cancelled
    /// Left out this time.
    case skipped

    /// Whether it still waits for someone.
    public var isOpen: Bool {
        switch self {
        case .todo, .doing, .waitingApproval: true
        case .done, .cancelled, .skipped: false
        }
    }

    /// Where a task may go from here. What is not listed is forbidden.
    ///
    /// Forward: todo → doing → (waiting for approval) → done, steps may be left out. Back: a released or refused task
    /// returns, and a done one is undone. Any open task may be cancelled or skipped, and then it stays so.
    public var successors: Set<TaskState> {
        switch self {
        case .todo: [.doing, .waitingApproval, .done, .cancelled, .skipped]
        case .doing: [.todo, .waitingApproval, .done, .cancelled, .skipped]
        case .waitingApproval: [.todo, .doing, .done, .cancelled, .skipped]
        case .done: [.todo]
        case .cancelled, .skipped: []
        }
    }

    /// Whether a task may go from here to `next`.
    public func canBecome(_ next: TaskState) -> Bool { successors.contains(next) }
}

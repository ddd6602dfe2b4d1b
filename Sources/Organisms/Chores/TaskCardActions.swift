public import Atoms

/// Which buttons a card has.
public enum TaskCardActions {
    /// What can be done with the task where it stands, the most likely first. Who may press is asked at the press.
    public static func buttons(for task: ChoreTask) -> [TaskAction] {
        guard task.deletedAt == nil else { return [] }
        switch task.state {
        case .todo: return task.assigneeID == nil ? [.claim] : [.complete, .start, .release]
        case .doing: return task.assigneeID == nil ? [.claim] : [.complete, .release]
        case .done: return [.undo]
        case .waitingApproval, .cancelled, .skipped: return []
        }
    }
}

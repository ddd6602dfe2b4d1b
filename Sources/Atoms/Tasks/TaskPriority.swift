/// How much a task presses.
public enum TaskPriority: String, CaseIterable, Hashable, Sendable {
    /// It can wait.
    case low
    /// Like most.
    case normal
    /// Before others.
    case high
    /// Now.
    case urgent
}

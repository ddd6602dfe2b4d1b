/// How a task is named by whoever asks.
public enum TaskReference: Hashable, Sendable {
    /// By the number that members know.
    case number(TaskNumber)
    /// By its identity, as a card does.
    case id(TaskID)
}

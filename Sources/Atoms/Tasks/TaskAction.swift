/// What a member can do with a task. The raw values stand in custom ids and metrics.
public enum TaskAction: String, CaseIterable, Hashable, Sendable {
    /// Make it.
    case create
    /// Look at it.
    case show
    /// Give it to a member or a role.
    case assign
    /// Take it.
    case claim
    /// Give it back.
    case release
    /// Begin.
    case start
    /// Tick it off.
    case complete = "done"
    /// Take the tick back.
    case undo
    /// Change its words and numbers.
    case edit
    /// Put it in the bin.
    case delete
    /// Take it out of the bin.
    case restore
}

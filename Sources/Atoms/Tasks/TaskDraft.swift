public import JSON

/// What a new task is made of, every part already found good.
public struct TaskDraft: Hashable, Sendable {
    /// The title.
    public var title: TaskTitle
    /// More than the title.
    public var details: TaskDetails?
    /// How much it presses.
    public var priority: TaskPriority
    /// What it is worth.
    public var points: TaskPoints
    /// How long it takes, in minutes.
    public var effort: TaskEffort?
    /// When it is due.
    public var due: ZonedTime?
    /// Whom it is given to; nil for the pool.
    public var assignment: Assignment?
    /// Whether only its author, its assignee and the managers see it.
    public var isPrivate: Bool

    /// A draft.
    public init(
        title: TaskTitle, details: TaskDetails? = nil, priority: TaskPriority = .normal, points: TaskPoints = .none,
        effort: TaskEffort? = nil, due: ZonedTime? = nil, assignment: Assignment? = nil, isPrivate: Bool = false
    ) {
        self.title = title
        self.details = details
        self.priority = priority
        self.points = points
        self.effort = effort
        self.due = due
        self.assignment = assignment
        self.isPrivate = isPrivate
    }
}

/// What to change about a task; what is left out stays.
public struct TaskEdit: Hashable, Sendable {
    /// The new title.
    public var title: TaskTitle?
    /// The new details, or none.
    public var details: Patch<TaskDetails>
    /// The new priority.
    public var priority: TaskPriority?
    /// The new worth.
    public var points: TaskPoints?
    /// The new effort, or none.
    public var effort: Patch<TaskEffort>
    /// The new due time, or none.
    public var due: Patch<ZonedTime>
    /// The version that the member saw; the edit is refused when the task has changed since. Nil does not ask.
    public var seenVersion: Int?

    /// A change of the given parts.
    public init(
        title: TaskTitle? = nil, details: Patch<TaskDetails> = .keep, priority: TaskPriority? = nil,
        points: TaskPoints? = nil, effort: Patch<TaskEffort> = .keep, due: Patch<ZonedTime> = .keep,
        seenVersion: Int? = nil
    ) {
        self.title = title
        self.details = details
        self.priority = priority
        self.points = points
        self.effort = effort
        self.due = due
        self.seenVersion = seenVersion
    }
}

/// A task was made.
public struct TaskCreated: DomainEvent {
    /// The durable name.
    public static let name = "task.created"
    /// `after` has every field that is set.
    public let difference: Difference<TaskChange>
    /// The event of this change.
    public init(_ difference: Difference<TaskChange>) { self.difference = difference }
}

/// A new task was given to somebody in the same breath.
public struct TaskAssigned: DomainEvent {
    /// The durable name.
    public static let name = "task.assigned"
    /// The assignee and the role.
    public let difference: Difference<TaskChange>
    /// The event of this change.
    public init(_ difference: Difference<TaskChange>) { self.difference = difference }
}

/// A task was given to somebody else.
public struct TaskAssignmentChanged: DomainEvent {
    /// The durable name.
    public static let name = "task.assignment.changed"
    /// The assignee and the role.
    public let difference: Difference<TaskChange>
    /// The event of this change.
    public init(_ difference: Difference<TaskChange>) { self.difference = difference }
}

/// A member took a task.
public struct TaskClaimed: DomainEvent {
    /// The durable name.
    public static let name = "task.claimed"
    /// The assignee.
    public let difference: Difference<TaskChange>
    /// The event of this change.
    public init(_ difference: Difference<TaskChange>) { self.difference = difference }
}

/// A member gave a task back.
public struct TaskReleased: DomainEvent {
    /// The durable name.
    public static let name = "task.released"
    /// The assignee, and the state when it had been begun.
    public let difference: Difference<TaskChange>
    /// The event of this change.
    public init(_ difference: Difference<TaskChange>) { self.difference = difference }
}

/// A task moved from one state to another; what the move means has an event of its own.
public struct TaskStatusChanged: DomainEvent {
    /// The durable name.
    public static let name = "task.status.changed"
    /// The state.
    public let difference: Difference<TaskChange>
    /// The event of this change.
    public init(_ difference: Difference<TaskChange>) { self.difference = difference }
}

/// A task was done.
public struct TaskCompleted: DomainEvent {
    /// The durable name.
    public static let name = "task.completed"
    /// The state, who did it and when, and the assignee when nobody had it.
    public let difference: Difference<TaskChange>
    /// The event of this change.
    public init(_ difference: Difference<TaskChange>) { self.difference = difference }
}

/// A tick was taken back.
public struct TaskCompletionUndone: DomainEvent {
    /// The durable name.
    public static let name = "task.completion.undone"
    /// The state, and who had done it and when.
    public let difference: Difference<TaskChange>
    /// The event of this change.
    public init(_ difference: Difference<TaskChange>) { self.difference = difference }
}

/// Words or numbers of a task changed.
public struct TaskUpdated: DomainEvent {
    /// The durable name.
    public static let name = "task.updated"
    /// The changed fields.
    public let difference: Difference<TaskChange>
    /// The event of this change.
    public init(_ difference: Difference<TaskChange>) { self.difference = difference }
}

/// A task is due at another time than before.
public struct TaskRescheduled: DomainEvent {
    /// The durable name.
    public static let name = "task.rescheduled"
    /// When it is due.
    public let difference: Difference<TaskChange>
    /// The event of this change.
    public init(_ difference: Difference<TaskChange>) { self.difference = difference }
}

/// A task was put in the bin.
public struct TaskDeleted: DomainEvent {
    /// The durable name.
    public static let name = "task.deleted"
    /// When it was deleted.
    public let difference: Difference<TaskChange>
    /// The event of this change.
    public init(_ difference: Difference<TaskChange>) { self.difference = difference }
}

/// A task was taken out of the bin.
public struct TaskRestored: DomainEvent {
    /// The durable name.
    public static let name = "task.restored"
    /// When it had been deleted.
    public let difference: Difference<TaskChange>
    /// The event of this change.
    public init(_ difference: Difference<TaskChange>) { self.difference = difference }
}

/// The durable names of all that happens to tasks.
public enum TaskEventNames {
    /// Every one of them.
    public static let all: [String] = [
        TaskCreated.name, TaskAssigned.name, TaskAssignmentChanged.name, TaskClaimed.name, TaskReleased.name,
        TaskStatusChanged.name, TaskCompleted.name, TaskCompletionUndone.name, TaskUpdated.name, TaskRescheduled.name,
        TaskDeleted.name, TaskRestored.name,
    ]
}

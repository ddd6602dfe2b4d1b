public import JSON

/// The fields of a task that an event can tell about. Absent: not changed. `null`: there was or is none.
@JSONModel
public struct TaskChange: Hashable, Sendable {
    /// The title.
    public var title: TaskTitle?
    /// The details.
    public var details: Patch<TaskDetails> = .keep
    /// The state.
    public var state: TaskState?
    /// The priority.
    public var priority: TaskPriority?
    /// The worth.
    public var points: TaskPoints?
    /// The effort in minutes.
    public var effort: Patch<TaskEffort> = .keep
    /// When it is due.
    public var dueAt: Patch<Instant> = .keep
    /// When it is due as the walls of the zone show it: a day, or a minute of one.
    public var dueLocal: Patch<LocalMoment> = .keep
    /// The zone in which it is due.
    public var dueZone: Patch<ZoneName> = .keep
    /// Whether only those concerned see it.
    @JSONKey("private") public var isPrivate: Bool?
    /// Who made it.
    public var createdBy: UserID?
    /// Who has it.
    @JSONKey("assignee_id") public var assigneeID: Patch<UserID> = .keep
    /// Whose role it is for.
    @JSONKey("role_id") public var roleID: Patch<RoleID> = .keep
    /// Who did it.
    public var completedBy: Patch<UserID> = .keep
    /// When it was done.
    public var completedAt: Patch<Instant> = .keep
    /// What they said about it.
    public var completionNote: Patch<CompletionNote> = .keep
    /// When it was put in the bin.
    public var deletedAt: Patch<Instant> = .keep
}

extension Difference where Fields == TaskChange {
    /// What changed between two looks at a task; `old` is nil for a new one.
    public init(from old: ChoreTask?, to new: ChoreTask) {
        guard let old else {
            self.init(before: nil, after: TaskChange(of: new, differingFrom: nil))
            return
        }
        self.init(
            before: TaskChange(of: old, differingFrom: new), after: TaskChange(of: new, differingFrom: old))
    }

    /// From nobody to whom a new task is given.
    public init(assignmentOf task: ChoreTask) {
        self.init(
            before: TaskChange(assigneeID: .clear, roleID: .clear),
            after: TaskChange(
                assigneeID: Patch(settingOrClearing: task.assigneeID), roleID: Patch(settingOrClearing: task.roleID)))
    }

    /// Whether somebody else has the task now.
    public var changesAssignee: Bool { after.map { !$0.assigneeID.isKeep } ?? false }

    /// Whether the task stands elsewhere now.
    public var changesState: Bool { after?.state != nil }

    /// What changed about when the task is due, alone; nil when nothing did.
    public var ofDue: Difference? {
        guard let before, let after else { return nil }
        let change = Difference(before: before.ofDue, after: after.ofDue)
        return change.after == TaskChange() ? nil : change
    }
}

extension TaskChange {
    /// The fields about when the task is due.
    fileprivate var ofDue: TaskChange { TaskChange(dueAt: dueAt, dueLocal: dueLocal, dueZone: dueZone) }

    /// The fields of `task` that differ from `other`; all that are set when there is no other.
    init(of task: ChoreTask, differingFrom other: ChoreTask?) {
        func value<Value: Equatable>(_ field: (ChoreTask) -> Value) -> Value? {
            other.map(field) == field(task) ? nil : field(task)
        }
        func patch<Value: Equatable>(_ field: (ChoreTask) -> Value?) -> Patch<Value> {
            guard let other else { return Patch(settingOrKeeping: field(task)) }
            return field(other) == field(task) ? .keep : Patch(settingOrClearing: field(task))
        }
        self.init(
            title: value(\.title), details: patch(\.details), state: value(\.state), priority: value(\.priority),
            points: value(\.points), effort: patch(\.effort), dueAt: patch(\.dueAt), dueLocal: patch(\.dueLocal),
            dueZone: patch(\.dueZone), isPrivate: value(\.isPrivate), createdBy: value(\.createdBy),
            assigneeID: patch(\.assigneeID), roleID: patch(\.roleID), completedBy: patch(\.completedBy),
            completedAt: patch(\.completedAt), completionNote: patch(\.completionNote), deletedAt: patch(\.deletedAt))
    }
}

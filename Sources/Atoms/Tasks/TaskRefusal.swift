/// Why a request changed nothing. The edge makes one sentence of it that names what is missing and a way out.
public enum TaskRefusal: Error, Hashable, Sendable {
    /// There is no such task, or the member may not see it.
    case unknownTask
    /// The member has none of these rights, each of which would do.
    case notAllowed(missing: [TaskRight])
    /// Somebody was faster.
    case alreadyClaimed(by: UserID)
    /// Somebody has done it already.
    case alreadyDone(by: UserID, at: Instant)
    /// The action does not fit where the task stands.
    case wrongState(TaskState, for: TaskAction)
    /// Nobody has it, so nobody can give it back.
    case notAssigned
    /// The task changed while the member was writing; they should look again.
    case conflict
    /// What was given is not good; never empty.
    case invalid([ValidationIssue])
}

/// What lets a member act on a task.
public enum TaskRight: Hashable, Sendable {
    /// Looks after all chores of the guild: Manage Messages or Manage Server.
    case manager
    /// Made the task.
    case author
    /// Has the task.
    case assignee
    /// Ticked it off.
    case doer
    /// Has the role that the task is given to.
    case role(RoleID)

    /// Whether `member` has it.
    public func isHeld(by member: MemberContext, on task: ChoreTask) -> Bool {
        switch self {
        case .manager: member.isManager
        case .author: task.createdBy == member.userID
        case .assignee: task.assigneeID == member.userID
        case .doer: task.completedBy == member.userID
        case .role(let role): member.has(role)
        }
    }
}

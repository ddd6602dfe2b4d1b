/// Who may do what with a task. The one place that decides it, for commands, buttons and every other door.
public enum TaskPolicy {
    /// Whether the member may know that the task exists.
    ///
    /// A private task is for its author, its assignee, the members of its role and the managers. Queries say the same
    /// in SQL; a test holds the two together.
    public static func maySee(_ task: ChoreTask, _ member: MemberContext) -> Bool {
        guard task.guildID == member.guildID else { return false }
        if !task.isPrivate { return true }
        return [.author, .assignee, .manager].contains { (right: TaskRight) in right.isHeld(by: member, on: task) }
            || task.roleID.map(member.has) == true
    }

    /// The rights of which the member lacks every one, though one is needed; empty when they may.
    ///
    /// - Parameters:
    ///   - action: anything but `create`, which is open to every member.
    ///   - doer: for whom the task is ticked off, when that is somebody else.
    public static func missingRights(
        for action: TaskAction, on task: ChoreTask, by member: MemberContext, doer: UserID? = nil
    ) -> [TaskRight] {
        let sufficient = sufficientRights(for: action, on: task, forAnother: doer.map { $0 != member.userID } ?? false)
        return sufficient.contains { $0.isHeld(by: member, on: task) } ? [] : sufficient
    }

    /// The rights of which one is enough; empty when every member may.
    static func sufficientRights(for action: TaskAction, on task: ChoreTask, forAnother: Bool) -> [TaskRight] {
        switch action {
        case .create, .show: []
        case .claim: task.roleID.map { [.role($0), .manager] } ?? []
        case .start where task.assigneeID == nil, .complete where task.assigneeID == nil && !forAnother:
            task.roleID.map { [.role($0), .manager] } ?? []
        case .complete where forAnother: [.author, .manager]
        case .release, .start, .complete: [.assignee, .manager]
        case .undo: [.doer, .author, .manager]
        case .assign, .edit, .delete, .restore: [.author, .manager]
        }
    }
}

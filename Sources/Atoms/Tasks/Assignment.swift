/// Whom a task is given to: one member, or whoever of a role takes it.
public enum Assignment: Hashable, Sendable {
    /// This member.
    case member(UserID)
    /// Any member of the role; the first to claim it has it.
    case role(RoleID)
}

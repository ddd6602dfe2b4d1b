/// Marks the identity of a component's state.
public enum ComponentStateMarker {}
/// The opaque id that a custom id carries.
public typealias ComponentStateID = Identifier<ComponentStateMarker>

/// What a button, a select or a modal is about. It lives in the database; Discord only holds its id.
public struct ComponentState: Hashable, Sendable {
    /// Its identity.
    public let id: ComponentStateID
    /// The guild it belongs to.
    public let guildID: GuildID
    /// Who handles it, as in the custom id.
    public let kind: String
    /// What it is about, in words of that kind: for a task's card the id of the task.
    public var subject: String
    /// Counts the changes of `subject`.
    public var version: Int
    /// Who may press; empty for everyone.
    public let allowedUsers: Set<UserID>
    /// When it goes out of date; nil for never.
    public let expiresAt: Instant?

    /// A state of version 1.
    public init(
        id: ComponentStateID, guildID: GuildID, kind: String, subject: String, allowedUsers: Set<UserID> = [],
        expiresAt: Instant? = nil
    ) {
        self.init(
            id: id, guildID: guildID, kind: kind, subject: subject, version: 1, allowedUsers: allowedUsers,
            expiresAt: expiresAt)
    }

    /// A state as it was stored.
    public init(
        id: ComponentStateID, guildID: GuildID, kind: String, subject: String, version: Int,
        allowedUsers: Set<UserID>, expiresAt: Instant?
    ) {
        self.id = id
        self.guildID = guildID
        self.kind = kind
        self.subject = subject
        self.version = version
        self.allowedUsers = allowedUsers
        self.expiresAt = expiresAt
    }

    /// What a press by `user` meets.
    public enum Access: Hashable, Sendable {
        /// Go on.
        case granted
        /// The time is over: the button is out of date.
        case expired
        /// It is for somebody else.
        case forbidden
    }

    /// Whether `user` may press at `instant`.
    public func access(by user: UserID, at instant: Instant) -> Access {
        if let expiresAt, expiresAt <= instant { return .expired }
        return allowedUsers.isEmpty || allowedUsers.contains(user) ? .granted : .forbidden
    }
}

public import EchordPrimitives
public import JSON
public import SQL

/// Marks the identity of a task.
public enum TaskMarker {}
/// The identity of a task, inside; members know it by its number.
public typealias TaskID = Identifier<TaskMarker>

/// Something to do in a guild.
@JSONModel
@Entity(table: "tasks")
public struct ChoreTask: Hashable, Sendable {
    /// Its identity.
    @PrimaryKey @Column("id") public var id: TaskID
    /// The guild that owns it.
    @Column("guild_id") public var guildID: GuildID
    /// The number by which members know it: #42.
    @Column("number") public var number: TaskNumber
    /// What to do, in a line.
    @Column("title") public internal(set) var title: TaskTitle
    /// The title as a search compares it; goes with the title.
    @Column("title_folded") public internal(set) var titleFolded: String
    /// What to do, in more words.
    @Column("details") public var details: TaskDetails?
    /// Where it stands.
    @Column("state") public var state: TaskState
    /// How much it presses.
    @Column("priority") public var priority: TaskPriority
    /// What it is worth.
    @Column("points") public var points: TaskPoints
    /// How many minutes it takes.
    @Column("effort") public var effort: TaskEffort?
    /// When it is due; what lists go by.
    @Column("due_at") public private(set) var dueAt: Instant?
    /// When it is due as the walls of the zone show it; goes with the instant.
    @Column("due_local") public private(set) var dueLocal: LocalMoment?
    /// The zone in which it is due; goes with the instant.
    @Column("due_zone") public private(set) var dueZone: ZoneName?
    /// Whether only those concerned see it.
    @Column("private") public var isPrivate: Bool
    /// The member who has it.
    @Column("assignee_id") public var assigneeID: UserID?
    /// The role whose members may claim it.
    @Column("role_id") public var roleID: RoleID?
    /// Who made it.
    @Column("created_by") public var createdBy: UserID
    /// When it was made.
    @Column("created_at") public var createdAt: Instant
    /// When it last changed.
    @Column("updated_at") public var updatedAt: Instant
    /// Who did it.
    @Column("completed_by") public var completedBy: UserID?
    /// When it was done.
    @Column("completed_at") public var completedAt: Instant?
    /// What they said about it.
    @Column("completion_note") public var completionNote: CompletionNote?
    /// When it was put in the bin.
    @Column("deleted_at") public var deletedAt: Instant?
    /// Counts the changes; an update names the one it saw.
    @Version @Column("version") public var version: Int

    // Written out because both macros would write it.
    /// A task as it is stored.
    public init(
        id: TaskID, guildID: GuildID, number: TaskNumber, title: TaskTitle, titleFolded: String,
        details: TaskDetails?, state: TaskState, priority: TaskPriority, points: TaskPoints, effort: TaskEffort?,
        dueAt: Instant?, dueLocal: LocalMoment?, dueZone: ZoneName?, isPrivate: Bool, assigneeID: UserID?,
        roleID: RoleID?, createdBy: UserID, createdAt: Instant, updatedAt: Instant, completedBy: UserID?,
        completedAt: Instant?, completionNote: CompletionNote?, deletedAt: Instant?, version: Int
    ) {
        self.id = id
        self.guildID = guildID
        self.number = number
        self.title = title
        self.titleFolded = titleFolded
        self.details = details
        self.state = state
        self.priority = priority
        self.points = points
        self.effort = effort
        self.dueAt = dueAt
        self.dueLocal = dueLocal
        self.dueZone = dueZone
        self.isPrivate = isPrivate
        self.assigneeID = assigneeID
        self.roleID = roleID
        self.createdBy = createdBy
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.completedBy = completedBy
        self.completedAt = completedAt
        self.completionNote = completionNote
        self.deletedAt = deletedAt
        self.version = version
    }
}

extension ChoreTask {
    /// A new task, to do.
    ///
    /// - Parameters:
    ///   - draft: what it is made of.
    ///   - author: who makes it.
    ///   - instant: now.
    public init(
        _ draft: TaskDraft, id: TaskID, guildID: GuildID, number: TaskNumber, author: UserID, at instant: Instant
    ) {
        self.init(
            id: id, guildID: guildID, number: number, title: draft.title,
            titleFolded: draft.title.rawValue.foldedForSearch, details: draft.details, state: .todo,
            priority: draft.priority, points: draft.points, effort: draft.effort, dueAt: draft.due?.instant,
            dueLocal: draft.due?.local, dueZone: draft.due?.zone, isPrivate: draft.isPrivate, assigneeID: nil,
            roleID: nil, createdBy: author, createdAt: instant, updatedAt: instant, completedBy: nil,
            completedAt: nil, completionNote: nil, deletedAt: nil, version: 1)
        give(to: draft.assignment)
    }

    /// Whom it is given to; nil while it is in the pool.
    public var assignment: Assignment? { assigneeID.map(Assignment.member) ?? roleID.map(Assignment.role) }

    /// When it is due; nil for whenever.
    public var due: ZonedTime? {
        get {
            guard let dueAt, let dueLocal, let dueZone else { return nil }
            return ZonedTime(local: dueLocal, zone: dueZone, instant: dueAt)
        }
        set { (dueAt, dueLocal, dueZone) = (newValue?.instant, newValue?.local, newValue?.zone) }
    }

    /// Whether it should have been done before `instant`.
    public func isOverdue(at instant: Instant) -> Bool { state.isOpen && dueAt.map { $0 < instant } == true }

    /// What events and the audit log call it.
    public var subject: EventSubject {
        EventSubject(type: "task", id: id.description, number: number.rawValue)
    }

    /// Sets assignee and role. The role that everybody has means the pool.
    mutating func give(to assignment: Assignment?) {
        switch assignment {
        case .member(let user): (assigneeID, roleID) = (user, nil)
        case .role(let role): (assigneeID, roleID) = (nil, role == guildID.everyoneRole ? nil : role)
        case nil: (assigneeID, roleID) = (nil, nil)
        }
    }
}

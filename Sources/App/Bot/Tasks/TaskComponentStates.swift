internal import Atoms
internal import EchordPrimitives
internal import JSON
internal import Molecules

/// Keeps what lists and modals of tasks are about, so that their custom ids carry only an opaque id.
struct TaskComponentStates: Sendable {
    /// What a list shows.
    @JSONModel
    struct List {
        var view: String
        var assignee: Atoms.UserID?
        var search: String?

        /// The query, nil when it was written by a version that this one does not know.
        var query: TaskQuery? {
            TaskView(rawValue: view).map { TaskQuery($0, assignee: assignee, search: search) }
        }
    }

    /// The task that a modal changes, as it was when the modal was opened.
    @JSONModel
    struct Edit {
        var task: TaskID
        var version: Int
        /// What the field of the due time was filled with.
        var shownDue: String?
        /// What was typed, when it is to be shown again.
        var fields: TaskFields?
    }

    /// How a task was done, as it was typed.
    @JSONModel
    struct Done {
        var task: String
        var doer: Atoms.UserID?
        var at: String?
        var note: String?
    }

    /// The task that was deleted, for whoever takes it back.
    @JSONModel
    struct Deletion {
        var task: TaskID
    }

    /// What was filled in for a new task before a modal was opened.
    @JSONModel
    struct Create {
        /// What the modal can change.
        var fields: TaskFields?
        /// What the field of the due time was filled with.
        var shownDue: String?
        var points: Int?
        var priority: String?
        var effort: Int?
        var member: Atoms.UserID?
        var role: Atoms.RoleID?
        /// The first thing of which this is a correction. However many windows are opened from it, one task is wanted.
        var origin: ComponentStateID?
    }

    private let store: GuildStore
    private let repository = ComponentStateRepository()

    init(store: GuildStore) { self.store = store }

    /// The state of a list; only who asked may turn its pages, for a day.
    func make(_ query: TaskQuery, for member: MemberContext) async throws -> ComponentStateID {
        let list = List(view: query.view.rawValue, assignee: query.assignee, search: query.search)
        return try await insert(
            TaskComponentKind.list, subject: JSON.encodeToString(list), in: member.guildID, allowed: [member.userID],
            for: .seconds(86_400))
    }

    /// The state of a modal; only who opened it can send it, for a day.
    func make(
        _ kind: String, _ subject: some JSONEncodable, for member: MemberContext
    ) async throws -> ComponentStateID {
        try await insert(
            kind, subject: JSON.encodeToString(subject), in: member.guildID, allowed: [member.userID],
            for: .seconds(86_400))
    }

    /// The state of the button that takes a deletion back; only who deleted can press it, for ten minutes.
    func make(undoing deletion: Deletion, for member: MemberContext) async throws -> ComponentStateID {
        try await insert(
            TaskComponentKind.deletion, subject: JSON.encodeToString(deletion), in: member.guildID,
            allowed: [member.userID], for: .seconds(600))
    }

    /// What a press meets.
    func press(_ customID: CustomID, by member: MemberContext) async throws -> ComponentStateRepository.Press {
        try await store.read(member.guildID) { connection in
            try await repository.press(
                customID, by: member.userID, in: member.guildID, at: store.time.now(), connection)
        }
    }

    private func insert(
        _ kind: String, subject: String, in guild: GuildID, allowed: Set<UserID>, for duration: Duration?
    ) async throws -> ComponentStateID {
        let state = ComponentState(
            id: store.identifiers.next(), guildID: guild, kind: kind, subject: subject, allowedUsers: allowed,
            expiresAt: duration.map { store.time.now() + $0 })
        try await store.write(guild) { try await repository.insert(state, in: $0) }
        return state.id
    }
}

extension TaskComponentStates.Create {
    /// Keeps a form.
    ///
    /// - Parameters:
    ///   - shownDue: what the field of the due time is filled with.
    ///   - origin: what it is a correction of.
    init(_ form: TaskForm, shownDue: String? = nil, origin: ComponentStateID? = nil) {
        self.init(
            fields: TaskFields(title: form.title, details: form.details, due: form.due), shownDue: shownDue,
            points: form.points, priority: form.priority, effort: form.effort, origin: origin)
        switch form.assignment {
        case .member(let user): member = user
        case .role(let role): self.role = role
        case nil: break
        }
    }

    /// The form that was kept; nil when it was written by a version that kept less.
    var form: TaskForm? { fields.map(form(of:)) }

    /// The form with what was written in the modal. A due time that stands there as it was shown is the one that was kept.
    func form(with written: TaskFields) -> TaskForm {
        var written = written
        if let shownDue, written.due == shownDue { written.due = fields?.due }
        return form(of: written)
    }

    private func form(of fields: TaskFields) -> TaskForm {
        TaskForm(
            title: fields.title, details: fields.details, priority: priority, points: points, effort: effort,
            due: fields.due, assignment: member.map(Assignment.member) ?? role.map(Assignment.role))
    }
}

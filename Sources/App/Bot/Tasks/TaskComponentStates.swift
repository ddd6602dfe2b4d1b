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
    }

    /// The options that were given before the modal for the details was opened.
    @JSONModel
    struct Create {
        var points: Int?
        var priority: String?
        var effort: Int?
        var member: Atoms.UserID?
        var role: Atoms.RoleID?
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

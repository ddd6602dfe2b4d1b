import EchordPrimitives
import SQL
import Testing

@testable import Atoms

/// The rights as one table: who, what, on which task.
@Suite struct TaskPolicyTests {
    enum Who: String, CaseIterable {
        case stranger, author, assignee, doer, roleHolder, messageManager, serverManager, administrator
    }

    enum What: String, CaseIterable { case pool, ofRole, assigned, done }

    private static let roles: [Who: Set<RoleID>] = [.roleHolder: [9]]
    private static let rights: [Who: Permissions] = [
        .messageManager: .manageMessages, .serverManager: .manageGuild, .administrator: .administrator,
    ]
    private static let ids: [Who: UserID] = [.author: 1, .assignee: 2, .doer: 3]

    private func member(_ who: Who) -> MemberContext {
        MemberContext(
            userID: Self.ids[who] ?? 50, guildID: 100, roles: Self.roles[who] ?? [],
            permissions: Self.rights[who] ?? .sendMessages)
    }

    private func task(_ what: What) -> ChoreTask {
        var task = ChoreTask(
            TaskDraft(title: TaskTitle(trusted: "x")),
            id: TaskID(rawValue: UUIDv7(milliseconds: 1, randomA: 0, randomB: 0)), guildID: 100, number: .first,
            author: 1, at: Instant(seconds: 0))
        switch what {
        case .pool: break
        case .ofRole: task.roleID = 9
        case .assigned: task.assigneeID = 2
        case .done:
            (task.assigneeID, task.state, task.completedBy, task.completedAt) = (2, .done, 3, Instant(seconds: 1))
        }
        return task
    }

    private static let managers: Set<Who> = [.messageManager, .serverManager, .administrator]
    private static let everyone = Set(Who.allCases)

    /// Who may do it, for every action and kind of task.
    private static func allowed(_ action: TaskAction, _ what: What) -> Set<Who> {
        switch (action, what) {
        case (.create, _), (.show, _): everyone
        case (.claim, .ofRole), (.start, .ofRole), (.complete, .ofRole): managers.union([.roleHolder])
        case (.claim, _), (.start, .pool), (.complete, .pool): everyone
        case (.start, _), (.complete, _), (.release, .assigned), (.release, .done): managers.union([.assignee])
        case (.release, _): managers
        case (.undo, .done): managers.union([.doer, .author])
        case (.undo, _), (.assign, _), (.edit, _), (.delete, _), (.restore, _): managers.union([.author])
        }
    }

    @Test(arguments: TaskAction.allCases, What.allCases)
    func isOneTable(_ action: TaskAction, _ what: What) {
        for who in Who.allCases {
            let missing = TaskPolicy.missingRights(for: action, on: task(what), by: member(who))
            #expect(missing.isEmpty == Self.allowed(action, what).contains(who), "\(who) \(action) \(what): \(missing)")
        }
    }

    @Test func ticksOffForOthersOnlyAsAuthorOrManager() {
        for who in Who.allCases {
            let missing = TaskPolicy.missingRights(for: .complete, on: task(.assigned), by: member(who), doer: 77)
            #expect(missing.isEmpty == Self.managers.union([.author]).contains(who))
        }
        let own = TaskPolicy.missingRights(for: .complete, on: task(.pool), by: member(.stranger), doer: 50)
        #expect(own.isEmpty)
    }

    @Test func namesWhatIsMissing() {
        #expect(
            TaskPolicy.missingRights(for: .claim, on: task(.ofRole), by: member(.stranger)) == [.role(9), .manager])
        #expect(
            TaskPolicy.missingRights(for: .edit, on: task(.pool), by: member(.stranger)) == [.author, .manager])
    }

    @Test func hidesAPrivateTask() {
        var secret = task(.assigned)
        secret.isPrivate = true
        for who in Who.allCases {
            let sees = Self.managers.union([.author, .assignee]).contains(who)
            #expect(TaskPolicy.maySee(secret, member(who)) == sees, "\(who)")
        }
        secret.roleID = 9
        #expect(TaskPolicy.maySee(secret, member(.roleHolder)))
        #expect(!TaskPolicy.maySee(secret, MemberContext(userID: 1, guildID: 200, permissions: .administrator)))
    }

    @Test func givesEveryoneTheGuildsOwnRole() {
        #expect(member(.stranger).has(100))
        #expect(!member(.stranger).has(9))
    }
}

import EchordPrimitives
import JSON
import SQL
import Testing

@testable import Atoms

@Suite struct TaskStateTests {
    /// The state machine as COMMANDS writes it, and the way back of a released or refused task.
    private static let allowed: Set<[TaskState]> = [
        [.todo, .doing], [.todo, .waitingApproval], [.todo, .done], [.doing, .waitingApproval], [.doing, .done],
        [.waitingApproval, .done], [.doing, .todo], [.waitingApproval, .todo], [.waitingApproval, .doing],
        [.done, .todo],
        [.todo, .skipped], [.todo, .cancelled], [.doing, .skipped], [.doing, .cancelled],
        [.waitingApproval, .skipped], [.waitingApproval, .cancelled],
    ]

    @Test(arguments: TaskState.allCases, TaskState.allCases)
    func allowsWhatIsListedAndNothingElse(_ from: TaskState, _ to: TaskState) {
        #expect(from.canBecome(to) == Self.allowed.contains([from, to]))
    }

    @Test func knowsWhatIsOpen() {
        #expect(TaskState.allCases.filter(\.isOpen) == [.todo, .doing, .waitingApproval])
    }
}

@Suite struct ChoreTaskActionTests {
    private let now = Instant(seconds: 1_000)
    private let later = Instant(seconds: 2_000)

    private func task(_ state: TaskState = .todo, assignee: UserID? = nil, role: RoleID? = nil) -> ChoreTask {
        var task = ChoreTask(
            TaskDraft(title: TaskTitle(trusted: "x")),
            id: TaskID(rawValue: UUIDv7(milliseconds: 1, randomA: 0, randomB: 0)),
            guildID: 100, number: .first, author: 1, at: now)
        task.state = state
        (task.assigneeID, task.roleID) = (assignee, role)
        if state == .done { (task.completedBy, task.completedAt) = (2, now) }
        return task
    }

    /// What an action on a task in `state` throws; nil when it goes through.
    private func refusal(
        _ state: TaskState, assignee: UserID? = nil, _ action: (inout ChoreTask) throws(TaskRefusal) -> Void
    ) -> TaskRefusal? {
        var task = task(state, assignee: assignee)
        do throws(TaskRefusal) {
            try action(&task)
            return nil
        } catch {
            return error
        }
    }

    private let closed: [TaskState] = [.cancelled, .skipped]

    @Test func isBornToDoInThePool() {
        let task = task()
        #expect(task.state == .todo)
        #expect(task.assignment == nil)
        #expect(task.version == 1)
        #expect(task.subject == EventSubject(type: "task", id: task.id.description, number: 1))
    }

    @Test func isClaimedOnce() throws {
        var task = task()
        try task.claim(by: 2, at: later)
        #expect(task.assigneeID == 2)
        #expect(task.updatedAt == later)
        #expect(throws: TaskRefusal.alreadyClaimed(by: 2)) { try task.claim(by: 3, at: later) }
        #expect(throws: TaskRefusal.alreadyClaimed(by: 2)) { try task.claim(by: 2, at: later) }
    }

    @Test func isClaimedOnlyWhileOpen() {
        for state in closed {
            #expect(
                refusal(state) { task throws(TaskRefusal) in try task.claim(by: 2, at: later) }
                    == .wrongState(state, for: .claim))
        }
        #expect(
            refusal(.done) { task throws(TaskRefusal) in try task.claim(by: 3, at: later) }
                == .alreadyDone(by: 2, at: now))
    }

    @Test func keepsItsRoleWhenItIsReleased() throws {
        var task = task(.doing, assignee: 2, role: 9)
        try task.release(at: later)
        #expect(task.assigneeID == nil)
        #expect(task.state == .todo)
        #expect(task.assignment == .role(9))
    }

    @Test func isReleasedOnlyByWhoHasIt() {
        #expect(refusal(.todo) { task throws(TaskRefusal) in try task.release(at: later) } == .notAssigned)
        for state in closed {
            #expect(
                refusal(state, assignee: 2) { task throws(TaskRefusal) in try task.release(at: later) }
                    == .wrongState(state, for: .release))
        }
        #expect(
            refusal(.done, assignee: 2) { task throws(TaskRefusal) in try task.release(at: later) }
                == .alreadyDone(by: 2, at: now))
    }

    @Test func isStartedFromToDoAndClaimedWithIt() throws {
        var pool = task()
        try pool.start(by: 2, at: later)
        #expect(pool.state == .doing)
        #expect(pool.assigneeID == 2)
        var owned = task(assignee: 3)
        try owned.start(by: 2, at: later)
        #expect(owned.assigneeID == 3)
        for state in [TaskState.doing, .waitingApproval] + closed {
            #expect(
                refusal(state) { task throws(TaskRefusal) in try task.start(by: 2, at: later) }
                    == .wrongState(state, for: .start))
        }
    }

    @Test(arguments: [TaskState.todo, .doing, .waitingApproval]) func isDoneFromAnyOpenState(_ state: TaskState) throws
    {
        var task = task(state)
        try task.complete(by: 2, at: later)
        #expect(task.state == .done)
        #expect(task.completedBy == 2)
        #expect(task.completedAt == later)
        #expect(task.assigneeID == 2)
    }

    @Test func isDoneOnce() {
        #expect(
            refusal(.done) { task throws(TaskRefusal) in try task.complete(by: 3, at: later) }
                == .alreadyDone(by: 2, at: now))
        for state in closed {
            #expect(
                refusal(state) { task throws(TaskRefusal) in try task.complete(by: 2, at: later) }
                    == .wrongState(state, for: .complete))
        }
    }

    @Test func isUndoneForWhoHasIt() throws {
        var task = task(.done, assignee: 3)
        try task.undo(at: later)
        #expect(task.state == .todo)
        #expect(task.completedBy == nil)
        #expect(task.completedAt == nil)
        #expect(task.assigneeID == 3)
    }

    @Test(arguments: TaskState.allCases.filter { $0 != .done }) func isUndoneOnlyWhenDone(_ state: TaskState) {
        #expect(
            refusal(state) { task throws(TaskRefusal) in try task.undo(at: later) } == .wrongState(state, for: .undo))
    }

    @Test func isAssignedWhileOpen() throws {
        var task = task()
        try task.assign(to: .role(9), at: later)
        #expect(task.assignment == .role(9))
        try task.assign(to: .member(2), at: later)
        #expect(task.assignment == .member(2))
        #expect(task.roleID == nil)
        try task.assign(to: .role(100), at: later)
        #expect(task.assignment == nil, "everyone means the pool")
        var begun = self.task(.doing, assignee: 2)
        try begun.assign(to: .member(3), at: later)
        #expect(begun.state == .doing)
        try begun.assign(to: .role(9), at: later)
        #expect(begun.state == .todo, "nobody is at it any more")
        try task.assign(to: nil, at: later)
        #expect(task.assignment == nil)
        for state in [TaskState.done] + closed {
            #expect(
                refusal(state) { task throws(TaskRefusal) in try task.assign(to: nil, at: later) }
                    == .wrongState(state, for: .assign))
        }
    }

    @Test func isEditedInParts() {
        var task = task()
        let due = ZonedTime(later, in: .utc)
        task.edit(
            TaskEdit(
                title: TaskTitle(trusted: "Y"), details: .set(TaskDetails(trusted: "d")), priority: .urgent,
                points: TaskPoints(trusted: 3), effort: .set(TaskEffort(trusted: 9)), due: .set(due)), at: later)
        #expect(task.title.rawValue == "Y")
        #expect(task.titleFolded == "y")
        #expect(task.details?.rawValue == "d")
        #expect(task.priority == .urgent)
        #expect(task.effort?.rawValue == 9)
        #expect(task.due == due && task.dueAt == due.instant)
        #expect(!task.isOverdue(at: due.instant))
        #expect(task.isOverdue(at: due.instant + .seconds(1)))
        task.edit(TaskEdit(details: .clear, due: .clear), at: later)
        #expect(task.title.rawValue == "Y")
        #expect(task.details == nil)
        #expect(task.due == nil && task.dueAt == nil && task.dueZone == nil && task.dueLocal == nil)
    }

    @Test func isDoneAtAnEarlierTimeWithANote() throws {
        let note = CompletionNote(trusted: "Twice")
        var task = task()
        try task.complete(by: 2, doneAt: later - .seconds(60), note: note, at: later)
        #expect(task.completedAt == later - .seconds(60) && task.updatedAt == later)
        #expect(task.completionNote == note)
        try task.undo(at: later)
        #expect(task.completedAt == nil && task.completionNote == nil)
        #expect(throws: TaskRefusal.invalid([ValidationIssue(.inFuture, path: "at")])) {
            try task.complete(by: 2, doneAt: later + .seconds(1), at: later)
        }
        #expect(task.state == .todo)
    }

    @Test func aWholeDayIsOverdueWhenItIsOver() throws {
        var task = task()
        let day = try #require(LocalDate("2026-03-29"))
        task.edit(TaskEdit(due: .set(ZonedTime(.day(day), in: try ZoneFiles.zone(ZoneFiles.amsterdam)))), at: later)
        #expect(!task.isOverdue(at: try #require(Instant("2026-03-29T21:59:59Z"))))
        #expect(task.isOverdue(at: try #require(Instant("2026-03-29T22:00:00Z"))))
    }

    @Test func goesIntoTheBinAndOut() throws {
        var task = task()
        #expect(throws: TaskRefusal.wrongState(.todo, for: .restore)) { try task.restore(at: later) }
        task.delete(at: later)
        #expect(task.deletedAt == later)
        try task.restore(at: later)
        #expect(task.deletedAt == nil)
    }
}

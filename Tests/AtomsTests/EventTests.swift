import EchordPrimitives
import JSON
import SQL
import Testing

@testable import Atoms

@Suite struct EventTests {
    private let now = Instant(milliseconds: 1_774_512_000_000)

    private func task() -> ChoreTask {
        ChoreTask(
            TaskDraft(title: TaskTitle(trusted: "Plants"), points: TaskPoints(trusted: 5)),
            id: TaskID(rawValue: UUIDv7(milliseconds: 2, randomA: 0, randomB: 0)), guildID: 100, number: .first,
            author: 1, at: now)
    }

    private func envelope(_ event: some DomainEvent, reason: String? = nil) throws -> EventEnvelope {
        try EventEnvelope(
            event, id: EventID(rawValue: UUIDv7(milliseconds: 1, randomA: 0, randomB: 0)), subject: task().subject,
            origin: EventOrigin(
                guildID: 100, occurredAt: now, actor: .user(2), reason: reason, correlationID: "interaction:7"))
    }

    @Test func isWrittenAsAgreed() throws {
        var claimed = task()
        try claimed.claim(by: 2, at: now)
        let json = JSON.encodeToString(try envelope(TaskClaimed(Difference(from: task(), to: claimed))))
        #expect(
            json == """
                {"id":"00000000-0001-7000-8000-000000000000","name":"task.claimed","version":1,"guild_id":"100",\
                "occurred_at":"2026-03-26T08:00:00.000Z","actor":{"type":"user","id":"2"},\
                "subject":{"type":"task","id":"00000000-0002-7000-8000-000000000000","number":1},\
                "before":{"assignee_id":null},"after":{"assignee_id":"2"},"correlation_id":"interaction:7"}
                """)
    }

    @Test func comesBackAsItWent() throws {
        let event = TaskCreated(Difference(from: nil, to: task()))
        let stored = try envelope(event, reason: "because")
        let read: EventEnvelope = try JSON.decode(from: JSON.encodeToString(stored))
        #expect(read == stored)
        #expect(try read.event(TaskCreated.self) == event)
        #expect(event.before == nil)
        #expect(event.after?.title?.rawValue == "Plants")
        #expect(event.after?.dueAt == .keep)
    }

    @Test func tellsOnlyWhatChanged() throws {
        var done = task()
        try done.complete(by: 2, at: now)
        let difference = Difference(from: task(), to: done)
        #expect(
            difference.before == TaskChange(state: .todo, assigneeID: .clear, completedBy: .clear, completedAt: .clear))
        #expect(
            difference.after
                == TaskChange(state: .done, assigneeID: .set(2), completedBy: .set(2), completedAt: .set(now)))
        #expect(difference.changesState)
        #expect(difference.changesAssignee)
        #expect(!Difference(from: done, to: done).changesState)
        #expect(!Difference(from: done, to: done).changesAssignee)
    }

    @Test func tellsWhenATaskIsDueAlone() throws {
        let due = ZonedTime(Instant(seconds: 1_774_512_000), in: .utc)
        var moved = task()
        moved.edit(TaskEdit(title: TaskTitle(trusted: "Other"), due: .set(due)), at: now)
        let difference = try #require(Difference(from: task(), to: moved).ofDue)
        #expect(difference.before == TaskChange(dueAt: .clear, dueLocal: .clear, dueZone: .clear))
        #expect(
            JSON.encodeToString(difference.after) == """
                {"due_at":"2026-03-26T08:00:00.000Z","due_local":"2026-03-26T08:00","due_zone":"UTC"}
                """)
        #expect(Difference(from: moved, to: moved).ofDue == nil)
        #expect(Difference(from: nil, to: moved).ofDue == nil)
        let stored = try envelope(TaskRescheduled(difference))
        #expect(stored.name == "task.rescheduled")
        #expect(try stored.event(TaskRescheduled.self).difference == difference)
    }

    @Test func namesWhomANewTaskIsGivenTo() {
        var given = task()
        given.give(to: .role(9))
        let difference = Difference(assignmentOf: given)
        #expect(difference.after == TaskChange(assigneeID: .clear, roleID: .set(9)))
    }

    @Test func refusesFieldsThatDoNotFit() throws {
        var broken = try envelope(TaskCreated(Difference(from: nil, to: task())))
        broken.after?["state"] = "flying"
        #expect(throws: JSONError.self) { try broken.event(TaskCreated.self) }
    }

    @Test func hasDistinctDurableNames() {
        #expect(Set(TaskEventNames.all).count == 12)
        #expect(TaskEventNames.all.allSatisfy { $0.hasPrefix("task.") })
        #expect(TaskDeleted.version == 1)
    }

    @Test func knowsTheAccountOfAnActor() {
        #expect(Actor.user(5).userID == 5)
        #expect(Actor.bot(6).userID == 6)
        #expect(Actor.system.userID == nil)
        #expect(Actor(kind: .api, id: "5").userID == nil)
        #expect(Actor(kind: .user, id: "x").userID == nil)
    }
}

@Suite struct TaskOutcomeTests {
    private static let refusals: [TaskRefusal] = [
        .unknownTask, .notAllowed(missing: [.manager, .author, .assignee, .doer, .role(9)]), .alreadyClaimed(by: 2),
        .alreadyDone(by: 2, at: Instant(seconds: 5)), .wrongState(.cancelled, for: .complete), .notAssigned, .conflict,
        .invalid([ValidationIssue(.tooLong, path: "title", params: ["max": "100"])]),
    ]

    @Test(arguments: refusals) func isKeptAsJSON(_ refusal: TaskRefusal) throws {
        let outcome = TaskOutcome.refused(refusal)
        #expect(try JSON.decode(TaskOutcome.self, from: JSON.encodeToString(outcome)) == outcome)
        #expect(outcome.refusal == refusal)
        #expect(outcome.task == nil)
    }

    @Test func keepsTheTask() throws {
        let due = ZonedTime(Instant(seconds: 1_774_512_000), in: .utc)
        let task = ChoreTask(
            TaskDraft(
                title: TaskTitle(trusted: "x"), details: TaskDetails(trusted: "a\nb"), due: due, assignment: .member(2)),
            id: TaskID(rawValue: UUIDv7(milliseconds: 2, randomA: 0, randomB: 0)), guildID: 100, number: .first,
            author: 1, at: Instant(seconds: 1))
        let outcome = TaskOutcome.done(TaskReceipt(action: .claim, task: task))
        #expect(try JSON.decode(TaskOutcome.self, from: JSON.encodeToString(outcome)) == outcome)
        #expect(outcome.task == task)
        #expect(outcome.refusal == nil)
    }

    @Test(arguments: [
        #"{"refused":{"code":"odd"}}"#, #"{"refused":{"code":"already_claimed"}}"#, "{}", "null",
        #"{"refused":{"code":"not_allowed","rights":["king"]}}"#,
        #"{"refused":{"code":"not_allowed","rights":["role:x"]}}"#,
    ])
    func refusesOtherJSON(_ text: String) {
        #expect(throws: JSONError.self) { try JSON.decode(TaskOutcome.self, from: text) }
    }
}

@Suite struct TaskCursorTests {
    @Test(arguments: [
        TaskCursor(.after, key: 1_774_512_000_000, number: .first), TaskCursor(.before, key: nil, number: .first),
    ])
    func comesBackAsItWent(_ cursor: TaskCursor) {
        #expect(TaskCursor(cursor.description) == cursor)
        #expect(cursor.description.utf8.count <= CustomID.greatestArgumentLength)
    }

    @Test(arguments: ["", "n", "x-1", "n-", "n-0", "nä-1", "n1-1-1", "n!-1", "n-12345678901234567"])
    func refusesOtherTexts(_ text: String) { #expect(TaskCursor(text) == nil) }
}

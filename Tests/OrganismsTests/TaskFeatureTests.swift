import Atoms
import EchordPrimitives
import JSON
import SQL
import TestKits
import Testing

@testable import Molecules
@testable import Organisms

@Suite struct TaskFeatureTests {
    private let ben = Sample.member(Sample.ben)
    private let cas = Sample.member(Sample.cas)
    private let ann = Sample.manager(Sample.ann)

    private func request(_ member: MemberContext, _ interaction: UInt64) -> MemberRequest {
        Sample.request(member, interaction: interaction)
    }

    /// Task #1 by Ben.
    private func create(
        _ kit: ChoresKit, _ draft: TaskDraft = Sample.draft(), by member: MemberContext? = nil
    ) async throws -> ChoreTask {
        let outcome = try await kit.tasks.create(draft, request(member ?? ben, 1_000))
        return try #require(outcome.task)
    }

    private let first = TaskReference.number(.first)

    // MARK: - Each action

    @Test func createsANumberedTask() async throws {
        try await ChoresKit.with { kit in
            let outcome = try await kit.tasks.create(Sample.draft(), request(ben, 1))
            let task = try #require(outcome.task)
            #expect(task.number == .first)
            #expect(task.createdBy == Sample.ben)
            #expect(task.createdAt == kit.time.now)
            #expect(try await kit.tasks.show(.id(task.id), to: cas).task == task)
            #expect(try await kit.outboxNames() == ["task.created"])
            #expect(try await kit.count("audit_log") == 1)
            let second = try await kit.tasks.create(Sample.draft(assignment: .member(Sample.cas)), request(ben, 2))
            #expect(second.task?.number.rawValue == 2)
            #expect(try await kit.outboxNames() == ["task.created", "task.created", "task.assigned"])
            #expect(try await kit.count("audit_log") == 2)
        }
    }

    @Test func claimsReleasesAndStarts() async throws {
        try await ChoresKit.with { kit in
            let task = try await create(kit)
            let claimed = try await kit.tasks.claim(.id(task.id), request(cas, 2))
            #expect(claimed.task?.assigneeID == Sample.cas)
            #expect(claimed.task?.version == 2)
            let released = try await kit.tasks.release(first, request(cas, 3))
            #expect(released.task?.assigneeID == nil)
            let started = try await kit.tasks.start(first, request(ben, 4))
            #expect(started.task?.state == .doing)
            #expect(started.task?.assigneeID == Sample.ben)
            let again = try await kit.tasks.release(first, request(ben, 5))
            #expect(again.task?.state == .todo)
            _ = try await kit.tasks.claim(first, request(ben, 6))
            _ = try await kit.tasks.start(first, request(ben, 7))
            #expect(
                try await kit.outboxNames() == [
                    "task.created", "task.claimed", "task.released", "task.status.changed", "task.claimed",
                    "task.released", "task.status.changed", "task.claimed", "task.status.changed",
                ])
        }
    }

    @Test func completesAndUndoes() async throws {
        try await ChoresKit.with { kit in
            _ = try await create(kit)
            let done = try await kit.tasks.complete(first, request(cas, 2))
            #expect(done.task?.state == .done)
            #expect(done.task?.completedBy == Sample.cas)
            #expect(try await kit.count("task_completions") == 1)
            kit.time.advance(by: .seconds(60))
            let undone = try await kit.tasks.undo(first, request(cas, 3))
            #expect(undone.task?.state == .todo)
            #expect(undone.task?.completedAt == nil)
            let again = try await kit.tasks.complete(first, request(cas, 4))
            #expect(again.task?.completedAt == kit.time.now)
            #expect(try await kit.count("task_completions") == 2)
            #expect(
                try await kit.outboxNames() == [
                    "task.created", "task.completed", "task.status.changed", "task.completion.undone",
                    "task.status.changed", "task.completed", "task.status.changed",
                ])
        }
    }

    @Test func completesForSomebodyElse() async throws {
        try await ChoresKit.with { kit in
            _ = try await create(kit)
            #expect(
                try await kit.tasks.complete(first, for: Sample.ann, request(cas, 2)).refusal
                    == .notAllowed(missing: [.author, .manager]))
            let done = try await kit.tasks.complete(first, for: Sample.cas, request(ben, 3))
            #expect(done.task?.completedBy == Sample.cas)
            #expect(done.task?.assigneeID == Sample.cas)
            let row = try await kit.database.query("SELECT completed_by, recorded_by FROM task_completions")[0]
            #expect(try row.value("completed_by", as: UserID.self) == Sample.cas)
            #expect(try row.value("recorded_by", as: UserID.self) == Sample.ben)
        }
    }

    @Test func assigns() async throws {
        try await ChoresKit.with { kit in
            _ = try await create(kit)
            let given = try await kit.tasks.assign(first, to: .member(Sample.cas), request(ben, 2))
            #expect(given.task?.assignment == .member(Sample.cas))
            let role = try await kit.tasks.assign(first, to: .role(9), request(ann, 3))
            #expect(role.task?.assignment == .role(9))
            #expect(
                try await kit.tasks.claim(first, request(cas, 4)).refusal
                    == .notAllowed(missing: [.role(9), .manager]))
            let holder = Sample.member(Sample.cas, roles: [9])
            #expect(try await kit.tasks.claim(first, request(holder, 5)).task?.assigneeID == Sample.cas)
            #expect(
                try await kit.outboxNames() == [
                    "task.created", "task.assignment.changed", "task.assignment.changed", "task.claimed",
                ])
        }
    }

    @Test func editsWhatWasSeen() async throws {
        try await ChoresKit.with { kit in
            _ = try await create(kit)
            let edit = TaskEdit(title: Sample.title("New"), points: TaskPoints(rawValue: 7), seenVersion: 1)
            let edited = try await kit.tasks.edit(first, edit, request(ben, 2))
            #expect(edited.task?.title.rawValue == "New")
            #expect(try await kit.tasks.edit(first, edit, request(ben, 3)).refusal == .conflict)
            #expect(try await kit.outboxNames() == ["task.created", "task.updated"])
            let stored = try await kit.database.query("SELECT envelope FROM event_outbox ORDER BY position")
            let envelope: EventEnvelope = try JSON.decode(from: try stored[1].value("envelope", as: String.self))
            #expect(envelope.before == ["title": "Water the plants", "points": 0])
            #expect(envelope.after == ["title": "New", "points": 7])
        }
    }

    @Test func deletesAndRestores() async throws {
        try await ChoresKit.with { kit in
            let task = try await create(kit)
            #expect(try await kit.tasks.restore(first, request(ben, 2)).refusal == .wrongState(.todo, for: .restore))
            #expect(try await kit.tasks.delete(first, request(ben, 3)).task?.deletedAt == kit.time.now)
            #expect(try await kit.tasks.show(first, to: ben).refusal == .unknownTask)
            #expect(try await kit.tasks.claim(.id(task.id), request(ben, 4)).refusal == .unknownTask)
            #expect(try await kit.tasks.list(TaskQuery(.all), for: ben).tasks.isEmpty)
            #expect(try await kit.tasks.restore(first, request(ben, 5)).task?.deletedAt == nil)
            #expect(try await kit.tasks.show(first, to: ben).task != nil)
            #expect(try await kit.outboxNames() == ["task.created", "task.deleted", "task.restored"])
        }
    }

    // MARK: - Refusals

    @Test func writesNothingForARefusal() async throws {
        try await ChoresKit.with { kit in
            let task = try await create(kit, Sample.draft(assignment: .member(Sample.ben)))
            let refused = [
                try await kit.tasks.claim(first, request(cas, 2)),
                try await kit.tasks.complete(first, request(cas, 3)),
                try await kit.tasks.release(first, request(cas, 4)),
                try await kit.tasks.edit(first, TaskEdit(), request(cas, 5)),
                try await kit.tasks.delete(first, request(cas, 6)),
                try await kit.tasks.undo(first, request(ben, 7)),
                try await kit.tasks.claim(.number(try TaskNumber(validating: "99")), request(cas, 8)),
                try await kit.tasks.claim(first, request(Sample.member(Sample.cas, in: Sample.otherGuild), 9)),
            ]
            #expect(
                refused.map(\.refusal) == [
                    .alreadyClaimed(by: Sample.ben), .notAllowed(missing: [.assignee, .manager]),
                    .notAllowed(missing: [.assignee, .manager]), .notAllowed(missing: [.author, .manager]),
                    .notAllowed(missing: [.author, .manager]), .wrongState(.todo, for: .undo), .unknownTask,
                    .unknownTask,
                ])
            #expect(try await kit.tasks.show(first, to: cas).task == task)
            #expect(try await kit.outboxNames() == ["task.created", "task.assigned"])
            #expect(try await kit.count("audit_log") == 1)
        }
    }

    @Test func hidesAPrivateTaskFromOthers() async throws {
        try await ChoresKit.with { kit in
            var draft = Sample.draft()
            draft.isPrivate = true
            _ = try await create(kit, draft)
            #expect(try await kit.tasks.show(first, to: cas).refusal == .unknownTask)
            #expect(try await kit.tasks.claim(first, request(cas, 2)).refusal == .unknownTask)
            #expect(try await kit.tasks.suggestions("", for: .claim, by: cas).isEmpty)
            #expect(try await kit.tasks.show(first, to: ben).task != nil)
        }
    }

    @Test func writesOneLineOfTheAuditLogForEachChange() async throws {
        try await ChoresKit.with { kit in
            _ = try await create(kit)
            _ = try await kit.tasks.complete(
                first, MemberRequest(cas, key: OperationKey(interaction: 77), reason: "was dirty"))
            let entries = try await kit.database.read { try await AuditRepository().entries(in: Sample.guild, $0) }
            #expect(entries.map(\.envelope.name) == ["task.completed", "task.created"])
            let entry = try #require(entries.first?.envelope)
            #expect(entry.actor == .user(Sample.cas))
            #expect(entry.correlationID == "interaction:77")
            #expect(entry.reason == "was dirty")
            #expect(entry.subject.number == 1)
            #expect(entry.before?["state"] == "todo")
            #expect(entry.after?["state"] == "done")
        }
    }

    @Test func listsByTheDayOfWhoAsks() async throws {
        try await ChoresKit.with { kit in
            // 08:00 UTC; due 23:00 UTC, which is tomorrow in Tokyo.
            let due = ZonedTime(kit.time.now + .seconds(15 * 3_600), in: .utc)
            let draft = TaskDraft(title: Sample.title(), due: due)
            _ = try await create(kit, draft)
            #expect(try await kit.tasks.list(TaskQuery(.today), for: ben).tasks.count == 1)
            let zones = ZoneFeature(store: kit.store, zones: kit.zones)
            _ = try await zones.chooseOwn(.named("Asia/Tokyo"), request(ben, 5))
            #expect(try await kit.tasks.list(TaskQuery(.today), for: ben).tasks.isEmpty)
            #expect(try await kit.tasks.list(TaskQuery(.today), for: cas).tasks.count == 1)
        }
    }
}

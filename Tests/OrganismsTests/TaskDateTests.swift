import Atoms
import EchordPrimitives
import JSON
import SQL
import TestKits
import Testing

@testable import Molecules
@testable import Organisms

/// When tasks are due, from what a member types to what is kept and told.
@Suite struct TaskDateTests {
    private let ben = Sample.member(Sample.ben)
    private let cas = Sample.member(Sample.cas)
    private let first = TaskReference.number(.first)

    private func request(_ member: MemberContext, _ interaction: UInt64) -> MemberRequest {
        Sample.request(member, interaction: interaction)
    }

    private func choose(_ zone: String, _ kit: ChoresKit, for member: MemberContext) async throws {
        let outcome = try await ZoneFeature(store: kit.store, zones: kit.zones)
            .chooseOwn(.named(zone), request(member, 900 + member.userID.rawValue))
        #expect(outcome != .unknownZone)
    }

    /// Task #1 by Ben, due as he types it.
    private func create(_ typed: String, _ kit: ChoresKit) async throws -> ChoreTask {
        let dates = try await kit.tasks.dates(for: ben)
        let draft = try TaskForm(title: "Dust", due: typed).draft(dates: dates)
        return try #require(try await kit.tasks.create(draft, request(ben, 1)).task)
    }

    @Test func aDueTimeIsThatOfTheMembersZone() async throws {
        try await ChoresKit.with { kit async throws in
            try await choose("Europe/Amsterdam", kit, for: ben)
            let task = try await create("zondag 02:30", kit)
            // Clocks are put forward at 02:00 on that Sunday.
            #expect(task.due?.description == "2026-03-29T03:30+02:00[Europe/Amsterdam]")
            #expect(try await kit.tasks.show(first, to: cas).task?.due == task.due)
            let events = try await kit.database.read { try await AuditRepository().entries(in: Sample.guild, $0) }
            let created = try #require(events.first { $0.envelope.name == "task.created" }?.envelope)
            #expect(created.after?["due_at"] == "2026-03-29T01:30:00.000Z")
            #expect(created.after?["due_local"] == "2026-03-29T03:30")
            #expect(created.after?["due_zone"] == "Europe/Amsterdam")
        }
    }

    @Test func anEditOfTheDueTimeIsToldApart() async throws {
        try await ChoresKit.with { kit async throws in
            let task = try await create("fri", kit)
            let dates = try await kit.tasks.dates(for: ben)
            let later = try TaskForm(title: "Dust all", due: "fri 18:00").edit(
                seenVersion: 1, shownDue: task.due?.typed(in: .utc), dates: dates)
            let moved = try await kit.tasks.edit(first, later, request(ben, 2))
            #expect(moved.task?.due?.description == "2026-03-27T18:00+00:00[UTC]")
            #expect(moved.task?.title.rawValue == "Dust all")
            let words = try TaskForm(title: "Dust", due: "2026-03-27 18:00").edit(
                seenVersion: 2, shownDue: "2026-03-27 18:00", dates: dates)
            #expect(try await kit.tasks.edit(first, words, request(ben, 3)).task?.due == moved.task?.due)
            let cleared = try TaskForm(title: "Dust", due: "").edit(
                seenVersion: 3, shownDue: "2026-03-27 18:00", dates: dates)
            #expect(try await kit.tasks.edit(first, cleared, request(ben, 4)).task?.due == nil)
            #expect(
                try await kit.outboxNames() == [
                    "task.created", "task.updated", "task.rescheduled", "task.updated", "task.updated",
                    "task.rescheduled",
                ])
            let lines = try await kit.database.read { try await AuditRepository().entries(in: Sample.guild, $0) }
            #expect(lines.map(\.envelope.name) == ["task.updated", "task.updated", "task.updated", "task.created"])
            #expect(lines.first?.envelope.after?["due_at"] == .null)
        }
    }

    @Test(arguments: [
        // Thursday 26 March, 08:00 UTC: 09:00 in Amsterdam, 17:00 in Tokyo, and in Kiritimati it is Thursday 22:00.
        ("UTC", 1, 2, 4), ("Europe/Amsterdam", 1, 2, 4), ("Asia/Tokyo", 1, 1, 4), ("Pacific/Kiritimati", 1, 1, 3),
    ])
    func viewsGoByTheDayOfWhoAsks(_ zone: String, _ overdue: Int, _ today: Int, _ week: Int) async throws {
        try await ChoresKit.with { kit async throws in
            let tasks = TaskRepository()
            // Over since a minute; today 21:30 UTC; on Friday; on Sunday 10:30 UTC; on Monday 12:00 UTC.
            let instants = [
                "2026-03-26T07:59:00Z", "2026-03-26T21:30:00Z", "2026-03-27T12:00:00Z", "2026-03-29T10:30:00Z",
                "2026-03-30T12:00:00Z",
            ]
            let made = instants.enumerated().map { place, text in
                Sample.task(number: Int64(place + 1), dueAt: Instant(text))
            }
            try await kit.database.transaction { try await tasks.insert(made, in: $0) }
            try await choose(zone, kit, for: ben)
            for (view, count) in [(TaskView.overdue, overdue), (.today, today), (.week, week)] {
                #expect(try await kit.tasks.list(TaskQuery(view), for: ben).total == count, "\(view) in \(zone)")
            }
        }
    }

    @Test func aWholeDayIsDueUntilItsEnd() async throws {
        try await ChoresKit.with { kit async throws in
            try await choose("America/New_York", kit, for: ben)
            _ = try await create("today", kit)
            for (hours, isOverdue) in [(0, false), (19, false), (1, true)] {
                kit.time.advance(by: .seconds(hours * 3_600))
                #expect(try await kit.tasks.list(TaskQuery(.today), for: ben).total == 1)
                let count = try await kit.tasks.list(TaskQuery(.overdue), for: ben).total
                #expect((count == 1) == isOverdue, "at \(kit.time.now)")
            }
        }
    }

    @Test func aTaskIsDoneAtAnEarlierTimeWithANote() async throws {
        try await ChoresKit.with { kit async throws in
            _ = try await create("fri", kit)
            let note = try CompletionNote(validating: "Under the bed as well")
            let time = kit.time.now - .seconds(3_600)
            let future = try await kit.tasks.complete(
                first, at: kit.time.now + .seconds(1), note: note, request(cas, 2))
            #expect(future.refusal == .invalid([ValidationIssue(.inFuture, path: "at")]))
            let done = try await kit.tasks.complete(first, at: time, note: note, request(cas, 3))
            #expect(done.task?.completedAt == time && done.task?.completionNote == note)
            let row = try await kit.database.query("SELECT completed_at, note FROM task_completions")[0]
            #expect(try row.value("completed_at", as: Instant.self) == time)
            #expect(try row.value("note", as: CompletionNote.self) == note)
            let lines = try await kit.database.read { try await AuditRepository().entries(in: Sample.guild, $0) }
            #expect(lines.first?.envelope.after?["completion_note"] == "Under the bed as well")
            let undone = try await kit.tasks.undo(first, request(cas, 4))
            #expect(undone.task?.completionNote == nil)
            #expect(try await kit.count("task_completions") == 1)
        }
    }

    @Test func theReaderSpeaksTheMembersLanguage() async throws {
        try await ChoresKit.with { kit async throws in
            let american = Sample.member(Sample.cas, locale: .americanEnglish)
            let (dutch, english) = (try await kit.tasks.dates(for: ben), try await kit.tasks.dates(for: american))
            #expect(try dutch.reading("3/4").time.local.description == "2026-04-03")
            #expect(try english.reading("3/4").time.local.description == "2027-03-04")
            let past = try await kit.tasks.dates(for: ben, towards: .past)
            #expect(try past.reading("gisteren 20:00").time.local.description == "2026-03-25T20:00")
        }
    }
}

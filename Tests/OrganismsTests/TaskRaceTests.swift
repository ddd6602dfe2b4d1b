import Atoms
import EchordPrimitives
import SQL
import TestKits
import Testing

@testable import Molecules
@testable import Organisms

/// Who is first, and what happens when a thing is asked for twice.
@Suite struct TaskRaceTests {
    private let first = TaskReference.number(.first)

    private func outcomes(
        _ count: UInt64, _ ask: @escaping @Sendable (UInt64) async throws -> TaskOutcome
    ) async throws -> [TaskOutcome] {
        try await withThrowingTaskGroup { group in
            for number in 1...count { group.addTask { try await ask(number) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    @Test func hasOneWinnerWhenTwoClaimAtOnce() async throws {
        // Two processes: two connections to one file.
        try await TestDatabase.withFile { path in
            try await TestDatabase.open(path) { one in
                try await TestDatabase.open(path) { two in
                    let kits = [ChoresKit(one), ChoresKit(two)]
                    _ = try await kits[0].tasks.create(
                        Sample.draft(), Sample.request(Sample.manager(), interaction: 999))
                    let outcomes = try await outcomes(20) { number in
                        let kit = kits[Int(number) % 2]
                        let member = Sample.member(UserID(10 + number))
                        return try await kit.tasks.claim(first, Sample.request(member, interaction: number))
                    }
                    let winners = outcomes.compactMap(\.task?.assigneeID)
                    #expect(winners.count == 1)
                    let losers = outcomes.compactMap(\.refusal)
                    #expect(losers == Array(repeating: .alreadyClaimed(by: winners[0]), count: 19))
                    #expect(try await kits[0].outboxNames() == ["task.created", "task.claimed"])
                }
            }
        }
    }

    @Test func completesOnceWhenTheButtonIsPressedThreeTimes() async throws {
        try await ChoresKit.with { kit in
            let ben = Sample.member()
            _ = try await kit.tasks.create(Sample.draft(), Sample.request(ben, interaction: 999))
            let outcomes = try await outcomes(3) { number in
                try await kit.tasks.complete(first, Sample.request(ben, interaction: number))
            }
            #expect(outcomes.compactMap(\.task).count == 1)
            #expect(
                outcomes.compactMap(\.refusal)
                    == Array(repeating: .alreadyDone(by: Sample.ben, at: kit.time.now), count: 2))
            #expect(try await kit.count("task_completions") == 1)
            #expect(try await kit.outboxNames() == ["task.created", "task.completed", "task.status.changed"])
        }
    }

    @Test func answersARedeliveredInteractionAlike() async throws {
        try await ChoresKit.with { kit in
            let ben = Sample.member()
            let created = try await outcomes(4) { _ in
                try await kit.tasks.create(Sample.draft(), Sample.request(ben, interaction: 7))
            }
            #expect(Set(created).count == 1)
            #expect(try await kit.count("tasks") == 1)
            let done = try await outcomes(4) { _ in
                try await kit.tasks.complete(first, Sample.request(ben, interaction: 8))
            }
            #expect(Set(done).count == 1)
            #expect(done[0].task?.state == .done)
            // What happened since does not change the answer.
            _ = try await kit.tasks.undo(first, Sample.request(ben, interaction: 9))
            #expect(try await kit.tasks.complete(first, Sample.request(ben, interaction: 8)) == done[0])
            #expect(try await kit.tasks.show(first, to: ben).task?.state == .todo)
            #expect(try await kit.count("task_completions") == 1)
        }
    }

    @Test func answersARedeliveredRefusalAlike() async throws {
        try await ChoresKit.with { kit in
            let ben = Sample.member()
            let late = Sample.request(Sample.member(Sample.cas), interaction: 8)
            _ = try await kit.tasks.create(Sample.draft(), Sample.request(ben, interaction: 1))
            _ = try await kit.tasks.claim(first, Sample.request(ben, interaction: 2))
            #expect(try await kit.tasks.claim(first, late).refusal == .alreadyClaimed(by: Sample.ben))
            _ = try await kit.tasks.release(first, Sample.request(ben, interaction: 3))
            #expect(try await kit.tasks.claim(first, late).refusal == .alreadyClaimed(by: Sample.ben))
        }
    }

    /// The state says that it is not done, the history says that it is: the constraint has the last word.
    @Test func undoesEverythingWhenTheConstraintRefuses() async throws {
        try await ChoresKit.with { kit in
            let ben = Sample.member()
            let created = try await kit.tasks.create(Sample.draft(), Sample.request(ben, interaction: 1))
            let task = try #require(created.task)
            try await kit.database.execute(
                """
                INSERT INTO task_completions (guild_id, task_id, completed_by, recorded_by, completed_at)
                VALUES (\(task.guildID), \(task.id), 5, 5, 0)
                """)
            #expect(
                try await kit.tasks.complete(first, Sample.request(ben, interaction: 2)).refusal == .conflict)
            #expect(try await kit.tasks.show(first, to: ben).task == task)
            #expect(try await kit.outboxNames() == ["task.created"])
        }
    }

    @Test func numbersWithoutHolesUnderLoad() async throws {
        try await ChoresKit.with { kit in
            let created = try await outcomes(60) { number in
                try await kit.tasks.create(Sample.draft(), Sample.request(Sample.member(), interaction: number))
            }
            #expect(created.compactMap(\.task?.number.rawValue).sorted() == Array(1...60))
        }
    }
}

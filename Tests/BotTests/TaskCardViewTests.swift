import Atoms
import Echord
import EchordModel
import EchordPrimitives
import JSON
import Testing

@testable import Bot

@Suite struct TaskCardViewTests {
    private let now = Instant(seconds: 1_800_000_000)
    private let state = ComponentStateID("018f3c5e-0000-7000-8000-000000000001")

    private func task(_ title: String = "Dust") throws -> ChoreTask {
        let id = try #require(TaskID("018f3c5e-0000-7000-8000-000000000002"))
        return ChoreTask(
            TaskDraft(title: try TaskTitle(validating: title), points: try TaskPoints(validating: 5)), id: id,
            guildID: 1, number: .first, author: 7, at: now)
    }

    private func text(_ task: ChoreTask, _ language: Language = .english) throws -> String {
        JSON.encodeToString(try TaskCardView(language, at: now).message(task, state: state).interactionMessage())
    }

    @Test func aFreeTaskCanBeClaimed() throws {
        let text = try text(try task())
        #expect(text.contains("### #1 Dust") && text.contains("free to claim") && text.contains("5 points"))
        #expect(text.contains(#""label":"Claim""#) && !text.contains(#""label":"Done""#))
        #expect(text.contains(#""allowed_mentions":{"parse":[]}"#))
    }

    @Test func aTitleCannotBreakTheCardOrPing() throws {
        let text = try text(try task("**@everyone** <@&5> `x`"))
        #expect(text.contains(#""allowed_mentions":{"parse":[]}"#))
        #expect(!text.contains("**@everyone**"))
    }

    @Test func buttonsFollowTheState() throws {
        var task = try task()
        try task.claim(by: 9, at: now)
        #expect(try text(task).contains(#""label":"Done""#))
        try task.complete(by: 9, at: now)
        let done = try text(task)
        #expect(done.contains("✔ #1 ~~Dust~~") && done.contains("Done by <@9> <t:1800000000:R>"))
        #expect(done.contains(#""label":"Undo""#) && !done.contains(#""label":"Claim""#))
        #expect(try text(task, .dutch).contains("Gedaan door"))
        task.delete(at: now)
        #expect(!(try text(task)).contains(#""label""#))
    }

    @Test func theDueTimeIsShownInFullAndHowFarAwayItIs() throws {
        var task = try task()
        task.due = ZonedTime(now + .seconds(60), in: .utc)
        let due = try #require(task.dueAt).seconds
        #expect(try text(task).contains("Due: <t:\(due):F> (<t:\(due):R>)"))
        #expect(try text(task, .dutch).contains("Uiterlijk: <t:\(due):F> (<t:\(due):R>)"))
        let page = TaskPage(tasks: [task], previous: nil, next: nil, total: 1)
        func list(_ now: Instant) throws -> String {
            JSON.encodeToString(
                try TaskListView(.english, at: now).message(page, of: TaskQuery(.week), state: nil).interactionMessage()
            )
        }
        #expect(try list(now).contains("<t:\(due):F> (<t:\(due):R>)") && !list(now).contains("Overdue"))
        #expect(try list(now + .seconds(3_600)).contains("**Overdue**"))
        let late = try TaskCardView(.english, at: now + .seconds(3_600)).message(task, state: nil)
        #expect(JSON.encodeToString(try late.interactionMessage()).contains("Overdue"))
    }

    @Test func aNoteOfWhoDidItStandsOnTheCard() throws {
        var task = try task()
        try task.complete(by: 9, doneAt: now - .seconds(60), note: CompletionNote(validating: "a *b*\nc"), at: now)
        #expect(try text(task).contains(#"> a \\*b\\*\n> c"#))
        let receipt = TaskReceipt(action: .complete, task: task)
        let sentence = TaskAnswers(.english).sentence(receipt, by: 9)
        #expect(sentence.hasPrefix("<@9> did **#1 Dust** on <t:1799999940:f>.\n> a "))
    }

    @Test func customIDsAreOpaque() throws {
        let message = try TaskCardView(.english, at: now).message(try task(), state: state)
        for component in message.components.flatMap(\.flattened) {
            guard let id = component.customID else { continue }
            #expect(id.hasPrefix("1.task.") && id.utf8.count <= 60 && !id.contains("018f3c5e"))
        }
    }
}

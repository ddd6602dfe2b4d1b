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

    @Test func customIDsAreOpaque() throws {
        let message = try TaskCardView(.english, at: now).message(try task(), state: state)
        for component in message.components.flatMap(\.flattened) {
            guard let id = component.customID else { continue }
            #expect(id.hasPrefix("1.task.") && id.utf8.count <= 60 && !id.contains("018f3c5e"))
        }
    }
}

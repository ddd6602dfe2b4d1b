import EchordModel
import EchordPrimitives
import Lifecycle
import Locking
import Testing

@testable import Echord

@Suite struct SuggestionTests {
    private let fixture = TreeFixture()

    private func tree(
        _ find: @escaping @Sendable (InteractionContext, String) async throws -> [CommandChoice]
    ) throws -> CommandTree {
        try CommandTree {
            SlashCommand(
                "a", "A", Argument<String>("b", "B").suggesting(find), Argument<Int>("c", "C").optional()
            ) { context, _, _ in try await context.reply("done") }
        }
    }

    private func typing(_ option: String = "b") throws -> Interaction {
        try .command(
            #""name":"a","type":1,"options":[{"name":"\#(option)","type":3,"value":"du","focused":true}]"#, type: 4)
    }

    @Test func whatWasTypedIsLookedForAndTheRestIsMadeToFit() async throws {
        let long = String(repeating: "x", count: 120)
        let tree = try tree { _, typed in
            [
                CommandChoice("\(typed)st", "dust"), CommandChoice(long, "long"), CommandChoice("", "empty"),
                CommandChoice("too much", .string(long)), CommandChoice("a number", 3),
            ]
        }
        let call = try #require(try await fixture.serve(tree, typing()).first)
        #expect(call.contains(#"{"name":"dust","value":"dust"}"#))
        #expect(call.contains(#"{"name":"\#(String(repeating: "x", count: 100))","value":"long"}"#))
        #expect(!call.contains("empty") && !call.contains("too much") && !call.contains("a number"))
    }

    @Test func anOptionWithoutSuggestionsGetsNone() async throws {
        let tree = try tree { _, _ in [CommandChoice("x", "x")] }
        #expect(try await fixture.serve(tree, typing("c")) == [#"answer {"type":8,"data":{"choices":[]}}"#])
    }

    @Test func aFailureGivesAnEmptyList() async throws {
        struct Broken: Error {}
        let tree = try tree { _, _ in throw Broken() }
        #expect(try await fixture.serve(tree, typing()) == [#"answer {"type":8,"data":{"choices":[]}}"#])
    }

    @Test func whoeverWaitsTooLongGetsAnEmptyListInTime() async throws {
        let isCancelled = Locked(false)
        let tree = try tree { _, _ in
            do { try await Task.sleep(for: .seconds(600)) } catch { isCancelled.withLock { $0 = true } }
            return [CommandChoice("late", "late")]
        }
        let clock = fixture.clock
        async let calls = fixture.serve(tree, typing())
        await clock.waitForSleepers()
        clock.advance(by: .seconds(2))
        #expect(try await calls == [#"answer {"type":8,"data":{"choices":[]}}"#])
        #expect(isCancelled.withLock { $0 })
    }
}

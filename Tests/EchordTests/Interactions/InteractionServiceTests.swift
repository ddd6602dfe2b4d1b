import EchordModel
import JSON
import Lifecycle
import Locking
import Telemetry
import Testing

@testable import Echord

@Suite struct InteractionServiceTests {
    private let api = RecordingInteractionAPI()
    private let clock = ManualClock()
    private let metrics = Metrics()
    private let create =
        #"{"id":"5","name":"task","type":1,"options":[{"name":"create","type":1,"options":[{"name":"title","type":3,"value":"Dust"}]}]}"#

    private func service(
        _ router: InteractionRouter, _ configuration: InteractionService.Configuration = .init()
    ) -> InteractionService {
        InteractionService(
            router: router, api: api, configuration: configuration, time: TimeSource(clock), metrics: metrics,
            excuse: { _, _, reference in InteractionMessage(content: "sorry \(reference)", flags: .ephemeral) },
            unknown: { _ in InteractionMessage(content: "unknown", flags: .ephemeral) })
    }

    /// Runs the service until it has handled these.
    private func serve(_ service: InteractionService, _ interactions: Interaction...) async throws {
        for interaction in interactions { service.receive(interaction) }
        let group = try ServiceGroup([.init(service)], logger: .silent) { _ in }
        try await group.run(stoppingOn: []) { group.shutDown() }
    }

    private func count(_ name: String, _ labels: String) -> Bool {
        metrics.prometheusText().contains("\(name){\(labels)} 1")
    }

    @Test func commandsAreFoundByPathAndSeeTheirOptions() async throws {
        var router = InteractionRouter()
        router.command("task create") { context in
            try await context.responder.reply(InteractionMessage(content: "\(context[option: "title"] == "Dust")"))
        }
        #expect(router.commandPaths == ["task create"])
        try await serve(service(router), .sample(data: create))
        #expect(api.calls == [#"answer {"type":4,"data":{"content":"true"}}"#])
        #expect(metrics.prometheusText().contains(#"echord_interactions_total{type="command",outcome="answered"} 1"#))
    }

    @Test func theLongestPrefixOfACustomIDWins() async throws {
        var router = InteractionRouter()
        router.component("1.") { try await $0.responder.update(InteractionMessage(content: "short")) }
        router.component("1.card.") { try await $0.responder.update(InteractionMessage(content: "long")) }
        router.modal("1.edit.") { try await $0.responder.reply(InteractionMessage(content: "modal")) }
        let service = service(router)
        try await serve(
            service, .sample(3, data: #"{"custom_id":"1.card.x","component_type":2}"#),
            .sample(3, data: #"{"custom_id":"1.list.x","component_type":2}"#),
            .sample(5, data: #"{"custom_id":"1.edit.x","components":[]}"#))
        for word in ["long", "short", "modal"] { #expect(api.calls.count { $0.contains("\"\(word)\"") } == 1) }
        #expect(api.calls.count == 3)
    }

    @Test func middlewareGoesAroundTheHandler() async throws {
        let order = Locked<[String]>([])
        @Sendable func note(_ text: String) { order.withLock { $0.append(text) } }
        var router = InteractionRouter()
        router.use { context, next in
            note("outer in")
            try await next(context)
            note("outer out")
        }
        router.use { context, next in
            note("inner")
            try await next(context)
        }
        router.command("task create") { context in
            note("handler")
            try await context.responder.reply(InteractionMessage(content: "x"))
        }
        try await serve(service(router), .sample(data: create))
        #expect(order.withLock { $0 } == ["outer in", "inner", "handler", "outer out"])
    }

    @Test func aSlowHandlerIsAcknowledgedOnceAndThenFillsTheMessageIn() async throws {
        var router = InteractionRouter()
        let clock = clock
        router.command("task create", acknowledging: .publicly) { context in
            try await clock.sleep(for: .seconds(2))
            try await context.responder.reply(InteractionMessage(content: "late"))
        }
        let service = service(router)
        async let handled: Void = serve(service, .sample(data: create))
        await clock.waitForSleepers(2)
        clock.advance(by: .milliseconds(300))
        await api.waitForCalls(1)
        clock.advance(by: .seconds(2))
        try await handled
        #expect(api.calls == [#"answer {"type":5}"#, #"edit original {"content":"late"}"#])
    }

    @Test func aHandlerThatOpensAModalIsNeverAcknowledged() async throws {
        var router = InteractionRouter()
        router.command("task create", acknowledging: .by { _ in .none }) { context in
            try await context.responder.showModal(ModalBody(customID: "m", title: "M", components: []))
        }
        try await serve(service(router), .sample(data: create))
        #expect(api.calls.count == 1 && api.calls[0].hasPrefix(#"answer {"type":9"#))
    }

    @Test func failuresAreExcusedWithAReference() async throws {
        struct Broken: Error {}
        var router = InteractionRouter()
        router.command("task create") { _ in throw Broken() }
        router.autocomplete("task create") { _ in throw Broken() }
        try await serve(
            service(router), .sample(data: create), .sample(4, data: create),
            .sample(data: #"{"id":"5","name":"gone","type":1}"#))
        #expect(
            Set(api.calls) == [
                #"answer {"type":4,"data":{"content":"sorry 2S","flags":64}}"#,
                #"answer {"type":8,"data":{"choices":[]}}"#,
                #"answer {"type":4,"data":{"content":"unknown","flags":64}}"#,
            ])
    }

    @Test func aHandlerWithoutAnAnswerIsAFailure() async throws {
        var router = InteractionRouter()
        router.command("task create", acknowledging: .never) { _ in }
        try await serve(service(router), .sample(data: create))
        #expect(api.calls.first?.contains("sorry") == true)
    }

    @Test func aFailureAfterAnAcknowledgementEndsTheThinking() async throws {
        struct Broken: Error {}
        let clock = clock
        var router = InteractionRouter()
        router.command("task create", acknowledging: .publicly) { _ in
            try await clock.sleep(for: .seconds(1))
            throw Broken()
        }
        async let served: Void = serve(service(router), .sample(data: create))
        await clock.waitForSleepers(2)
        clock.advance(by: .milliseconds(300))
        await api.waitForCalls(1)
        clock.advance(by: .seconds(1))
        try await served
        #expect(api.calls == [#"answer {"type":5}"#, #"edit original {"content":"sorry 2S"}"#])
        #expect(count("echord_interactions_total", #"type="command",outcome="failed""#))
    }

    @Test func anAcknowledgedHandlerWithoutAnAnswerIsAFailure() async throws {
        var router = InteractionRouter()
        router.command("task create", acknowledging: .never) { context in
            try await context.responder.acknowledge(.message(ephemeral: true))
        }
        try await serve(service(router), .sample(data: create))
        #expect(api.calls.last == #"edit original {"content":"sorry 2S"}"#)
    }

    @Test func aFailedEditIsExcusedInTheSamePlace() async throws {
        var router = InteractionRouter()
        router.command("task create") { context in
            try await context.responder.acknowledge(.message(ephemeral: true))
            try await context.responder.reply(InteractionMessage(content: "done"))
        }
        let service = service(router, .init(retries: .never))
        api.answerNext()
        api.failNext(EchordError.lost())
        try await serve(service, .sample(data: create))
        #expect(
            Array(api.calls.dropFirst()) == [
                #"edit original {"content":"done"}"#, #"edit original {"content":"sorry 2S"}"#,
            ])
        #expect(count("echord_interactions_total", #"type="command",outcome="failed""#))
        #expect(count("echord_interaction_answer_failures_total", #"step="edit_original""#))
    }

    @Test func anExcuseThatCannotBeSentIsCounted() async throws {
        struct Broken: Error {}
        var router = InteractionRouter()
        router.command("task create") { context in
            try await context.responder.acknowledge(.message(ephemeral: true))
            throw Broken()
        }
        let service = service(router, .init(retries: .never))
        api.answerNext()
        api.failNext(EchordError.lost())
        try await serve(service, .sample(data: create))
        #expect(count("echord_interactions_total", #"type="command",outcome="unanswered""#))
    }

    @Test func whatCameTooLateIsCountedAsUnanswered() async throws {
        var router = InteractionRouter()
        router.command("task create") { try await $0.responder.reply(InteractionMessage(content: "x")) }
        api.failNext(EchordError.refusal(.unknownInteraction))
        try await serve(service(router), .sample(data: create))
        #expect(count("echord_interactions_total", #"type="command",outcome="unanswered""#))
    }

    @Test func aCancellationOfItsOwnIsAFailureLikeAnother() async throws {
        var router = InteractionRouter()
        router.command("task create") { _ in throw CancellationError() }
        try await serve(service(router), .sample(data: create))
        #expect(api.calls.first?.contains("sorry") == true)
    }

    @Test func whatWaitsForItsTurnIsAcknowledgedToo() async throws {
        let clock = clock
        var router = InteractionRouter()
        router.command("task create", acknowledging: .privately) { context in
            try await clock.sleep(for: .seconds(1))
            try await context.responder.reply(InteractionMessage(content: "x"))
        }
        async let served: Void = serve(
            service(router, .init(maxRunning: 1)), .sample(data: create), .sample(data: create))
        await clock.waitForSleepers(2)
        clock.advance(by: .milliseconds(300))
        await api.waitForCalls(2)
        #expect(api.calls.allSatisfy { $0.hasPrefix(#"answer {"type":5"#) })
        clock.advance(by: .seconds(1))
        await api.waitForCalls(3)
        await clock.waitForSleepers(1)
        clock.advance(by: .seconds(1))
        try await served
        #expect(api.calls.count { $0.hasPrefix("edit original") } == 2)
    }

    @Test func whatWasReceivedIsHandledBeforeStopping() async throws {
        var router = InteractionRouter()
        router.command("task create") { try await $0.responder.reply(InteractionMessage(content: "x")) }
        let service = service(router, .init(maxRunning: 1, maxWaiting: 3))
        for _ in 0..<3 { service.receive(try .sample(data: create)) }
        try await serve(service, .sample(data: create))
        #expect(api.calls.count == 3)
        #expect(metrics.prometheusText().contains(#"echord_interactions_total{type="command",outcome="refused"} 1"#))
    }
}

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

    private func context(_ interaction: Interaction) -> InteractionContext {
        let time = TimeSource(clock)
        return InteractionContext(
            interaction, responder: InteractionResponder(interaction, api: api, time: time), received: time.now)
    }

    @Test func commandsAreFoundByPathAndSeeTheirOptions() async throws {
        var router = InteractionRouter()
        router.command("task create") { context in
            try await context.responder.reply(InteractionMessage(content: "\(context[option: "title"] == "Dust")"))
        }
        #expect(router.commandPaths == ["task create"])
        await service(router).handle(context(try .sample(data: create)))
        #expect(api.calls == [#"answer {"type":4,"data":{"content":"true"}}"#])
        #expect(metrics.prometheusText().contains(#"echord_interactions_total{type="command",outcome="answered"} 1"#))
    }

    @Test func theLongestPrefixOfACustomIDWins() async throws {
        var router = InteractionRouter()
        router.component("1.") { try await $0.responder.update(InteractionMessage(content: "short")) }
        router.component("1.card.") { try await $0.responder.update(InteractionMessage(content: "long")) }
        router.modal("1.edit.") { try await $0.responder.reply(InteractionMessage(content: "modal")) }
        let service = service(router)
        await service.handle(context(try .sample(3, data: #"{"custom_id":"1.card.x","component_type":2}"#)))
        await service.handle(context(try .sample(3, data: #"{"custom_id":"1.list.x","component_type":2}"#)))
        await service.handle(context(try .sample(5, data: #"{"custom_id":"1.edit.x","components":[]}"#)))
        #expect(api.calls.map { $0.contains("long") } == [true, false, false])
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
        await service(router).handle(context(try .sample(data: create)))
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
        async let handled: Void = service.handle(context(try .sample(data: create)))
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
        await service(router).handle(context(try .sample(data: create)))
        #expect(api.calls.count == 1 && api.calls[0].hasPrefix(#"answer {"type":9"#))
    }

    @Test func failuresAreExcusedWithAReference() async throws {
        struct Broken: Error {}
        var router = InteractionRouter()
        router.command("task create") { _ in throw Broken() }
        router.autocomplete("task create") { _ in throw Broken() }
        let service = service(router)
        await service.handle(context(try .sample(data: create)))
        await service.handle(context(try .sample(4, data: create)))
        await service.handle(context(try .sample(data: #"{"id":"5","name":"gone","type":1}"#)))
        #expect(
            api.calls == [
                #"answer {"type":4,"data":{"content":"sorry 2S","flags":64}}"#,
                #"answer {"type":8,"data":{"choices":[]}}"#,
                #"answer {"type":4,"data":{"content":"unknown","flags":64}}"#,
            ])
    }

    @Test func aHandlerWithoutAnAnswerIsAFailure() async throws {
        var router = InteractionRouter()
        router.command("task create", acknowledging: .never) { _ in }
        await service(router).handle(context(try .sample(data: create)))
        #expect(api.calls.first?.contains("sorry") == true)
    }

    @Test func whatWasReceivedIsHandledBeforeStopping() async throws {
        var router = InteractionRouter()
        router.command("task create") { try await $0.responder.reply(InteractionMessage(content: "x")) }
        let service = service(router, .init(maxRunning: 1, maxWaiting: 3))
        for _ in 0..<4 { service.receive(try .sample(data: create)) }
        let group = try ServiceGroup([.init(service)], logger: .silent) { _ in }
        try await group.run(stoppingOn: []) { group.shutDown() }
        #expect(api.calls.count == 3)
        #expect(metrics.prometheusText().contains(#"echord_interactions_total{type="command",outcome="refused"} 1"#))
    }
}

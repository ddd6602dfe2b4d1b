import EchordModel
import JSON
import Lifecycle
import Locking
import Telemetry
import Testing

@testable import Echord

@Suite struct InteractionEndpointTests {
    private let fixture: EndpointFixture
    private let api = RecordingInteractionAPI()
    private let clock = ManualClock()
    private let metrics = Metrics()

    init() throws { fixture = try EndpointFixture() }

    /// Runs an endpoint over routes while `body` runs.
    private func run<Result: Sendable>(
        _ router: InteractionRouter, _ settings: InteractionService.Configuration = .init(),
        _ body: @escaping @Sendable (InteractionEndpoint) async throws -> Result
    ) async throws -> Result {
        let time = TimeSource(clock)
        let service = InteractionService(
            router: router, api: api, configuration: settings, time: time,
            excuse: { _, _, _ in InteractionMessage(content: "sorry") }, unknown: { _ in .privately("unknown") })
        let endpoint = try InteractionEndpoint(
            publicKey: fixture.publicKey, service: service, api: api, configuration: fixture.configuration, time: time,
            metrics: metrics)
        return try await withThrowingTaskGroup(of: Result?.self) { group in
            group.addTask {
                try await service.run(ReadySignal {})
                return nil
            }
            group.addTask { try await body(endpoint) }
            defer { group.cancelAll() }
            while let outcome = try await group.next() {
                if let outcome { return outcome }
            }
            throw CancellationError()
        }
    }

    private func counted(_ outcome: String) -> Bool {
        metrics.prometheusText().contains(
            #"echord_endpoint_requests_total{endpoint="interactions",outcome="\#(outcome)"} 1"#)
    }

    @Test func aPingIsAnsweredAndABadSignatureIsRefused() async throws {
        let fixture = fixture
        try await run(InteractionRouter()) { endpoint in
            let pong = await endpoint.respond(to: fixture.request(EndpointFixture.ping))
            #expect(pong.status == 200 && pong.text == #"{"type":1}"# && pong.contentType == "application/json")
            var forged = fixture.request(EndpointFixture.ping)
            forged.headers[1].value = String(repeating: "0", count: 128)
            #expect(await endpoint.respond(to: forged).status == 401)
            #expect(await endpoint.respond(to: EndpointRequest(headers: [], body: [])).status == 401)
            #expect(await endpoint.respond(to: fixture.request(EndpointFixture.ping, age: 9_999)).status == 401)
        }
        for outcome in ["ping", "forged", "missing", "stale"] { #expect(counted(outcome)) }
    }

    @Test func whatCannotBeReadIsRefused() async throws {
        let fixture = fixture
        try await run(InteractionRouter()) { endpoint in
            #expect(await endpoint.respond(to: fixture.request("{")).status == 400)
            #expect(await endpoint.respond(to: fixture.request(#"{"type":2}"#)).status == 400)
            let large = EndpointRequest(headers: [], body: Array(repeating: 0, count: 1_048_577))
            #expect(await endpoint.respond(to: large).status == 413)
        }
        #expect(counted("too_large"))
    }

    @Test func theFirstAnswerGoesInTheResponseAndTheRestByREST() async throws {
        var router = InteractionRouter()
        router.command("task") { context in
            try await context.reply("at once")
            try await context.responder.followUp(InteractionMessage(content: "later"))
        }
        let (fixture, api) = (fixture, api)
        try await run(router) { endpoint in
            let answer = await endpoint.respond(to: fixture.request(EndpointFixture.command("task")))
            #expect(answer.status == 200)
            #expect(answer.text.hasPrefix(#"{"type":4,"data":{"content":"at once""#))
            await api.waitForCalls(1)
        }
        #expect(api.calls == [#"follow up {"content":"later"}"#])
    }

    @Test func filesGoAlongInTheResponse() async throws {
        var router = InteractionRouter()
        router.command("task") { context in
            try await context.reply(
                MessageContent("here"), files: [FileUpload(name: "a.txt", bytes: Array("hello".utf8))])
        }
        let fixture = fixture
        let answer = try await run(router) { endpoint in
            await endpoint.respond(to: fixture.request(EndpointFixture.command("task")))
        }
        #expect(answer.contentType.hasPrefix("multipart/form-data; boundary="))
        #expect(answer.text.contains("name=\"payload_json\"") && answer.text.contains("\"here\""))
        #expect(answer.text.contains("name=\"files[0]\"; filename=\"a.txt\"") && answer.text.contains("\r\n\r\nhello"))
    }

    @Test func aSlowHandlerIsAcknowledgedInTheResponse() async throws {
        let release = AsyncStream.makeStream(of: Void.self)
        var router = InteractionRouter()
        router.command("task", acknowledging: .publicly) { context in
            for await _ in release.stream {}
            try await context.reply("done")
        }
        let (fixture, api, clock) = (fixture, api, clock)
        try await run(router) { endpoint in
            async let answer = endpoint.respond(to: fixture.request(EndpointFixture.command("task")))
            await clock.waitForSleepers(2)
            clock.advance(by: .milliseconds(300))
            #expect(await answer.text == #"{"type":5}"#)
            release.continuation.finish()
            await api.waitForCalls(1)
        }
        #expect(api.calls.first?.hasPrefix("edit original") == true)
    }

    @Test func anAnswerThatComesTooLateForTheResponseGoesByREST() async throws {
        let release = AsyncStream.makeStream(of: Void.self)
        var router = InteractionRouter()
        router.command("task", acknowledging: .never) { context in
            for await _ in release.stream {}
            try await context.reply("late")
        }
        let (fixture, api, clock) = (fixture, api, clock)
        try await run(router) { endpoint in
            async let answer = endpoint.respond(to: fixture.request(EndpointFixture.command("task")))
            await clock.waitForSleepers(2)
            clock.advance(by: .milliseconds(2_500))
            let response = await answer
            #expect(response.status == 202 && response.body.isEmpty)
            release.continuation.finish()
            await api.waitForCalls(1)
        }
        #expect(api.calls.first?.hasPrefix(#"answer {"type":4,"data":{"content":"late""#) == true)
        #expect(counted("later"))
    }

    @Test func whatRESTOvertakesIsSentAgain() async throws {
        var router = InteractionRouter()
        router.command("task") { context in
            try await context.reply("at once")
            try await context.responder.followUp(InteractionMessage(content: "later"))
        }
        let (fixture, api, clock) = (fixture, api, clock)
        api.failNext(EchordError.refusal(.unknownWebhook))
        try await run(router) { endpoint in
            _ = await endpoint.respond(to: fixture.request(EndpointFixture.command("task")))
            await api.waitForCalls(1)
            await clock.waitForSleepers()
            clock.advance(by: .milliseconds(500))
            await api.waitForCalls(2)
        }
        #expect(api.calls == Array(repeating: #"follow up {"content":"later"}"#, count: 2))
    }

    @Test func aRequestThatIsSentAgainDoesNothing() async throws {
        let runs = Locked(0)
        var router = InteractionRouter()
        router.command("task") { context in
            runs.withLock { $0 += 1 }
            try await context.reply("done")
        }
        let fixture = fixture
        try await run(router) { endpoint in
            let request = fixture.request(EndpointFixture.command("task"))
            #expect(await endpoint.respond(to: request).status == 200)
            #expect(await endpoint.respond(to: request).status == 409)
            let other = fixture.request(EndpointFixture.command("task", id: 101))
            #expect(await endpoint.respond(to: other).status == 200)
        }
        #expect(runs.withLock { $0 } == 2)
    }

    @Test func withTooManyWaitingDiscordIsToldSo() async throws {
        let release = AsyncStream.makeStream(of: Void.self)
        var router = InteractionRouter()
        router.command("task", acknowledging: .never) { context in
            for await _ in release.stream {}
            try await context.reply("done")
        }
        let (fixture, clock) = (fixture, clock)
        let settings = InteractionService.Configuration(maxRunning: 1, maxWaiting: 1)
        let statuses = try await run(router, settings) { endpoint in
            await withTaskGroup(of: Int.self) { group in
                for id in 1...5 {
                    group.addTask {
                        await endpoint.respond(to: fixture.request(EndpointFixture.command("task", id: id))).status
                    }
                }
                var statuses: [Int] = []
                for await status in group {
                    statuses.append(status)
                    if statuses.count == 2 {
                        // Whoever was taken waits for an answer until its time is over.
                        await clock.waitForSleepers()
                        clock.advance(by: .seconds(3))
                    }
                    if statuses.count >= 2 { clock.advance(by: .seconds(3)) }
                }
                release.continuation.finish()
                return statuses
            }
        }
        #expect(statuses.contains(503))
        #expect(Set(statuses).isSubset(of: [202, 503]))
    }
}

@Suite struct RecentKeysTests {
    private func at(_ seconds: Int) -> Moment { Moment(sinceOrigin: .seconds(seconds)) }

    /// Notes keys at moments, and says of each whether it was new.
    private func note(_ keys: inout RecentKeys<Int>, _ notes: [(key: Int, at: Int)]) -> [Bool] {
        notes.map { keys.note($0.key, at: at($0.at)) }
    }

    @Test func aKeyIsKnownForItsSpan() {
        var keys = RecentKeys<Int>(span: .seconds(10), capacity: 100)
        let isNew = note(&keys, [(1, 0), (1, 9), (1, 10)])
        #expect(isNew == [true, false, true])
    }

    @Test func theOldestMakesRoom() {
        var keys = RecentKeys<Int>(span: .seconds(10), capacity: 3)
        let isNew = note(&keys, [(1, 0), (2, 0), (3, 0), (1, 1), (4, 1), (1, 1), (3, 1)])
        #expect(isNew == [true, true, true, false, true, true, false])
        #expect(keys.count == 3)
    }

    @Test func aKeyCanBeTakenBack() {
        var keys = RecentKeys<Int>(span: .seconds(10), capacity: 3)
        _ = note(&keys, [(1, 0)])
        keys.forget(1)
        let isNew = note(&keys, [(1, 1)])
        #expect(isNew == [true])
        #expect(keys.count == 1)
    }
}

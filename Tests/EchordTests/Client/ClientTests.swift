import EchordModel
import EchordPrimitives
import JSON
import Lifecycle
import Locking
import Telemetry
import Testing
import Transport

@testable import Echord

@Suite struct ClientTests {
    private func client(
        _ transport: ScriptedTransport, group: EventLoopGroup, keepsTrying: Bool = false, logger: Logger = .silent
    ) -> DiscordClient {
        var gateway = GatewayConfiguration(intents: [.guilds])
        gateway.backoff = Backoff(base: .zero, cap: .zero)
        return DiscordClient(
            DiscordClientConfiguration(
                token: Secret("top.secret"), gateway: gateway,
                rest: RESTConfiguration(apiURL: "http://api.test", retries: .never), keepsTryingAtStart: keepsTrying),
            group: group, transport: transport, logger: logger)
    }

    private func withGroup(_ body: (EventLoopGroup) async throws -> Void) async throws {
        let group = try EventLoopGroup(threads: 1, name: "client")
        try await body(group)
        group.shutdown()
        await group.ended()
    }

    @Test func aWrongTokenIsOneSentence() async throws {
        try await withGroup { group in
            let transport = ScriptedTransport(.json(#"{"message":"401: Unauthorized","code":0}"#, status: 401))
            do {
                try await client(transport, group: group).run(ReadySignal { Issue.record("ready") })
                Issue.record("went on")
            } catch let error as EchordError {
                #expect(error.code == .unauthorized)
                #expect(error.message.contains("Developer Portal"))
                #expect(!error.description.contains("secret"))
            }
        }
    }

    @Test func anUnreachableAPIIsOneSentenceWithItsAddress() async throws {
        try await withGroup { group in
            let transport = ScriptedTransport { _, _ in
                throw RESTTransportFailure(isUnsent: true, message: "connection refused")
            }
            do {
                try await client(transport, group: group).run(ReadySignal {})
                Issue.record("went on")
            } catch let error as EchordError {
                #expect(error.code == .http)
                #expect(error.message.contains("http://api.test"))
            }
            #expect(transport.requests.count == 1)
        }
    }

    @Test func whenToldItKeepsTrying() async throws {
        try await withGroup { group in
            let transport = ScriptedTransport { _, index in
                if index < 3 { throw RESTTransportFailure(isUnsent: true, message: "connection refused") }
                return .json("{}", status: 401)
            }
            await #expect(throws: EchordError.self) {
                try await client(transport, group: group, keepsTrying: true).run(ReadySignal {})
            }
            #expect(transport.requests.count == 4)
        }
    }

    @Test func aRequestToStopEndsTheLogin() async throws {
        try await withGroup { group in
            let trigger = ShutdownTrigger()
            let transport = ScriptedTransport { _, _ in
                trigger.request()
                try await Task.sleep(for: .seconds(3_600))
                return .noContent
            }
            try await GracefulShutdown.$trigger.withValue(trigger) {
                try await client(transport, group: group).run(ReadySignal { Issue.record("ready") })
            }
        }
    }

    @Test func anotherRefusalAtTheStartIsPassedOn() async throws {
        try await withGroup { group in
            let transport = ScriptedTransport(.json(#"{"message":"no","code":40001}"#, status: 403))
            do {
                try await client(transport, group: group).run(ReadySignal {})
            } catch let error as EchordError {
                #expect(error.api?.status == 403)
            }
        }
    }

    // MARK: - Commands

    private static func registered(_ id: Int, _ name: String, _ description: String = "d") -> String {
        #"{"id":"\#(id)","application_id":"1","name":"\#(name)","description":"\#(description)","type":1,"version":"1"}"#
    }

    private func register(
        _ names: [String], known: [String], guild: GuildID? = nil, others: CommandPlan.Others = .delete
    ) async throws -> (CommandPlan, [String]) {
        let group = try EventLoopGroup(threads: 1, name: "commands")
        defer { group.shutdown() }
        let transport = ScriptedTransport { request, _ in
            if request.url.hasSuffix("/applications/@me") { return .json(#"{"id":"1","name":"bot","description":""}"#) }
            if request.method == "GET" || request.method == "PUT" {
                return .json("[" + known.joined(separator: ",") + "]")
            }
            return request.method == "DELETE" ? .noContent : .json(Self.registered(9, "x"))
        }
        let commands = names.map { CreateCommand(name: $0, description: "d") }
        let plan = try await client(transport, group: group).registerCommands(
            commands, guild: guild, others: others)
        let writes = transport.requests.filter { $0.method != "GET" }.map {
            "\($0.method) \($0.url.replacing("http://api.test/v10/applications/1", with: ""))"
        }
        return (plan, writes)
    }

    @Test func commandsThatAreAsTheyShouldBeAreNotWritten() async throws {
        let (plan, writes) = try await register(
            ["a", "b"], known: [Self.registered(3, "a"), Self.registered(4, "b")])
        #expect(writes.isEmpty)
        #expect(plan.isEmpty && plan.writes == 0 && plan.unchanged == [3, 4])
    }

    @Test func aFewDifferencesAreWrittenOneByOne() async throws {
        let known = [Self.registered(3, "a"), Self.registered(4, "b", "other"), Self.registered(5, "old")]
        let (plan, writes) = try await register(["a", "b", "c"], known: known)
        #expect(writes == ["DELETE /commands/5", "PATCH /commands/4", "POST /commands"])
        #expect(plan.writes == 3 && plan.unchanged == [3])
        let (_, guildWrites) = try await register(["a", "b", "c"], known: known, guild: 8)
        #expect(
            guildWrites == ["DELETE /guilds/8/commands/5", "PATCH /guilds/8/commands/4", "POST /guilds/8/commands"])
    }

    @Test func manyDifferencesAreOneOverwrite() async throws {
        let (plan, writes) = try await register(["a", "b", "c", "d"], known: [])
        #expect(writes == ["PUT /commands"])
        #expect(plan.writes == 1 && plan.creates.count == 4)
        #expect(try await register(["a", "b", "c", "d"], known: [], guild: 8).1 == ["PUT /guilds/8/commands"])
    }

    @Test func othersCommandsStayWhenTold() async throws {
        let known = [Self.registered(5, "old")]
        let (plan, writes) = try await register(["a", "b", "c", "d"], known: known, others: .keep)
        #expect(writes == Array(repeating: "POST /commands", count: 4))
        #expect(plan.deletes.isEmpty && plan.kept.map(\.name) == ["old"])
    }

    @Test func aCommandThatBreaksTheLimitsIsNotSent() async {
        do {
            _ = try await register([String(repeating: "x", count: 40)], known: [])
            Issue.record("sent")
        } catch let error as EchordError {
            #expect(error.code == .validation)
        } catch { Issue.record("another error: \(error)") }
    }

    // MARK: - Interactions

    @Test func interactionsReachTheServiceAndAreAnswered() async throws {
        let interaction =
            #"{"id":"31","application_id":"77","type":2,"token":"itoken","version":1,"data":{"id":"9","name":"ping","type":1},"channel_id":"6","user":{"id":"7","username":"kim","discriminator":"0"}}"#
        try await GatewayStage.run { peer, address in
            try await peer.hello()
            _ = try await peer.expect(2)
            try await peer.ready(resumeURL: address.gateway)
            try await peer.event("INTERACTION_CREATE", 2, interaction)
            await peer.serveHeartbeats()
        } body: { client, trigger in
            let handled = Waker()
            var router = InteractionRouter()
            router.command("ping") { context in
                #expect(context.interaction.token == "itoken")
                handled.fire()
                // The stage has no such endpoint: the refusal is an error like any other.
                try await context.responder.reply(InteractionMessage(content: "pong"))
            }
            let service = InteractionService(
                router: router, api: client.rest, excuse: { _, _, _ in InteractionMessage(content: "sorry") },
                unknown: { _ in InteractionMessage(content: "unknown") })
            client.handleInteractions(with: service)
            try await client.run(until: trigger) { await handled.wait() }
        }
    }
}

@Suite struct ClientIdentifyCoordinatorTests {
    @Test func turnsComeByKeyAndInterval() async throws {
        let clock = ManualClock()
        let metrics = Metrics()
        let coordinator = LocalIdentifyCoordinator(time: TimeSource(clock), metrics: GatewayMetrics(metrics))
        coordinator.update(
            SessionStartBudget(total: 1_000, remaining: 1_000, resetAfter: .seconds(60), maxConcurrency: 1))
        #expect(metrics.prometheusText().contains("discord_gateway_session_starts_left 1000"))
        #expect(try await coordinator.turn(of: .single) == .granted)
        #expect(coordinator.startsLeft == 999)
        #expect(metrics.prometheusText().contains("discord_gateway_session_starts_left 999"))
        let next = Task { try await coordinator.turn(of: ShardID(index: 1, count: 2)) }
        await clock.waitForSleepers()
        clock.advance(by: .milliseconds(5_250))
        #expect(try await next.value == .granted)
    }

    @Test func aCancelledWaitGivesItsPlaceBack() async throws {
        let clock = ManualClock()
        let coordinator = LocalIdentifyCoordinator(time: TimeSource(clock))
        _ = try await coordinator.turn(of: .single)
        let waiting = Task { try await coordinator.turn(of: .single) }
        await clock.waitForSleepers()
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
        clock.advance(by: .milliseconds(5_250))
        #expect(try await coordinator.turn(of: .single) == .granted)
    }

    @Test func withTooFewStartsTheTurnIsPutOff() async throws {
        let coordinator = LocalIdentifyCoordinator(time: TimeSource(ManualClock()))
        coordinator.update(SessionStartBudget(total: 1_000, remaining: 5, resetAfter: .seconds(60), maxConcurrency: 1))
        #expect(
            try await coordinator.turn(of: .single)
                == .deferred(until: Moment(sinceOrigin: .seconds(60)), remaining: 5, total: 1_000))
    }
}

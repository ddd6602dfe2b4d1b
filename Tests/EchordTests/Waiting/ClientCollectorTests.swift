import EchordModel
import EchordPrimitives
import JSON
import Lifecycle
import Locking
import Telemetry
import Testing
import Transport

@testable import Echord

@Suite struct ClientCollectorTests {
    private static func withClient(_ body: (DiscordClient, ScriptedTransport) async throws -> Void) async throws {
        let group = try EventLoopGroup(threads: 1, name: "collectors")
        let transport = ScriptedTransport(.json("", status: 204))
        let client = DiscordClient(
            DiscordClientConfiguration(
                token: Secret("t"), gateway: GatewayConfiguration(intents: .guilds),
                rest: RESTConfiguration(apiURL: "http://api.test", retries: .never)), group: group,
            transport: transport)
        try await body(client, transport)
        group.shutdown()
        await group.ended()
    }

    private static func message(_ id: Int, in channel: Int = 20, _ content: String = "") -> String {
        #"{"id":"\#(id)","channel_id":"\#(channel)","guild_id":"10","author":{"id":"1","username":"ann"},"#
            + #""content":"\#(content)","timestamp":"2026-07-01T10:00:00+00:00","type":0}"#
    }

    private static func press(_ id: Int, on message: Int, _ customID: String) -> String {
        #"{"id":"\#(id)","application_id":"9","type":3,"token":"secret","version":1,"channel_id":"20","#
            + #""data":{"custom_id":"\#(customID)","component_type":2},"message":\#(Self.message(message)),"#
            + #""member":{"user":{"id":"1","username":"ann"},"roles":[],"permissions":"0"},"guild_id":"10"}"#
    }

    private static func modal(_ id: Int, _ customID: String) -> String {
        #"{"id":"\#(id)","application_id":"9","type":5,"token":"secret","version":1,"channel_id":"20","#
            + #""data":{"custom_id":"\#(customID)","components":[]},"user":{"id":"1","username":"ann"}}"#
    }

    @Test func messagesOfOneChannelUntilItIsDeleted() async throws {
        try await Self.withClient { client, _ in
            client.hub.dispatch("GUILD_CREATE", CacheStage.home)
            let collector = client.collectMessages(in: 20) { $0.content != "no" }
            for (id, channel, content) in [(1, 20, "yes"), (2, 21, "yes"), (3, 20, "no"), (4, 20, "yes")] {
                client.hub.dispatch("MESSAGE_CREATE", Self.message(id, in: channel, content))
            }
            client.hub.dispatch("CHANNEL_DELETE", #"{"id":"21","type":0,"guild_id":"10"}"#)
            #expect(collector.end == nil)
            client.hub.dispatch("CHANNEL_DELETE", #"{"id":"20","type":0,"guild_id":"10"}"#)
            #expect(collector.end == .gone)
            #expect(await collector.all().map(\.id) == [1, 4])
        }
    }

    @Test(arguments: [
        ("THREAD_DELETE", #"{"id":"20","guild_id":"10","parent_id":"1","type":11}"#, true),
        ("GUILD_DELETE", #"{"id":"10"}"#, true), ("GUILD_DELETE", #"{"id":"10","unavailable":true}"#, false),
        ("GUILD_DELETE", #"{"id":"11"}"#, false), ("MESSAGE_DELETE", #"{"id":"5","channel_id":"20"}"#, true),
        ("MESSAGE_DELETE", #"{"id":"6","channel_id":"20"}"#, false),
        ("MESSAGE_DELETE_BULK", #"{"ids":["4","5"],"channel_id":"20"}"#, true),
    ])
    func whatItWatchesMayGo(event: String, data: String, isEnd: Bool) async throws {
        try await Self.withClient { client, _ in
            client.hub.dispatch("GUILD_CREATE", CacheStage.home)
            let reactions = client.collectReactions(on: 5, in: 20)
            let components = client.collectComponents(on: 5, in: 20)
            client.hub.dispatch(event, data)
            #expect(reactions.end == (isEnd ? .gone : nil) && components.end == (isEnd ? .gone : nil))
        }
    }

    @Test func reactionsToOneMessage() async throws {
        try await Self.withClient { client, _ in
            let collector = client.collectReactions(
                on: 5, in: 20, limits: CollectorLimits(count: 1), where: { $0.emoji.name == "x" })
            for (message, emoji) in [(5, "y"), (6, "x"), (5, "x")] {
                client.hub.dispatch(
                    "MESSAGE_REACTION_ADD",
                    #"{"user_id":"1","channel_id":"20","message_id":"\#(message)","emoji":{"id":null,"name":"\#(emoji)"}}"#
                )
            }
            #expect(await collector.all().map(\.messageID) == [5])
        }
    }

    @Test func whatIsCollectedGoesToNoHandler() async throws {
        try await Self.withClient { client, transport in
            let handled = Locked<[InteractionID]>([])
            var router = InteractionRouter()
            router.component("") { context in
                handled.withLock { $0.append(context.interaction.id) }
                try await context.responder.acknowledge(.update)
            }
            router.modal("") { context in
                handled.withLock { $0.append(context.interaction.id) }
                try await context.responder.reply(InteractionMessage(content: "seen"))
            }
            let service = InteractionService(
                router: router, api: client.rest, excuse: { _, _, _ in InteractionMessage(content: "sorry") },
                unknown: { _ in InteractionMessage(content: "what") })
            client.handleInteractions(with: service)
            let presses = client.collectComponents(on: 5, in: 20, limits: CollectorLimits(count: 1)) { interaction in
                interaction.component?.customID == "mine"
            }
            let modals = client.collectModals(customID: "form")
            client.hub.dispatch("INTERACTION_CREATE", Self.press(100, on: 5, "other"))
            client.hub.dispatch("INTERACTION_CREATE", Self.press(101, on: 6, "mine"))
            client.hub.dispatch("INTERACTION_CREATE", Self.press(102, on: 5, "mine"))
            client.hub.dispatch("INTERACTION_CREATE", Self.press(103, on: 5, "mine"))
            client.hub.dispatch("INTERACTION_CREATE", Self.modal(104, "form"))
            client.hub.dispatch("INTERACTION_CREATE", Self.modal(105, "another"))
            let press = try #require(await presses.next())
            #expect(press.interaction.id == 102 && presses.end == .count)
            try await press.responder.acknowledge(.update)
            #expect(await modals.next()?.interaction.modal?.customID == "form")
            let trigger = ShutdownTrigger()
            trigger.request()
            try await GracefulShutdown.$trigger.withValue(trigger) { try await service.run(ReadySignal {}) }
            #expect(handled.withLock { $0 }.sorted() == [100, 101, 103, 105])
            #expect(transport.requests.contains { $0.url.contains("/interactions/102/") })
        }
    }

    @Test func oneEventIsWaitedForUntilItsTime() async throws {
        try await Self.withClient { client, _ in
            async let found = client.waitFor(.inviteDelete) { $0.code == "b" }
            while !client.hub.isListened(to: .inviteDelete) { await Task.yield() }
            for code in ["a", "b", "c"] {
                client.hub.dispatch("INVITE_DELETE", #"{"code":"\#(code)","channel_id":"1"}"#)
            }
            let one = try await found
            #expect(one?.code == "b")
            let late = try await client.waitFor(.typingStart, timeout: .zero)
            #expect(late == nil)
            #expect(!client.hub.isListened(to: .typingStart))
            let waiting = Task { try await client.waitFor(.typingStart, timeout: nil) }
            while !client.hub.isListened(to: .typingStart) { await Task.yield() }
            waiting.cancel()
            await #expect(throws: CancellationError.self) { try await waiting.value }
            #expect(!client.hub.isListened(to: .typingStart))
        }
    }

    @Test func aClientThatEndsLetsTheWaitersGo() async throws {
        try await Self.withClient { client, _ in
            async let found = client.waitFor(.inviteDelete, timeout: nil)
            while !client.hub.isListened(to: .inviteDelete) { await Task.yield() }
            client.hub.finish()
            let nothing = try await found
            #expect(nothing == nil)
        }
    }
}

import EchordModel
import EchordPrimitives
import JSON
import Lifecycle
import Locking
import Telemetry
import Testing
import Transport

@testable import Echord

private let message =
    #"{"id":"5","channel_id":"6","author":{"id":"7","username":"kim","discriminator":"0"},"content":"hi","timestamp":"2026-07-01T10:00:00+00:00","tts":false,"mention_everyone":false,"mentions":[],"mention_roles":[],"attachments":[],"embeds":[],"pinned":false,"type":0}"#

@Suite struct GatewayShardTests {
    @Test(arguments: GatewayCompression.allCases)
    func identifiesAndHandsEventsOnInOrder(compression: GatewayCompression) async throws {
        let metrics = Metrics()
        let identify = Locked<JSONValue?>(nil)
        try await GatewayStage.run(compression: compression, metrics: metrics) { peer, address in
            #expect(peer.target.hasPrefix("/gateway?v=10&encoding=json"))
            try await peer.hello()
            let value = try await peer.expect(2)
            identify.withLock { $0 = value }
            try await peer.ready(resumeURL: address.gateway)
            for sequence in 2..<52 { try await peer.event("MESSAGE_CREATE", sequence, message) }
            await peer.serveHeartbeats()
        } body: { client, trigger in
            let events = client.events(.messageCreate)
            try await client.run(until: trigger) {
                var count = 0
                for await event in events {
                    #expect(event.message.content == "hi")
                    count += 1
                    if count == 50 { break }
                }
                #expect(client.isReady)
                #expect(client.sessions[.single]?.id == "session")
                #expect(client.sessions[.single]?.sequence == 51)
                let application = try await client.applicationID()
                #expect(application == 77)
            }
        }
        let data = try #require(identify.withLock { $0?["d"] })
        #expect(data["token"]?.stringValue == "stage.token")
        #expect(data["shard"] == [0, 1])
        #expect(data["intents"]?.uintValue == 33_281)
        #expect(data["capabilities"]?.uintValue == 1 << 15)
        #expect(metrics.prometheusText().contains(#"discord_events_total{event="MESSAGE_CREATE"} 50"#))
    }

    @Test func anEventInAnotherShapeIsDroppedAndTheConnectionStays() async throws {
        let metrics = Metrics()
        let sink = RecordingSink()
        try await GatewayStage.run(metrics: metrics, sink: sink) { peer, address in
            try await peer.hello()
            _ = try await peer.expect(2)
            try await peer.ready(resumeURL: address.gateway)
            try await peer.event("MESSAGE_CREATE", 2, #"{"id":"5","author":{"id":"secret"}}"#)
            try await peer.event("NOBODY_KNOWS_THIS", 3, #"{"x":1}"#)
            try await peer.event("MESSAGE_CREATE", 4, message)
            await peer.serveHeartbeats()
        } body: { client, trigger in
            let events = client.events(.messageCreate)
            try await client.run(until: trigger) {
                for await event in events {
                    #expect(event.message.id == 5)
                    break
                }
            }
        }
        #expect(
            metrics.prometheusText().contains(
                #"discord_events_dropped_total{event="MESSAGE_CREATE",reason="undecodable"} 1"#))
        #expect(metrics.prometheusText().contains(#"discord_events_total{event="other"} 1"#))
        #expect(!sink.text.contains("secret"))
        #expect(sink.text.contains("documented shape"))
    }

    @Test func aCutIsResumedAtTheSessionsAddressWithoutLoss() async throws {
        let metrics = Metrics()
        let resumed = Locked<JSONValue?>(nil)
        try await GatewayStage.run(metrics: metrics) { peer, address in
            try await peer.hello()
            if peer.number == 0 {
                _ = try await peer.expect(2)
                try await peer.ready(resumeURL: address.gateway.replacing("/gateway", with: "/resume"))
                try await peer.event("MESSAGE_CREATE", 2, message)
                await peer.socket.close(code: 4000)
                return
            }
            #expect(peer.target.hasPrefix("/resume"))
            let value = try await peer.expect(6)
            resumed.withLock { $0 = value }
            try await peer.event("MESSAGE_CREATE", 2, message)
            try await peer.event("MESSAGE_CREATE", 3, message)
            try await peer.event("RESUMED", 4, "{}")
            await peer.serveHeartbeats()
        } body: { client, trigger in
            let sequences = Locked<[Int]>([])
            let done = Waker()
            client.on(.messageCreate) { _, context in sequences.withLock { $0.append(context.sequence) } }
            client.on(.resumed) { _, _ in done.fire() }
            try await client.run(until: trigger) {
                await done.wait()
            }
            #expect(sequences.withLock { $0 } == [2, 3])
        }
        let data = try #require(resumed.withLock { $0?["d"] })
        #expect(data["session_id"]?.stringValue == "session")
        #expect(data["seq"]?.intValue == 2)
        #expect(data["token"]?.stringValue == "stage.token")
        #expect(metrics.prometheusText().contains(#"discord_gateway_connections_total{kind="resumed"} 1"#))
        #expect(metrics.prometheusText().contains("discord_gateway_duplicates_total 1"))
    }

    @Test func aConnectionWithoutAnswersIsGivenUpAndResumed() async throws {
        let metrics = Metrics()
        let code = Locked<UInt16?>(nil)
        try await GatewayStage.run(metrics: metrics) { peer, address in
            try await peer.hello(interval: peer.number == 0 ? 100 : 45_000)
            if peer.number == 0 {
                _ = try await peer.expect(2, answeringHeartbeats: true)
                try await peer.ready(resumeURL: address.gateway)
                let value = await peer.closed()
                code.withLock { $0 = value }
                return
            }
            _ = try await peer.expect(6)
            try await peer.event("RESUMED", 2, "{}")
            await peer.serveHeartbeats()
        } body: { client, trigger in
            let done = Waker()
            client.on(.resumed) { _, _ in done.fire() }
            try await client.run(until: trigger) { await done.wait() }
        }
        #expect(code.withLock { $0 } == 4900)
        #expect(metrics.prometheusText().contains(#"discord_gateway_cuts_total{cause="zombie"} 1"#))
    }

    @Test func answersHeartbeatsThatAreAskedForAndReconnectsWhenAsked() async throws {
        try await GatewayStage.run { peer, address in
            try await peer.hello()
            if peer.number == 0 {
                _ = try await peer.expect(2)
                try await peer.ready(resumeURL: address.gateway, sequence: 7)
                try await peer.send(#"{"op":1,"d":null,"s":null,"t":null}"#)
                let beat = try await peer.expect(1)
                #expect(beat["d"]?.intValue == 7)
                try await peer.send(#"{"op":99,"d":null}"#)
                try await peer.send(#"{"op":7,"d":null}"#)
                let code = await peer.closed()
                #expect(code == 4900)
                return
            }
            let resume = try await peer.expect(6)
            #expect(resume["d"]?["seq"]?.intValue == 7)
            try await peer.event("RESUMED", 8, "{}")
            await peer.serveHeartbeats()
        } body: { client, trigger in
            let done = Waker()
            client.on(.resumed) { _, _ in done.fire() }
            try await client.run(until: trigger) { await done.wait() }
        }
    }

    @Test(arguments: [4004, 4013, 4014] as [UInt16])
    func aLastingRefusalEndsTheClientWithOneSentence(code: UInt16) async throws {
        try await GatewayStage.run { peer, _ in
            try await peer.hello()
            _ = try await peer.expect(2)
            await peer.socket.close(code: code)
        } body: { client, trigger in
            do {
                try await client.run(until: trigger) {}
                Issue.record("went on")
            } catch let error as EchordError {
                #expect(error.code == .gatewayRefused)
                #expect(error.message.contains("\(code)"))
                #expect(!error.description.contains("stage.token"))
                if code == 4014 { #expect(error.message.contains("MESSAGE_CONTENT")) }
            }
            #expect(client.shardStatuses[.single] == .stopped)
        }
    }

    @Test(arguments: [true, false])
    func theEndKeepsOrEndsTheSession(keeping: Bool) async throws {
        let code = Locked<UInt16?>(nil)
        try await GatewayStage.run(keepsSessions: keeping) { peer, address in
            try await peer.hello()
            _ = try await peer.expect(2)
            try await peer.ready(resumeURL: address.gateway)
            let value = await peer.closed()
            code.withLock { $0 = value }
        } body: { client, trigger in
            try await client.run(until: trigger) {}
            #expect(client.sessions[.single]?.id == "session")
        }
        #expect(code.withLock { $0 } == (keeping ? 4900 : 1000))
    }

    @Test func aGivenSessionIsResumedByTheNextProcess() async throws {
        let session = GatewaySession(id: "before", resumeURL: nil, sequence: 41)
        try await GatewayStage.run(sessions: [.single: session]) { peer, _ in
            try await peer.hello()
            let data = try await peer.expect(6)["d"]
            #expect(data?["session_id"]?.stringValue == "before")
            #expect(data?["seq"]?.intValue == 41)
            try await peer.event("RESUMED", 42, "{}")
            await peer.serveHeartbeats()
        } body: { client, trigger in
            try await client.run(until: trigger) {}
            #expect(client.sessions[.single]?.sequence == 42)
        }
    }

    @Test(arguments: [
        "nonsense", #"{"op":10,"d":{"heartbeat_interval":0}}"#, #"{"op":10,"d":{}}"#,
        #"{"op":10,"d":{"heartbeat_interval":"x"}}"#,
        #"{"op":0,"d":{}}"#, #"{"op":10,"d":{"heartbeat_interval":99999999}}"#,
    ])
    func rubbishEndsTheConnectionAndNotTheClient(text: String) async throws {
        try await GatewayStage.run { peer, address in
            if peer.number == 0 {
                try await peer.send(text)
                let code = await peer.closed()
                #expect(code == 4900)
                return
            }
            try await peer.hello()
            _ = try await peer.expect(2)
            try await peer.ready(resumeURL: address.gateway)
            await peer.serveHeartbeats()
        } body: { client, trigger in
            try await client.run(until: trigger) {}
        }
    }

    @Test func aReadyWithoutSessionAndADamagedStreamEndTheConnectionOnly() async throws {
        try await GatewayStage.run(compression: .zlib) { peer, address in
            switch peer.number {
            case 0:
                try await peer.socket.send(binary: [1, 2, 3, 4, 0, 0, 255, 255])
                let code = await peer.closed()
                #expect(code == 4900)
            case 1:
                try await peer.hello()
                _ = try await peer.expect(2)
                try await peer.event("READY", 1, #"{"v":10}"#)
                let code = await peer.closed()
                #expect(code == 4900)
            default:
                try await peer.hello()
                _ = try await peer.expect(2)
                try await peer.ready(resumeURL: address.gateway)
                await peer.serveHeartbeats()
            }
        } body: { client, trigger in
            try await client.run(until: trigger) {}
        }
    }

    @Test func anInvalidSessionStartsANewOne() async throws {
        let session = GatewaySession(id: "gone", resumeURL: nil, sequence: 3)
        try await GatewayStage.run(sessions: [.single: session]) { peer, address in
            try await peer.hello()
            if peer.number == 0 {
                _ = try await peer.expect(6)
                try await peer.send(#"{"op":9,"d":false,"s":null,"t":null}"#)
                let code = await peer.closed()
                #expect(code == 1000)
                return
            }
            _ = try await peer.expect(2)
            try await peer.ready(session: "new", resumeURL: address.gateway)
            await peer.serveHeartbeats()
        } body: { client, trigger in
            try await client.run(until: trigger) {}
            #expect(client.sessions[.single]?.id == "new")
        }
    }

    @Test func commandsAreSentInOrderAndTooLongOnesAreNot() async throws {
        let received = Locked<[JSONValue]>([])
        try await GatewayStage.run { peer, address in
            try await peer.hello()
            _ = try await peer.expect(2)
            try await peer.ready(resumeURL: address.gateway)
            for opcode in [8, 3, 4, 31, 43] {
                let value = try await peer.expect(opcode)
                received.withLock { $0.append(value) }
            }
            await peer.serveHeartbeats()
        } body: { client, trigger in
            try await client.run(until: trigger) {
                try await client.send(
                    .requestGuildMembers(RequestGuildMembers(guildID: 9, query: "", limit: 0)), guild: 9)
                try await client.updatePresence(UpdatePresence(status: .idle))
                try await client.send(.updateVoiceState(UpdateVoiceState(guildID: 9)), guild: 9)
                try await client.send(.requestSoundboardSounds(RequestSoundboardSounds(guildIDs: [9])), guild: 9)
                try await client.send(
                    .requestChannelInfo(RequestChannelInfo(guildID: 9, fields: [.status])), guild: 9)
                let long = RequestGuildMembers(guildID: 9, query: String(repeating: "x", count: 5_000))
                await #expect(throws: EchordError.self) {
                    try await client.send(.requestGuildMembers(long), guild: 9)
                }
            }
            await #expect(throws: EchordError.self) { try await client.updatePresence(UpdatePresence()) }
        }
        #expect(received.withLock { $0.first?["d"]?["guild_id"]?.stringValue } == "9")
        #expect(received.withLock { $0.count } == 5)
    }

    @Test func withTooFewSessionStartsNothingIsIdentified() async throws {
        let sink = RecordingSink()
        try await GatewayStage.run(sink: sink, starts: 1) { peer, _ in
            try await peer.hello()
            let code = await peer.closed()
            #expect(code == 1000)
        } body: { client, trigger in
            let changes = client.shardStatusChanges()
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    try await GracefulShutdown.$trigger.withValue(trigger) { try await client.run(ReadySignal {}) }
                }
                var wasQueued = false
                for await change in changes {
                    if change.new == .queued { wasQueued = true }
                    if wasQueued, change.new == .waiting { break }
                }
                trigger.request()
                for try await _ in group {}
            }
        }
        #expect(sink.text.contains("session starts"))
    }

    @Test func theGatewaysAddressGetsItsQuery() {
        var configuration = GatewayConfiguration(intents: [])
        #expect(
            configuration.address("wss://gateway.discord.gg")
                == "wss://gateway.discord.gg/?v=10&encoding=json&compress=zlib-stream")
        configuration.compression = .none
        #expect(configuration.address("ws://127.0.0.1:80/a/b?x=1#y") == "ws://127.0.0.1:80/a/b?v=10&encoding=json")
        configuration.intents = [.guildMembers, .guildPresences, .guilds]
        #expect(configuration.privilegedIntents == ["GUILD_MEMBERS", "GUILD_PRESENCES"])
    }
}

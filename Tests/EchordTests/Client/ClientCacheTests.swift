import EchordModel
import EchordPrimitives
import JSON
import Lifecycle
import Locking
import Telemetry
import Testing

@testable import Echord

@Suite struct ClientCacheTests {
    @Test func aListenerFindsInTheCacheWhatTheEventSaid() async throws {
        let metrics = Metrics()
        let found = Locked<[String?]>([])
        let changed = Locked<[[String?]]>([])
        try await GatewayStage.run(metrics: metrics) { peer, address in
            try await peer.hello()
            _ = try await peer.expect(2)
            try await peer.ready(resumeURL: address.gateway)
            try await peer.event("GUILD_CREATE", 2, CacheStage.home)
            try await peer.event(
                "GUILD_ROLE_UPDATE", 3,
                #"{"guild_id":"10","role":{"id":"11","name":"Chef","permissions":"0","position":1,"color":0}}"#)
            await peer.serveHeartbeats()
        } body: { client, trigger in
            client.on(.guildCreate) { event, _ in
                found.withLock { $0.append(client.cache.guilds[event.guild.id]?.name) }
            }
            let done = Waker()
            client.onChange(of: \.roles) { change in
                changed.withLock { $0.append([change.old?.name, change.new?.name]) }
                if change.new?.name == "Chef" { done.fire() }
            }
            client.onChange(of: \.roles) { _ in throw EchordError(.configuration, "A fault.") }
            try await client.run(until: trigger) {
                await done.wait()
                #expect(client.cache.currentUser?.username == "bot")
                #expect(client.cache.memberCount(of: 10) == 3)
            }
            // What comes after the end ends at once.
            for await _ in client.cache.roles.changes() { Issue.record("changed") }
        }
        #expect(found.withLock { $0 } == ["Home"])
        #expect(changed.withLock { $0.last } == ["Cook", "Chef"])
        #expect(changed.withLock { $0.count } == 3)
        let text = metrics.prometheusText()
        #expect(text.contains(#"discord_cache_entries{kind="roles"} 2"#))
        #expect(text.contains(#"discord_listener_failures_total{event="cache_change"} 3"#))
    }
}

import EchordModel
import EchordPrimitives
import Lifecycle
import Locking
import Telemetry
import Testing

@testable import Echord

@Suite struct CacheSweepTests {
    @Test func eachPolicyIsSweptAtItsOwnTime() async throws {
        let clock = ManualClock()
        var configuration = CacheConfiguration()
        configuration.sweepInterval = .seconds(100)
        configuration.emojis = CachePolicy(lifetime: .seconds(150))
        configuration.channels = CachePolicy(sweep: CacheSweep(every: .seconds(30)) { $0.type.isThread })
        let stage = CacheStage.atHome(configuration, time: TimeSource(clock))
        let cache = stage.cache
        await withTaskGroup { group in
            group.addTask { await cache.run() }
            await clock.waitForSleepers()
            #expect(cache.channels.count == 3 && cache.emojis.count == 1)
            clock.advance(by: .seconds(30))
            await clock.waitForSleepers()
            #expect(cache.channels.count == 2 && cache.emojis.count == 1)
            clock.advance(by: .seconds(130))
            await clock.waitForSleepers()
            #expect(cache.emojis.count == 0 && cache.stickers.count == 1)
            group.cancelAll()
        }
        let text = stage.metrics.prometheusText()
        #expect(text.contains(#"discord_cache_swept_total{kind="channels"} 1"#))
        #expect(text.contains(#"discord_cache_swept_total{kind="emojis"} 1"#))
        #expect(text.contains(#"discord_cache_entries{kind="emojis"} 0"#))
        #expect(text.contains(#"discord_cache_bytes{kind="emojis"} 0"#))
    }

    @Test func aSweepMayReadTheCacheItself() {
        let reader = Locked<DiscordCache?>(nil)
        var configuration = CacheConfiguration()
        configuration.channels = CachePolicy(
            sweep: CacheSweep(every: .seconds(1)) { channel in
                let parent = channel.parentID.flatMap { id in reader.withLock { $0 }?.channels[id] }
                return parent?.name == "general"
            })
        let stage = CacheStage.atHome(configuration)
        reader.withLock { $0 = stage.cache }
        #expect(stage.cache.sweep() == 1)
        #expect(stage.cache.channels.all(in: 10).map(\.id).sorted() == [20, 21])
        #expect(stage.cache.members.sweep { $0.user?.username == "ann" } == 1)
    }

    @Test func aLongWalkGoesInSteps() {
        let store = CacheStore<WholeForm<Int>, Int, Int>(
            .users, CachePolicy(sweep: CacheSweep(every: .seconds(1)) { $0.isMultiple(of: 3) }), time: .continuous,
            metrics: CacheMetrics(.discarded))
        for number in 0..<2_000 { store.put(number, number, in: 0) }
        #expect(store.sweep() == 667 && store.count == 1_333)
        #expect(store.sweep() == 0)
        #expect(store.entries().allSatisfy { !$0.value.isMultiple(of: 3) })
    }

    @Test func usersWhoAreInNoGuildGo() {
        let stage = CacheStage.atHome()
        #expect(stage.cache.sweep() == 0)
        stage.send("GUILD_MEMBER_REMOVE", #"{"guild_id":"10","user":{"id":"2","username":"ben"}}"#)
        #expect(stage.cache.users[2] != nil)
        #expect(stage.cache.sweep() == 1)
        #expect(stage.cache.users[2] == nil && stage.cache.users[1] != nil && stage.cache.users[9] != nil)
        stage.send("GUILD_DELETE", #"{"id":"10"}"#)
        stage.cache.sweep()
        #expect(stage.cache.users.all.map(\.id) == [9])
    }

    @Test func whereNotAllMembersAreKeptNobodyIsTakenForGone() {
        var configuration = CacheConfiguration()
        configuration.members = CachePolicy(entries: 1)
        let stage = CacheStage.atHome(configuration)
        stage.send("GUILD_MEMBER_REMOVE", #"{"guild_id":"10","user":{"id":"2","username":"ben"}}"#)
        #expect(stage.cache.sweep() == 0 && stage.cache.users[2] != nil)
    }

    @Test func aLateTurnIsTakenOnce() {
        let store = CacheStore<WholeForm<Int>, Int, Int>(
            .roles, CachePolicy(sweep: CacheSweep(every: .seconds(10)) { _ in false }), time: .continuous,
            metrics: CacheMetrics(.discarded))
        var schedule = SweepSchedule([store], interval: .seconds(60), now: .origin)
        #expect(schedule.next == .origin + .seconds(10))
        let late = schedule.due(at: .origin + .seconds(35))
        #expect(late.kinds == [.roles] && !late.isGeneral)
        #expect(schedule.next == .origin + .seconds(45))
        #expect(schedule.due(at: .origin + .seconds(44)).kinds.isEmpty)
        #expect(schedule.due(at: .origin + .seconds(60)).isGeneral)
    }
}

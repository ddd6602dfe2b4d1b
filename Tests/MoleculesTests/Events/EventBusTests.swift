import Atoms
import EchordPrimitives
import JSON
import Lifecycle
import Locking
import SQL
import TestKits
import Testing

@testable import Molecules

@Suite struct EventBusTests {
    @Test func deliversWhatWasCommitted() async throws {
        try await EventsKit.with { kit in
            let spy = EventSpy()
            let bus = try kit.bus(spy)
            try await kit.publish([1, 2, 3])
            #expect(try await bus.drain() == 3)
            #expect(spy.numbers == [1, 2, 3])
            #expect(try await kit.count("event_outbox") == 0)
            #expect(try await kit.count("event_deliveries") == 0)
            #expect(try await kit.count("event_inbox") == 3)
            #expect(try await bus.drain() == 0)
        }
    }

    @Test func deliversNothingThatWasRolledBack() async throws {
        struct Change: Error {}
        try await EventsKit.with { kit in
            let spy = EventSpy()
            let bus = try kit.bus(spy)
            await #expect(throws: Change.self) {
                try await kit.database.transaction { transaction async throws in
                    try await transaction.publish(
                        EventsKit.claimed, about: EventsKit.subject(1), origin: kit.origin(), to: kit.outbox)
                    throw Change()
                }
            }
            try await bus.drain()
            #expect(spy.seen.isEmpty)
            #expect(kit.outbox.waiting == 0)
        }
    }

    @Test func givesEachGroupItsOwn() async throws {
        try await EventsKit.with { kit in
            let cards = EventSpy("cards")
            let digest = EventSpy("digest", events: [TaskClaimed.name, TaskCreated.name])
            let other = EventSpy("other", events: [TaskCreated.name])
            let bus = try kit.bus(cards, digest, other)
            try await kit.publish([1])
            try await bus.drain()
            #expect(cards.numbers == [1])
            #expect(digest.numbers == [1])
            #expect(other.seen.isEmpty)
        }
    }

    @Test func dropsWhatNobodyWants() async throws {
        try await EventsKit.with { kit in
            try await kit.publish([1])
            let bus = try kit.bus()
            #expect(try await bus.drain() == 0)
            #expect(try await kit.count("event_outbox") == 0)
        }
    }

    @Test func refusesTwoHandlersOfOneEventInAGroup() async throws {
        try await EventsKit.with { kit in
            let error = #expect(throws: EventBusError.self) { try kit.bus(EventSpy(), EventSpy()) }
            #expect(error?.code == .duplicateSubscription)
            #expect(error?.description.contains("task.claimed is handled twice in the group spy") == true)
        }
    }

    @Test func keepsTheOrderOfAGuildUnderLoad() async throws {
        try await EventsKit.with { kit in
            let guilds = (1...20).map { GuildID($0 << 22) }
            let seen = Locked<[GuildID: [Int64]]>([:])
            let spy = EventSpy { envelope, _ in
                if envelope.subject.number.map({ $0 % 3 == 0 }) == true { await Task.yield() }
                seen.withLock { $0[envelope.guildID, default: []].append(envelope.subject.number ?? 0) }
                return .acknowledge
            }
            let bus = try kit.bus(spy, configuration: EventBusConfiguration(batch: 17, lanes: 4, window: 5))
            try await kit.running(bus) { () async throws in
                try await withThrowingTaskGroup { group in
                    for guild in guilds {
                        group.addTask {
                            for number in Int64(1)...20 { try await kit.publish([number], in: guild) }
                        }
                    }
                    try await group.waitForAll()
                }
                await spy.waitFor(400)
            }
            for guild in guilds { #expect(seen.withLock { $0[guild] } == Array(1...20)) }
        }
    }

    @Test func letsAPoisonousEventHarmNobodyElse() async throws {
        struct Poison: Error {}
        try await EventsKit.with { kit in
            let sick = EventSpy("sick", retry: RetryPolicy(attempts: 1)) { envelope, _ in
                if envelope.subject.number == 2 { throw Poison() }
                return .acknowledge
            }
            let well = EventSpy("well")
            let bus = try kit.bus(sick, well)
            try await kit.publish([1, 2, 3])
            try await bus.drain()
            #expect(sick.numbers == [1, 2, 3])
            #expect(well.numbers == [1, 2, 3])
            let letters = try await bus.deadLetters.list()
            #expect(letters.map(\.group) == ["sick"])
            #expect(letters.first?.reason.contains("given up after 1 attempts: Poison()") == true)
        }
    }

    @Test func stopsGracefullyAndGoesOnAfterARestart() async throws {
        try await TestDatabase.withFile { path in
            try await TestDatabase.open(path) { database in
                let kit = EventsKit(database)
                try await kit.publish([1, 2])
                #expect(kit.outbox.waiting == 2)
            }
            // The process ended between commit and delivery; a new one finds the events.
            try await TestDatabase.open(path) { database in
                let kit = EventsKit(database)
                let spy = EventSpy()
                let bus = try kit.bus(spy)
                try await kit.running(bus) { await spy.waitFor(2) }
                #expect(spy.numbers == [1, 2])
                #expect(kit.outbox.waiting == 0)
            }
        }
    }

    @Test func deliversAgainWhatWasHandledButNotAcknowledged() async throws {
        try await TestDatabase.withFile { path in
            // The handler's transaction is committed, the process ends before the bus hears of it: the inbox knows.
            try await TestDatabase.open(path) { database in
                let kit = EventsKit(database)
                try await database.execute("CREATE TABLE ledger (number INTEGER)")
                let spy = EventSpy { envelope, context in
                    try await context.transaction { transaction async throws in
                        try await transaction.execute("INSERT INTO ledger VALUES (\(envelope.subject.number ?? 0))")
                    }
                    return .acknowledge
                }
                let bus = try kit.bus(spy)
                try await kit.publish([1])
                try await bus.drain()
                try await database.execute(
                    """
                    INSERT INTO event_deliveries (consumer_group, position, event_id, guild_id, slot, name, envelope)
                    SELECT 'spy', 99, id, \(Sample.guild), \(LaneMap.slot(of: Sample.guild)), 'task.claimed', \(JSON.encodeToString(spy.seen[0]))
                    FROM (SELECT event_id AS id FROM event_inbox)
                    """)
            }
            try await TestDatabase.open(path) { database in
                let kit = EventsKit(database)
                let spy = EventSpy()
                let bus = try kit.bus(spy)
                #expect(try await bus.drain() == 1)
                #expect(spy.seen.isEmpty)
                #expect(try await kit.count("ledger") == 1)
                #expect(try await kit.count("event_deliveries") == 0)
            }
        }
    }

    @Test func prunesTheInbox() async throws {
        try await EventsKit.with { kit in
            let bus = try kit.bus(EventSpy(), configuration: EventBusConfiguration(inboxKept: .seconds(60)))
            try await kit.publish([1])
            try await bus.drain()
            kit.time.advance(by: .seconds(61))
            let spy = EventSpy("later")
            let next = try kit.bus(spy, configuration: EventBusConfiguration(inboxKept: .seconds(60)))
            try await kit.running(next) { () async throws in
                try await kit.publish([2])
                await spy.waitFor(1)
                await kit.time.clock.waitForSleepers(9)
            }
            let left = try await kit.database.query("SELECT consumer_group FROM event_inbox")
            #expect(left.compactMap { $0["consumer_group"] } == [.text("later")])
        }
    }
}

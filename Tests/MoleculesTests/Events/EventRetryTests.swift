import Atoms
import Lifecycle
import Locking
import SQL
import TestKits
import Testing

@testable import Molecules

@Suite struct EventRetryTests {
    private struct Failure: Error {}

    @Test func keepsTheOrderOfTheGuildWhileItTriesAgain() async throws {
        try await EventsKit.with { kit in
            let failures = Locked(2)
            let spy = EventSpy(retry: RetryPolicy(attempts: 5, base: .seconds(10))) { envelope, _ in
                guard envelope.guildID == Sample.guild, envelope.subject.number == 1 else { return .acknowledge }
                let isFailing = failures.withLock { left in
                    left -= 1
                    return left >= 0
                }
                return isFailing ? .retry(after: .seconds(10)) : .acknowledge
            }
            let bus = try kit.bus(spy, configuration: EventBusConfiguration(lanes: 1))
            try await kit.publish([1, 2])
            try await kit.publish([7], in: Sample.otherGuild)
            try await bus.drain()
            #expect(spy.numbers == [1, 7], "the other guild goes on, the same one waits")
            kit.time.advance(by: .seconds(9))
            #expect(try await bus.drain() == 0)
            kit.time.advance(by: .seconds(1))
            try await bus.drain()
            #expect(spy.numbers == [1, 7, 1])
            kit.time.advance(by: .seconds(10))
            try await bus.drain()
            #expect(spy.numbers == [1, 7, 1, 1, 2])
            #expect(spy.attempts == [1, 1, 2, 3, 1])
        }
    }

    @Test func remembersTheNextAttemptOverARestart() async throws {
        try await TestDatabase.withFile { path in
            let time = TestTime()
            try await TestDatabase.open(path) { database in
                let kit = EventsKit(database, time: time)
                let spy = EventSpy { _, _ in .retry(after: .seconds(60)) }
                try await kit.publish([1])
                try await kit.bus(spy).drain()
                #expect(spy.attempts == [1])
            }
            try await TestDatabase.open(path) { database in
                let kit = EventsKit(database, time: time)
                let spy = EventSpy()
                let bus = try kit.bus(spy)
                #expect(try await bus.drain() == 0)
                time.advance(by: .seconds(60))
                try await bus.drain()
                #expect(spy.attempts == [2])
            }
        }
    }

    @Test func wakesWhenTheNextAttemptIsDue() async throws {
        try await EventsKit.with { kit in
            let spy = EventSpy(timeout: .seconds(1_000_000)) { _, context in
                context.attempt == 1 ? .retry(after: .seconds(30)) : .acknowledge
            }
            let bus = try kit.bus(spy, configuration: EventBusConfiguration(lanes: 1))
            try await kit.publish([1])
            try await kit.running(bus) { () async throws in
                await spy.waitFor(1)
                // Time goes on until the lane has fallen asleep and been woken.
                while spy.attempts.count < 2 {
                    kit.time.advance(by: .seconds(30))
                    await Task.yield()
                }
            }
            #expect(spy.attempts == [1, 2])
        }
    }

    @Test func cancelsAHandlerThatTakesTooLong() async throws {
        try await EventsKit.with { kit in
            let wasCancelled = Locked(false)
            let spy = EventSpy(retry: RetryPolicy(attempts: 1), timeout: .seconds(5)) { _, _ in
                try await withTaskCancellationHandler {
                    try await kit.time.clock.sleep(for: .seconds(3_600))
                } onCancel: {
                    wasCancelled.withLock { $0 = true }
                }
                return .acknowledge
            }
            let bus = try kit.bus(spy)
            try await kit.publish([1])
            async let drained = bus.drain()
            await kit.time.clock.waitForSleepers(2)
            kit.time.advance(by: .seconds(5))
            #expect(try await drained == 1)
            #expect(wasCancelled.withLock { $0 })
            #expect(try await bus.deadLetters.list().first?.reason.contains("handler_timeout") == true)
        }
    }

    @Test func sendsADeadLetterOnceMore() async throws {
        try await EventsKit.with { kit in
            let isRepaired = Locked(false)
            let spy = EventSpy { _, _ in
                if !isRepaired.withLock({ $0 }) { throw EventRejected("the card is unknown") }
                return .acknowledge
            }
            let bus = try kit.bus(spy)
            try await kit.publish([1, 2])
            try await bus.drain()
            let letters = try await bus.deadLetters.list(group: "spy")
            #expect(letters.map(\.reason) == ["the card is unknown", "the card is unknown"])
            #expect(letters.map(\.attempts) == [1, 1])
            #expect(letters.first?.failedAt == kit.time.now)
            #expect(try await bus.deadLetters.list(group: "none").isEmpty)
            #expect(try await bus.deadLetters.list(before: letters[0].id, limit: 5).map(\.id) == [letters[1].id])
            isRepaired.withLock { $0 = true }
            try await bus.deadLetters.replay(letters[1].id)
            try await bus.drain()
            #expect(spy.numbers == [1, 2, 1])
            #expect(try await bus.deadLetters.list().map(\.id) == [letters[0].id])
            let error = await #expect(throws: EventBusError.self) { try await bus.deadLetters.replay(letters[1].id) }
            #expect(error?.code == .noSuchDeadLetter)
        }
    }

    @Test func buriesWhatItCannotRead() async throws {
        try await EventsKit.with { kit in
            let bus = try kit.bus(EventSpy())
            try await kit.publish([1])
            try await kit.database.execute("UPDATE event_outbox SET envelope = '{}'")
            try await bus.drain()
            #expect(try await bus.deadLetters.list().first?.reason.contains("missing_field") == true)
        }
    }

    @Test func buriesWhatTheGroupNoLongerHandles() async throws {
        try await EventsKit.with { kit in
            try await kit.publish([1])
            try await kit.bus(EventSpy { _, _ in .retry(after: .seconds(1)) }).drain()
            let changed = try kit.bus(EventSpy(events: [TaskCreated.name]))
            kit.time.advance(by: .seconds(1))
            try await changed.drain()
            #expect(try await changed.deadLetters.list().first?.reason == "nobody in the group handles task.claimed")
        }
    }
}

@Suite struct RetryPolicyTests {
    @Test func doublesUpToTheCapWithFullJitter() {
        let policy = RetryPolicy(attempts: 4, base: .seconds(1), cap: .seconds(5))
        var random = SeededRandom()
        for (attempt, greatest) in [(1, 1), (2, 2), (3, 4), (4, 5), (100, 5)] {
            let delays = (0..<200).map { _ in policy.delay(after: attempt, using: &random) }
            #expect(delays.allSatisfy { $0 >= .zero && $0 <= .seconds(greatest) })
            #expect(delays.contains { $0 > .seconds(greatest) * 0.9 })
            #expect(delays.contains { $0 < .seconds(greatest) * 0.1 })
        }
        #expect(!policy.isExhausted(after: 3))
        #expect(policy.isExhausted(after: 4))
        #expect(RetryPolicy(attempts: 0).attempts == 1)
    }
}

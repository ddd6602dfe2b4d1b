import Atoms
import Lifecycle
import Locking
import SQL
import Telemetry
import TestKits
import Testing

@testable import Molecules

@Suite struct EventFlowTests {
    @Test func refusesMoreThanTheOutboxHolds() async throws {
        try await EventsKit.with(capacity: 3) { kit in
            try await kit.publish([1, 2, 3])
            let error = await #expect(throws: EventBusError.self) { try await kit.publish([4]) }
            #expect(error?.code == .overloaded)
            let bus = try kit.bus(EventSpy())
            try await bus.drain()
            try await kit.publish([4])
        }
    }

    @Test func suspendsAPublisherUntilThereIsRoom() async throws {
        try await EventsKit.with(capacity: 1) { kit in
            let spy = EventSpy()
            let bus = try kit.bus(spy)
            try await kit.publish([1])
            async let second = bus.publish(EventsKit.claimed, about: EventsKit.subject(2), origin: kit.origin())
            await kit.time.clock.waitForSleepers(1)
            #expect(try await kit.count("event_outbox") == 1)
            try await bus.drain()
            #expect(try await second.subject.number == 2)
            try await bus.drain()
            #expect(spy.numbers == [1, 2])
        }
    }

    @Test func stopsTakingMoreWhileTooMuchIsUnderWay() async throws {
        try await EventsKit.with { kit in
            let gate = Wake()
            let spy = EventSpy { envelope, _ in
                if envelope.subject.number == 1 { await gate.wait() }
                return .acknowledge
            }
            let bus = try kit.bus(spy, configuration: EventBusConfiguration(batch: 2, lanes: 1, underWay: 2))
            try await kit.publish(1...6)
            try await kit.running(bus) { () async throws in
                await spy.waitFor(1)
                // The handler's limit of time, and the relay that waits for room.
                await kit.time.clock.waitForSleepers(2)
                #expect(try await kit.count("event_outbox") == 4)
                gate.signal()
                await spy.waitFor(6)
            }
            #expect(spy.numbers == Array(1...6))
            #expect(kit.metrics.counter("chorestree_event_relay_pauses_total", help: "").value() > 0)
        }
    }

    @Test func emitsToEveryGroupAndWaits() async throws {
        struct Failure: Error {}
        try await EventsKit.with { kit in
            let well = EventSpy("well")
            let sick = EventSpy("sick") { _, _ in throw Failure() }
            let bus = try kit.bus(well, sick)
            let outcomes = try await bus.emit(EventsKit.claimed, about: EventsKit.subject(1), origin: kit.origin())
            #expect(outcomes == ["well": .acknowledge, "sick": .retry(after: nil)])
            #expect(well.numbers == [1])
            #expect(try await kit.count("event_outbox") == 0)
        }
    }

    @Test func countsWhatItDoes() async throws {
        try await EventsKit.with { kit in
            let bus = try kit.bus(
                EventSpy { envelope, _ in
                    envelope.subject.number == 1 ? .acknowledge : .deadLetter(reason: "no")
                })
            try await kit.publish([1, 2])
            try await bus.drain()
            let text = kit.metrics.prometheusText()
            #expect(text.contains(#"chorestree_event_deliveries_total{group="spy",outcome="acknowledged"} 1"#))
            #expect(text.contains(#"chorestree_event_deliveries_total{group="spy",outcome="dead"} 1"#))
            #expect(text.contains("chorestree_events_relayed_total 2"))
        }
    }

    @Test func goesOnAfterAFailureOfTheDatabase() async throws {
        try await EventsKit.with { kit in
            let spy = EventSpy()
            let bus = try kit.bus(spy, configuration: EventBusConfiguration(lanes: 1))
            try await kit.running(bus) { () async throws in
                // The relay waits for its poll, the lane is idle.
                await kit.time.clock.waitForSleepers(2)
                try await kit.database.execute("ALTER TABLE event_outbox RENAME TO hidden")
                kit.time.advance(by: .seconds(5))
                // The relay pauses.
                await kit.time.clock.waitForSleepers(2)
                try await kit.database.execute("ALTER TABLE hidden RENAME TO event_outbox")
                try await kit.publish([1])
                kit.time.advance(by: .seconds(1))
                await spy.waitFor(1)
            }
            #expect(spy.numbers == [1])
        }
    }
}

@Suite struct WakeTests {
    @Test func keepsASignalThatNobodyWaitedFor() async {
        let wake = Wake()
        wake.signal()
        wake.signal()
        await wake.wait()
        let time = TestTime()
        async let waited: Void = wake.wait(atMost: .seconds(1), time.source)
        await time.clock.waitForSleepers(1)
        time.advance(by: .seconds(1))
        await waited
    }

    @Test func returnsWhenTheTaskIsCancelled() async {
        let wake = Wake()
        let task = Task { await wake.wait() }
        task.cancel()
        await task.value
    }
}

@Suite struct OutboxBatchTests {
    @Test func takesMoreThanOneStatementHolds() async throws {
        try await EventsKit.with { kit in
            let groups = (0..<8).map { EventSpy("group \($0)") }
            let bus = try EventBus(
                database: kit.database, outbox: kit.outbox, subscribers: groups, time: kit.time.source)
            let envelopes = try (Int64(1)...1_200).map {
                try kit.outbox.envelope(EventsKit.claimed, about: EventsKit.subject($0), origin: kit.origin())
            }
            try await kit.database.transaction { try await kit.outbox.append(envelopes, in: $0) }
            #expect(kit.outbox.waiting == 1_200)
            #expect(try await bus.drain() == 9_600)
            for group in groups { #expect(group.numbers == Array(1...1_200)) }
        }
    }
}

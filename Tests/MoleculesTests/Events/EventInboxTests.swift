import Atoms
import JSON
import Locking
import SQL
import TestKits
import Testing

@testable import Molecules

@Suite struct EventInboxTests {
    @Test func actsOnceHoweverOftenAnEventComes() async throws {
        try await EventsKit.with { kit in
            try await kit.database.execute("CREATE TABLE ledger (number INTEGER)")
            let firsts = Locked<[Bool]>([])
            let spy = EventSpy { _, context in
                let isFirst = try await context.transaction { try await $0.execute("INSERT INTO ledger VALUES (1)") }
                firsts.withLock { $0.append(isFirst) }
                return .acknowledge
            }
            let bus = try kit.bus(spy)
            let envelope = try kit.outbox.envelope(
                EventsKit.claimed, about: EventsKit.subject(1), origin: kit.origin())
            let context = EventContext(
                envelope: envelope, group: "spy", attempt: 1, deliveries: DeliveryStore(database: kit.database))
            for _ in 0..<3 { _ = try await spy.subscriptions[0].handler(envelope, context) }
            #expect(firsts.withLock { $0 } == [true, false, false])
            #expect(try await kit.count("ledger") == 1)
            #expect(context.settled.isMarked)
            try await bus.drain()
        }
    }

    @Test func keepsNothingOfAFailedTransaction() async throws {
        struct Failure: Error {}
        try await EventsKit.with { kit in
            try await kit.database.execute("CREATE TABLE ledger (number INTEGER)")
            let spy = EventSpy(retry: RetryPolicy(attempts: 2)) { _, context in
                try await context.transaction { transaction async throws in
                    try await transaction.execute("INSERT INTO ledger VALUES (1)")
                    if context.attempt == 1 { throw Failure() }
                }
                return .acknowledge
            }
            let bus = try kit.bus(spy)
            try await kit.publish([1])
            try await bus.drain()
            #expect(try await kit.count("ledger") == 0)
            #expect(try await kit.count("event_inbox") == 0)
            kit.time.advance(by: .seconds(1))
            try await bus.drain()
            #expect(try await kit.count("ledger") == 1)
            #expect(try await kit.count("event_inbox") == 1)
            #expect(try await kit.count("event_deliveries") == 0)
        }
    }
}

@Suite struct EventVersionTests {
    private let upcaster = EventUpcaster(event: TaskClaimed.name, from: 1) { fields in
        fields["assignee_id"] = fields["who"]
        fields["who"] = nil
    }

    private func envelope(_ kit: EventsKit, version: Int) throws -> EventEnvelope {
        var envelope = try kit.outbox.envelope(EventsKit.claimed, about: EventsKit.subject(1), origin: kit.origin())
        envelope.version = version
        envelope.before = ["who": .null]
        envelope.after = ["who": "5"]
        return envelope
    }

    @Test func bringsOldEventsUpStepByStep() async throws {
        try await EventsKit.with { kit in
            let second = EventUpcaster(event: TaskClaimed.name, from: 2) { $0["step"] = 3 }
            let registry = EventRegistry([upcaster, second])
            let upgraded = try registry.upgrade(try envelope(kit, version: 1), to: 3)
            #expect(upgraded.version == 3)
            #expect(upgraded.after == ["assignee_id": "5", "step": 3])
            #expect(upgraded.before == ["assignee_id": .null, "step": 3])
        }
    }

    @Test(arguments: [0, 2]) func buriesAVersionThatNobodyReads(_ version: Int) async throws {
        try await EventsKit.with { kit in
            let handled = Locked(0)
            struct Typed: EventSubscriber { let subscriptions: [Subscription] }
            let subscriber = Typed(subscriptions: [
                Subscription(TaskClaimed.self, group: "typed") { _, _ in
                    handled.withLock { $0 += 1 }
                    return .acknowledge
                }
            ])
            let bus = try kit.bus(subscriber)
            let envelope = try envelope(kit, version: version)
            try await kit.database.transaction { try await kit.outbox.append([envelope], in: $0) }
            try await bus.drain()
            #expect(handled.withLock { $0 } == 0)
            #expect(
                try await bus.deadLetters.list().map(\.reason)
                    == ["unknown_version: task.claimed came in version \(version), not 1"])
        }
    }

    @Test func buriesFieldsThatDoNotFitTheType() async throws {
        try await EventsKit.with { kit in
            struct Typed: EventSubscriber {
                let subscriptions = [Subscription(TaskClaimed.self, group: "typed") { _, _ in .acknowledge }]
            }
            let bus = try kit.bus(Typed())
            var envelope = try envelope(kit, version: 1)
            envelope.after = ["state": "flying"]
            try await kit.database.transaction { [envelope] in try await kit.outbox.append([envelope], in: $0) }
            try await bus.drain()
            #expect(try await bus.deadLetters.list().first?.reason.hasPrefix("unreadable: invalid_value") == true)
        }
    }
}

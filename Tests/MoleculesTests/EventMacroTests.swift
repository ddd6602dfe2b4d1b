import Atoms
import Locking
import SQL
import TestKits
import Testing

@testable import Molecules

/// The macros as a feature uses them, compiled and run.
@Suite struct EventMacroUseTests {
    @EventSubscriber
    final class Greeter: Sendable {
        let seen = Locked<[String]>([])

        @EventHandler(TaskClaimed.self, group: "greeter")
        func onClaimed(_ event: TaskClaimed, _ context: EventContext) async throws {
            seen.withLock { $0.append("claimed in \(context.group)") }
        }

        @EventHandler(TaskDeleted.self, group: "greeter", retry: RetryPolicy(attempts: 1))
        func onDeleted(event: TaskDeleted) -> EventOutcome {
            .deadLetter(reason: "sad")
        }
    }

    @EventSubscriber
    actor Counter {
        var count = 0

        @EventHandler(TaskClaimed.self, group: "counter")
        func onClaimed(_ event: TaskClaimed) async { count += 1 }
    }

    struct Published: EventSource { let events: [EventEnvelope] }

    struct Shop {
        let outbox: Outbox
        let origin: EventOrigin

        @EventPublisher
        func sell(in transaction: Transaction) async throws -> Published {
            let event = try outbox.envelope(EventsKit.claimed, about: EventsKit.subject(1), origin: origin)
            return Published(events: [event])
        }
    }

    @Test func subscribeAndPublish() async throws {
        try await EventsKit.with { kit in
            let greeter = Greeter()
            let counter = Counter()
            let bus = try kit.bus(greeter, counter)
            let shop = Shop(outbox: kit.outbox, origin: kit.origin())
            let sold = try await kit.database.transaction { try await shop.sell(in: $0) }
            #expect(sold.events.count == 1)
            try await kit.database.transaction { transaction async throws in
                try await transaction.publish(
                    TaskDeleted(Difference(before: nil, after: nil)), about: EventsKit.subject(1),
                    origin: kit.origin(), to: kit.outbox)
            }
            try await bus.drain()
            #expect(greeter.seen.withLock { $0 } == ["claimed in greeter"])
            #expect(await counter.count == 1)
            #expect(try await bus.deadLetters.list().map(\.reason) == ["sad"])
        }
    }
}

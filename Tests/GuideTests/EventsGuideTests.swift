import Atoms
import JSON
import Locking
import Organisms
import SQL
import TestKits
import Testing

@testable import Molecules

/// The code of docs/guides/events.md: `scripts/check-snippets` finds its snippets here, line by line.
@Suite struct EventsGuideTests {
    private static let change = Difference<TaskChange>(before: nil, after: nil)

    // MARK: - An event

    @Test func anUpcasterBringsAnOldEventUp() async throws {
        let step =
            EventUpcaster(event: "task.noted", from: 1) { fields in
                fields["text"] = fields["note"]
                fields["note"] = nil
            }
        try await EventsKit.with { kit in
            let spy = EventSpy("greeter", events: ["task.claimed"])
            let bus = try kit.bus(spy, upcasters: [step])
            try await kit.publish([1])
            try await bus.drain()
            #expect(spy.numbers == [1])
        }
    }

    // MARK: - Publishing

    private func claim(
        _ request: MemberRequest, _ member: MemberContext, _ task: ChoreTask, in store: GuildStore
    ) async throws -> TaskNumber {
        let difference = Self.change
        let outcome = TaskNumber.first
        return
            try await store.once(request.key, by: .user(member.userID), in: member.guildID) { work in
                try await work.record(TaskClaimed(difference), about: task.subject)
                return outcome
            }
    }

    @Test func aFeaturePublishesInItsTransaction() async throws {
        try await ChoresKit.with { kit in
            let member = Sample.member(Sample.ben)
            for _ in 1...2 {
                _ = try await claim(Sample.request(member, interaction: 1), member, Sample.task(), in: kit.store)
            }
            #expect(try await kit.outboxNames() == ["task.claimed"])
        }
    }

    @Test func aTransactionOfYourOwnPublishes() async throws {
        try await EventsKit.with { kit in
            let (database, outbox, difference) = (kit.database, kit.outbox, Self.change)
            let (subject, origin) = (EventsKit.subject(1), kit.origin())
            try await database.transaction { transaction in
                try await transaction.publish(TaskClaimed(difference), about: subject, origin: origin, to: outbox)
            }
            #expect(try await kit.count("event_outbox") == 1)
        }
    }

    struct Published: EventSource { let events: [EventEnvelope] }

    struct Shop {
        let outbox: Outbox
        let subject: EventSubject
        let origin: EventOrigin

        @EventPublisher
        func sell(_ event: TaskClaimed, in transaction: Transaction) async throws -> Published {
            Published(events: [try outbox.envelope(event, about: subject, origin: origin)])
        }
    }

    @Test func theMacroPublishesWhatIsReturned() async throws {
        try await EventsKit.with { kit in
            let shop = Shop(outbox: kit.outbox, subject: EventsKit.subject(1), origin: kit.origin())
            _ = try await kit.database.transaction { try await shop.sell(EventsKit.claimed, in: $0) }
            #expect(try await kit.count("event_outbox") == 1)
        }
    }

    // MARK: - Handling

    @EventSubscriber
    final class Greeter: Sendable {
        let greeted = Locked<[String]>([])

        @EventHandler(TaskClaimed.self, group: "greeter")
        func onClaimed(_ event: TaskClaimed, _ context: EventContext) async throws {
            greeted.withLock { $0.append(context.group) }
        }

        @EventHandler(TaskDeleted.self, group: "greeter", retry: RetryPolicy(attempts: 3), timeout: .seconds(5))
        func onDeleted(event: TaskDeleted) -> EventOutcome {
            .acknowledge
        }
    }

    @Test func aSubscriberIsCalled() async throws {
        try await EventsKit.with { kit in
            let greeter = Greeter()
            let bus = try kit.bus(greeter)
            try await kit.publish([1])
            try await bus.drain()
            #expect(greeter.greeted.withLock { $0 } == ["greeter"])
        }
    }

    /// Points, counted in a table of the test.
    struct Points {
        func add(_ count: Int, to event: TaskCompleted, in transaction: Transaction) async throws {
            try await transaction.execute("INSERT INTO guide_points (count) VALUES (\(count))")
        }
    }

    @EventSubscriber
    struct Scorer {
        let points = Points()

        @EventHandler(TaskCompleted.self, group: "points")
        func onCompleted(_ event: TaskCompleted, _ context: EventContext) async throws {
            try await context.transaction { transaction in
                try await points.add(5, to: event, in: transaction)
            }
        }
    }

    @Test func aTransactionOfTheContextTakesEffectOnce() async throws {
        try await EventsKit.with { kit in
            try await kit.database.transaction { try await $0.execute("CREATE TABLE guide_points (count INTEGER)") }
            let bus = try kit.bus(Scorer())
            let completed = TaskCompleted(Self.change)
            try await kit.database.transaction { transaction in
                try await transaction.publish(
                    completed, about: EventsKit.subject(1), origin: kit.origin(), to: kit.outbox)
            }
            try await bus.drain()
            #expect(try await kit.count("guide_points") == 1)
        }
    }

    // MARK: - Testing

    @Test func theGreeterIsTold() async throws {
        try await EventsKit.with { kit in
            let spy = EventSpy("greeter", events: ["task.claimed"])
            let bus = try kit.bus(spy)
            try await kit.publish([1, 2, 3])
            try await bus.drain()
            #expect(spy.numbers == [1, 2, 3])
        }
    }
}

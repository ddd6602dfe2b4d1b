public import Atoms
internal import Lifecycle
public import Molecules
public import SQL
public import Telemetry

/// An outbox and buses on a real database, with a time that a test moves.
public struct EventsKit: Sendable {
    /// The database.
    public let database: any Database
    /// The time.
    public let time: TestTime
    /// Where events are written.
    public let outbox: Outbox
    /// What was counted.
    public let metrics = Metrics()
    /// Makes identities.
    public let identifiers: Identifiers

    /// Events in a database.
    public init(_ database: any Database, time: TestTime = TestTime(), capacity: Int64 = 100_000) {
        self.database = database
        self.time = time
        identifiers = Identifiers(time: time.source, random: SeededRandom())
        outbox = Outbox(identifiers: identifiers, capacity: capacity)
    }

    /// Runs `body` with events in a new database.
    public static func with<Result>(
        capacity: Int64 = 100_000, _ body: (EventsKit) async throws -> Result
    ) async throws -> Result {
        try await TestDatabase.with { try await body(EventsKit($0, capacity: capacity)) }
    }

    /// A bus for these subscribers.
    public func bus(
        _ subscribers: (any EventSubscriber)..., upcasters: [EventUpcaster] = [],
        configuration: EventBusConfiguration = EventBusConfiguration()
    ) throws -> EventBus {
        try EventBus(
            database: database, outbox: outbox, subscribers: subscribers, upcasters: upcasters,
            configuration: configuration, time: time.source, random: SeededRandom(), metrics: metrics)
    }

    /// Writes one `task.claimed` for each number, in one transaction.
    public func publish(_ numbers: some Sequence<Int64>, in guild: GuildID = Sample.guild) async throws {
        try await database.transaction { transaction in
            for number in numbers {
                try await transaction.publish(
                    Self.claimed, about: Self.subject(number), origin: origin(guild), to: outbox)
            }
        }
    }

    /// An event that tells of nothing but itself.
    public static let claimed = TaskClaimed(Difference(before: nil, after: nil))
    /// A subject of this number.
    public static func subject(_ number: Int64) -> EventSubject {
        EventSubject(type: "task", id: "\(number)", number: number)
    }

    /// The system, now.
    public func origin(_ guild: GuildID = Sample.guild) -> EventOrigin {
        EventOrigin(guildID: guild, occurredAt: time.now, actor: .system)
    }

    /// How many rows a table has.
    public func count(_ table: String) async throws -> Int {
        try await database.read { try await $0.count("SELECT count(*) FROM \(identifier: table)") }
    }

    /// Runs a bus while `body` runs, and stops it gracefully.
    public func running(_ bus: EventBus, _ body: () async throws -> Void) async throws {
        let trigger = ShutdownTrigger()
        try await withThrowingTaskGroup { group in
            group.addTask {
                try await GracefulShutdown.$trigger.withValue(trigger) { try await bus.run(ReadySignal {}) }
            }
            do {
                try await body()
                trigger.request()
                try await group.waitForAll()
            } catch {
                group.cancelAll()
                throw error
            }
        }
    }
}

internal import Atoms
public import Molecules
public import Organisms
public import SQL

/// The chores of a guild on a real database, with a time that a test moves and a board that remembers.
public struct ChoresKit: Sendable {
    /// The database.
    public let database: any Database
    /// The time.
    public let time: TestTime
    /// Makes identities.
    public let identifiers: Identifiers
    /// Where events are written.
    public let outbox: Outbox
    /// What the feature knows of storage.
    public let store: GuildStore
    /// Whose zone is which; UTC for whoever has not chosen.
    public let zones: MemberZones
    /// The tasks.
    public let tasks: TaskFeature
    /// What cards were shown.
    public let board = RecordingTaskCardBoard()

    /// The chores in a database.
    public init(_ database: any Database, time: TestTime = TestTime()) {
        self.database = database
        self.time = time
        identifiers = Identifiers(time: time.source, random: SeededRandom())
        outbox = Outbox(identifiers: identifiers)
        store = GuildStore(
            shards: SingleShard(database), outbox: outbox, identifiers: identifiers, time: time.source)
        zones = MemberZones(catalogue: .system, standard: .utc)
        tasks = TaskFeature(store: store, zones: zones)
    }

    /// Runs `body` with the chores in a new database.
    public static func with<Result>(_ body: (ChoresKit) async throws -> Result) async throws -> Result {
        try await TestDatabase.with { try await body(ChoresKit($0)) }
    }

    /// A bus for these subscribers.
    public func bus(
        _ subscribers: [any EventSubscriber], configuration: EventBusConfiguration = EventBusConfiguration()
    ) throws -> EventBus {
        try EventBus(
            database: database, outbox: outbox, subscribers: subscribers, configuration: configuration,
            time: time.source, random: SeededRandom())
    }

    /// The names of the events in the outbox, in order.
    public func outboxNames() async throws -> [String] {
        try await database.query("SELECT name FROM event_outbox ORDER BY position").map { row throws(SQLError) in
            try row.value("name")
        }
    }

    /// The number in a table.
    public func count(_ table: String) async throws -> Int {
        try await database.read { try await $0.count("SELECT count(*) FROM \(identifier: table)") }
    }
}

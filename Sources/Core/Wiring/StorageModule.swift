internal import FoundationEssentials
package import Injection
internal import Molecules
internal import SQL
internal import SQLite
internal import Telemetry

/// The database of the process, opened and brought up to date, and what features know of it.
package struct StorageModule: Module {
    private let configuration: Configuration

    /// Storage as `configuration` says: SQLite in the data folder.
    package init(_ configuration: Configuration) { self.configuration = configuration }

    /// Registers the database and the store over it.
    package func register(in builder: inout ContainerBuilder) {
        let folder = configuration.dataFolder
        builder.register((any Database).self) { (logger: Logger, metrics: Metrics) in
            try await Self.open(folder, logger, metrics)
        }
        builder.register((any ShardMap).self) { (database: any Database) in SingleShard(database) }
        builder.register(TimeSource.self) { TimeSource.system }
        builder.register(Identifiers.self) { (time: TimeSource) in Identifiers(time: time) }
        builder.register(Outbox.self) { (identifiers: Identifiers) in Outbox(identifiers: identifiers) }
        builder.register(GuildStore.self, GuildStore.init(shards:outbox:identifiers:time:))
    }

    private static func open(_ folder: String, _ logger: Logger, _ metrics: Metrics) async throws -> any Database {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw SQLError(
                .unwritable, "the data folder \(folder) cannot be made: check its rights or choose another with --data")
        }
        let database = try SQLiteDatabase(.file(folder + "/chorestree.db"), logger: logger, metrics: metrics)
        let applied = try await Migrator(database, Schema.migrations).migrate()
        if !applied.isEmpty {
            logger.info("database brought up to date", ["migrations": .int(Int64(applied.count))])
        }
        return database
    }
}

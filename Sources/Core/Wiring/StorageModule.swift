package import Injection
internal import Molecules
internal import SQL
internal import SQLite
internal import Telemetry

/// The database of the process, opened and brought up to date, and what features know of it.
package struct StorageModule: Module {
    /// What a process wants with the data folder.
    package enum Use: Sendable {
        /// To work in it alone: the folder is made when missing, and the database is brought up to date.
        case own
        /// To look into a database that is there, beside the process that owns it. Nothing is made or brought up to date.
        case visit
    }

    private let configuration: Configuration
    private let use: Use

    /// Storage as `configuration` says: SQLite in the data folder.
    package init(_ configuration: Configuration, use: Use) {
        self.configuration = configuration
        self.use = use
    }

    /// Registers the database, the claim on its folder, and the store over it.
    package func register(in builder: inout ContainerBuilder) {
        let folder = DataFolder(configuration.dataFolder)
        switch use {
        case .own:
            builder.register(DataFolderClaim.self) { (logger: Logger) in
                try folder.naming { () throws(SQLError) in
                    try folder.make()
                    return try folder.claim(logger)
                }
            }
            builder.register((any Database).self) { (_: DataFolderClaim, logger: Logger, metrics: Metrics) in
                try await Self.open(folder, for: .own, logger, metrics)
            }
        case .visit:
            builder.register((any Database).self) { (logger: Logger, metrics: Metrics) in
                try await Self.open(folder, for: .visit, logger, metrics)
            }
        }
        builder.register((any ShardMap).self) { (database: any Database) in SingleShard(database) }
        builder.register(TimeSource.self) { TimeSource.system }
        builder.register(Identifiers.self) { (time: TimeSource) in Identifiers(time: time) }
        builder.register(Outbox.self) { (identifiers: Identifiers) in Outbox(identifiers: identifiers) }
        builder.register(GuildStore.self, GuildStore.init(shards:outbox:identifiers:time:))
    }

    private static func open(
        _ folder: DataFolder, for use: Use, _ logger: Logger, _ metrics: Metrics
    ) async throws -> any Database {
        let database = try folder.naming { () throws(SQLError) in
            try check(folder, for: use)
            return try SQLiteDatabase(.file(folder.databasePath), logger: logger, metrics: metrics)
        }
        do {
            try await fit(Migrator(database, Schema.migrations), for: use, logger)
        } catch let error as SQLError {
            throw folder.named(error)
        }
        return database
    }

    /// Refuses what was not made by this program, before anything is written into it.
    private static func check(_ folder: DataFolder, for use: Use) throws(SQLError) {
        guard use == .own || folder.hasDatabase else {
            throw SQLError(.unwritable, "there is no \(folder.databasePath) yet; `chorestree run` makes it")
        }
        let tables = try SQLiteDatabase.tables(inFile: folder.databasePath)
        if let tables, !tables.isEmpty, !tables.contains(Migrator.tableName) {
            throw SQLError(.notADatabase, "the database belongs to another program; move it away")
        }
    }

    private static func fit(_ migrator: Migrator, for use: Use, _ logger: Logger) async throws {
        switch use {
        case .own:
            let applied = try await migrator.migrate()
            if !applied.isEmpty {
                logger.info("database brought up to date", ["migrations": .int(Int64(applied.count))])
            }
        case .visit:
            guard try await migrator.status().pending.isEmpty else {
                throw SQLError(
                    .badSchema, "the database is of an older version; `chorestree run` brings it up to date")
            }
        }
    }
}

extension DataFolder {
    /// Runs `body` and names the database in what it throws.
    fileprivate func naming<Result>(_ body: () throws(SQLError) -> Result) throws(SQLError) -> Result {
        do throws(SQLError) { return try body() } catch { throw named(error) }
    }

    /// The same error with the file in front, unless the message names file or folder, and with the option that names
    /// another folder.
    fileprivate func named(_ error: SQLError) -> SQLError {
        let isNamed = error.message.contains(databasePath) || error.message.contains("folder \(path)")
        let sentence = isNamed ? error.message : "\(databasePath): \(error.message)"
        let option = Setting.dataFolder.flag ?? Setting.dataFolder.variable
        return SQLError(
            error.code, "\(sentence); \(option) names another folder", constraint: error.constraint,
            nativeCode: error.nativeCode, statement: error.statement)
    }
}

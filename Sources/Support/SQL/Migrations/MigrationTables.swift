/// The two tables in which migrations are remembered, and the statements on them.
enum MigrationTables {
    static let create = """
        CREATE TABLE IF NOT EXISTS schema_migrations (
            number BIGINT NOT NULL PRIMARY KEY,
            name TEXT NOT NULL,
            checksum TEXT NOT NULL,
            applied_at BIGINT NOT NULL
        );
        CREATE TABLE IF NOT EXISTS schema_migration_lock (
            id BIGINT NOT NULL PRIMARY KEY,
            process BIGINT NOT NULL,
            host TEXT NOT NULL,
            since BIGINT NOT NULL,
            renewed_at BIGINT NOT NULL
        );
        """

    static func applied(in connection: any Queryable) async throws -> [AppliedMigration] {
        guard try await connection.first(connection.dialect.tableExists("schema_migrations")) != nil else { return [] }
        return try await connection.query("SELECT number, name, checksum FROM schema_migrations ORDER BY number")
            .map { row throws(SQLError) in
                AppliedMigration(
                    number: try row.value("number"), name: try row.value("name"), checksum: try row.value("checksum"))
            }
    }

    static func record(
        _ migration: Migration, at now: Int64, in transaction: Transaction
    ) async throws {
        let checksum = try migration.checksum(for: transaction.dialect)
        try await transaction.execute(
            """
            INSERT INTO schema_migrations (number, name, checksum, applied_at)
            VALUES (\(migration.number), \(migration.name), \(checksum), \(now))
            """)
    }

    static func lock(in connection: any Queryable) async throws -> (holder: MigrationHolder, renewedAt: Int64)? {
        let row = try await connection.first(
            "SELECT process, host, since, renewed_at FROM schema_migration_lock WHERE id = 1")
        guard let row else { return nil }
        let holder = MigrationHolder(
            process: try row.value("process"), host: try row.value("host"), since: try row.value("since"))
        return (holder, try row.value("renewed_at"))
    }

    static func take(_ holder: MigrationHolder, at now: Int64, in transaction: Transaction) async throws {
        try await transaction.execute("DELETE FROM schema_migration_lock WHERE id = 1")
        try await transaction.execute(
            """
            INSERT INTO schema_migration_lock (id, process, host, since, renewed_at)
            VALUES (1, \(holder.process), \(holder.host), \(holder.since), \(now))
            """)
    }

    /// False when somebody else has taken the lock in the meantime.
    static func renew(_ holder: MigrationHolder, at now: Int64, in transaction: Transaction) async throws -> Bool {
        try await transaction.execute(
            """
            UPDATE schema_migration_lock SET renewed_at = \(now)
            WHERE id = 1 AND process = \(holder.process) AND host = \(holder.host) AND since = \(holder.since)
            """) == 1
    }

    static func release(_ holder: MigrationHolder, in transaction: Transaction) async throws {
        try await transaction.execute(
            """
            DELETE FROM schema_migration_lock
            WHERE id = 1 AND process = \(holder.process) AND host = \(holder.host) AND since = \(holder.since)
            """)
    }
}

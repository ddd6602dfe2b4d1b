import Locking
import SQL

extension DatabaseConformance {
    private static let first = Migration(1, "create_one", "CREATE TABLE one (id BIGINT); CREATE TABLE two (id BIGINT)")
    private static let second = Migration(2, "fill_one", "INSERT INTO one (id) VALUES (7)")

    static let migrations: [Case] = [
        Case("migrations run once, in order") { database in
            try expect(try await Migrator(database, [first]).migrate() == [1])
            let both = Migrator(database, [first, second])
            try expect(try await both.status().pending == [2])
            try expect(try await both.migrate() == [2])
            try expect(try await both.migrate() == [])
            try expect(try await both.status().version == 2)
            let ids: [Int] = try await database.read { try await $0.values("SELECT id FROM one") }
            try expect(ids == [7])
        },
        Case("a database of a newer program is refused") { database in
            try await Migrator(database, [first, second]).migrate()
            let error = try await expectError(.newerSchema) { try await Migrator(database, [first]).migrate() }
            try expect(error.message.contains("version 2"), error.message)
        },
        Case("a changed text is refused") { database in
            try await Migrator(database, [first]).migrate()
            let changed = Migration(1, "create_one", "CREATE TABLE one (id BIGINT, more TEXT)")
            try await expectError(.checksumMismatch) { try await Migrator(database, [changed, second]).migrate() }
            try expect(try await Migrator(database, [first, second]).status().version == 1)
        },
        Case("a migration that fails leaves nothing of itself, and says its number") { database in
            let broken = Migration(2, "broken", "CREATE TABLE three (id BIGINT); CREATE TABLE three (id BIGINT)")
            let error = try await expectError(.badStatement) {
                try await Migrator(database, [first, broken]).migrate()
            }
            try expect(error.message.contains("migration 2 (broken)"), error.message)
            try expect(try await Migrator(database, [first]).status().version == 1)
            let third = try await database.query(database.dialect.tableExists("three"))
            try expect(third.isEmpty)
            try expect(try await Migrator(database, [first, second]).migrate() == [2])
        },
        Case("gaps in the numbers are refused") { database in
            try await expectError(.badMigration) { try await Migrator(database, [second]).migrate() }
            try await expectError(.badMigration) { try await Migrator(database, [first, first]).migrate() }
            try expect(try await database.query(database.dialect.tableExists("schema_migrations")).isEmpty)
        },
        Case("who waits too long is told who holds the lock") { database in
            try await hold(database, process: 4_711, renewedAt: 1_000)
            let migrator = migrator(database, now: 1_000, wait: .zero, isRunning: true)
            let error = try await expectError(.migrationLocked) { try await migrator.migrate() }
            try expect(error.message.contains("process 4711 on elsewhere since 1970-01-01T00:00:01Z"), error.message)
        },
        Case("the lock of a process that ended is taken over") { database in
            try await hold(database, process: 4_711, renewedAt: 1_000)
            let migrator = migrator(database, now: 1_000, wait: .zero, isRunning: false)
            try expect(try await migrator.migrate() == [2])
        },
        Case("a lock that was not renewed is taken over") { database in
            try await hold(database, process: 4_711, renewedAt: 1_000)
            let migrator = migrator(database, now: 16_000, wait: .zero, isRunning: true)
            try expect(try await migrator.migrate() == [2])
        },
        Case("who waits goes on when the lock is free") { database in
            try await hold(database, process: 4_711, renewedAt: 1_000)
            final class Looks: Sendable { let count = Locked(0) }
            let looks = Looks()
            let migrator = Migrator(
                database, [first, second], limits: .init(pollInterval: .milliseconds(1)), now: { 1_000 },
                isRunning: { _ in
                    looks.count.withLock { count in
                        count += 1
                        return count < 3
                    }
                })
            try expect(try await migrator.migrate() == [2])
        },
        Case("many migrators at once apply everything once") { database in
            let done = try await withThrowingTaskGroup(of: [Int].self) { group in
                for number in 0..<5 {
                    group.addTask {
                        let limits = Migrator.Limits(pollInterval: .milliseconds(1))
                        return try await Migrator(
                            database, [first, second], limits: limits,
                            identify: { MigrationHolder(process: Int64(number), host: "test", since: $0) }
                        ).migrate()
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            try expect(done.sorted() == [1, 2], "\(done)")
        },
    ]

    /// Applies the first migration and leaves the lock as another process would hold it.
    private static func hold(_ database: any Database, process: Int, renewedAt: Int) async throws {
        try await Migrator(database, [first]).migrate()
        try await database.execute(
            """
            INSERT INTO schema_migration_lock (id, process, host, since, renewed_at)
            VALUES (1, \(process), 'elsewhere', \(renewedAt), \(renewedAt))
            """)
    }

    private static func migrator(
        _ database: any Database, now: Int64, wait: Duration, isRunning: Bool
    ) -> Migrator {
        Migrator(
            database, [first, second], limits: .init(lockWait: wait), now: { now }, isRunning: { _ in isRunning })
    }
}

/// What a migrator finds in a database.
struct AppliedMigration: Equatable, Sendable {
    let number: Int
    let name: String
    let checksum: String
}

/// Compares the migrations of the program with those of the database; decides, does nothing.
enum MigrationPlan {
    /// The migrations that are still to run, in order.
    static func pending(
        _ known: [Migration], applied: [AppliedMigration], dialect: Dialect
    ) throws(SQLError) -> [Migration] {
        for (position, migration) in known.enumerated() where migration.number != position + 1 {
            throw SQLError(
                .badMigration,
                "migrations must be numbered 1, 2, 3 …: number \(migration.number) stands at place \(position + 1)")
        }
        if let newest = applied.map(\.number).max(), newest > known.count {
            throw SQLError(
                .newerSchema,
                "the database is at version \(newest), this program knows \(known.count); start a newer program, "
                    + "or restore a backup from before the upgrade")
        }
        for (position, row) in applied.sorted(by: { $0.number < $1.number }).enumerated() {
            guard row.number == position + 1 else {
                throw SQLError(.badMigration, "the database lacks migration \(position + 1) but has \(row.number)")
            }
            let migration = known[position]
            guard try migration.checksum(for: dialect) == row.checksum else {
                throw SQLError(
                    .checksumMismatch,
                    "migration \(row.number) (\(row.name)) was applied with another text; "
                        + "put its text back and write the change as a new migration")
            }
        }
        return Array(known[applied.count...])
    }
}

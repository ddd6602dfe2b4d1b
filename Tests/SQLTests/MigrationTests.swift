import Testing

@testable import SQL

@Suite struct MigrationTests {
    let shared = Migration(1, "one", "CREATE TABLE one (id BIGINT)")
    let apart = Migration(2, "two", sqlite: "CREATE TABLE two (b BLOB)", postgresql: "CREATE TABLE two (b BYTEA)")
    let early = Migration(1, "one", sqlite: "CREATE TABLE one (id BIGINT)", postgresql: nil)

    private func applied(_ migration: Migration, _ number: Int? = nil) throws -> AppliedMigration {
        AppliedMigration(
            number: number ?? migration.number, name: migration.name, checksum: try migration.checksum(for: .sqlite))
    }

    private func code(_ body: () throws -> some Any) -> SQLError.Code? {
        do {
            _ = try body()
            return nil
        } catch { return (error as? SQLError)?.code }
    }

    @Test func eachDialectHasItsTextAndChecksum() throws {
        #expect(try shared.script(for: .sqlite) == shared.script(for: .postgresql))
        #expect(try apart.script(for: .postgresql).contains("BYTEA"))
        #expect(try apart.checksum(for: .sqlite) != apart.checksum(for: .postgresql))
        #expect(try shared.checksum(for: .sqlite).count == 64)
        #expect(code { try early.script(for: .postgresql) } == .badMigration)
        #expect(code { try early.checksum(for: .postgresql) } == .badMigration)
    }

    @Test func whatIsPending() throws {
        let known = [shared, apart]
        #expect(try MigrationPlan.pending(known, applied: [], dialect: .sqlite).map(\.number) == [1, 2])
        #expect(try MigrationPlan.pending(known, applied: [applied(shared)], dialect: .sqlite).map(\.number) == [2])
        #expect(try MigrationPlan.pending([], applied: [], dialect: .sqlite).isEmpty)
    }

    @Test func whatIsRefused() throws {
        let rows = [try applied(shared), try applied(apart)]
        #expect(code { try MigrationPlan.pending([shared], applied: rows, dialect: .sqlite) } == .newerSchema)
        #expect(code { try MigrationPlan.pending([apart], applied: [], dialect: .sqlite) } == .badMigration)
        #expect(
            code { try MigrationPlan.pending([shared, apart], applied: [rows[1]], dialect: .sqlite) } == .badMigration)
        let changed = [shared, Migration(2, "two", "CREATE TABLE other (id BIGINT)")]
        #expect(code { try MigrationPlan.pending(changed, applied: rows, dialect: .sqlite) } == .checksumMismatch)
    }

    @Test func theHolderOfTheLock() {
        let me = MigrationHolder.current(since: 1_700_000_000_000)
        #expect(me.description.hasSuffix("since 2023-11-14T22:13:20Z"))
        #expect(MigrationHolder.isRunning(me))
        #expect(MigrationHolder.isRunning(MigrationHolder(process: 1, host: "elsewhere", since: 0)))
        // Above the largest process number that Linux gives.
        #expect(!MigrationHolder.isRunning(MigrationHolder(process: 4_194_305, host: me.host, since: 0)))
    }
}

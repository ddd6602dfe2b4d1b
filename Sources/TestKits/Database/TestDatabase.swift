internal import Glibc
internal import Molecules
public import SQL
internal import SQLite

/// A real SQLite database in a file of its own, migrated, gone after the test.
public enum TestDatabase {
    /// Runs `body` on a new database.
    public static func with<Result>(_ body: (any Database) async throws -> Result) async throws -> Result {
        try await withFile { path in try await open(path, body) }
    }

    /// Runs `body` with the path of a file that does not exist yet, for tests that open a database more than once.
    public static func withFile<Result>(_ body: (String) async throws -> Result) async throws -> Result {
        var template = Array("/tmp/chorestree-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw SQLError(.unwritable, "no temporary folder can be made") }
        let folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        defer {
            for name in ["", "-wal", "-shm"] { unlink("\(folder)/test.sqlite\(name)") }
            rmdir(folder)
        }
        return try await body("\(folder)/test.sqlite")
    }

    /// Runs `body` on the database in a file, migrated, and closes it.
    public static func open<Result>(
        _ path: String, _ body: (any Database) async throws -> Result
    ) async throws -> Result {
        let database = try SQLiteDatabase(.file(path))
        do {
            try await Migrator(database, Schema.migrations).migrate()
            let result = try await body(database)
            await database.close()
            return result
        } catch {
            await database.close()
            throw error
        }
    }
}

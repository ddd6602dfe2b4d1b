import Glibc
import Lifecycle
import Locking
import SQL
import Telemetry
import Testing

@testable import SQLite

@Suite struct FileTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func refusal(_ location: SQLiteLocation) -> SQLError? {
        do {
            _ = try SQLiteDatabase(location)
            return nil
        } catch { return error }
    }

    private func makeNumbers(_ name: String = "a", _ configuration: SQLiteConfiguration = .init()) async throws
        -> SQLiteDatabase
    {
        let database = try SQLiteDatabase(.file(folder.path(name)), configuration: configuration)
        try await database.execute("CREATE TABLE IF NOT EXISTS numbers (n BIGINT, filler TEXT)")
        return database
    }

    private func numbers(_ database: SQLiteDatabase) async throws -> [Int] {
        try await database.read { try await $0.values("SELECT n FROM numbers ORDER BY n") }
    }

    // MARK: - Opening

    @Test func aMissingFolderIsSaid() throws {
        let error = try #require(refusal(.file(folder.path("missing/a.sqlite"))))
        #expect(error.code == .unwritable && error.message.contains("\(folder.path)/missing"))
        #expect(refusal(.file("/dev/null/a.sqlite"))?.code == .unwritable)
    }

    @Test func aFolderInThePlaceOfTheFileIsSaid() throws {
        #expect(refusal(.file(folder.path))?.code == .unwritable)
    }

    @Test func aFolderThatCannotBeWrittenIsSaid() throws {
        // Nobody, not even root, makes files in /proc.
        let error = try #require(refusal(.file("/proc/chorestree.sqlite")))
        #expect(error.code == .unwritable && error.message.contains("/proc"))
    }

    @Test func whatIsNoDatabaseIsRefusedAndLeftAlone() throws {
        let path = folder.path("letter.txt")
        let text = String(repeating: "Dear reader, this is a letter and no database. ", count: 100)
        try write(text, to: path)
        #expect(refusal(.file(path))?.code == .notADatabase)
        #expect(try read(path) == Array(text.utf8))
    }

    @Test func onlyItsOwnerReadsTheFile() async throws {
        let database = try await makeNumbers()
        var status = stat()
        for name in folder.names() {
            #expect(stat(folder.path(name), &status) == 0)
            #expect(status.st_mode & 0o077 == 0, "\(name)")
        }
        await database.close()
        #expect(DatabaseFile.folder(of: "name") == "." && DatabaseFile.folder(of: "/name") == "/")
    }

    @Test func theDatabaseOfANewerProgramIsNotTouched() async throws {
        let newer = try SQLiteDatabase(.file(folder.path("a")))
        let first = Migration(1, "one", "CREATE TABLE one (id BIGINT)")
        let second = Migration(2, "two", "CREATE TABLE two (id BIGINT)")
        try await Migrator(newer, [first, second]).migrate()
        await newer.close()
        let before = try read(folder.path("a"))
        let older = try SQLiteDatabase(.file(folder.path("a")))
        await #expect(throws: SQLError.self) { try await Migrator(older, [first]).migrate() }
        await older.close()
        #expect(try read(folder.path("a")) == before)
        #expect(folder.names() == ["a"])
    }

    // MARK: - Staying

    @Test func whatIsCommittedIsThereAfterReopening() async throws {
        let database = try await makeNumbers()
        try await database.execute("INSERT INTO numbers (n) VALUES (1)")
        await database.close()
        let again = try await makeNumbers()
        #expect(try await numbers(again) == [1])
        await again.close()
        #expect(folder.names() == ["a"])
    }

    /// Copies of the files, taken while the process runs, are what a process that is killed leaves behind.
    @Test func whatIsLeftByAKilledProcess() async throws {
        let database = try await makeNumbers()
        try await database.execute("INSERT INTO numbers (n) VALUES (1)")
        try await database.transaction { transaction in
            try await transaction.execute("INSERT INTO numbers (n) VALUES (2)")
            try copy("a", to: "during")
        }
        try copy("a", to: "after")
        await database.close()
        let during = try await makeNumbers("during")
        #expect(try await numbers(during) == [1])
        await during.close()
        let after = try await makeNumbers("after")
        #expect(try await numbers(after) == [1, 2])
        await after.close()
    }

    @Test func aReadKeepsItsStateWhileOthersWrite() async throws {
        let database = try await makeNumbers()
        try await database.read { source in
            #expect(try await source.count("SELECT count(*) FROM numbers") == 0)
            // Not a scope inside a scope: another task.
            _ = try await Task.detached { try await database.execute("INSERT INTO numbers (n) VALUES (1)") }.value
            #expect(try await source.count("SELECT count(*) FROM numbers") == 0)
        }
        #expect(try await numbers(database) == [1])
        await database.close()
    }

    @Test func readersDoNotWaitForAWriter() async throws {
        let database = try await makeNumbers()
        try await database.transaction { transaction in
            try await transaction.execute("INSERT INTO numbers (n) VALUES (1)")
            let seen = try await Task.detached { try await numbers(database) }.value
            #expect(seen == [])
        }
        await database.close()
    }

    @Test func aFullDiskRollsBackAndSaysSo() async throws {
        let database = try await makeNumbers()
        try await database.execute("INSERT INTO numbers (n) VALUES (1)")
        do {
            try await database.transaction { transaction in
                try await transaction.execute("INSERT INTO numbers (n) VALUES (2)")
                _ = try await transaction.query("PRAGMA max_page_count = 20")
                for _ in 0..<1_000 {
                    let filler = String(repeating: "x", count: 4_000)
                    try await transaction.execute("INSERT INTO numbers (n, filler) VALUES (3, \(filler))")
                }
            }
            Issue.record("there was room")
        } catch let error as SQLError {
            #expect(error.code == .full && error.message.contains("free some space"))
        }
        #expect(try await numbers(database) == [1])
        await database.close()
    }

    @Test func anotherProcessThatHoldsTheFileIsWaitedForAndNamedBusy() async throws {
        let database = try await makeNumbers()
        var configuration = SQLiteConfiguration()
        configuration.busyTimeout = .milliseconds(1)
        let other = try SQLiteDatabase(.file(folder.path("a")), configuration: configuration)
        try await database.transaction { transaction in
            try await transaction.execute("INSERT INTO numbers (n) VALUES (1)")
            let task = Task.detached { try await other.execute("INSERT INTO numbers (n) VALUES (2)") }
            do {
                _ = try await task.value
                Issue.record("two wrote at once")
            } catch let error as SQLError { #expect(error.code == .busy && error.isTransient) }
        }
        #expect(try await other.execute("INSERT INTO numbers (n) VALUES (2)") == 1)
        await other.close()
        await database.close()
    }

    // MARK: - The write-ahead log

    @Test func theLogIsEmptiedInTheBackground() async throws {
        var configuration = SQLiteConfiguration()
        configuration.checkpointPages = 20
        let metrics = Metrics()
        let database = try SQLiteDatabase(.file(folder.path("a")), configuration: configuration, metrics: metrics)
        let pages = metrics.gauge("sqlite_log_pages", help: "")
        try await database.execute("CREATE TABLE numbers (n BIGINT, filler TEXT)")
        let filler = String(repeating: "x", count: 3_000)
        var before = 0.0
        var restarts = 0
        // Without anybody moving it the log would only ever grow.
        while restarts < 5 {
            try await database.execute("INSERT INTO numbers (n, filler) VALUES (1, \(filler))")
            let now = pages.value()
            if now < before { restarts += 1 }
            before = now
        }
        await database.close()
    }

    // MARK: - The end

    @Test func closedItRefusesAndWaitsForWhatIsUnderWay() async throws {
        let database = try await makeNumbers()
        let (started, start) = AsyncStream<Void>.makeStream()
        let (freed, free) = AsyncStream<Void>.makeStream()
        let running = Task {
            try await database.transaction { transaction in
                start.yield()
                for await _ in freed { break }
                try await transaction.execute("INSERT INTO numbers (n) VALUES (1)")
            }
        }
        for await _ in started { break }
        let closing = Task { await database.close() }
        var code: SQLError.Code?
        while code == nil {
            do { _ = try await database.query("SELECT 1") } catch let error as SQLError { code = error.code }
        }
        #expect(code == .closed)
        free.yield()
        try await running.value
        await closing.value
        await database.close()
        await #expect(throws: SQLError.self) { try await database.execute("SELECT 1") }
        let again = try await makeNumbers()
        #expect(try await numbers(again) == [1])
        await again.close()
    }

    @Test func asAServiceItClosesAtTheEnd() async throws {
        let database = try await makeNumbers()
        #expect(database.name == "sqlite")
        let trigger = ShutdownTrigger()
        try await withThrowingTaskGroup(of: Void.self) { group in
            let (readied, makeReady) = AsyncStream<Void>.makeStream()
            group.addTask {
                try await GracefulShutdown.$trigger.withValue(trigger) {
                    try await database.run(ReadySignal { makeReady.yield() })
                }
            }
            for await _ in readied { break }
            trigger.request()
            try await group.waitForAll()
        }
        await #expect(throws: SQLError.self) { try await database.query("SELECT 1") }
    }

    @Test func whatIsCountedIsShown() async throws {
        let metrics = Metrics()
        let database = try SQLiteDatabase(.file(folder.path("a")), metrics: metrics)
        try await database.execute("CREATE TABLE t (a BIGINT)")
        _ = try? await database.execute("WRONG")
        _ = try await database.query("SELECT 1")
        let text = metrics.prometheusText()
        #expect(text.contains("sqlite_transactions_total{outcome=\"committed\"} 1"))
        #expect(text.contains("sqlite_transactions_total{outcome=\"rolled_back\"} 1"))
        #expect(text.contains("sqlite_transaction_seconds_count 2"))
        #expect(text.contains("sqlite_read_seconds_count 1"))
        await database.close()
    }

    // MARK: - Files

    private func copy(_ name: String, to other: String) throws {
        for ending in ["", "-wal"] { try write(read(folder.path(name + ending)), to: folder.path(other + ending)) }
    }

    private func read(_ path: String) throws -> [UInt8] {
        let file = try #require(fopen(path, "rb"))
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
        return bytes
    }

    private func write(_ text: String, to path: String) throws { try write(Array(text.utf8), to: path) }

    private func write(_ bytes: [UInt8], to path: String) throws {
        let file = try #require(fopen(path, "wb"))
        defer { fclose(file) }
        #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
    }
}

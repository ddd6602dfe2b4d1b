import Locking
import SQL
import Telemetry
import Testing

@testable import SQLite

@Suite struct LimitTests {
    /// Runs for ever unless it is stopped.
    static let endless: SQL = """
        WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers) SELECT count(*) FROM numbers
        """

    private func code(_ body: () async throws -> some Any) async -> SQLError.Code? {
        do {
            _ = try await body()
            return nil
        } catch { return (error as? SQLError)?.code }
    }

    /// A database whose writer is held until `free` is called.
    private func held(
        _ database: SQLiteDatabase, while body: () async throws -> Void
    ) async throws {
        let (started, start) = AsyncStream<Void>.makeStream()
        let (freed, free) = AsyncStream<Void>.makeStream()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await database.transaction { _ in
                    start.yield()
                    for await _ in freed { break }
                }
            }
            for await _ in started { break }
            try await body()
            free.yield()
            try await group.waitForAll()
        }
    }

    @Test func anEndlessStatementIsStopped() async throws {
        var configuration = SQLiteConfiguration()
        configuration.statementTimeout = .milliseconds(20)
        let metrics = Metrics()
        let database = try SQLiteDatabase(.memory, configuration: configuration, metrics: metrics)
        #expect(await code { try await database.query(Self.endless) } == .timeout)
        #expect(metrics.prometheusText().contains("sqlite_timeouts_total{kind=\"statement\"} 1"))
        #expect(try await database.query("SELECT 1").count == 1)
    }

    @Test func aStoppedWriteEndsTheTransaction() async throws {
        var configuration = SQLiteConfiguration()
        configuration.statementTimeout = .milliseconds(20)
        let database = try SQLiteDatabase(.memory, configuration: configuration)
        try await database.execute("CREATE TABLE numbers (n BIGINT)")
        let outcome = await code {
            try await database.transaction { transaction in
                try await transaction.execute("INSERT INTO numbers (n) VALUES (1)")
                let stopped = await code {
                    try await transaction.execute("INSERT INTO numbers SELECT (\(Self.endless))")
                }
                #expect(stopped == .timeout)
                // Without a transaction around it this would be kept.
                #expect(
                    await code { try await transaction.execute("INSERT INTO numbers (n) VALUES (2)") }
                        == .transactionEnded)
            }
        }
        #expect(outcome == .transactionEnded)
        #expect(try await database.read { try await $0.count("SELECT count(*) FROM numbers") } == 0)
    }

    @Test func cancellingStopsARunningStatement() async throws {
        let database = try SQLiteDatabase(.memory)
        let (started, start) = AsyncStream<Void>.makeStream()
        let task = Task {
            try await database.read { source in
                start.yield()
                return try await source.query(Self.endless)
            }
        }
        for await _ in started { break }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(try await database.query("SELECT 1").count == 1)
    }

    @Test func aFullQueueTurnsAway() async throws {
        var configuration = SQLiteConfiguration()
        configuration.queueLimit = 0
        let metrics = Metrics()
        let database = try SQLiteDatabase(.memory, configuration: configuration, metrics: metrics)
        try await held(database) {
            #expect(await code { try await database.execute("SELECT 1") } == .overloaded)
            #expect(await code { try await database.query("SELECT 1") } == .overloaded)
        }
        #expect(metrics.prometheusText().contains("sqlite_refused_total{reason=\"overloaded\"} 2"))
        #expect(try await database.query("SELECT 1").count == 1)
    }

    @Test func whoWaitsTooLongIsTurnedAway() async throws {
        var configuration = SQLiteConfiguration()
        configuration.queueTimeout = .milliseconds(10)
        let database = try SQLiteDatabase(.memory, configuration: configuration)
        try await held(database) {
            #expect(await code { try await database.execute("SELECT 1") } == .timeout)
        }
        try await database.execute("CREATE TABLE t (a BIGINT)")
    }

    @Test func whoGivesUpWaitingIsForgotten() async throws {
        let database = try SQLiteDatabase(.memory)
        try await held(database) {
            let waiting = Task { try await database.execute("SELECT 1") }
            let gone = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                try await database.execute("SELECT 1")
            }
            waiting.cancel()
            await #expect(throws: CancellationError.self) { try await waiting.value }
            await #expect(throws: CancellationError.self) { try await gone.value }
        }
        #expect(try await database.query("SELECT 1").count == 1)
    }

    @Test(arguments: [false, true]) func aTransactionThatTakesTooLongIsThrownOut(_ inFile: Bool) async throws {
        var configuration = SQLiteConfiguration()
        configuration.transactionTimeout = .milliseconds(20)
        let folder = try TemporaryFolder()
        let database = try SQLiteDatabase(inFile ? .file(folder.path("a")) : .memory, configuration: configuration)
        await untilDone { try await database.execute("CREATE TABLE IF NOT EXISTS numbers (n BIGINT)") }
        let (started, start) = AsyncStream<Void>.makeStream()
        let (freed, free) = AsyncStream<Void>.makeStream()
        let stuck = Task {
            await code {
                try await database.transaction { transaction in
                    start.yield()
                    try await transaction.execute("INSERT INTO numbers (n) VALUES (1)")
                    for await _ in freed { break }
                    let late = await code { try await transaction.execute("INSERT INTO numbers (n) VALUES (2)") }
                    #expect(late == .timeout)
                }
            }
        }
        for await _ in started { break }
        // Gets the writer only once the other one has lost it.
        await untilDone {
            try await database.execute("INSERT INTO numbers (n) SELECT 3 WHERE NOT EXISTS (SELECT 1 FROM numbers)")
        }
        free.yield()
        let outcome = await stuck.value
        #expect(outcome == .timeout)
        await untilDone {
            let left: [Int] = try await database.read { try await $0.values("SELECT n FROM numbers") }
            #expect(left == [3])
        }
        await database.close()
    }

    @Test func aReadThatTakesTooLongLosesItsConnection() async throws {
        var configuration = SQLiteConfiguration()
        configuration.transactionTimeout = .milliseconds(10)
        configuration.readers = 1
        let folder = try TemporaryFolder()
        let database = try SQLiteDatabase(.file(folder.path("a")), configuration: configuration)
        let outcome = await code {
            try await database.read { source in
                var code: SQLError.Code?
                while code == nil { code = await self.code { try await source.query("SELECT 1") } }
                throw SQLError(code ?? .other, "")
            }
        }
        #expect(outcome == .timeout)
        await untilDone { try await database.query("SELECT 1") }
        await database.close()
    }

    /// Tries until the limits of this test, which are tight, let it pass on a busy machine too.
    private func untilDone(_ body: () async throws -> some Any) async {
        while await code(body) != nil { await Task.yield() }
    }

    @Test func tooManyRowsAndTooLargeValuesAreRefused() async throws {
        var configuration = SQLiteConfiguration()
        configuration.maximumRows = 10
        configuration.maximumValueSize = 10_000
        let database = try SQLiteDatabase(.memory, configuration: configuration)
        let rows: SQL =
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(11)) SELECT i FROM n"
        #expect(await code { try await database.query(rows) } == .tooLarge)
        #expect(await code { try await database.query("SELECT \([UInt8](repeating: 1, count: 20_000))") } == .tooLarge)
        #expect(try await database.query("SELECT \([UInt8](repeating: 1, count: 5_000))").count == 1)
    }

    @Test(arguments: ["COMMIT", "ROLLBACK", "END"]) func nobodyEndsATransactionByHand(_ text: String) async throws {
        let database = try SQLiteDatabase(.memory)
        let outcome = await code {
            try await database.transaction { try await $0.execute(SQL(unsafe: text)) }
        }
        #expect(outcome == .transactionEnded)
        #expect(try await database.query("SELECT 1").count == 1)
    }

    @Test func placeholdersMustFitTheValues() async throws {
        let database = try SQLiteDatabase(.memory)
        #expect(await code { try await database.query("SELECT ?") } == .badStatement)
        #expect(try await database.query("SELECT 1; ;  ").count == 1)
        #expect(await code { try await database.query("SELECT \"nothing\"") } == .badStatement)
        #expect(await code { try await database.execute("ATTACH DATABASE ':memory:' AS other") } != nil)
    }
}

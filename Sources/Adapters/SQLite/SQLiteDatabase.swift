import Locking
package import SQL
package import Telemetry

/// The `Database` port on SQLite: one writer on its own thread, readers beside it, a write-ahead log.
///
/// A transaction's closure runs on the writer's thread (the task's executor preference), so its statements cost no
/// change of thread; a closure that is isolated to an actor works as well, with a change of thread per statement.
/// Threads and files are given up by `close()`, or when the last reference goes.
package final class SQLiteDatabase: Database {
    private let writer: Session
    private let readers: [Session]
    private let writerGate: ConnectionGate
    private let readerGate: ConnectionGate?
    private let keeper: Keeper
    private let configuration: SQLiteConfiguration
    private let metrics: SQLiteMetrics
    private let logger: Logger

    /// Opens a database, making the file if it is missing.
    ///
    /// - Throws: `SQLError` with `.unwritable`, `.notADatabase`, `.corrupt`, `.busy` and a way out in the message.
    package init(
        _ location: SQLiteLocation, configuration: SQLiteConfiguration = SQLiteConfiguration(),
        logger: Logger = .silent, metrics: Metrics = .discarded
    ) throws(SQLError) {
        self.configuration = configuration
        self.logger = logger.labelled("sqlite")
        self.metrics = SQLiteMetrics(metrics)
        if case .file(let path) = location { try DatabaseFile.prepare(path) }
        writer = try Session(location, configuration, role: .writer, name: "sqlite-writer")
        var readers: [Session] = []
        if location != .memory {
            for number in 0..<min(max(configuration.readers, 1), 16) {
                readers.append(try Session(location, configuration, role: .reader, name: "sqlite-read-\(number)"))
            }
        }
        self.readers = readers
        let wait = configuration.queueTimeout.nanoseconds
        writerGate = ConnectionGate(slots: 1, limit: configuration.queueLimit, wait: wait, kind: .write)
        readerGate =
            readers.isEmpty
            ? nil
            : ConnectionGate(slots: readers.count, limit: configuration.queueLimit, wait: wait, kind: .read)
        keeper = Self.makeKeeper(
            writer: writer, readers: readers, gates: [writerGate, readerGate].compactMap(\.self), location: location,
            configuration: configuration, metrics: self.metrics, logger: self.logger)
    }

    deinit { keeper.stop() }

    package var dialect: Dialect { .sqlite }

    package func read<Result>(_ body: (any Queryable) async throws -> Result) async throws -> Result {
        try AccessScope.refuseNesting()
        try Task.checkCancellation()
        guard let readerGate else { return try await readInMemory(body) }
        let slot = try await enter(readerGate)
        return try await read(on: readers[slot], gate: readerGate, slot: slot, body)
    }

    package func transaction<Result>(
        isolation: Isolation, _ body: (Transaction) async throws -> Result
    ) async throws -> Result {
        try AccessScope.refuseNesting()
        try Task.checkCancellation()
        let outcome = try await withTaskExecutorPreference(writer.thread) {
            // Waiting on the writer's thread: the connection passes from one transaction to the next without a change
            // of thread.
            let slot = try await enter(writerGate)
            let started = monotonicNanoseconds()
            let lease = makeLease(writer, gate: writerGate, slot: slot, isReader: false)
            defer { lease.release() }
            do {
                let outcome = try await UnitOfWork.run(on: lease, isolation: isolation, body)
                finish(started: started, outcome: "committed")
                return outcome
            } catch {
                finish(started: started, outcome: "rolled_back")
                throw error
            }
        }
        for hook in outcome.hooks { await hook() }
        return outcome.result
    }

    /// Refuses new work, waits for what is under way, and closes the connections.
    package func close() async {
        writerGate.close()
        readerGate?.close()
        await readerGate?.waitUntilIdle()
        await writerGate.waitUntilIdle()
        await keeper.finish()
        for session in readers + [writer] { await session.close() }
    }

    // MARK: - Reading

    /// In memory there is one connection, so a read takes its turn with the transactions.
    private func readInMemory<Result>(_ body: (any Queryable) async throws -> Result) async throws -> Result {
        let slot = try await enter(writerGate)
        return try await read(on: writer, gate: writerGate, slot: slot, body)
    }

    private func read<Result>(
        on session: Session, gate: ConnectionGate, slot: Int, _ body: (any Queryable) async throws -> Result
    ) async throws -> Result {
        let started = monotonicNanoseconds()
        let lease = makeLease(session, gate: gate, slot: slot, isReader: true)
        defer { metrics.readSeconds.record(Self.seconds(since: started)) }
        return try await withTaskExecutorPreference(session.thread) {
            defer { lease.release() }
            do {
                try await lease.begin(isolation: .serializable)
                let result = try await AccessScope().run { try await body(Reader(lease: lease)) }
                await lease.rollback()
                return result
            } catch {
                await lease.rollback()
                throw error
            }
        }
    }

    // MARK: - Leases

    private func makeLease(_ session: Session, gate: ConnectionGate, slot: Int, isReader: Bool) -> Lease {
        let lease = Lease(
            session, gate: gate, slot: slot, isReader: isReader, configuration: configuration, metrics: metrics,
            wantsCheckpoint: { [keeper] in keeper.requestCheckpoint() })
        keeper.watch()
        return lease
    }

    private func enter(_ gate: ConnectionGate) async throws -> Int {
        let started = monotonicNanoseconds()
        do {
            let slot = try await gate.enter()
            metrics.waitSeconds.record(Self.seconds(since: started), gate.kind.rawValue)
            return slot
        } catch let error as SQLError {
            metrics.refused.increment(error.code.rawValue)
            logger.warning(
                "work refused", ["kind": .string(gate.kind.rawValue), "reason": .string(error.code.rawValue)])
            throw error
        }
    }

    private func finish(started: UInt64, outcome: String) {
        metrics.transactions.increment(outcome)
        metrics.transactionSeconds.record(Self.seconds(since: started))
    }

    private static func seconds(since start: UInt64) -> Double { Double(monotonicNanoseconds() - start) / 1e9 }
}

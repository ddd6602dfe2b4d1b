import Locking
import SQL
import Telemetry

/// A connection for the length of one transaction or read.
///
/// It ends in one of three ways: given back, thrown out by the limit of time, or dead because SQLite itself rolled
/// back. After each of them it runs nothing any more, whatever the closure still tries.
final class Lease: TransactionConnection {
    private enum Phase {
        case active
        /// Still held, but no statement may run.
        case dead(SQLError)
        case expired
        case released
    }

    private let session: Session
    private let gate: ConnectionGate
    private let slot: Int
    private let isReader: Bool
    private let metrics: SQLiteMetrics
    private let statementTimeout: UInt64
    /// Monotonic nanoseconds at which it is thrown out.
    let deadline: UInt64
    private let phase = Locked(Phase.active)
    private let logLimit: Int
    private let wantsCheckpoint: @Sendable () -> Void

    init(
        _ session: Session, gate: ConnectionGate, slot: Int, isReader: Bool, configuration: SQLiteConfiguration,
        metrics: SQLiteMetrics, wantsCheckpoint: @escaping @Sendable () -> Void
    ) {
        logLimit = configuration.logLimit * 2
        self.wantsCheckpoint = wantsCheckpoint
        self.session = session
        self.gate = gate
        self.slot = slot
        self.isReader = isReader
        self.metrics = metrics
        statementTimeout = configuration.statementTimeout.nanoseconds
        deadline = monotonicNanoseconds() + configuration.transactionTimeout.nanoseconds
        session.give(to: self)
    }

    var dialect: Dialect { .sqlite }

    // MARK: - Statements

    func query(_ sql: SQL) async throws -> [Row] {
        try await session.use { [self] connection in
            try guarded(connection) { try $0.query(sql, readOnly: isReader, deadline: $1) }
        }
    }

    func execute(_ sql: SQL) async throws -> Int {
        try await session.use { [self] connection in
            try guarded(connection) { try $0.execute(sql, readOnly: isReader, deadline: $1) }
        }
    }

    func script(_ text: String) async throws {
        try await session.use { [self] connection in
            try guarded(connection) { try $0.script(text, deadline: $1) }
        }
    }

    /// Runs a statement unless the lease or the task has ended, and looks at what it did to the transaction.
    private func guarded<Result>(
        _ connection: Connection, _ body: (Connection, _ deadline: UInt64) throws -> Result
    ) throws -> Result {
        try checkActive()
        try Task.checkCancellation()
        let result: Result
        do {
            result = try body(connection, min(deadline, monotonicNanoseconds() + statementTimeout))
        } catch {
            if let error = error as? SQLError, error.code == .timeout { metrics.timeouts.increment("statement") }
            if !connection.isInTransaction { die("the database rolled the transaction back after: \(error)") }
            throw error
        }
        guard connection.isInTransaction else {
            throw die("a statement ended the transaction; BEGIN, COMMIT and ROLLBACK are not statements to run")
        }
        return result
    }

    private func checkActive() throws(SQLError) {
        switch phase.withLock({ $0 }) {
        case .active: return
        case .dead(let error): throw error
        case .expired: throw SQLError(.timeout, "the transaction was rolled back after its limit of time")
        case .released: throw SQLError(.transactionEnded, "the connection was used after it was given back")
        }
    }

    @discardableResult
    private func die(_ reason: String) -> SQLError {
        let error = SQLError(.transactionEnded, reason)
        phase.withLock { phase in
            if case .active = phase { phase = .dead(error) }
        }
        return error
    }

    // MARK: - Transaction

    func begin(isolation: Isolation) async throws {
        try await session.use { [self] connection in
            try checkActive()
            try Task.checkCancellation()
            // Only an immediate transaction waits for its turn; one that starts by reading fails when it first writes.
            try connection.run(isReader ? "BEGIN" : "BEGIN IMMEDIATE")
        }
    }

    func commit() async throws {
        let (pages, hasGrown) = try await session.use { [self] connection in
            try checkActive()
            try connection.run("COMMIT")
            // The background does not keep up. That this fails is no failure of the commit: the background tries again
            // and reports it.
            guard connection.pagesInLog < logLimit else {
                _ = try? connection.checkpoint()
                return (connection.pagesInLog, false)
            }
            return (connection.pagesInLog, connection.logHasGrown())
        }
        metrics.logPages.set(Double(pages))
        if hasGrown { wantsCheckpoint() }
    }

    func rollback() async {
        await cleanUp { connection in
            // SQLite may have rolled back by itself already.
            if connection.isInTransaction { try connection.run("ROLLBACK") }
        }
    }

    func rollback(toSavepoint name: String) async {
        await cleanUp { connection in
            try connection.run("ROLLBACK TO SAVEPOINT \(unsafe: name)")
            try connection.run("RELEASE SAVEPOINT \(unsafe: name)")
        }
    }

    private func cleanUp(_ body: @Sendable (Connection) throws -> Void) async {
        do {
            try await session.use { [self] connection in
                guard case .active = phase.withLock({ $0 }) else { return try abandon(connection) }
                try body(connection)
            }
        } catch {
            die("the transaction could not be rolled back: \(error)")
        }
    }

    /// What is left to undo for a lease that is dead; one that has expired has nothing left.
    private func abandon(_ connection: Connection) throws {
        guard case .dead = phase.withLock({ $0 }), connection.isInTransaction else { return }
        try connection.run("ROLLBACK")
    }

    // MARK: - End

    /// Gives the connection back. Further calls have no effect.
    func release() {
        let isMine = phase.withLock { phase in
            switch phase {
            case .active, .dead:
                phase = .released
                return true
            case .expired, .released: return false
            }
        }
        guard isMine else { return }
        session.give(to: nil)
        gate.leave(slot: slot)
    }

    /// Throws the closure out: rolls back and gives the connection to the next, while the closure is elsewhere.
    func expire() {
        session.perform { [self] connection in
            let isMine = phase.withLock { phase in
                switch phase {
                case .active, .dead:
                    phase = .expired
                    return true
                case .expired, .released: return false
                }
            }
            guard isMine else { return }
            metrics.timeouts.increment("transaction")
            if connection.isInTransaction { try? connection.run("ROLLBACK") }
            session.give(to: nil)
            gate.leave(slot: slot)
        }
    }
}

/// What the closure of a read is given.
struct Reader: Queryable {
    let lease: Lease

    var dialect: Dialect { .sqlite }

    func query(_ sql: SQL) async throws -> [Row] { try await lease.query(sql) }

    func execute(_ sql: SQL) async throws -> Int { try await lease.execute(sql) }
}

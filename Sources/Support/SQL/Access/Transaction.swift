import Locking

/// A running transaction; valid inside the closure it was given to and nowhere else.
///
/// Statements of one transaction run one after another. After a statement failed, portable code rolls back to a
/// savepoint or lets the error end the transaction: PostgreSQL allows nothing else.
public final class Transaction: Queryable {
    private struct State {
        var hasEnded = false
        /// Why it can only be rolled back, although the closure may go on.
        var failure: SQLError?
        var savepoints: [Int] = []
        var nextSavepoint = 1
        var hooks: [@Sendable () async -> Void] = []
    }

    private let connection: any TransactionConnection
    private let state = Locked(State())

    init(connection: any TransactionConnection) { self.connection = connection }

    /// The kind of database.
    public var dialect: Dialect { connection.dialect }

    /// Runs a statement and returns its rows.
    ///
    /// - Throws: `SQLError`; `CancellationError` when the task was cancelled.
    public func query(_ sql: SQL) async throws -> [Row] {
        try checkOpen()
        return try await connection.query(sql)
    }

    /// Runs a statement and returns how many rows it changed.
    ///
    /// - Throws: `SQLError`; `CancellationError` when the task was cancelled.
    @discardableResult
    public func execute(_ sql: SQL) async throws -> Int {
        try checkOpen()
        return try await connection.execute(sql)
    }

    /// Runs several statements without values, as a migration has them. Never pass text from outside.
    public func execute(unsafeScript text: String) async throws {
        try checkOpen()
        try await connection.script(text)
    }

    /// Runs `body` so that its changes can be undone alone: when it throws they are, and the error goes on.
    ///
    /// Savepoints nest; they do not run beside each other.
    public func savepoint<Result>(_ body: () async throws -> Result) async throws -> Result {
        try checkOpen()
        let (number, hookCount) = state.withLock { state in
            let number = state.nextSavepoint
            state.nextSavepoint += 1
            state.savepoints.append(number)
            return (number, state.hooks.count)
        }
        let name = Dialect.quoted("savepoint_\(number)")
        do {
            try await execute("SAVEPOINT \(unsafe: name)")
            let result = try await body()
            try leave(number)
            try await execute("RELEASE SAVEPOINT \(unsafe: name)")
            return result
        } catch {
            await undo(number, named: name, hookCount: hookCount)
            throw error
        }
    }

    /// Asks for `hook` to run once the transaction is committed, after the connection was given back.
    ///
    /// Hooks run in the order they were asked for, before `transaction` returns. Those of a transaction or savepoint
    /// that is rolled back never run. A hook may begin another transaction; it must not assume that it runs at all,
    /// for the process may end right after the commit.
    public func afterCommit(_ hook: @escaping @Sendable () async -> Void) {
        state.withLock { $0.hooks.append(hook) }
    }

    // MARK: - For the unit of work

    func end() { state.withLock { $0.hasEnded = true } }

    /// Throws when something happened after which a commit would keep half of the changes.
    func checkSound() throws(SQLError) {
        if let failure = state.withLock({ $0.failure }) { throw failure }
    }

    func takeHooks() -> [@Sendable () async -> Void] {
        state.withLock { state in
            defer { state.hooks = [] }
            return state.hooks
        }
    }

    private func checkOpen() throws(SQLError) {
        let (hasEnded, failure) = state.withLock { ($0.hasEnded, $0.failure) }
        if let failure { throw failure }
        if hasEnded {
            throw SQLError(.transactionEnded, "the transaction was used after its closure had returned")
        }
    }

    private func leave(_ number: Int) throws(SQLError) {
        let wasInnermost = state.withLock { state in
            guard state.savepoints.last == number else { return false }
            state.savepoints.removeLast()
            return true
        }
        guard wasInnermost else {
            let error = SQLError(.nestedTransaction, "two savepoints of one transaction ran beside each other")
            state.withLock { $0.failure = error }
            throw error
        }
    }

    private func undo(_ number: Int, named name: String, hookCount: Int) async {
        let canUndo = state.withLock { state in
            if state.hooks.count > hookCount { state.hooks.removeSubrange(hookCount...) }
            if state.savepoints.last == number { state.savepoints.removeLast() }
            return !state.hasEnded && state.failure == nil
        }
        if canUndo { await connection.rollback(toSavepoint: name) }
    }
}

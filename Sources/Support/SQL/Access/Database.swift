/// How far transactions are kept apart. SQLite always gives `serializable`.
public enum Isolation: String, Hashable, Sendable {
    /// Each statement sees what was committed before it.
    case readCommitted
    /// All statements see what was committed before the first.
    case repeatableRead
    /// As if transactions ran one after another.
    case serializable
}

/// A database: the port that adapters implement and `TestKits` holds them to.
///
/// Everything happens in a closure. Inside one, `read` and `transaction` of any database are an error
/// (`.nestedTransaction`): use what the closure was given, or a savepoint.
public protocol Database: Sendable {
    /// The kind of database.
    var dialect: Dialect { get }

    /// Runs `body` on one consistent state of the database, without writing.
    ///
    /// - Parameter body: must be short; it holds a connection while it runs.
    /// - Throws: what `body` throws; `SQLError` with `.overloaded`, `.timeout`, `.closed`; `CancellationError`.
    func read<Result>(_ body: (any Queryable) async throws -> Result) async throws -> Result

    /// Runs `body` in a transaction that is committed when it returns and rolled back when it throws, when the task
    /// is cancelled or when the limit of time passes.
    ///
    /// - Parameters:
    ///   - isolation: at least this; an adapter may give more.
    ///   - body: must be short and do nothing but database work: every other writer waits for it.
    /// - Throws: what `body` throws; `SQLError` with `.overloaded`, `.timeout`, `.busy`, `.closed`;
    ///   `CancellationError`.
    @discardableResult
    func transaction<Result>(
        isolation: Isolation, _ body: (Transaction) async throws -> Result
    ) async throws -> Result
}

extension Database {
    /// Runs `body` in a serializable transaction.
    @discardableResult
    public func transaction<Result>(_ body: (Transaction) async throws -> Result) async throws -> Result {
        try await transaction(isolation: .serializable, body)
    }

    /// Runs one reading statement.
    public func query(_ sql: SQL) async throws -> [Row] { try await read { try await $0.query(sql) } }

    /// Runs one writing statement in a transaction of its own.
    @discardableResult
    public func execute(_ sql: SQL) async throws -> Int { try await transaction { try await $0.execute(sql) } }
}

/// Something that runs statements: a transaction, or a reader.
public protocol Queryable: Sendable {
    /// The kind of database behind it.
    var dialect: Dialect { get }

    /// Runs a statement and returns its rows.
    ///
    /// - Throws: `SQLError`; `CancellationError` when the task was cancelled before or while it ran.
    func query(_ sql: SQL) async throws -> [Row]

    /// Runs a statement and returns how many rows it inserted, updated or deleted.
    ///
    /// - Throws: `SQLError`; `CancellationError` when the task was cancelled before or while it ran.
    @discardableResult
    func execute(_ sql: SQL) async throws -> Int
}

extension Queryable {
    /// The first row, or nil.
    public func first(_ sql: SQL) async throws -> Row? { try await query(sql).first }

    /// The first column of the first row, or nil when there is no row.
    public func value<Value: ColumnValue>(_ sql: SQL, as type: Value.Type = Value.self) async throws -> Value? {
        guard let row = try await query(sql).first else { return nil }
        return try row.value(at: 0, as: type)
    }

    /// The first column of every row.
    public func values<Value: ColumnValue>(_ sql: SQL, as type: Value.Type = Value.self) async throws -> [Value] {
        try await query(sql).map { row throws(SQLError) in try row.value(at: 0, as: type) }
    }

    /// The number in the first column of the first row, for `SELECT count(*)`; 0 when there is no row.
    public func count(_ sql: SQL) async throws -> Int { try await value(sql) ?? 0 }
}

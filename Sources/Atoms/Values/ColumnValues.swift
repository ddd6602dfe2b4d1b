public import EchordPrimitives
public import SQL

// How the values of this layer stand in columns. A raw value speaks for itself; only an instant and a wall time need words.

extension Snowflake: ColumnValue {}
extension Identifier: ColumnValue {}
extension TaskTitle: ColumnValue {}
extension TaskDetails: ColumnValue {}
extension TaskNumber: ColumnValue {}
extension TaskPoints: ColumnValue {}
extension TaskEffort: ColumnValue {}
extension TaskState: ColumnValue {}
extension TaskPriority: ColumnValue {}
extension CompletionNote: ColumnValue {}
extension ZoneName: ColumnValue {}

extension LocalMoment: ColumnValue {
    /// ISO 8601.
    public static var columnType: ColumnType { .text }

    /// Reads ISO 8601.
    public init(sqlValue: SQLValue) throws(SQLError) {
        guard let moment = Self(try String(sqlValue: sqlValue)) else { throw Self.mismatch(sqlValue) }
        self = moment
    }

    /// ISO 8601.
    public var sqlValue: SQLValue { .text(description) }
}

extension Instant: ColumnValue {
    /// Milliseconds since 1970.
    public static var columnType: ColumnType { .integer }

    /// Reads milliseconds since 1970.
    public init(sqlValue: SQLValue) throws(SQLError) { self.init(milliseconds: try Int64(sqlValue: sqlValue)) }

    /// Milliseconds since 1970.
    public var sqlValue: SQLValue { .integer(milliseconds) }
}

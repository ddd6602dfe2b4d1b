/// The names of a result's columns, shared by its rows.
public final class RowColumns: Sendable {
    /// The names in order.
    public let names: [String]

    /// Takes the names in order.
    public init(_ names: [String]) { self.names = names }

    func index(of name: String, hint: Int) -> Int? {
        if hint >= 0, hint < names.count, names[hint] == name { return hint }
        return names.firstIndex(of: name)
    }
}

/// One row of a result.
public struct Row: Sendable {
    /// The names of its columns.
    public let columns: RowColumns
    /// Its values, in the columns' order.
    public let values: [SQLValue]

    /// Puts a row together; there are as many values as columns.
    public init(columns: RowColumns, values: [SQLValue]) {
        precondition(columns.names.count == values.count, "a row has as many values as columns")
        self.columns = columns
        self.values = values
    }

    /// The value of a column; nil when there is no such column.
    public subscript(column: String) -> SQLValue? {
        columns.index(of: column, hint: -1).map { values[$0] }
    }

    /// The value of a column as a Swift type.
    ///
    /// - Parameters:
    ///   - column: its name.
    ///   - type: an optional type where null may stand.
    ///   - hint: where the column is likely to stand, which saves the search.
    /// - Throws: `.noSuchColumn`, or `.typeMismatch` naming the column.
    public func value<Value: ColumnValue>(
        _ column: String, as type: Value.Type = Value.self, hint: Int = -1
    ) throws(SQLError) -> Value {
        guard let index = columns.index(of: column, hint: hint) else {
            throw SQLError(.noSuchColumn, "the result has no column \(column)")
        }
        return try read(index)
    }

    /// The value at a position as a Swift type, counted from 0.
    ///
    /// - Throws: `.noSuchColumn`, or `.typeMismatch` naming the column.
    public func value<Value: ColumnValue>(
        at index: Int, as type: Value.Type = Value.self
    ) throws(SQLError) -> Value {
        guard values.indices.contains(index) else {
            throw SQLError(.noSuchColumn, "the result has \(values.count) columns, none at \(index)")
        }
        return try read(index)
    }

    private func read<Value: ColumnValue>(_ index: Int) throws(SQLError) -> Value {
        do {
            return try Value(sqlValue: values[index])
        } catch {
            throw error.prefixed("column \(columns.names[index])")
        }
    }
}

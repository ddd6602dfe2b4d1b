internal import Crypto

/// The order of a list and the condition for what comes after a place in it: writes SQL, runs nothing.
struct Keyset {
    struct Part {
        let column: EntityColumn
        let index: Int
        let isAscending: Bool
    }

    let parts: [Part]
    private let table: String

    /// - Throws: `.badSchema` for a column that is not there, encrypted or named twice.
    init(_ order: [SortKey], of schema: EntitySchema) throws(SQLError) {
        try schema.checkSound()
        var parts: [Part] = []
        for key in order {
            guard let index = schema.columns.firstIndex(where: { $0.name == key.column }) else {
                throw SQLError(.badSchema, "\(schema.table) has no column \(key.column) to sort by")
            }
            guard !schema.columns[index].traits.contains(.encrypted) else {
                throw SQLError(.badSchema, "\(schema.table).\(key.column) is encrypted; it cannot be sorted by")
            }
            guard !parts.contains(where: { $0.index == index }) else {
                throw SQLError(.badSchema, "\(schema.table).\(key.column) is sorted by twice")
            }
            parts.append(Part(column: schema.columns[index], index: index, isAscending: key.isAscending))
        }
        if !parts.contains(where: { $0.index == schema.keyIndex }) {
            let isAscending = parts.last?.isAscending ?? true
            parts.append(
                Part(column: schema.columns[schema.keyIndex], index: schema.keyIndex, isAscending: isAscending))
        }
        self.parts = parts
        table = schema.table
    }

    /// What stands behind `ORDER BY`.
    var order: SQL {
        parts.map { part in
            let direction = part.isAscending ? " ASC" : " DESC"
            let nulls = part.isAscending ? " NULLS LAST" : " NULLS FIRST"
            return "\(identifier: part.column.name)\(unsafe: direction + (part.column.isNullable ? nulls : ""))"
        }.joined()
    }

    /// What a cursor is bound to: the table, the order and the filter.
    func identity(filter: SQL) -> [UInt8] {
        var bytes = LengthPrefixed()
        bytes.append(table)
        bytes.append(order.text)
        bytes.append(filter.text)
        for value in filter.values { bytes.append(value) }
        return SHA256.digest(bytes.bytes)
    }

    /// The condition for everything after the row with these values.
    ///
    /// - Throws: `.badCursor` when the values are not as many as the columns.
    func after(_ values: [SQLValue]) throws(SQLError) -> SQL {
        guard values.count == parts.count else { throw SQLError(.badCursor, "the page cursor has another order") }
        let isUniform = parts.allSatisfy { $0.isAscending == parts[0].isAscending && !$0.column.isNullable }
        return isUniform ? compared(to: values) : expanded(to: values)
    }

    /// One comparison of tuples, for which the database can use an index from the place on.
    private func compared(to values: [SQLValue]) -> SQL {
        let columns = parts.map(\.column.name)
        let sign = parts[0].isAscending ? ">" : "<"
        return "(\(identifiers: columns)) \(unsafe: sign) (\(values.map { "\($0)" as SQL }.joined()))"
    }

    /// For each column: all before it are equal, and it comes after.
    private func expanded(to values: [SQLValue]) -> SQL {
        var alternatives: [SQL] = []
        var equal: [SQL] = []
        for (part, value) in zip(parts, values) {
            if let later = part.later(than: value) {
                alternatives.append("(\((equal + [later]).joined(separator: " AND ")))")
            }
            equal.append(part.equal(to: value))
        }
        return alternatives.isEmpty ? "1 = 0" : "(\(alternatives.joined(separator: " OR ")))"
    }
}

extension Keyset.Part {
    fileprivate var name: SQL { "\(identifier: column.name)" }

    fileprivate func equal(to value: SQLValue) -> SQL { value.isNull ? "\(name) IS NULL" : "\(name) = \(value)" }

    /// Nil when nothing comes after the value.
    fileprivate func later(than value: SQLValue) -> SQL? {
        switch (isAscending, value.isNull) {
        case (true, true): nil
        case (true, false): column.isNullable ? "(\(name) > \(value) OR \(name) IS NULL)" : "\(name) > \(value)"
        case (false, true): "\(name) IS NOT NULL"
        case (false, false): "\(name) < \(value)"
        }
    }
}

extension SQL {
    /// Collects the pieces of an interpolated statement.
    public struct StringInterpolation: StringInterpolationProtocol {
        var sql: SQL

        /// Called by the compiler.
        public init(literalCapacity: Int, interpolationCount: Int) {
            sql = .empty
            sql.reserve(text: literalCapacity + interpolationCount, values: interpolationCount)
        }

        /// Text of the literal.
        public mutating func appendLiteral(_ literal: String) { sql.append(text: literal) }

        /// A bound value.
        public mutating func appendInterpolation(_ value: some ColumnValue) { sql.bind(value.sqlValue) }

        /// A bound value, null for nil.
        public mutating func appendInterpolation(_ value: (some ColumnValue)?) { sql.bind(value.sqlValue) }

        /// A bound value.
        public mutating func appendInterpolation(_ value: SQLValue) { sql.bind(value) }

        /// Another piece with its values.
        public mutating func appendInterpolation(_ other: SQL) { sql.append(other) }

        /// Bound values with commas between them, for `IN (…)`; an empty list is `NULL`, which equals nothing.
        public mutating func appendInterpolation<Value: ColumnValue>(list values: some Sequence<Value>) {
            var isFirst = true
            for value in values {
                if !isFirst { sql.append(text: ", ") }
                sql.bind(value.sqlValue)
                isFirst = false
            }
            if isFirst { sql.append(text: "NULL") }
        }

        /// A quoted name of a table or column.
        public mutating func appendInterpolation(identifier: String) {
            sql.append(text: Dialect.quoted(identifier))
        }

        /// Quoted names with commas between them.
        public mutating func appendInterpolation(identifiers: some Sequence<String>) {
            sql.append(text: identifiers.map(Dialect.quoted).joined(separator: ", "))
        }

        /// Text that goes in as it is. Never pass anything here that came from outside.
        public mutating func appendInterpolation(unsafe text: String) { sql.append(text: text) }
    }
}

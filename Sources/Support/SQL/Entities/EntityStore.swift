/// Reads and writes the rows of one kind of entity: the plain part of every repository.
///
/// It holds no connection; each call is given the transaction or reader to use.
public struct EntityStore<Element: Entity>: Sendable {
    let cipher: ColumnCipher?
    let cursors: CursorSigner
    var schema: EntitySchema { Element.schema }

    /// - Parameters:
    ///   - cipher: for encrypted columns; without it an entity that has some is refused with `.encryption`.
    ///   - cursors: signs page cursors; the same key wherever a cursor may come back to.
    public init(
        _ type: Element.Type = Element.self, cipher: ColumnCipher? = nil, cursors: CursorSigner = .ofThisProcess
    ) {
        self.cipher = cipher
        self.cursors = cursors
    }

    // MARK: - Reading

    /// The entity with this key, or nil.
    public func find(_ key: Element.Key, in source: any Queryable) async throws -> Element? {
        try await all(where: "\(identifier: schema.columns[schema.keyIndex].name) = \(key)", in: source).first
    }

    /// The first entity that fits, or nil.
    public func first(where condition: SQL, orderedBy order: SQL = .empty, in source: any Queryable) async throws
        -> Element?
    {
        try await all(where: condition, orderedBy: order, limit: 1, in: source).first
    }

    /// Every entity that fits.
    ///
    /// - Parameters:
    ///   - condition: what stands behind `WHERE`; empty for all.
    ///   - order: what stands behind `ORDER BY`; empty for none.
    ///   - limit: the largest number of entities, if there is one.
    public func all(
        where condition: SQL = .empty, orderedBy order: SQL = .empty, limit: Int? = nil, in source: any Queryable
    ) async throws -> [Element] {
        try schema.checkSound()
        var statement = schema.selection
        if !condition.isEmpty { statement += " WHERE \(condition)" }
        if !order.isEmpty { statement += " ORDER BY \(order)" }
        if let limit { statement += " LIMIT \(limit)" }
        return try await source.query(statement).map { row throws(SQLError) in try decode(row) }
    }

    /// How many entities fit.
    public func count(where condition: SQL = .empty, in source: any Queryable) async throws -> Int {
        try schema.checkSound()
        var statement: SQL = "SELECT count(*) FROM \(identifier: schema.table)"
        if !condition.isEmpty { statement += " WHERE \(condition)" }
        return try await source.count(statement)
    }

    /// Reads a row of a statement of one's own, which has the entity's columns among others; opens what is encrypted.
    public func decode(_ row: Row) throws(SQLError) -> Element {
        guard !schema.encryptedIndexes.isEmpty else { return try Element(row: row) }
        return try Element(row: try opened(row))
    }

    // MARK: - Writing

    /// Writes a new row.
    ///
    /// - Throws: `.uniqueViolation` and the other constraints' errors.
    public func insert(_ element: Element, in transaction: Transaction) async throws {
        try await transaction.execute(insertion(of: [element]))
    }

    /// Writes many new rows with few statements.
    ///
    /// - Parameter skipping: columns of a unique constraint; a row that it refuses is left out instead of an error.
    /// - Returns: how many rows were written.
    @discardableResult
    public func insert(
        _ elements: some Collection<Element>, skippingConflictsOn skipping: [String]? = nil,
        in transaction: Transaction
    ) async throws -> Int {
        try schema.checkSound()
        let size = Self.chunkSize(columns: schema.columns.count, dialect: transaction.dialect)
        var written = 0
        var rest = elements[...]
        while !rest.isEmpty {
            var statement = try insertion(of: rest.prefix(size))
            if let skipping { statement += transaction.dialect.onConflict(skipping, updating: []) }
            written += try await transaction.execute(statement)
            rest = rest.dropFirst(size)
        }
        return written
    }

    /// Writes a new row, or takes the new values where a row with the same values in `columns` stands already; its
    /// version then grows by one, uncompared.
    ///
    /// - Parameter columns: those of a unique constraint; the primary key unless given. With encrypted columns only
    ///   the primary key is allowed, for what is sealed for one key cannot be opened under another.
    public func upsert(_ element: Element, on columns: [String]? = nil, in transaction: Transaction) async throws {
        let key = schema.columns[schema.keyIndex].name
        let target = columns ?? [key]
        guard schema.encryptedIndexes.isEmpty || target == [key] else {
            throw SQLError(.badSchema, "\(schema.table): an upsert of encrypted columns goes by the primary key")
        }
        var statement = try insertion(of: [element])
        let updating = schema.columns.filter { column in
            !target.contains(column.name) && column.traits.isDisjoint(with: [.primaryKey, .version])
        }
        var assignments = updating.map { "\(identifier: $0.name) = excluded.\(identifier: $0.name)" as SQL }
        if let version = schema.version {
            assignments.append(
                "\(identifier: version.name) = \(identifier: schema.table).\(identifier: version.name) + 1")
        }
        statement += " ON CONFLICT (\(identifiers: target)) DO "
        statement += assignments.isEmpty ? "NOTHING" : "UPDATE SET \(assignments.joined())"
        try await transaction.execute(statement)
    }

    /// Writes every column of a row that is there; where the entity has a version, only if nobody has updated the
    /// row since it was read.
    ///
    /// - Returns: the entity with its new version.
    /// - Throws: `ConflictError` when the version differs or the row is gone; `.noRow` without a version.
    @discardableResult
    public func update(_ element: Element, in transaction: Transaction) async throws -> Element {
        try schema.checkSound()
        let plain = element.columnValues
        let values = try sealed(plain)
        var assignments: [SQL] = []
        for (index, column) in schema.columns.enumerated() where index != schema.keyIndex {
            let name: SQL = "\(identifier: column.name)"
            assignments.append(index == schema.versionIndex ? "\(name) = \(name) + 1" : "\(name) = \(values[index])")
        }
        guard !assignments.isEmpty else { return element }
        let changed = try await transaction.execute(
            "UPDATE \(identifier: schema.table) SET \(assignments.joined()) WHERE \(identity(of: plain))")
        guard changed > 0 else { throw try await conflict(plain, in: transaction) }
        guard let index = schema.versionIndex, case .integer(let version) = plain[index] else { return element }
        var updated = plain
        updated[index] = .integer(version + 1)
        return try Element(row: Row(columns: schema.rowColumns, values: updated))
    }

    /// Deletes the row with this key, whatever its version; false when there was none.
    @discardableResult
    public func delete(_ key: Element.Key, in transaction: Transaction) async throws -> Bool {
        try schema.checkSound()
        let name = schema.columns[schema.keyIndex].name
        return try await transaction.execute(
            "DELETE FROM \(identifier: schema.table) WHERE \(identifier: name) = \(key)") > 0
    }

    /// Deletes the entity's row; where it has a version, only if nobody has updated the row since it was read.
    ///
    /// - Throws: `ConflictError` when the version differs or the row is gone; `.noRow` without a version.
    public func delete(_ element: Element, in transaction: Transaction) async throws {
        try schema.checkSound()
        let values = element.columnValues
        let changed = try await transaction.execute(
            "DELETE FROM \(identifier: schema.table) WHERE \(identity(of: values))")
        guard changed > 0 else { throw try await conflict(values, in: transaction) }
    }

    // MARK: - Pieces

    /// As many rows as one statement may bind, but not so many that its text grows large.
    static func chunkSize(columns: Int, dialect: Dialect) -> Int {
        max(1, min(200, dialect.bindLimit / max(columns, 1)))
    }

    private func insertion(of elements: some Collection<Element>) throws(SQLError) -> SQL {
        try schema.checkSound()
        var rows: [SQL] = []
        for element in elements {
            let values = try sealed(element.columnValues)
            rows.append("(\(values.map { "\($0)" as SQL }.joined()))")
        }
        return "INSERT INTO \(identifier: schema.table) (\(schema.columnList)) VALUES \(rows.joined())"
    }

    /// The condition that finds the row, in the version that was read.
    private func identity(of values: [SQLValue]) -> SQL {
        let key = schema.columns[schema.keyIndex].name
        var condition: SQL = "\(identifier: key) = \(values[schema.keyIndex])"
        if let index = schema.versionIndex {
            condition += " AND \(identifier: schema.columns[index].name) = \(values[index])"
        }
        return condition
    }

    /// Why no row was changed.
    private func conflict(_ values: [SQLValue], in transaction: Transaction) async throws -> any Error {
        guard let index = schema.versionIndex, case .integer(let expected) = values[index] else {
            return SQLError(.noRow, "\(schema.table): the row is gone")
        }
        let key = schema.columns[schema.keyIndex].name
        let actual: Int64? = try await transaction.value(
            """
            SELECT \(identifier: schema.columns[index].name) FROM \(identifier: schema.table)
            WHERE \(identifier: key) = \(values[schema.keyIndex])
            """)
        return ConflictError(table: schema.table, expected: expected, actual: actual)
    }
}

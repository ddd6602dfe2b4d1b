extension EntityStore {
    /// One page of the entities that fit, found by the place where the page before ended: as fast on the thousandth
    /// page as on the first, and no entity twice or left out while others come and go.
    ///
    /// - Parameters:
    ///   - condition: what stands behind `WHERE`; empty for all. A cursor is valid for the same condition only.
    ///   - request: which page, in which order.
    /// - Throws: `.badCursor` for a cursor that was changed or belongs to another list.
    public func page(
        where condition: SQL = .empty, _ request: PageRequest = PageRequest(), in source: any Queryable
    ) async throws -> Page<Element> {
        let keyset = try Keyset(request.order, of: schema)
        let list = keyset.identity(filter: condition)
        var conditions: [SQL] = condition.isEmpty ? [] : ["(\(condition))"]
        if let after = request.after { conditions.append(try keyset.after(cursors.verify(after, list: list))) }
        var statement = schema.selection
        if !conditions.isEmpty { statement += " WHERE \(conditions.joined(separator: " AND "))" }
        // One more than asked for tells whether there is a next page.
        statement += " ORDER BY \(keyset.order) LIMIT \(request.limit + 1)"
        let rows = try await source.query(statement)
        let shown = rows.prefix(request.limit)
        var next: String?
        if rows.count > request.limit, let last = shown.last {
            next = cursors.sign(keyset.parts.map { last.values[$0.index] }, list: list)
        }
        let items = try shown.map { row throws(SQLError) in try decode(row) }
        let total = request.countsTotal ? try await count(where: condition, in: source) : nil
        return Page(items: items, next: next, total: total)
    }
}

/// A table as the program sees it.
public struct EntitySchema: Hashable, Sendable {
    /// The table's name.
    public let table: String
    /// The columns, in the order in which an entity gives its values.
    public let columns: [EntityColumn]
    /// What is wrong with it; every operation of a store with such a schema throws `.badSchema`.
    public let problem: String?
    /// Where the primary key stands; 0 for a schema with a problem.
    let keyIndex: Int
    /// Where the version stands.
    let versionIndex: Int?
    let encryptedIndexes: [Int]
    let rowColumns: RowColumns
    /// `"id", "title"`
    let columnList: SQL

    /// A table with these columns.
    public init(table: String, columns: [EntityColumn]) {
        self.table = table
        self.columns = columns
        problem = Self.problem(table: table, columns: columns)
        keyIndex = columns.firstIndex { $0.traits.contains(.primaryKey) } ?? 0
        versionIndex = columns.firstIndex { $0.traits.contains(.version) }
        encryptedIndexes = columns.indices.filter { columns[$0].traits.contains(.encrypted) }
        rowColumns = RowColumns(columns.map(\.name))
        columnList = "\(identifiers: columns.map(\.name))"
    }

    /// The primary key's column.
    public var key: EntityColumn? { columns.first { $0.traits.contains(.primaryKey) } }
    /// The version's column.
    public var version: EntityColumn? { versionIndex.map { columns[$0] } }

    /// The column of this name.
    public func column(_ name: String) -> EntityColumn? { columns.first { $0.name == name } }

    /// `SELECT "id", "title" FROM "tasks"`, to be continued.
    public var selection: SQL { "SELECT \(columnList) FROM \(identifier: table)" }

    /// Equal when table and columns are.
    public static func == (left: EntitySchema, right: EntitySchema) -> Bool {
        left.table == right.table && left.columns == right.columns
    }

    /// Hashes table and columns.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(table)
        hasher.combine(columns)
    }

    private static func problem(table: String, columns: [EntityColumn]) -> String? {
        if table.isEmpty { return "an entity needs the name of its table" }
        let keys = columns.filter { $0.traits.contains(.primaryKey) }
        let versions = columns.filter { $0.traits.contains(.version) }
        if keys.count != 1 { return "\(table): one column is the primary key, not \(keys.count)" }
        if versions.count > 1 { return "\(table): at most one column is the version, not \(versions.count)" }
        if Set(columns.map(\.name)).count != columns.count { return "\(table): two columns have one name" }
        for column in columns {
            if column.traits.isSuperset(of: [.primaryKey, .encrypted]) {
                return "\(table).\(column.name): a primary key cannot be encrypted"
            }
            if column.traits.contains(.encrypted), column.type != .text, column.type != .blob {
                return "\(table).\(column.name): only text and bytes can be encrypted"
            }
            if column.traits.contains(.version), column.type != .integer || column.isNullable {
                return "\(table).\(column.name): a version is a whole number and never null"
            }
            if column.traits.contains(.primaryKey), column.isNullable {
                return "\(table).\(column.name): a primary key is never null"
            }
        }
        return nil
    }

    func checkSound() throws(SQLError) {
        if let problem { throw SQLError(.badSchema, problem) }
    }
}

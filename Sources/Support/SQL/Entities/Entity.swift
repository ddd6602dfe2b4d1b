/// A struct whose values are rows of one table.
///
/// `@Entity(table:)` writes the conformance; it can as well be written by hand.
public protocol Entity: Sendable {
    /// The primary key's type.
    associatedtype Key: ColumnValue
    /// The table and its columns.
    static var schema: EntitySchema { get }
    /// Reads a row; columns are found by name, so their order does not matter.
    ///
    /// - Throws: `.noSuchColumn` or `.typeMismatch`, naming the column.
    init(row: Row) throws(SQLError)
    /// The values, in the order of `schema.columns`. Encrypted columns stand here in the clear.
    var columnValues: [SQLValue] { get }
}

/// One column of an entity.
public struct EntityColumn: Hashable, Sendable {
    /// What a column is besides holding a value.
    public struct Traits: OptionSet, Hashable, Sendable {
        /// The bits.
        public let rawValue: Int

        /// Traits of these bits.
        public init(rawValue: Int) { self.rawValue = rawValue }

        /// The row's identity. Each entity has exactly one.
        public static let primaryKey = Traits(rawValue: 1)
        /// Counts the updates of a row and is compared at each of them. At most one, a whole number.
        public static let version = Traits(rawValue: 2)
        /// Stored sealed with AES-256-GCM. Text or bytes.
        public static let encrypted = Traits(rawValue: 4)
        /// There is an index over it.
        public static let indexed = Traits(rawValue: 8)
        /// There is a unique index over it.
        public static let unique = Traits(rawValue: 16)
    }

    /// Its name in the table, a literal that never follows the property's name when that changes.
    public let name: String
    /// What the property holds; an encrypted column holds bytes in the table whatever stands here.
    public let type: ColumnType
    /// Whether null may stand in it.
    public let isNullable: Bool
    /// What it is besides.
    public let traits: Traits

    /// A column `name` that holds values of `type`.
    public init<Value: ColumnValue>(_ name: String, _ type: Value.Type, _ traits: Traits = []) {
        self.name = name
        self.type = Value.columnType
        isNullable = Value.isNullable
        self.traits = traits
    }

    /// What the column holds in the table.
    public var storedType: ColumnType { traits.contains(.encrypted) ? .blob : type }
}

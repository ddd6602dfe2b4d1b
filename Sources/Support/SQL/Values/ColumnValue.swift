/// A type whose values stand in columns.
///
/// A value written and read again is equal to itself. A `RawRepresentable` whose raw value conforms only has to
/// declare the conformance.
public protocol ColumnValue: Sendable {
    /// What the column holds.
    static var columnType: ColumnType { get }
    /// Whether null is one of the values; false unless the type is an optional.
    static var isNullable: Bool { get }
    /// Reads a value from a column; throws `.typeMismatch` when it is none of this type.
    init(sqlValue: SQLValue) throws(SQLError)
    /// The value for a column.
    var sqlValue: SQLValue { get }
}

extension ColumnValue {
    /// Most types have no null.
    public static var isNullable: Bool { false }

    /// The error of a value that is none of this type. The value itself stays out of it.
    public static func mismatch(_ value: SQLValue) -> SQLError {
        SQLError(.typeMismatch, "expected \(Self.self), found \(value.kind)")
    }
}

extension ColumnValue where Self: RawRepresentable, RawValue: ColumnValue {
    /// The raw value's type.
    public static var columnType: ColumnType { RawValue.columnType }

    /// Reads the raw value; throws `.typeMismatch` when it stands for no value of this type.
    public init(sqlValue: SQLValue) throws(SQLError) {
        guard let value = Self(rawValue: try RawValue(sqlValue: sqlValue)) else { throw Self.mismatch(sqlValue) }
        self = value
    }

    /// The raw value.
    public var sqlValue: SQLValue { rawValue.sqlValue }
}

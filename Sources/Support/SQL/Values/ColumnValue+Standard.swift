@_exported public import struct Crypto.UUIDv7

extension String: ColumnValue {
    /// Text.
    public static var columnType: ColumnType { .text }

    /// Reads text.
    public init(sqlValue: SQLValue) throws(SQLError) {
        guard case .text(let value) = sqlValue else { throw Self.mismatch(sqlValue) }
        self = value
    }

    /// Text.
    public var sqlValue: SQLValue { .text(self) }
}

extension Int64: ColumnValue {
    /// A whole number.
    public static var columnType: ColumnType { .integer }

    /// Reads a whole number.
    public init(sqlValue: SQLValue) throws(SQLError) {
        guard case .integer(let value) = sqlValue else { throw Self.mismatch(sqlValue) }
        self = value
    }

    /// A whole number.
    public var sqlValue: SQLValue { .integer(self) }
}

extension Int: ColumnValue {
    /// A whole number.
    public static var columnType: ColumnType { .integer }

    /// Reads a whole number.
    public init(sqlValue: SQLValue) throws(SQLError) { self = Int(try Int64(sqlValue: sqlValue)) }

    /// A whole number.
    public var sqlValue: SQLValue { .integer(Int64(self)) }
}

/// Snowflakes and permissions: the 64 bits are kept as they are, so a value above `Int64.max` is stored as a negative
/// number. Equality is exact; order holds for values below 2⁶³, which snowflakes stay until the year 2084.
extension UInt64: ColumnValue {
    /// A whole number.
    public static var columnType: ColumnType { .integer }

    /// Reads the 64 bits.
    public init(sqlValue: SQLValue) throws(SQLError) { self = UInt64(bitPattern: try Int64(sqlValue: sqlValue)) }

    /// The 64 bits.
    public var sqlValue: SQLValue { .integer(Int64(bitPattern: self)) }
}

extension Bool: ColumnValue {
    /// A whole number, 0 or 1.
    public static var columnType: ColumnType { .integer }

    /// Reads 0 or 1; every other number is a mismatch.
    public init(sqlValue: SQLValue) throws(SQLError) {
        switch sqlValue {
        case .integer(0): self = false
        case .integer(1): self = true
        default: throw Self.mismatch(sqlValue)
        }
    }

    /// 0 or 1.
    public var sqlValue: SQLValue { .integer(self ? 1 : 0) }
}

extension Double: ColumnValue {
    /// A floating-point number.
    public static var columnType: ColumnType { .real }

    /// Reads a floating-point or a whole number.
    public init(sqlValue: SQLValue) throws(SQLError) {
        switch sqlValue {
        case .real(let value): self = value
        case .integer(let value): self = Double(value)
        default: throw Self.mismatch(sqlValue)
        }
    }

    /// A floating-point number; not-a-number becomes null, for SQLite stores none.
    public var sqlValue: SQLValue { isNaN ? .null : .real(self) }
}

extension [UInt8]: ColumnValue {
    /// Bytes.
    public static var columnType: ColumnType { .blob }

    /// Reads bytes.
    public init(sqlValue: SQLValue) throws(SQLError) {
        guard case .blob(let value) = sqlValue else { throw Self.mismatch(sqlValue) }
        self = value
    }

    /// Bytes.
    public var sqlValue: SQLValue { .blob(self) }
}

extension UUIDv7: ColumnValue {
    /// 16 bytes, which sort by time.
    public static var columnType: ColumnType { .blob }

    /// Reads 16 bytes of version 7.
    public init(sqlValue: SQLValue) throws(SQLError) {
        guard case .blob(let bytes) = sqlValue, let value = UUIDv7(bytes: bytes) else { throw Self.mismatch(sqlValue) }
        self = value
    }

    /// 16 bytes.
    public var sqlValue: SQLValue { .blob(bytes) }
}

extension Optional: ColumnValue where Wrapped: ColumnValue {
    /// The wrapped type's.
    public static var columnType: ColumnType { Wrapped.columnType }

    /// True.
    public static var isNullable: Bool { true }

    /// Reads null as nil.
    public init(sqlValue: SQLValue) throws(SQLError) { self = sqlValue.isNull ? nil : try Wrapped(sqlValue: sqlValue) }

    /// Null for nil.
    public var sqlValue: SQLValue { self?.sqlValue ?? .null }
}

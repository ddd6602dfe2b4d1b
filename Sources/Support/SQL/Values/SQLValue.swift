/// A value as a database holds it.
public enum SQLValue: Hashable, Sendable {
    /// No value.
    case null
    /// A whole number; a truth value is 0 or 1.
    case integer(Int64)
    /// A floating-point number.
    case real(Double)
    /// UTF-8 text.
    case text(String)
    /// Bytes.
    case blob([UInt8])

    /// True for `.null`.
    public var isNull: Bool { self == .null }

    /// The kind, for error messages; never the value.
    var kind: String {
        switch self {
        case .null: "null"
        case .integer: "integer"
        case .real: "real"
        case .text: "text"
        case .blob: "blob"
        }
    }
}

/// What a column holds, as far as all dialects agree.
public enum ColumnType: String, Hashable, Sendable {
    /// 64-bit whole numbers; also truth values and snowflakes.
    case integer
    /// 64-bit floating point.
    case real
    /// UTF-8 text.
    case text
    /// Bytes.
    case blob
}

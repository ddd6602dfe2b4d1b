import CSQLite
import SQL

/// A statement that SQLite has compiled; finalised when it goes. Used on its connection's thread only.
final class PreparedStatement {
    let handle: OpaquePointer
    /// True when it cannot change the database.
    let isReadOnly: Bool
    let parameterCount: Int
    /// For the cache: when it was last used.
    var lastUse: UInt64 = 0
    private var columns: RowColumns?
    private var columnsVersion: Int32 = -1

    init(handle: OpaquePointer) {
        self.handle = handle
        isReadOnly = sqlite3_stmt_readonly(handle) != 0
        parameterCount = Int(sqlite3_bind_parameter_count(handle))
    }

    deinit { sqlite3_finalize(handle) }

    /// Binds a value; `index` counts from 1.
    func bind(_ value: SQLValue, at index: Int32) -> Int32 {
        switch value {
        case .null: return sqlite3_bind_null(handle, index)
        case .integer(let number): return sqlite3_bind_int64(handle, index, number)
        case .real(let number): return sqlite3_bind_double(handle, index, number)
        case .text(var text):
            return text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { characters in
                    guard let start = characters.baseAddress, let length = Int32(exactly: characters.count) else {
                        return csqlite_bind_text(handle, index, "", 0)
                    }
                    return csqlite_bind_text(handle, index, start, length)
                }
            }
        case .blob(let bytes):
            guard let length = Int32(exactly: bytes.count) else { return SQLITE_TOOBIG }
            return csqlite_bind_blob(handle, index, bytes, length)
        }
    }

    /// Makes it ready for its next run and lets go of the values.
    func reset() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    /// The row it stands on.
    func row() -> Row {
        let columns = currentColumns()
        let values = (0..<Int32(columns.names.count)).map(value(at:))
        return Row(columns: columns, values: values)
    }

    /// The names of the columns; SQLite may compile a statement again while it runs, which can change them.
    private func currentColumns() -> RowColumns {
        let version = sqlite3_stmt_status(handle, SQLITE_STMTSTATUS_REPREPARE, 0)
        if let columns, version == columnsVersion { return columns }
        let names = (0..<sqlite3_column_count(handle)).map { index in
            sqlite3_column_name(handle, index).map { String(cString: $0) } ?? ""
        }
        let columns = RowColumns(names)
        self.columns = columns
        columnsVersion = version
        return columns
    }

    private func value(at index: Int32) -> SQLValue {
        switch sqlite3_column_type(handle, index) {
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, index))
        case SQLITE_FLOAT: return .real(sqlite3_column_double(handle, index))
        case SQLITE_TEXT:
            guard let start = sqlite3_column_text(handle, index) else { return .text("") }
            let count = Int(sqlite3_column_bytes(handle, index))
            return .text(String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
        case SQLITE_BLOB:
            let count = Int(sqlite3_column_bytes(handle, index))
            return .blob([UInt8](UnsafeRawBufferPointer(start: sqlite3_column_blob(handle, index), count: count)))
        default: return .null
        }
    }
}

/// The statements a connection has compiled lately, the least recently used one leaving first.
struct StatementCache {
    /// A longer text is seldom the same twice, and its machine code takes room.
    private static let longestText = 8_192

    let limit: Int
    private var statements: [String: PreparedStatement] = [:]
    private var uses: UInt64 = 0

    init(limit: Int) { self.limit = limit }

    var count: Int { statements.count }

    mutating func find(_ text: String) -> PreparedStatement? {
        guard let statement = statements[text] else { return nil }
        uses += 1
        statement.lastUse = uses
        return statement
    }

    mutating func insert(_ statement: PreparedStatement, for text: String) {
        guard limit > 0, text.utf8.count <= Self.longestText else { return }
        if statements.count >= limit, let oldest = statements.min(by: { $0.value.lastUse < $1.value.lastUse }) {
            statements.removeValue(forKey: oldest.key)
        }
        uses += 1
        statement.lastUse = uses
        statements[text] = statement
    }

    mutating func removeAll() { statements = [:] }
}

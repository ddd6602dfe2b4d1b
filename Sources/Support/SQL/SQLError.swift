/// What went wrong in a database; its description holds no value of any row.
public struct SQLError: Error, Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    /// The kind of failure; open, so that a new kind breaks nobody.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The kind's name.
        public let rawValue: String

        /// A kind of this name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// A unique constraint or primary key would hold twice; see `constraint`.
        public static let uniqueViolation = Code(rawValue: "uniqueViolation")
        /// A reference to a row that is not there, or a row that is still referred to.
        public static let foreignKeyViolation = Code(rawValue: "foreignKeyViolation")
        /// Null in a column that has none; see `constraint`.
        public static let notNullViolation = Code(rawValue: "notNullViolation")
        /// A check constraint or a trigger refused the row.
        public static let checkViolation = Code(rawValue: "checkViolation")
        /// Another process holds the lock longer than the wait; try again.
        public static let busy = Code(rawValue: "busy")
        /// Two transactions cannot both succeed; try the whole transaction again.
        public static let conflict = Code(rawValue: "conflict")
        /// The queue for the database is full; the work was not begun.
        public static let overloaded = Code(rawValue: "overloaded")
        /// A limit of time passed: waiting for a connection, a statement or a whole transaction.
        public static let timeout = Code(rawValue: "timeout")
        /// The database was closed.
        public static let closed = Code(rawValue: "closed")
        /// The transaction has already ended or was rolled back by the database.
        public static let transactionEnded = Code(rawValue: "transactionEnded")
        /// A read or a transaction was begun inside another one.
        public static let nestedTransaction = Code(rawValue: "nestedTransaction")
        /// A write on a connection for reading.
        public static let readOnly = Code(rawValue: "readOnly")
        /// The statement is wrong: syntax, an unknown table or column, a wrong number of bound values.
        public static let badStatement = Code(rawValue: "badStatement")
        /// A value is none of the type asked for, or a strict column refused it.
        public static let typeMismatch = Code(rawValue: "typeMismatch")
        /// A column was asked for that the result does not have.
        public static let noSuchColumn = Code(rawValue: "noSuchColumn")
        /// One row was expected and there was none.
        public static let noRow = Code(rawValue: "noRow")
        /// A value, a statement or a result is larger than allowed.
        public static let tooLarge = Code(rawValue: "tooLarge")
        /// The database cannot be opened or written: folder, permissions.
        public static let unwritable = Code(rawValue: "unwritable")
        /// The file is no database, or it is encrypted.
        public static let notADatabase = Code(rawValue: "notADatabase")
        /// The disk is full.
        public static let full = Code(rawValue: "full")
        /// The database is damaged.
        public static let corrupt = Code(rawValue: "corrupt")
        /// Reading or writing the disk failed.
        public static let inputOutput = Code(rawValue: "inputOutput")
        /// A later version of the program has migrated the database; it was left untouched.
        public static let newerSchema = Code(rawValue: "newerSchema")
        /// A migration that was applied has another text now.
        public static let checksumMismatch = Code(rawValue: "checksumMismatch")
        /// Another process is migrating; the message names it.
        public static let migrationLocked = Code(rawValue: "migrationLocked")
        /// The list of migrations contradicts itself or the database.
        public static let badMigration = Code(rawValue: "badMigration")
        /// An entity's schema contradicts itself.
        public static let badSchema = Code(rawValue: "badSchema")
        /// A page cursor was changed or belongs to another list.
        public static let badCursor = Code(rawValue: "badCursor")
        /// An encrypted column cannot be opened, or there is no key ring.
        public static let encryption = Code(rawValue: "encryption")
        /// A failure that has no name here; see `nativeCode`.
        public static let other = Code(rawValue: "other")
    }

    /// The constraint that refused a row, as far as the database tells.
    public struct Constraint: Hashable, Sendable {
        /// Its name, where the database names it.
        public let name: String?
        /// The table.
        public let table: String?
        /// The columns, in the constraint's order.
        public let columns: [String]

        /// Puts together what is known.
        public init(name: String? = nil, table: String? = nil, columns: [String] = []) {
            self.name = name
            self.table = table
            self.columns = columns
        }
    }

    /// The kind of failure.
    public let code: Code
    /// One sentence, safe to show.
    public let message: String
    /// The constraint, for violations.
    public let constraint: Constraint?
    /// The database's own number (SQLite's extended result code), if it gave one.
    public let nativeCode: Int?
    /// The statement with its placeholders, never the values.
    public let statement: String?

    /// Puts an error together.
    public init(
        _ code: Code, _ message: String, constraint: Constraint? = nil, nativeCode: Int? = nil,
        statement: String? = nil
    ) {
        self.code = code
        self.message = message
        self.constraint = constraint
        self.nativeCode = nativeCode
        self.statement = statement
    }

    /// True when the same transaction may well succeed if it is run again from its start.
    public var isTransient: Bool {
        code == .busy || code == .conflict || code == .overloaded
    }

    /// True when the constraint over exactly these columns refused the row, in whatever order they are given.
    public func isUniqueViolation(table: String, columns: String...) -> Bool {
        code == .uniqueViolation && constraint?.table == table && Set(constraint?.columns ?? []) == Set(columns)
    }

    /// Code and sentence.
    public var description: String { "\(code.rawValue): \(message)" }

    /// Everything, the statement too.
    public var debugDescription: String {
        var text = description
        if let nativeCode { text += " (\(nativeCode))" }
        if let statement { text += " in: \(statement)" }
        return text
    }

    func prefixed(_ prefix: String) -> SQLError {
        SQLError(
            code, "\(prefix): \(message)", constraint: constraint, nativeCode: nativeCode, statement: statement)
    }
}

/// Somebody else changed or deleted the row since it was read.
public struct ConflictError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The table.
    public let table: String
    /// The version that was read.
    public let expected: Int64
    /// The version that stands there now; nil when the row is gone.
    public let actual: Int64?

    /// Puts the error together.
    public init(table: String, expected: Int64, actual: Int64?) {
        self.table = table
        self.expected = expected
        self.actual = actual
    }

    /// Table and versions.
    public var description: String {
        let found = actual.map { "version \($0)" } ?? "no row"
        return "conflict: \(table) was expected at version \(expected), found \(found)"
    }
}

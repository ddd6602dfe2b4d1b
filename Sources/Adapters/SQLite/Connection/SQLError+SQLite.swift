import CSQLite
import SQL

extension SQLError {
    /// The error of a result code of SQLite.
    ///
    /// - Parameters:
    ///   - code: an extended result code.
    ///   - detail: SQLite's own sentence, which names tables and columns and no values.
    ///   - statement: the text without values.
    static func sqlite(_ code: Int32, _ detail: String, statement: String? = nil) -> SQLError {
        if code & 0xff == SQLITE_CONSTRAINT {
            return constraintError(code, detail, statement: statement)
        }
        let (kind, advice) = kind(of: code)
        let message = advice.map { "\($0) (\(detail))" } ?? detail
        return SQLError(kind, message, nativeCode: Int(code), statement: statement)
    }

    private static func kind(of code: Int32) -> (Code, String?) {
        if code == SQLITE_BUSY | (2 << 8) {
            return (.conflict, "another process wrote in the meantime; run the transaction again")
        }
        switch code & 0xff {
        case SQLITE_BUSY, SQLITE_LOCKED: return (.busy, "another process holds the database; try again")
        case SQLITE_FULL: return (.full, "the disk is full; free some space and try again")
        case SQLITE_CORRUPT:
            return (.corrupt, "the database is damaged; stop, keep a copy and restore a backup")
        case SQLITE_NOTADB:
            return (.notADatabase, "the file is no SQLite database; move it away")
        case SQLITE_READONLY:
            return (.unwritable, "the database cannot be written; check the permissions of the file and its folder")
        case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH:
            return (.unwritable, "the database cannot be opened; check that its folder exists and can be written")
        case SQLITE_IOERR:
            return (.inputOutput, "reading or writing the disk failed; check the disk and its free space")
        case SQLITE_TOOBIG: return (.tooLarge, nil)
        case SQLITE_MISMATCH: return (.typeMismatch, nil)
        case SQLITE_ERROR, SQLITE_RANGE: return (.badStatement, nil)
        default: return (.other, nil)
        }
    }

    private static func constraintError(_ code: Int32, _ detail: String, statement: String?) -> SQLError {
        let kind: Code =
            switch code {
            case SQLITE_CONSTRAINT | (6 << 8), SQLITE_CONSTRAINT | (8 << 8), SQLITE_CONSTRAINT | (10 << 8):
                .uniqueViolation
            case SQLITE_CONSTRAINT | (3 << 8): .foreignKeyViolation
            case SQLITE_CONSTRAINT | (5 << 8): .notNullViolation
            case SQLITE_CONSTRAINT | (12 << 8): .typeMismatch
            default: .checkViolation
            }
        return SQLError(
            kind, detail, constraint: constraint(in: detail), nativeCode: Int(code), statement: statement)
    }

    /// Reads `UNIQUE constraint failed: tasks.guild_id, tasks.number`, `… failed: index 'name'` and
    /// `CHECK constraint failed: name`.
    static func constraint(in detail: String) -> Constraint? {
        let marker = " constraint failed: "
        guard let range = detail.firstRange(of: marker) else { return nil }
        let rest = detail[range.upperBound...]
        if rest.hasPrefix("index '"), rest.hasSuffix("'") {
            return Constraint(name: String(rest.dropFirst(7).dropLast()))
        }
        if detail.hasPrefix("CHECK") { return Constraint(name: String(rest)) }
        var table: String?
        var columns: [String] = []
        for part in rest.split(separator: ", ") {
            guard let dot = part.firstIndex(of: ".") else { return Constraint(name: String(rest)) }
            table = String(part[..<dot])
            columns.append(String(part[part.index(after: dot)...]))
        }
        return Constraint(table: table, columns: columns)
    }
}

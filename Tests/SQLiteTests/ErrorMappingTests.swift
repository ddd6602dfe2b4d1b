import CSQLite
import SQL
import Testing

@testable import SQLite

@Suite struct ErrorMappingTests {
    @Test(arguments: [
        (SQLITE_BUSY, SQLError.Code.busy), (SQLITE_BUSY | (2 << 8), .conflict), (SQLITE_LOCKED, .busy),
        (SQLITE_FULL, .full), (SQLITE_CORRUPT, .corrupt), (SQLITE_NOTADB, .notADatabase),
        (SQLITE_READONLY, .unwritable), (SQLITE_CANTOPEN, .unwritable), (SQLITE_IOERR | (3 << 8), .inputOutput),
        (SQLITE_TOOBIG, .tooLarge), (SQLITE_MISMATCH, .typeMismatch), (SQLITE_ERROR, .badStatement),
        (SQLITE_NOMEM, .other), (SQLITE_CONSTRAINT | (8 << 8), .uniqueViolation),
        (SQLITE_CONSTRAINT | (6 << 8), .uniqueViolation), (SQLITE_CONSTRAINT | (10 << 8), .uniqueViolation),
        (SQLITE_CONSTRAINT | (3 << 8), .foreignKeyViolation), (SQLITE_CONSTRAINT | (5 << 8), .notNullViolation),
        (SQLITE_CONSTRAINT | (1 << 8), .checkViolation), (SQLITE_CONSTRAINT | (12 << 8), .typeMismatch),
        (SQLITE_CONSTRAINT | (7 << 8), .checkViolation),
    ])
    func codes(_ native: Int32, _ code: SQLError.Code) {
        let error = SQLError.sqlite(native, "detail", statement: "SELECT 1")
        #expect(error.code == code)
        #expect(error.nativeCode == Int(native) && error.statement == "SELECT 1")
        #expect(error.message.contains("detail"))
    }

    @Test func constraints() {
        #expect(
            SQLError.constraint(in: "UNIQUE constraint failed: tasks.guild_id, tasks.number")
                == SQLError.Constraint(table: "tasks", columns: ["guild_id", "number"]))
        #expect(
            SQLError.constraint(in: "UNIQUE constraint failed: index 'tasks_open'") == .init(name: "tasks_open"))
        #expect(SQLError.constraint(in: "CHECK constraint failed: length(name) > 0") == .init(name: "length(name) > 0"))
        #expect(SQLError.constraint(in: "UNIQUE constraint failed: strange") == .init(name: "strange"))
        #expect(SQLError.constraint(in: "FOREIGN KEY constraint failed") == nil)
    }
}

import Testing

@testable import SQL

@Suite struct SQLTextTests {
    @Test func interpolationBinds() {
        let name = "x' OR 1=1"
        let statement: SQL = "SELECT * FROM tasks WHERE name = \(name) AND id = \(7) AND done = \(true)"
        #expect(statement.text == "SELECT * FROM tasks WHERE name = ? AND id = ? AND done = ?")
        #expect(statement.values == [.text(name), .integer(7), .integer(1)])
        #expect(statement.description == statement.text)
    }

    @Test func everyKindOfInterpolation() {
        let missing: String? = nil
        let piece: SQL = "a = \(1)"
        let statement: SQL = """
            \(identifier: "or\"der") \(identifiers: ["a", "b"]) \(missing) \(SQLValue.real(2)) (\(piece)) \
            \(list: [1, 2]) \(list: [Int]()) \(unsafe: "NOW()")
            """
        #expect(statement.text == #""or""der" "a", "b" ? ? (a = ?) ?, ? NULL NOW()"#)
        #expect(statement.values == [.null, .real(2), .integer(1), .integer(1), .integer(2)])
    }

    @Test func postgresqlNumbersItsPlaceholders() {
        let inner: SQL = "b = \(2) AND c = '?'"
        let statement = "SELECT 1 WHERE a = \(1) AND " + inner + " AND d = \(3)"
        #expect(statement.rendered(for: .sqlite) == "SELECT 1 WHERE a = ? AND b = ? AND c = '?' AND d = ?")
        #expect(statement.rendered(for: .postgresql) == "SELECT 1 WHERE a = $1 AND b = $2 AND c = '?' AND d = $3")
        #expect(SQL("SELECT '?'").rendered(for: .postgresql) == "SELECT '?'")
    }

    @Test func joining() {
        var statement = [1, 2, 3].map { "\($0)" as SQL }.joined()
        #expect(statement.text == "?, ?, ?")
        statement += " tail"
        #expect(statement.rendered(for: .postgresql) == "$1, $2, $3 tail")
        #expect([SQL]().joined().isEmpty)
        #expect(SQL(unsafe: "é\(1)") + "\(2)" != SQL.empty)
        #expect(("é \(1)" as SQL).rendered(for: .postgresql) == "é $1")
    }

    @Test func quotedNamesHoldNoZeroByte() {
        #expect(Dialect.quoted("a\"b\0c") == "\"a\"\"bc\"")
    }

    @Test func dialects() {
        #expect(Dialect.sqlite.placeholder(3) == "?")
        #expect(Dialect.postgresql.placeholder(3) == "$3")
        #expect(Dialect.postgresql.bindLimit == 65_535)
        #expect(Dialect.sqlite.onConflict(["a", "b"], updating: []).text == #" ON CONFLICT ("a", "b") DO NOTHING"#)
        let update = Dialect.postgresql.onConflict(["a"], updating: ["b", "c"])
        #expect(update.text == #" ON CONFLICT ("a") DO UPDATE SET "b" = excluded."b", "c" = excluded."c""#)
        #expect(Dialect.postgresql.tableExists("t").values == [.text("t")])
    }
}

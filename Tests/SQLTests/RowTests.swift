import Testing

@testable import SQL

@Suite struct RowTests {
    let row = Row(columns: RowColumns(["id", "name"]), values: [.integer(1), .null])

    @Test func readsByNameHintAndPosition() throws {
        #expect(try row.value("id") == 1)
        #expect(try row.value("id", hint: 1) == 1)
        #expect(try row.value("name", as: String?.self, hint: 1) == nil)
        #expect(try row.value(at: 0) == 1)
        #expect(row["id"] == .integer(1))
        #expect(row["other"] == nil)
    }

    @Test func errorsNameTheColumn() {
        #expect(message { try row.value("name", as: String.self) } == "column name: expected String, found null")
        #expect(message { try row.value("other", as: String.self) } == "the result has no column other")
        #expect(message { try row.value(at: 5, as: String.self) } == "the result has 2 columns, none at 5")
    }

    private func message(_ body: () throws -> String) -> String? {
        do { return try body() } catch { return (error as? SQLError)?.message }
    }
}

@Suite struct SQLErrorTests {
    @Test func textAndDebugText() {
        let error = SQLError(.busy, "wait", nativeCode: 5, statement: "SELECT ?")
        #expect("\(error)" == "busy: wait")
        #expect(error.debugDescription == "busy: wait (5) in: SELECT ?")
        #expect(error.prefixed("here").message == "here: wait")
        #expect(error.isTransient)
        #expect(!SQLError(.full, "").isTransient)
        #expect(!error.isUniqueViolation(table: "t", columns: "c"))
    }

    @Test func conflict() {
        #expect(
            "\(ConflictError(table: "t", expected: 1, actual: 2))"
                == "conflict: t was expected at version 1, found version 2")
        #expect("\(ConflictError(table: "t", expected: 1, actual: nil))".contains("no row"))
    }
}

@Suite struct ShardMapTests {
    struct Nowhere: Database {
        let number: Int
        var dialect: Dialect { .sqlite }

        func read<Result>(_ body: (any Queryable) async throws -> Result) async throws -> Result {
            throw SQLError(.closed, "\(number)")
        }

        func transaction<Result>(
            isolation: Isolation, _ body: (Transaction) async throws -> Result
        ) async throws -> Result { throw SQLError(.closed, "\(number)") }
    }

    @Test func oneByDefault() {
        let map = SingleShard(Nowhere(number: 1))
        #expect((map.database(forGuild: 7) as? Nowhere)?.number == 1)
        #expect(map.databases.count == 1)
    }

    @Test func severalByTheTimeOfTheSnowflake() {
        let map = FixedShards(Nowhere(number: 0), [Nowhere(number: 1), Nowhere(number: 2)])
        for time in 0..<9 as Range<UInt64> {
            #expect((map.database(forGuild: time << 22 | 5) as? Nowhere)?.number == Int(time % 3))
        }
        #expect(map.databases.count == 3)
    }
}

import Testing

@testable import SQL

@Suite struct ColumnValueTests {
    enum State: String, ColumnValue { case todo, done }

    private func roundTrip<Value: ColumnValue & Equatable>(_ value: Value) throws -> Bool {
        try Value(sqlValue: value.sqlValue) == value
    }

    @Test func valuesComeBack() throws {
        for number in [Int.min, -1, 0, 1, Int.max] { #expect(try roundTrip(number)) }
        for number in [UInt64.min, UInt64(Int64.max), UInt64.max] { #expect(try roundTrip(number)) }
        for number in [0.0, -0.5, .greatestFiniteMagnitude, .infinity] { #expect(try roundTrip(number)) }
        for text in ["", "é", "🧹"] { #expect(try roundTrip(text)) }
        #expect(try roundTrip([UInt8]()) && roundTrip([0, 255] as [UInt8]))
        #expect(try roundTrip(true) && roundTrip(false))
        #expect(try roundTrip(State.done))
        #expect(try roundTrip(Int64.min))
        #expect(try roundTrip(String?.none) && roundTrip(String?.some("x")))
        #expect(try roundTrip(UUIDv7(milliseconds: 1, randomA: 2, randomB: 3)))
    }

    @Test func columnTypes() {
        #expect(Int.columnType == .integer && UInt64.columnType == .integer && Int64.columnType == .integer)
        #expect(Bool.columnType == .integer && Double.columnType == .real && String.columnType == .text)
        #expect([UInt8].columnType == .blob && UUIDv7.columnType == .blob && State.columnType == .text)
        #expect(Int?.columnType == .integer && Int?.isNullable && !Int.isNullable)
    }

    @Test func foreignValuesAreRefused() {
        refuses(Int.self, .text("1"))
        refuses(Int.self, .null)
        refuses(Int64.self, .real(1))
        refuses(UInt64.self, .blob([]))
        refuses(String.self, .integer(1))
        refuses(Bool.self, .integer(2))
        refuses(Double.self, .text("1"))
        refuses([UInt8].self, .text("x"))
        refuses(State.self, .text("unknown"))
        refuses(State.self, .integer(1))
        refuses(UUIDv7.self, .blob([1]))
        refuses(UUIDv7.self, .text("x"))
        refuses(Int?.self, .text("x"))
    }

    @Test func theErrorKeepsTheValueToItself() {
        #expect(Int.mismatch(.text("secret")).description == "typeMismatch: expected Int, found text")
        for value in [SQLValue.null, .integer(1), .real(1), .text(""), .blob([])] { #expect(!value.kind.isEmpty) }
    }

    @Test func wholeNumbersReadAsDouble() throws { #expect(try Double(sqlValue: .integer(3)) == 3) }

    @Test func notANumberIsNull() { #expect(Double.nan.sqlValue == .null) }

    private func refuses<Value: ColumnValue>(_ type: Value.Type, _ value: SQLValue) {
        do {
            _ = try Value(sqlValue: value)
            Issue.record("\(type) took \(value)")
        } catch {
            #expect(error.code == .typeMismatch)
        }
    }
}

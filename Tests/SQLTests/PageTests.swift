import Crypto
import SQLite
import Testing

@testable import SQL

@Suite struct PageTests {
    let notes: EntityStore<Note>
    let database: SQLiteDatabase

    init() async throws {
        let notes = EntityStore<Note>(cipher: try makeCipher())
        self.notes = notes
        database = try await makeDatabase()
        // Few different times and some without any, so that ties and null are met on every border.
        let samples = (0..<53).map { Note.sample($0, guildID: 1, dueAt: $0 % 5 == 0 ? nil : Int64($0 % 3)) }
        try await database.transaction { try await notes.insert(samples.shuffled(), in: $0) }
    }

    private func ids(_ order: [SortKey], limit: Int, where condition: SQL = .empty) async throws -> [Int] {
        var ids: [Int] = []
        var after: String?
        repeat {
            let request = PageRequest(limit: limit, after: after, order: order)
            let page = try await database.read { try await notes.page(where: condition, request, in: $0) }
            #expect(page.items.count <= limit)
            ids += page.items.map(\.id)
            after = page.next
        } while after != nil && ids.count < 1_000
        return ids
    }

    @Test(
        arguments: [1, 2, 7, 53, 100],
        [
            [], [.ascending("id")], [.descending("id")], [.ascending("due_at")], [.descending("due_at")],
            [.ascending("is_pinned"), .descending("due_at")], [.descending("weight"), .ascending("headline")],
            [.ascending("guild_id"), .ascending("is_pinned")],
        ] as [[SortKey]])
    func pagesTogetherAreTheWholeList(_ limit: Int, _ order: [SortKey]) async throws {
        let keyset = try Keyset(order, of: Note.schema)
        let whole: [Int] = try await database.read {
            try await $0.values("SELECT id FROM notes ORDER BY \(keyset.order)")
        }
        #expect(try await ids(order, limit: limit) == whole)
    }

    @Test func theConditionHolds() async throws {
        #expect(try await ids([], limit: 4, where: "is_pinned = \(true) OR id = \(1)").count == 28)
    }

    @Test func nullIsLastAscendingAndFirstDescending() async throws {
        let page = try await database.read {
            try await notes.page(PageRequest(limit: 1, order: [.descending("due_at")]), in: $0)
        }
        #expect(page.items.first?.dueAt == nil)
        #expect(
            try await database.read {
                try await notes.page(PageRequest(limit: 1, order: [.ascending("due_at")]), in: $0)
            }.items.first?.dueAt == 0)
    }

    @Test func rowsThatComeAndGoDisturbNothing() async throws {
        let first = try await database.read { try await notes.page(PageRequest(limit: 10), in: $0) }
        try await database.transaction { transaction in
            try await notes.delete(3, in: transaction)
            try await notes.delete(9, in: transaction)
            try await notes.insert(Note.sample(-1), in: transaction)
        }
        let second = try await database.read {
            try await notes.page(PageRequest(limit: 10, after: first.next), in: $0)
        }
        #expect(second.items.map(\.id) == Array(10..<20))
    }

    @Test func theTotalIsCountedOnRequest() async throws {
        let plain = try await database.read { try await notes.page(in: $0) }
        #expect(plain.total == nil && plain.items.count == 25)
        let counted = try await database.read {
            try await notes.page(where: "id < \(10)", PageRequest(limit: 3, countsTotal: true), in: $0)
        }
        #expect(counted.total == 10 && counted.items.count == 3)
        #expect(counted.map(\.id).items == [0, 1, 2] && counted.map(\.id).next == counted.next)
    }

    @Test func limitsAreMovedIntoTheirRange() {
        #expect(PageRequest(limit: 0).limit == 1 && PageRequest(limit: -5).limit == 1)
        #expect(PageRequest(limit: 5_000).limit == 100)
    }

    @Test func everyChangedCursorIsRefused() async throws {
        let page = try await database.read { try await notes.page(PageRequest(limit: 5), in: $0) }
        let cursor = try #require(page.next)
        let bytes = try #require(Base64URL.decode(cursor))
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 1
            await expectRefusal(PageRequest(after: Base64URL.encode(changed)))
        }
        for text in ["", "x", "!!!", String(cursor.dropLast(4)), cursor + "AAAA"] {
            await expectRefusal(PageRequest(after: text))
        }
    }

    @Test func aCursorOfAnotherListIsRefused() async throws {
        let page = try await database.read { try await notes.page(where: "id > \(1)", PageRequest(limit: 5), in: $0) }
        await expectRefusal(PageRequest(after: page.next))
        await expectRefusal(PageRequest(after: page.next), where: "id > \(2)")
        await expectRefusal(PageRequest(after: page.next, order: [.descending("id")]), where: "id > \(1)")
        let foreign = EntityStore<Note>(cipher: try makeCipher(), cursors: CursorSigner(key: [1, 2, 3]))
        await expectRefusal(PageRequest(after: page.next), where: "id > \(1)", in: foreign)
    }

    @Test(arguments: ["secret", "nothing", "id"]) func whatCannotBeSortedBy(_ column: String) {
        #expect(throws: SQLError.self) {
            try Keyset([.ascending(column), .ascending(column)], of: Note.schema)
        }
    }

    @Test func aPlaceOfAnotherLengthIsRefused() throws {
        #expect(throws: SQLError.self) { try Keyset([], of: Note.schema).after([]) }
    }

    @Test func lengthPrefixedValuesComeBack() {
        let values: [SQLValue] = [.null, .integer(.min), .real(-0.5), .text(""), .text("é"), .blob([]), .blob([0, 1])]
        var parts = LengthPrefixed()
        for value in values { parts.append(value) }
        #expect(LengthPrefixed.values(in: parts.bytes) == values)
        let broken: [[UInt8]] = [
            [0], [0, 0, 0, 0], [0, 0, 0, 9, 1], [0, 0, 0, 2, 1, 1], [0, 0, 0, 1, 9], [0, 0, 0, 2, 3, 0xff],
        ]
        for bytes in broken { #expect(LengthPrefixed.values(in: bytes) == nil) }
    }

    private func expectRefusal(
        _ request: PageRequest, where condition: SQL = .empty, in store: EntityStore<Note>? = nil,
        location: SourceLocation = #_sourceLocation
    ) async {
        let store = store ?? notes
        do {
            _ = try await database.read { try await store.page(where: condition, request, in: $0) }
            Issue.record("the cursor was taken", sourceLocation: location)
        } catch { #expect((error as? SQLError)?.code == .badCursor, sourceLocation: location) }
    }
}

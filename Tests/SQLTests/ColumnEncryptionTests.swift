import Crypto
import SQLite
import Testing

@testable import SQL

@Suite struct ColumnEncryptionTests {
    let notes: EntityStore<Note>
    let database: SQLiteDatabase

    init() async throws {
        notes = EntityStore(cipher: try makeCipher())
        database = try await makeDatabase()
        try await database.transaction { [notes] in
            try await notes.insert([Note.sample(1), Note.sample(2)], in: $0)
        }
    }

    private func expectUnreadable(_ change: SQL, location: SourceLocation = #_sourceLocation) async throws {
        try await database.execute(change)
        do {
            _ = try await database.read { try await notes.find(1, in: $0) }
            Issue.record("it was read", sourceLocation: location)
        } catch let error as SQLError {
            #expect(error.code == .encryption, "\(error)", sourceLocation: location)
            #expect(!error.debugDescription.contains("secret 1"), sourceLocation: location)
        }
    }

    @Test func theTableHoldsNoPlaintext() async throws {
        let row = try await database.query("SELECT secret, attachment FROM notes WHERE id = 1")[0]
        let sealed: [UInt8] = try row.value("secret")
        #expect(!String(decoding: sealed, as: UTF8.self).contains("secret"))
        #expect(try KeyRing.keyID(of: sealed) == "test")
    }

    @Test func aValueOfAnotherRowIsNoticed() async throws {
        try await expectUnreadable("UPDATE notes SET secret = (SELECT secret FROM notes WHERE id = 2) WHERE id = 1")
    }

    @Test func aValueOfAnotherColumnIsNoticed() async throws {
        try await expectUnreadable("UPDATE notes SET secret = attachment WHERE id = 1")
    }

    @Test func aChangedPrimaryKeyIsNoticed() async throws {
        try await database.execute("DELETE FROM notes WHERE id = 1")
        try await expectUnreadable("UPDATE notes SET id = 1 WHERE id = 2")
    }

    @Test func plaintextInItsPlaceIsNoticed() async throws {
        try await expectUnreadable("UPDATE notes SET secret = 'plain' WHERE id = 1")
    }

    @Test func anotherKindOfValueIsNoticed() throws {
        let cipher = try makeCipher()
        let sealed = try cipher.seal(.text("x"), table: "t", column: "c", key: .integer(1))
        #expect(try cipher.open(sealed, as: .text, table: "t", column: "c", key: .integer(1)) == .text("x"))
        #expect(throws: SQLError.self) { try cipher.open(sealed, as: .blob, table: "t", column: "c", key: .integer(1)) }
        #expect(throws: SQLError.self) { try cipher.open(sealed, as: .text, table: "u", column: "c", key: .integer(1)) }
        #expect(throws: SQLError.self) { try cipher.seal(.integer(1), table: "t", column: "c", key: .integer(1)) }
        #expect(throws: SQLError.self) { try cipher.seal(.real(1), table: "t", column: "c", key: .integer(1)) }
    }

    @Test func nullStaysNull() async throws {
        var note = Note.sample(3)
        note.secret = nil
        let without = note
        try await database.transaction { try await notes.insert(without, in: $0) }
        #expect(try await database.query("SELECT secret FROM notes WHERE id = 3")[0]["secret"] == .null)
        #expect(try await database.read { try await notes.find(3, in: $0) } == without)
    }

    @Test func withoutAKeyRingNothingIsReadOrWritten() async throws {
        let blind = EntityStore<Note>()
        for work in [
            { @Sendable (transaction: Transaction) in try await blind.insert(Note.sample(9), in: transaction) },
            { @Sendable (transaction: Transaction) in _ = try await blind.find(1, in: transaction) },
            { @Sendable (transaction: Transaction) in _ = try await blind.update(Note.sample(1), in: transaction) },
        ] {
            do {
                try await database.transaction(work)
                Issue.record("it worked")
            } catch let error as SQLError { #expect(error.code == .encryption) }
        }
    }

    @Test func aMissingColumnIsNamed() async throws {
        let row = try await database.query("SELECT id FROM notes WHERE id = 1")[0]
        do {
            _ = try notes.decode(row)
            Issue.record("it was read")
        } catch { #expect(error.code == .noSuchColumn && error.message.contains("secret")) }
    }

    @Test func afterARotationOldValuesAreReadAndKnownAsOld() throws {
        let old = SymmetricKey(Array(repeating: 1, count: 32))
        let new = SymmetricKey(Array(repeating: 2, count: 32))
        let before = ColumnCipher(try KeyRing([("old", old)]))
        let after = ColumnCipher(try KeyRing([("old", old), ("new", new)]))
        let sealed = try before.seal(.text("x"), table: "t", column: "c", key: .integer(1))
        #expect(try after.open(sealed, as: .text, table: "t", column: "c", key: .integer(1)) == .text("x"))
        #expect(!after.isCurrent(sealed) && before.isCurrent(sealed))
        #expect(after.isCurrent(.null) && !after.isCurrent(.text("x")) && !after.isCurrent(.blob([])))
    }

    @Test func placesNeverMeet() {
        let places = [
            ColumnCipher.place(table: "ab", column: "c", key: .integer(1)),
            ColumnCipher.place(table: "a", column: "bc", key: .integer(1)),
            ColumnCipher.place(table: "a", column: "b", key: .text("c")),
            ColumnCipher.place(table: "a", column: "b", key: .blob(Array("c".utf8))),
            ColumnCipher.place(table: "a", column: "b", key: .null),
            ColumnCipher.place(table: "a", column: "b", key: .real(0)),
            ColumnCipher.place(table: "a", column: "b", key: .integer(0)),
        ]
        #expect(Set(places).count == places.count)
    }
}

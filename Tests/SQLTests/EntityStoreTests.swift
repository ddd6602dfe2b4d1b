import Crypto
import SQLite
import Testing

@testable import SQL

@Suite struct EntityStoreTests {
    let notes: EntityStore<Note>
    let tags = EntityStore<Tag>()
    let database: SQLiteDatabase

    init() async throws {
        notes = EntityStore(cipher: try makeCipher())
        database = try await makeDatabase()
    }

    private func stored(_ id: Int) async throws -> Note? {
        try await database.read { try await notes.find(id, in: $0) }
    }

    @Test func theMacroWritesTheSchema() {
        #expect(Note.schema.problem == nil)
        #expect(Note.schema.table == "notes")
        #expect(Note.schema.key?.name == "id" && Note.schema.version?.name == "version")
        #expect(Note.schema.column("guild_id")?.traits == [.indexed])
        #expect(Note.schema.column("due_at")?.isNullable == true)
        #expect(Note.schema.column("secret")?.storedType == .blob && Note.schema.column("secret")?.type == .text)
        #expect(Note.schema.column("nothing") == nil)
        #expect(Note.schema == Note.schema && Note.schema != Tag.schema)
        #expect(Set([Note.schema, Note.schema, Tag.schema]).count == 2)
    }

    @Test func whatIsInsertedIsFound() async throws {
        let note = Note.sample(1, guildID: .max, dueAt: -5)
        try await database.transaction { try await notes.insert(note, in: $0) }
        #expect(try await stored(1) == note)
        #expect(try await stored(2) == nil)
    }

    @Test func anUpdateRaisesTheVersion() async throws {
        var note = Note.sample(1)
        try await database.transaction { try await notes.insert(note, in: $0) }
        note.title = "other"
        note.secret = nil
        let changed = note
        let updated = try await database.transaction { try await notes.update(changed, in: $0) }
        #expect(updated.version == 2 && updated.title == "other")
        #expect(try await stored(1) == updated)
    }

    @Test func aStaleUpdateIsAConflict() async throws {
        let note = Note.sample(1)
        try await database.transaction { try await notes.insert(note, in: $0) }
        try await database.transaction { try await notes.update(note, in: $0) }
        await #expect(throws: ConflictError(table: "notes", expected: 1, actual: 2)) {
            try await database.transaction { try await notes.update(note, in: $0) }
        }
        await #expect(throws: ConflictError(table: "notes", expected: 1, actual: 2)) {
            try await database.transaction { try await notes.delete(note, in: $0) }
        }
        await #expect(throws: ConflictError(table: "notes", expected: 1, actual: nil)) {
            try await database.transaction { try await notes.update(Note.sample(9), in: $0) }
        }
    }

    @Test func ofManyWritersWithOneVersionOneWins() async throws {
        let note = Note.sample(1)
        try await database.transaction { try await notes.insert(note, in: $0) }
        let wins = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    do {
                        try await database.transaction { _ = try await notes.update(note, in: $0) }
                        return true
                    } catch { return false }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(wins == 1)
        #expect(try await stored(1)?.version == 2)
    }

    @Test func deleting() async throws {
        let note = Note.sample(1)
        try await database.transaction { transaction in
            try await notes.insert([note, Note.sample(2)], in: transaction)
            try await notes.delete(note, in: transaction)
            #expect(try await notes.delete(2, in: transaction))
            #expect(try await !notes.delete(2, in: transaction))
            #expect(try await notes.count(in: transaction) == 0)
        }
    }

    @Test func withoutAVersionAMissingRowIsNoRow() async throws {
        let tag = Tag(name: "kitchen", uses: 1)
        await expect(.noRow) { try await tags.update(tag, in: $0) }
        await expect(.noRow) { try await tags.delete(tag, in: $0) }
        try await database.transaction { transaction in
            try await tags.insert(tag, in: transaction)
            #expect(try await tags.update(Tag(name: "kitchen", uses: 2), in: transaction).uses == 2)
            try await tags.delete(tag, in: transaction)
        }
    }

    @Test func thousandsOfRowsInChunks() async throws {
        let all = (0..<1_234).map { Note.sample($0) }
        let written = try await database.transaction { try await notes.insert(all, in: $0) }
        #expect(written == 1_234)
        let found = try await database.read { try await notes.all(orderedBy: "id", in: $0) }
        #expect(found == all)
        #expect(try await database.transaction { try await notes.insert([], in: $0) } == 0)
        #expect(EntityStore<Note>.chunkSize(columns: 1_000, dialect: .sqlite) == 32)
        #expect(EntityStore<Note>.chunkSize(columns: 100_000, dialect: .postgresql) == 1)
    }

    @Test func aBulkInsertSkipsWhatIsThere() async throws {
        let names = ["a", "b", "a", "c"].map { Tag(name: $0, uses: 1) }
        let written = try await database.transaction {
            try await tags.insert(names, skippingConflictsOn: ["name"], in: $0)
        }
        #expect(written == 3)
        await expect(.uniqueViolation) { try await tags.insert(names, in: $0) }
    }

    @Test func anUpsertWritesOrTakesTheNewValues() async throws {
        var note = Note.sample(1)
        try await database.transaction { try await notes.upsert(note, in: $0) }
        note.secret = "new"
        note.version = 50
        let changed = note
        try await database.transaction { try await notes.upsert(changed, in: $0) }
        let found = try await stored(1)
        #expect(found?.secret == "new" && found?.version == 2)
        await expect(.badSchema) { try await notes.upsert(changed, on: ["headline"], in: $0) }
        try await database.transaction { transaction in
            try await tags.upsert(Tag(name: "x", uses: 1), in: transaction)
            try await tags.upsert(Tag(name: "x", uses: 5), in: transaction)
            #expect(try await tags.find("x", in: transaction)?.uses == 5)
        }
    }

    @Test func conditionsOrderAndLimit() async throws {
        try await database.transaction { try await notes.insert((0..<10).map { Note.sample($0) }, in: $0) }
        try await database.read { source in
            let pinned = try await notes.all(
                where: "is_pinned = \(true)", orderedBy: "id DESC", limit: 2, in: source)
            #expect(pinned.map(\.id) == [8, 6])
            #expect(try await notes.first(where: "id > \(5)", orderedBy: "id", in: source)?.id == 6)
            #expect(try await notes.count(where: "id < \(3)", in: source) == 3)
            let row = try await source.query("SELECT version AS extra, notes.* FROM notes WHERE id = 3")[0]
            #expect(try notes.decode(row) == Note.sample(3))
        }
    }

    @Test func unknownValuesNameTheirColumn() async throws {
        try await database.transaction { transaction in
            try await notes.insert(Note.sample(1), in: transaction)
            try await transaction.execute("UPDATE notes SET state = 'strange'")
        }
        do {
            _ = try await stored(1)
            Issue.record("read")
        } catch let error as SQLError {
            #expect(error.code == .typeMismatch && error.message.contains("state"))
        }
    }

    @Test(arguments: BadSchema.all) func badSchemasAreRefused(_ schema: EntitySchema) {
        #expect(schema.problem != nil)
        #expect(throws: SQLError.self) { try schema.checkSound() }
    }

    enum BadSchema {
        static let key = EntityColumn("id", Int.self, [.primaryKey])
        static let all = [
            EntitySchema(table: "", columns: [key]),
            EntitySchema(table: "t", columns: []),
            EntitySchema(table: "t", columns: [key, EntityColumn("b", Int.self, [.primaryKey])]),
            EntitySchema(table: "t", columns: [EntityColumn("id", Int?.self, [.primaryKey])]),
            EntitySchema(table: "t", columns: [EntityColumn("id", String.self, [.primaryKey, .encrypted])]),
            EntitySchema(table: "t", columns: [key, EntityColumn("v", String.self, [.version])]),
            EntitySchema(table: "t", columns: [key, EntityColumn("v", Int?.self, [.version])]),
            EntitySchema(
                table: "t",
                columns: [key, EntityColumn("v", Int.self, [.version]), EntityColumn("w", Int.self, [.version])]),
            EntitySchema(table: "t", columns: [key, EntityColumn("a", Int.self), EntityColumn("a", Int.self)]),
            EntitySchema(table: "t", columns: [key, EntityColumn("a", Int.self, [.encrypted])]),
        ]
    }

    private func expect(
        _ code: SQLError.Code, _ body: (Transaction) async throws -> some Any,
        location: SourceLocation = #_sourceLocation
    ) async {
        do {
            _ = try await database.transaction(body)
            Issue.record("nothing was thrown", sourceLocation: location)
        } catch {
            #expect((error as? SQLError)?.code == code, "\(error)", sourceLocation: location)
        }
    }
}

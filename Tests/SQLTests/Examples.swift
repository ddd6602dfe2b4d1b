import Crypto
import SQL
import SQLite

/// An entity with everything an entity can have.
@Entity(table: "notes")
struct Note: Equatable {
    enum State: String, ColumnValue { case open, closed }

    @PrimaryKey let id: Int
    @Index var guildID: UInt64
    @Column("headline") var title: String
    @Encrypted var secret: String?
    @Encrypted var attachment: [UInt8] = []
    var state: State
    var dueAt: Int64?
    var weight: Double
    var isPinned: Bool
    @Version var version: Int = 1

    var isOpen: Bool { state == .open }

    static let table = """
        CREATE TABLE notes (
            id BIGINT NOT NULL PRIMARY KEY, guild_id BIGINT NOT NULL, headline TEXT NOT NULL UNIQUE, secret BLOB,
            attachment BLOB NOT NULL, state TEXT NOT NULL, due_at BIGINT, weight DOUBLE PRECISION NOT NULL,
            is_pinned BIGINT NOT NULL, version BIGINT NOT NULL);
        CREATE INDEX notes_guild ON notes (guild_id, id);
        """

    static func sample(_ id: Int, guildID: UInt64 = 1, dueAt: Int64? = nil) -> Note {
        Note(
            id: id, guildID: guildID, title: "note \(id)", secret: "secret \(id)",
            attachment: [1, 2, UInt8(id & 0xff)],
            state: .open, dueAt: dueAt, weight: 0.5, isPinned: id % 2 == 0)
    }
}

/// An entity without the macro, without a version and without encryption.
struct Tag: Entity, Equatable {
    typealias Key = String
    static let schema = EntitySchema(
        table: "tags", columns: [EntityColumn("name", String.self, [.primaryKey]), EntityColumn("uses", Int.self)])
    static let table = "CREATE TABLE tags (name TEXT NOT NULL PRIMARY KEY, uses BIGINT NOT NULL)"

    var name: String
    var uses: Int

    init(name: String, uses: Int) {
        self.name = name
        self.uses = uses
    }

    init(row: Row) throws(SQLError) {
        name = try row.value("name", hint: 0)
        uses = try row.value("uses", hint: 1)
    }

    var columnValues: [SQLValue] { [name.sqlValue, uses.sqlValue] }
}

/// A database in memory with both tables.
func makeDatabase() async throws -> SQLiteDatabase {
    let database = try SQLiteDatabase(.memory)
    try await database.transaction { transaction in
        try await transaction.execute(unsafeScript: Note.table)
        try await transaction.execute(unsafeScript: Tag.table)
    }
    return database
}

func makeCipher() throws -> ColumnCipher {
    ColumnCipher(try KeyRing([("test", SymmetricKey(Array(repeating: 7, count: 32)))]))
}

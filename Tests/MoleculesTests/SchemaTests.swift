import Atoms
import SQL
import SQLite
import TestKits
import Testing

@testable import Molecules

@Suite struct SchemaTests {
    @Test func whatWasDueBeforeThereWereZonesIsDueInUTC() async throws {
        try await TestDatabase.withFile { path async throws in
            let database = try SQLiteDatabase(.file(path))
            try await Migrator(database, Array(Schema.migrations.prefix(6))).migrate()
            let task = Sample.task()
            let due = Instant(milliseconds: 1_774_512_037_500)
            for (number, instant) in [(1, due), (2, nil)] as [(Int, Instant?)] {
                try await database.execute(
                    """
                    INSERT INTO tasks (id, guild_id, number, title, title_folded, state, priority, points, due_at,
                        private, created_by, created_at, updated_at, version)
                    VALUES (\(Identifiers().next(of: TaskID.self)), \(task.guildID), \(number), 'Dust', 'dust', 'todo',
                        'normal', 0, \(instant), 0, 1, 0, 0, 1)
                    """)
            }
            #expect(try await Migrator(database, Schema.migrations).migrate().isEmpty == false)
            let tasks = try await database.read { connection async throws in
                try await EntityStore<ChoreTask>().all(orderedBy: "number", in: connection)
            }
            #expect(tasks.map(\.due?.local.description) == ["2026-03-26T08:00", nil])
            #expect(tasks.first?.due?.zone == .utc && tasks.first?.dueAt == due)
            await database.close()
        }
    }
}

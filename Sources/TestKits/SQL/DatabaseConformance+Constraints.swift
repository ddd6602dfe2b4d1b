import SQL

extension DatabaseConformance {
    private static func makeTasks(_ database: any Database) async throws {
        try await database.transaction { transaction in
            try await transaction.execute(
                "CREATE TABLE guilds (id BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL CHECK (length(name) > 0))")
            try await transaction.execute(
                """
                CREATE TABLE tasks (
                    id BIGINT NOT NULL PRIMARY KEY, guild_id BIGINT NOT NULL REFERENCES guilds (id),
                    number BIGINT NOT NULL, UNIQUE (guild_id, number))
                """)
            try await transaction.execute("INSERT INTO guilds (id, name) VALUES (1, 'flat')")
            try await transaction.execute("INSERT INTO tasks (id, guild_id, number) VALUES (1, 1, 1)")
        }
    }

    static let constraints: [Case] = [
        Case("a unique violation names table and columns") { database in
            try await makeTasks(database)
            let error = try await expectError(.uniqueViolation) {
                try await database.execute("INSERT INTO tasks (id, guild_id, number) VALUES (2, 1, 1)")
            }
            try expect(error.isUniqueViolation(table: "tasks", columns: "number", "guild_id"), "\(error)")
            let key = try await expectError(.uniqueViolation) {
                try await database.execute("INSERT INTO tasks (id, guild_id, number) VALUES (1, 1, 2)")
            }
            try expect(key.isUniqueViolation(table: "tasks", columns: "id"), "\(key)")
        },
        Case("a reference to nothing is refused") { database in
            try await makeTasks(database)
            try await expectError(.foreignKeyViolation) {
                try await database.execute("INSERT INTO tasks (id, guild_id, number) VALUES (2, 77, 1)")
            }
            try await expectError(.foreignKeyViolation) { try await database.execute("DELETE FROM guilds") }
        },
        Case("null where none may stand is refused") { database in
            try await makeTasks(database)
            let error = try await expectError(.notNullViolation) {
                try await database.execute("UPDATE tasks SET number = NULL")
            }
            try expect(error.constraint?.columns == ["number"], "\(error)")
        },
        Case("a check is kept") { database in
            try await makeTasks(database)
            try await expectError(.checkViolation) { try await database.execute("UPDATE guilds SET name = ''") }
        },
        Case("no value of a row is in an error") { database in
            try await makeTasks(database)
            let error = try await expectError(.uniqueViolation) {
                try await database.execute("UPDATE guilds SET name = 'sensitive'")
                try await database.execute("INSERT INTO guilds (id, name) VALUES (1, \("sensitive"))")
            }
            try expect(!error.debugDescription.contains("sensitive"), error.debugDescription)
        },
        Case("wrong statements are refused") { database in
            try await database.makeNotes()
            let wrong: [SQL] = [
                "SELEC 1", "SELECT * FROM nowhere", "SELECT nothing FROM notes", "", "DELETE FROM notes; SELECT 1",
            ]
            for statement in wrong {
                try await expectError(.badStatement) { try await database.execute(statement) }
            }
        },
        Case("a wrong type and a missing column say which") { database in
            try await database.makeNotes()
            try await database.transaction { try await $0.note(1) }
            let row = try await database.query("SELECT id, body FROM notes")[0]
            let mismatch = try await expectError(.typeMismatch) { _ = try row.value("body", as: Int.self) }
            try expect(mismatch.message.contains("body"), mismatch.message)
            try await expectError(.noSuchColumn) { _ = try row.value("other", as: Int.self) }
            try await expectError(.noSuchColumn) { _ = try row.value(at: 2, as: Int.self) }
        },
    ]
}

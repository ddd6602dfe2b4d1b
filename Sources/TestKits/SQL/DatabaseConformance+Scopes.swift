import SQL

extension DatabaseConformance {
    static let scopes: [Case] = [
        Case("a read cannot write") { database in
            try await database.makeNotes()
            try await expectError(.readOnly) {
                try await database.read { _ = try await $0.execute("INSERT INTO notes (id, body) VALUES (1, 'x')") }
            }
            try expect(try await database.noteCount() == 0)
        },
        Case("a read or transaction inside another one is refused") { database in
            try await database.makeNotes()
            try await database.transaction { _ in
                try await expectError(.nestedTransaction) { try await database.transaction { _ in } }
                try await expectError(.nestedTransaction) { try await database.read { _ in } }
            }
            try await database.read { _ in
                try await expectError(.nestedTransaction) { try await database.transaction { _ in } }
                try await expectError(.nestedTransaction) { try await database.read { _ in } }
            }
            try await database.transaction { try await $0.note(1) }
        },
        Case("a task begun inside is free once the transaction has ended") { database in
            try await database.makeNotes()
            let (ended, end) = AsyncStream<Void>.makeStream()
            let later = try await database.transaction { _ in
                Task {
                    for await _ in ended { break }
                    try await database.transaction { try await $0.note(1) }
                }
            }
            end.yield()
            try await later.value
            try expect(try await database.noteCount() == 1)
        },
        Case("a transaction cannot be used after its end") { database in
            try await database.makeNotes()
            let kept = try await database.transaction { $0 }
            try await expectError(.transactionEnded) { try await kept.note(1) }
            try await expectError(.transactionEnded) { _ = try await kept.query("SELECT 1") }
            try await expectError(.transactionEnded) { try await kept.savepoint {} }
            try await expectError(.transactionEnded) { try await kept.execute(unsafeScript: "SELECT 1") }
            let reader = try await database.read { $0 }
            try await expectError(.transactionEnded) { _ = try await reader.query("SELECT 1") }
        },
        Case("a failed statement leaves the database usable") { database in
            try await database.makeNotes()
            for _ in 0..<5 {
                try await expectError(.badStatement) { try await database.execute("SELECT * FROM nowhere") }
            }
            try await database.transaction { try await $0.note(1) }
            try expect(try await database.noteCount() == 1)
        },
    ]
}

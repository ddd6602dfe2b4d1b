import Locking
import SQL

/// What happened, in order.
private final class Log: Sendable {
    private let entries = Locked<[String]>([])

    func add(_ entry: String) { entries.withLock { $0.append(entry) } }

    var all: [String] { entries.withLock { $0 } }
}

extension DatabaseConformance {
    static let transactions: [Case] = [
        Case("what is committed stays, what throws leaves nothing") { database in
            try await database.makeNotes()
            let result = try await database.transaction { transaction in
                try await transaction.note(1)
                return "done"
            }
            try expect(result == "done")
            do {
                try await database.transaction { transaction in
                    try await transaction.note(2)
                    throw Deliberate()
                }
                throw ConformanceFailure("the error was swallowed", file: #fileID, line: #line)
            } catch is Deliberate {}
            try expect(try await database.noteCount() == 1)
        },
        Case("a transaction sees its own changes, nobody else does before the commit") { database in
            try await database.makeNotes()
            try await database.transaction { transaction in
                try await transaction.note(1)
                try expect(try await transaction.count("SELECT count(*) FROM notes") == 1)
            }
            try expect(try await database.noteCount() == 1)
        },
        Case("a cancelled transaction rolls back and frees the database") { database in
            try await database.makeNotes()
            try await expectCancellation {
                try await withThrowingTaskGroup(of: Void.self) { group in
                    let (reached, reach) = AsyncStream<Void>.makeStream()
                    group.addTask {
                        try await database.transaction { transaction in
                            try await transaction.note(1)
                            reach.yield()
                            try await Task.sleep(for: .seconds(600))
                        }
                    }
                    for await _ in reached { break }
                    group.cancelAll()
                    try await group.waitForAll()
                }
            }
            try expect(try await database.noteCount() == 0)
            try await database.transaction { try await $0.note(2) }
        },
        Case("a closure that ignores its cancellation does not commit") { database in
            try await database.makeNotes()
            try await expectCancellation {
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask {
                        try await database.transaction { transaction in
                            try await transaction.note(1)
                            withUnsafeCurrentTask { $0?.cancel() }
                        }
                    }
                    try await group.waitForAll()
                }
            }
            try expect(try await database.noteCount() == 0)
        },
        Case("a cancelled task begins nothing") { database in
            try await database.makeNotes()
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                try await expectCancellation { try await database.transaction { try await $0.note(1) } }
                try await expectCancellation { _ = try await database.query("SELECT 1") }
            }
            try await task.value
            try expect(try await database.noteCount() == 0)
        },
        Case("a savepoint is undone alone") { database in
            try await database.makeNotes()
            try await database.transaction { transaction in
                try await transaction.note(1)
                do {
                    try await transaction.savepoint {
                        try await transaction.note(2)
                        try await transaction.savepoint { try await transaction.note(3) }
                        try await transaction.note(1)
                    }
                } catch let error as SQLError { try expect(error.code == .uniqueViolation) }
                try await transaction.savepoint { try await transaction.note(4) }
            }
            let left: [Int] = try await database.read { try await $0.values("SELECT id FROM notes ORDER BY id") }
            try expect(left == [1, 4], "\(left)")
        },
        Case("savepoints beside each other spoil the transaction") { database in
            try await database.makeNotes()
            try await expectError(.nestedTransaction) {
                try await database.transaction { transaction in
                    let (opened, open) = AsyncStream<Void>.makeStream()
                    let (proceeding, proceed) = AsyncStream<Void>.makeStream()
                    let (failed, fail) = AsyncStream<Void>.makeStream()
                    try await withThrowingTaskGroup(of: Void.self) { group in
                        group.addTask {
                            defer { fail.yield() }
                            try await transaction.savepoint {
                                open.yield()
                                for await _ in proceeding { break }
                            }
                        }
                        for await _ in opened { break }
                        try await transaction.savepoint {
                            proceed.yield()
                            for await _ in failed { break }
                            try await transaction.note(1)
                        }
                    }
                }
            }
            try expect(try await database.noteCount() == 0)
        },
        Case("hooks run in order after the commit, and only then") { database in
            try await database.makeNotes()
            let log = Log()
            try await database.transaction { transaction in
                transaction.afterCommit { log.add("first sees \(String(describing: try? await database.noteCount()))") }
                transaction.afterCommit {
                    try? await database.transaction { try await $0.note(2) }
                    log.add("second")
                }
                _ = try? await transaction.savepoint {
                    transaction.afterCommit { log.add("of a savepoint undone") }
                    throw Deliberate()
                }
                try await transaction.savepoint { transaction.afterCommit { log.add("third") } }
                try await transaction.note(1)
                log.add("body")
            }
            try expect(log.all == ["body", "first sees Optional(1)", "second", "third"], "\(log.all)")
            _ = try? await database.transaction { transaction in
                transaction.afterCommit { log.add("of a transaction undone") }
                throw Deliberate()
            }
            try expect(log.all.count == 4, "\(log.all)")
            try expect(try await database.noteCount() == 2)
        },
        Case("writers beside each other lose nothing") { database in
            try await database.execute("CREATE TABLE counters (id BIGINT PRIMARY KEY, value BIGINT NOT NULL)")
            try await database.execute("INSERT INTO counters (id, value) VALUES (1, 0)")
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        for _ in 0..<10 {
                            try await database.transaction { transaction in
                                let value = try await transaction.count("SELECT value FROM counters WHERE id = 1")
                                await Task.yield()
                                try await transaction.execute("UPDATE counters SET value = \(value + 1) WHERE id = 1")
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            let total = try await database.read { try await $0.count("SELECT value FROM counters") }
            try expect(total == 200, "\(total)")
        },
        Case("statements of one transaction may come from several tasks") { database in
            try await database.makeNotes()
            try await database.transaction { transaction in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for id in 0..<50 { group.addTask { try await transaction.note(id) } }
                    try await group.waitForAll()
                }
            }
            try expect(try await database.noteCount() == 50)
        },
        Case("a closure isolated to an actor works") { database in
            try await database.makeNotes()
            let count = try await Clerk().work(on: database)
            try expect(count == 3)
            try expect(try await database.noteCount() == 3)
        },
        Case("every isolation is given") { database in
            try await database.makeNotes()
            let all: [Isolation] = [.readCommitted, .repeatableRead, .serializable]
            for (id, isolation) in all.enumerated() {
                try await database.transaction(isolation: isolation) { try await $0.note(id) }
            }
            try expect(try await database.noteCount() == 3)
        },
    ]

    private actor Clerk {
        private var written = 0

        func work(on database: any Database) async throws -> Int {
            try await database.transaction { transaction in
                for id in 0..<3 {
                    try await transaction.note(id)
                    written += 1
                }
            }
            return written
        }
    }
}

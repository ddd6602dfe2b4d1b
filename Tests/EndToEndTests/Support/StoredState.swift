import Molecules
import SQL
import SQLite

/// What is in a bot's database, read beside it.
struct StoredState: Equatable {
    var titles: Set<String> = []
    var outbox = 0
    var deliveries = 0
    var inbox = 0
    var deadLetters = 0
    /// Tasks whose `task.created` is not exactly once in the audit log and once in the inbox of every group.
    var wronglyDelivered = 0

    /// Whether every event that was committed has been delivered.
    var isDrained: Bool { outbox == 0 && deliveries == 0 }

    /// Opens a database that has been migrated, and closes it after `body`.
    static func open<Result>(
        _ path: String, _ body: (SQLiteDatabase) async throws -> Result
    ) async throws -> Result {
        let database = try SQLiteDatabase(.file(path))
        do {
            let result = try await body(database)
            await database.close()
            return result
        } catch {
            await database.close()
            throw error
        }
    }

    /// Reads all in one consistent state.
    static func read(_ path: String) async throws -> StoredState {
        try await open(path) { database in
            try await database.read { connection in
                var state = StoredState()
                let titles = try await connection.query("SELECT title FROM tasks").map { row throws(SQLError) in
                    try row.value("title", as: String.self)
                }
                state.titles = Set(titles)
                state.outbox = try await connection.count("SELECT count(*) FROM event_outbox")
                state.deliveries = try await connection.count("SELECT count(*) FROM event_deliveries")
                state.inbox = try await connection.count("SELECT count(*) FROM event_inbox")
                state.deadLetters = try await connection.count("SELECT count(*) FROM event_dead_letters")
                state.wronglyDelivered = try await connection.count(
                    """
                    SELECT count(*) FROM tasks t WHERE (
                        SELECT count(*) FROM audit_log a
                        LEFT JOIN event_inbox i ON i.event_id = a.event_id AND i.consumer_group = 'cards'
                        WHERE a.guild_id = t.guild_id AND a.name = 'task.created'
                            AND lower(replace(a.subject_id, '-', '')) = lower(hex(t.id))
                            AND i.event_id IS NOT NULL
                    ) <> 1
                    """)
                return state
            }
        }
    }
}

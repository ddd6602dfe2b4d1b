public import Atoms
public import SQL

/// The tasks of the guilds.
public struct TaskRepository: Sendable {
    private let numbers = GuildCounter("task.number")
    private let store = EntityStore<ChoreTask>()

    /// The repository.
    public init() {}

    /// The next number of a guild: #1, #2 …, without holes.
    public func nextNumber(in guild: GuildID, _ transaction: Transaction) async throws -> TaskNumber {
        let value = try await numbers.next(in: guild, transaction)
        guard let number = TaskNumber(rawValue: value) else {
            throw SQLError(.other, "the counter of task numbers stands at \(value)")
        }
        return number
    }

    /// Keeps a new task.
    public func insert(_ task: ChoreTask, in transaction: Transaction) async throws {
        try await store.insert(task, in: transaction)
    }

    /// Keeps many new tasks in few statements.
    public func insert(_ tasks: [ChoreTask], in transaction: Transaction) async throws {
        try await store.insert(tasks, in: transaction)
    }

    /// Keeps what has changed about a task.
    ///
    /// - Returns: the task with its new version; nil when somebody else changed it since it was read.
    public func update(_ task: ChoreTask, in transaction: Transaction) async throws -> ChoreTask? {
        do {
            return try await store.update(task, in: transaction)
        } catch is ConflictError {
            return nil
        }
    }

    /// The task of a number, also one in the bin.
    public func find(
        _ number: TaskNumber, in guild: GuildID, _ connection: any Queryable
    ) async throws -> ChoreTask? {
        try await store.first(where: "guild_id = \(guild) AND number = \(number)", in: connection)
    }

    /// The task of an identity, also one in the bin.
    public func find(_ id: TaskID, in guild: GuildID, _ connection: any Queryable) async throws -> ChoreTask? {
        try await store.first(where: "id = \(id) AND guild_id = \(guild)", in: connection)
    }

    // MARK: - Completions

    /// Notes that a task was done. The database takes one such note per task, until it is undone.
    ///
    /// - Returns: false when it was noted before.
    public func insertCompletion(
        of task: ChoreTask, recordedBy recorder: UserID, in transaction: Transaction
    ) async throws -> Bool {
        try await transaction.execute(
            """
            INSERT INTO task_completions (guild_id, task_id, completed_by, recorded_by, completed_at, note)
            VALUES (\(task.guildID), \(task.id), \(task.completedBy), \(recorder), \(task.completedAt),
                \(task.completionNote))
            ON CONFLICT DO NOTHING
            """) == 1
    }

    /// Marks the note that a task was done as undone. It stays in the history.
    ///
    /// - Returns: false when there was none.
    public func undoCompletion(
        of task: ChoreTask, by user: UserID, at instant: Instant, in transaction: Transaction
    ) async throws -> Bool {
        try await transaction.execute(
            """
            UPDATE task_completions SET undone_at = \(instant), undone_by = \(user)
            WHERE guild_id = \(task.guildID) AND task_id = \(task.id) AND undone_at IS NULL
            """) == 1
    }
}

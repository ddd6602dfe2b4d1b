public import Atoms
public import SQL

/// Where cards of tasks hang, and which version each of them shows.
public struct TaskCardRepository: Sendable {
    /// The repository.
    public init() {}

    /// Notes a card that was sent, or one that was sent anew under the same message.
    public func insert(_ card: TaskCard, in transaction: Transaction) async throws {
        try await transaction.execute(
            """
            INSERT INTO task_cards (guild_id, message_id, channel_id, task_id, state_id, shown_version)
            VALUES (\(card.guildID), \(card.messageID), \(card.channelID), \(card.taskID), \(card.stateID),
                \(card.shownVersion))
            ON CONFLICT (guild_id, message_id) DO UPDATE SET shown_version = excluded.shown_version
            """)
    }

    /// The cards of a task that show an older version than this.
    public func cards(
        of task: TaskID, in guild: GuildID, olderThan version: Int, _ connection: any Queryable
    ) async throws -> [TaskCard] {
        try await connection.query(
            """
            SELECT * FROM task_cards
            WHERE guild_id = \(guild) AND task_id = \(task) AND shown_version < \(version) ORDER BY message_id
            """
        ).map { row in
            TaskCard(
                guildID: guild, taskID: task, channelID: try row.value("channel_id"),
                messageID: try row.value("message_id"), stateID: try row.value("state_id"),
                shownVersion: try row.value("shown_version"))
        }
    }

    /// Notes that a card shows a version now; an older one is not noted over a newer.
    public func noteShown(_ version: Int, on card: TaskCard, in transaction: Transaction) async throws {
        try await transaction.execute(
            """
            UPDATE task_cards SET shown_version = \(version)
            WHERE guild_id = \(card.guildID) AND message_id = \(card.messageID) AND shown_version < \(version)
            """)
    }

    /// Forgets a card whose message is gone.
    public func delete(_ card: TaskCard, in transaction: Transaction) async throws {
        try await transaction.execute(
            "DELETE FROM task_cards WHERE guild_id = \(card.guildID) AND message_id = \(card.messageID)")
    }
}

public import Atoms
internal import JSON
internal import SQL

/// An event that a group could not be given.
public struct DeadLetter: Hashable, Sendable {
    /// Its number in the list.
    public let id: Int64
    /// The group.
    public let group: String
    /// The durable name of the event.
    public let event: String
    /// The identity of the event.
    public let eventID: EventID
    /// The guild.
    public let guildID: GuildID
    /// The event as JSON, for whoever looks into it.
    public let envelope: String
    /// How often it was tried.
    public let attempts: Int
    /// Why it was given up.
    public let reason: String
    /// When it was given up.
    public let failedAt: Instant
    /// When it was sent once more; nil if it was not.
    public let replayedAt: Instant?
}

/// The events that were given up: they can be looked at and sent once more.
public struct DeadLetters: Sendable {
    private let database: any Database
    private let time: TimeSource
    private let requeued: @Sendable (_ group: String, _ guild: GuildID) -> Void

    init(
        database: any Database, time: TimeSource,
        requeued: @escaping @Sendable (_ group: String, _ guild: GuildID) -> Void
    ) {
        self.database = database
        self.time = time
        self.requeued = requeued
    }

    /// The newest first.
    ///
    /// - Parameters:
    ///   - group: only this group's.
    ///   - id: only those before this number, for the next page.
    ///   - limit: at most so many.
    public func list(group: String? = nil, before id: Int64? = nil, limit: Int = 50) async throws -> [DeadLetter] {
        var conditions: [SQL] = ["replayed_at IS NULL"]
        if let group { conditions.append("consumer_group = \(group)") }
        if let id { conditions.append("id < \(id)") }
        return try await database.query(
            """
            SELECT * FROM event_dead_letters WHERE \(conditions.joined(separator: " AND "))
            ORDER BY id DESC LIMIT \(limit)
            """
        ).map { row in
            DeadLetter(
                id: try row.value("id"), group: try row.value("consumer_group"), event: try row.value("name"),
                eventID: try row.value("event_id"), guildID: try row.value("guild_id"),
                envelope: try row.value("envelope"), attempts: try row.value("attempts"),
                reason: try row.value("reason"), failedAt: try row.value("failed_at"),
                replayedAt: try row.value("replayed_at"))
        }
    }

    /// Sends an event to its group once more, with all its attempts before it, at its old place in the order.
    ///
    /// - Throws: `EventBusError` `.noSuchDeadLetter` when it is not in the list or was sent already; `SQLError`.
    public func replay(_ id: Int64) async throws {
        let (group, guild) = try await database.transaction { transaction -> (String, GuildID) in
            let row = try await transaction.first(
                """
                UPDATE event_dead_letters SET replayed_at = \(time.now()) WHERE id = \(id) AND replayed_at IS NULL
                RETURNING consumer_group, guild_id
                """)
            guard let row else {
                throw EventBusError(
                    .noSuchDeadLetter, "there is no dead letter \(id), or it was sent once more already")
            }
            let guild: GuildID = try row.value("guild_id")
            try await transaction.execute(
                """
                INSERT INTO event_deliveries (consumer_group, position, event_id, guild_id, slot, name, envelope)
                SELECT consumer_group, position, event_id, guild_id, \(LaneMap.slot(of: guild)), name, envelope
                FROM event_dead_letters WHERE id = \(id)
                """)
            return (try row.value("consumer_group"), guild)
        }
        requeued(group, guild)
    }
}

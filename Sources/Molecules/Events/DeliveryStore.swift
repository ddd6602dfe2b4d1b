internal import Atoms
internal import SQL

/// One event on its way to one consumer group.
struct Delivery: Sendable {
    let group: String
    let position: Int64
    let eventID: EventID
    let guildID: GuildID
    let name: String
    let envelope: String
    /// How often it has failed.
    let failures: Int
    /// Whether the group has acted on the event already.
    let isSettled: Bool
}

/// Deliveries, inbox and dead letters in the database. All that must survive the process is here.
struct DeliveryStore: Sendable {
    /// So many rows go into one statement, which keeps it under the limit of bound values.
    static let rowsPerStatement = 500
    let database: any Database

    // MARK: - Relay

    /// Moves the oldest events from the outbox to every group that wants them.
    ///
    /// - Returns: the place of the last one and the lanes that have got work; nil when the outbox was empty.
    func relay(
        atMost limit: Int, to groups: [String: [String]]
    ) async throws -> (last: Int64, count: Int, added: [(group: String, guild: GuildID)])? {
        try await database.transaction { transaction in
            let rows = try await transaction.query(
                "SELECT position, id, guild_id, name, envelope FROM event_outbox ORDER BY position LIMIT \(limit)")
            guard let lastRow = rows.last else { return nil }
            var values: [SQL] = []
            var added: [(group: String, guild: GuildID)] = []
            for row in rows {
                let name: String = try row.value("name")
                let guild: GuildID = try row.value("guild_id")
                for group in groups[name] ?? [] {
                    added.append((group, guild))
                    let position: Int64 = try row.value("position")
                    let id: EventID = try row.value("id")
                    let envelope: String = try row.value("envelope")
                    values.append(
                        "(\(group), \(position), \(id), \(guild), \(LaneMap.slot(of: guild)), \(name), \(envelope))")
                }
            }
            for start in stride(from: 0, to: values.count, by: Self.rowsPerStatement) {
                let rows = values[start..<min(start + Self.rowsPerStatement, values.count)]
                try await transaction.execute(
                    """
                    INSERT INTO event_deliveries (consumer_group, position, event_id, guild_id, slot, name, envelope)
                    VALUES \(rows.joined())
                    """)
            }
            let positions = try rows.map { row throws(SQLError) in try row.value("position", as: Int64.self) }
            try await transaction.execute("DELETE FROM event_outbox WHERE position IN (\(list: positions))")
            return (try lastRow.value("position"), rows.count, added)
        }
    }

    /// The places of the first and the last event in the outbox.
    func outboxBounds() async throws -> (first: Int64, last: Int64)? {
        let row = try await database.query(
            "SELECT min(position) AS first, max(position) AS last FROM event_outbox"
        ).first
        guard let row, let first: Int64 = try row.value("first", as: Int64?.self) else { return nil }
        return (first, try row.value("last"))
    }

    /// How many deliveries are under way.
    func count() async throws -> Int {
        try await database.read { try await $0.count("SELECT count(*) FROM event_deliveries") }
    }

    // MARK: - Lanes

    /// The next deliveries of a lane in order, without those of guilds whose oldest one waits for another attempt.
    func next(_ lane: LaneMap.Lane, at now: Instant, atMost limit: Int) async throws -> [Delivery] {
        try await database.query(
            """
            SELECT position, event_id, guild_id, name, envelope, failures,
                EXISTS (
                    SELECT 1 FROM event_inbox i WHERE i.consumer_group = d.consumer_group AND i.event_id = d.event_id
                ) AS settled
            FROM event_deliveries d
            WHERE consumer_group = \(lane.group) AND slot % \(lane.count) = \(lane.index) AND NOT EXISTS (
                SELECT 1 FROM event_deliveries waiting
                WHERE waiting.consumer_group = d.consumer_group AND waiting.guild_id = d.guild_id
                    AND waiting.next_attempt_at > 0 AND waiting.next_attempt_at > \(now)
            )
            ORDER BY position LIMIT \(limit)
            """
        ).map { row in
            Delivery(
                group: lane.group, position: try row.value("position"), eventID: try row.value("event_id"),
                guildID: try row.value("guild_id"), name: try row.value("name"), envelope: try row.value("envelope"),
                failures: try row.value("failures"), isSettled: try row.value("settled"))
        }
    }

    /// When the next of a lane's waiting deliveries is due.
    func nextAttempt(_ lane: LaneMap.Lane, after now: Instant) async throws -> Instant? {
        try await database.query(
            """
            SELECT min(next_attempt_at) AS due FROM event_deliveries
            WHERE consumer_group = \(lane.group) AND slot % \(lane.count) = \(lane.index)
                AND next_attempt_at > 0 AND next_attempt_at > \(now)
            """
        ).first?.value("due", as: Instant?.self)
    }

    /// Records that the group has acted on the event, and takes the delivery away.
    ///
    /// - Returns: false when it had acted before.
    func settle(_ event: EventID, group: String, in transaction: Transaction) async throws -> Bool {
        let inserted = try await transaction.execute(
            """
            INSERT INTO event_inbox (consumer_group, event_id) VALUES (\(group), \(event))
            ON CONFLICT DO NOTHING
            """)
        try await transaction.execute(
            "DELETE FROM event_deliveries WHERE consumer_group = \(group) AND event_id = \(event)")
        return inserted == 1
    }

    /// Puts a failed delivery off.
    func postpone(_ delivery: Delivery, until instant: Instant, because reason: String) async throws {
        try await database.execute(
            """
            UPDATE event_deliveries
            SET failures = failures + 1, next_attempt_at = \(instant), last_error = \(reason)
            WHERE consumer_group = \(delivery.group) AND position = \(delivery.position)
            """)
    }

    /// Moves a delivery to the dead letters.
    func bury(_ delivery: Delivery, because reason: String, at now: Instant) async throws {
        try await database.transaction { transaction in
            let removed = try await transaction.execute(
                """
                DELETE FROM event_deliveries
                WHERE consumer_group = \(delivery.group) AND position = \(delivery.position)
                """)
            guard removed == 1 else { return }
            try await transaction.execute(
                """
                INSERT INTO event_dead_letters
                    (consumer_group, position, event_id, guild_id, name, envelope, attempts, reason, failed_at)
                VALUES (\(delivery.group), \(delivery.position), \(delivery.eventID), \(delivery.guildID),
                    \(delivery.name), \(delivery.envelope), \(delivery.failures + 1), \(reason), \(now))
                """)
        }
    }

    /// Forgets what the inbox knows of events before `instant`, at most so many.
    func pruneInbox(before event: EventID, atMost limit: Int) async throws -> Int {
        try await database.execute(
            """
            DELETE FROM event_inbox WHERE (consumer_group, event_id) IN (
                SELECT consumer_group, event_id FROM event_inbox WHERE event_id < \(event) LIMIT \(limit)
            )
            """)
    }
}

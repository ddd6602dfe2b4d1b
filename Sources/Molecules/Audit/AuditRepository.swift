public import Atoms
internal import JSON
public import SQL

/// The audit log of the guilds: lines are added, read, and never changed. Triggers in the database see to that.
public struct AuditRepository: Sendable {
    /// The log.
    public init() {}

    /// Adds a line.
    public func append(_ entry: AuditEntry, in transaction: Transaction) async throws {
        let event = entry.envelope
        try await transaction.execute(
            """
            INSERT INTO audit_log (guild_id, event_id, name, occurred_at, actor_type, actor_id, subject_type,
                subject_id, correlation_id, envelope)
            VALUES (\(event.guildID), \(event.id), \(event.name), \(event.occurredAt), \(event.actor.kind.rawValue),
                \(event.actor.id), \(event.subject.type), \(event.subject.id), \(event.correlationID),
                \(JSON.encodeToString(event)))
            """)
    }

    /// The lines of a guild, the newest first.
    ///
    /// - Parameters:
    ///   - subject: only those about this.
    ///   - actor: only those of this actor's id.
    ///   - position: only those before this place, for the next page.
    ///   - limit: at most so many.
    public func entries(
        in guild: GuildID, about subject: EventSubject? = nil, by actor: String? = nil, before position: Int64? = nil,
        limit: Int = 50, _ connection: any Queryable
    ) async throws -> [AuditEntry] {
        var conditions: [SQL] = ["guild_id = \(guild)"]
        if let subject { conditions.append("subject_type = \(subject.type) AND subject_id = \(subject.id)") }
        if let actor { conditions.append("actor_id = \(actor)") }
        if let position { conditions.append("position < \(position)") }
        return try await connection.query(
            """
            SELECT position, envelope FROM audit_log WHERE \(conditions.joined(separator: " AND "))
            ORDER BY position DESC LIMIT \(limit)
            """
        ).map { row in
            AuditEntry(
                try JSON.decode(from: try row.value("envelope", as: String.self)), position: try row.value("position"))
        }
    }
}

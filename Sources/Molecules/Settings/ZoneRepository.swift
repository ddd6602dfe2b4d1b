public import Atoms
public import SQL

/// The zones that members and guilds have chosen.
public struct ZoneRepository: Sendable {
    /// The repository.
    public init() {}

    /// The zone that a member has chosen in a guild; nil for none.
    public func zone(
        of user: UserID, in guild: GuildID, _ connection: any Queryable
    ) async throws -> ZoneName? {
        try await Self.zone(
            in: connection, "SELECT zone FROM member_settings WHERE guild_id = \(guild) AND user_id = \(user)")
    }

    /// The zone that a guild has chosen; nil for none.
    public func zone(of guild: GuildID, _ connection: any Queryable) async throws -> ZoneName? {
        try await Self.zone(in: connection, "SELECT zone FROM guild_settings WHERE guild_id = \(guild)")
    }

    private static func zone(in connection: any Queryable, _ statement: SQL) async throws -> ZoneName? {
        try await connection.query(statement).first.flatMap { row throws(SQLError) in try row.value("zone") }
    }

    /// Keeps the zone that a member chooses in a guild; nil for none.
    public func set(
        _ zone: ZoneName?, of user: UserID, in guild: GuildID, at instant: Instant, _ transaction: Transaction
    ) async throws {
        try await transaction.execute(
            """
            INSERT INTO member_settings (guild_id, user_id, zone, updated_at)
            VALUES (\(guild), \(user), \(zone), \(instant))
            ON CONFLICT (guild_id, user_id) DO UPDATE SET zone = excluded.zone, updated_at = excluded.updated_at
            """)
    }

    /// Keeps the zone that a guild chooses; nil for none.
    public func set(
        _ zone: ZoneName?, of guild: GuildID, at instant: Instant, _ transaction: Transaction
    ) async throws {
        try await transaction.execute(
            """
            INSERT INTO guild_settings (guild_id, zone, updated_at) VALUES (\(guild), \(zone), \(instant))
            ON CONFLICT (guild_id) DO UPDATE SET zone = excluded.zone, updated_at = excluded.updated_at
            """)
    }
}

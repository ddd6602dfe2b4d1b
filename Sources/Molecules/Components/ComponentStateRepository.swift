public import Atoms
internal import JSON
public import SQL

/// Where the states of buttons, selects and modals are kept.
public struct ComponentStateRepository: Sendable {
    /// What a press met.
    public enum Press: Hashable, Sendable {
        /// The state, for whoever handles its kind.
        case granted(ComponentState)
        /// There is no such state, or its time is over: the button is out of date.
        case outOfDate
        /// The button is for somebody else.
        case forbidden
    }

    /// The repository.
    public init() {}

    /// Keeps a new state.
    public func insert(_ state: ComponentState, in transaction: Transaction) async throws {
        try await transaction.execute(
            """
            INSERT INTO component_states (guild_id, id, kind, subject, version, allowed_users, expires_at)
            VALUES (\(state.guildID), \(state.id), \(state.kind), \(state.subject), \(state.version),
                \(Self.encode(state.allowedUsers)), \(state.expiresAt))
            """)
    }

    /// What a press by `user` on the component with this custom id meets.
    public func press(
        _ customID: CustomID, by user: UserID, in guild: GuildID, at instant: Instant, _ connection: any Queryable
    ) async throws -> Press {
        guard let state = try await find(customID.id, in: guild, connection), state.kind == customID.kind else {
            return .outOfDate
        }
        switch state.access(by: user, at: instant) {
        case .granted: return .granted(state)
        case .expired: return .outOfDate
        case .forbidden: return .forbidden
        }
    }

    /// The state of an id, nil when there is none in the guild.
    public func find(
        _ id: ComponentStateID, in guild: GuildID, _ connection: any Queryable
    ) async throws -> ComponentState? {
        let row = try await connection.first(
            "SELECT * FROM component_states WHERE guild_id = \(guild) AND id = \(id)")
        guard let row else { return nil }
        return ComponentState(
            id: id, guildID: guild, kind: try row.value("kind"), subject: try row.value("subject"),
            version: try row.value("version"), allowedUsers: try Self.decode(try row.value("allowed_users")),
            expiresAt: try row.value("expires_at"))
    }

    /// Gives a state another subject, for instance the next page of a list.
    ///
    /// - Returns: the new state; nil when somebody else changed it since it was read.
    public func update(
        _ state: ComponentState, subject: String, in transaction: Transaction
    ) async throws -> ComponentState? {
        let changed = try await transaction.execute(
            """
            UPDATE component_states SET subject = \(subject), version = version + 1
            WHERE guild_id = \(state.guildID) AND id = \(state.id) AND version = \(state.version)
            """)
        guard changed == 1 else { return nil }
        var next = state
        next.subject = subject
        next.version += 1
        return next
    }

    /// Takes a state away: its buttons are out of date.
    public func delete(_ id: ComponentStateID, in guild: GuildID, _ transaction: Transaction) async throws {
        try await transaction.execute("DELETE FROM component_states WHERE guild_id = \(guild) AND id = \(id)")
    }

    /// Takes away what was over before `instant`, at most so many.
    ///
    /// - Returns: how many there were.
    @discardableResult
    public func prune(expiredBefore instant: Instant, atMost limit: Int, in transaction: Transaction) async throws
        -> Int
    {
        try await transaction.execute(
            """
            DELETE FROM component_states WHERE (guild_id, id) IN (
                SELECT guild_id, id FROM component_states WHERE expires_at < \(instant) LIMIT \(limit)
            )
            """)
    }

    private static func encode(_ users: Set<UserID>) -> String {
        JSON.encodeToString(users.sorted())
    }

    private static func decode(_ text: String) throws -> Set<UserID> {
        Set(try JSON.decode([UserID].self, from: text))
    }
}

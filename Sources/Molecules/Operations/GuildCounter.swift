public import Atoms
public import SQL

/// Counts something in a guild from 1, without holes or doubles, however many ask at once.
public struct GuildCounter: Sendable {
    /// The durable name of what is counted.
    public let name: String

    /// A counter under a durable name.
    public init(_ name: String) { self.name = name }

    /// The next number. A transaction that is rolled back gives it back.
    public func next(in guild: GuildID, _ transaction: Transaction) async throws -> Int64 {
        let value: Int64? = try await transaction.value(
            """
            INSERT INTO guild_counters (guild_id, name, value) VALUES (\(guild), \(name), 1)
            ON CONFLICT (guild_id, name) DO UPDATE SET value = guild_counters.value + 1 RETURNING value
            """)
        guard let value else { throw SQLError(.noRow, "the counter \(name) gave no number") }
        return value
    }
}

public import Atoms
public import JSON
public import SQL

/// Remembers how every operation was answered, so that one that comes twice has one effect and the same answer.
///
/// The key is taken by inserting it, in the operation's own transaction: the database decides who is first.
public struct OperationLog: Sendable {
    private let time: TimeSource

    /// A log that notes the time from `time`.
    public init(time: TimeSource) { self.time = time }

    /// Runs `body` for a key that is new and keeps its answer; for a known key gives the kept answer.
    ///
    /// - Parameters:
    ///   - key: of the interaction or request.
    ///   - guild: the guild it is about.
    ///   - transaction: in which everything happens.
    ///   - body: what to do once.
    public func once<Outcome: JSONCodable>(
        _ key: OperationKey, guild: GuildID, in transaction: Transaction, _ body: () async throws -> Outcome
    ) async throws -> Outcome {
        let inserted = try await transaction.execute(
            """
            INSERT INTO operations (guild_id, key, created_at) VALUES (\(guild), \(key.rawValue), \(time.now()))
            ON CONFLICT DO NOTHING
            """)
        guard inserted == 1 else {
            let kept: String? = try await transaction.value(
                "SELECT outcome FROM operations WHERE guild_id = \(guild) AND key = \(key.rawValue)")
            return try JSON.decode(from: kept ?? "null")
        }
        let outcome = try await body()
        try await transaction.execute(
            """
            UPDATE operations SET outcome = \(JSON.encodeToString(outcome))
            WHERE guild_id = \(guild) AND key = \(key.rawValue)
            """)
        return outcome
    }

    /// Forgets operations from before `instant`, at most so many; Discord repeats an interaction within minutes.
    ///
    /// - Returns: how many were forgotten.
    @discardableResult
    public func prune(before instant: Instant, atMost limit: Int, in transaction: Transaction) async throws -> Int {
        try await transaction.execute(
            """
            DELETE FROM operations WHERE (guild_id, key) IN (
                SELECT guild_id, key FROM operations WHERE created_at < \(instant) LIMIT \(limit)
            )
            """)
    }
}

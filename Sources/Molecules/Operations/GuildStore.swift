public import Atoms
public import EchordPrimitives
public import JSON
public import SQL

/// Something that reads a guild's rows, inside a transaction or beside it; features pass it on to repositories.
public typealias GuildReader = Queryable

/// The database of a guild and the outbox in it, leased by closure. What a feature needs to know of storage.
public struct GuildStore: Sendable {
    /// Makes identities.
    public let identifiers: Identifiers
    /// The time.
    public let time: TimeSource
    private let shards: any ShardMap
    private let outbox: Outbox
    private let operations: OperationLog

    /// A store over all guilds.
    ///
    /// - Parameters:
    ///   - shards: which database a guild is in.
    ///   - outbox: the one that the event bus empties.
    ///   - identifiers: make identities.
    ///   - time: the time.
    public init(shards: any ShardMap, outbox: Outbox, identifiers: Identifiers, time: TimeSource) {
        self.shards = shards
        self.outbox = outbox
        self.identifiers = identifiers
        self.time = time
        operations = OperationLog(time: time)
    }

    /// Reads one consistent state of a guild.
    public func read<Result>(
        _ guild: GuildID, _ body: (any Queryable) async throws -> Result
    ) async throws -> Result {
        try await shards.database(forGuild: guild.rawValue).read(body)
    }

    /// Changes a guild in a transaction, without an answer to keep.
    public func write<Result>(
        _ guild: GuildID, _ body: (Transaction) async throws -> Result
    ) async throws -> Result {
        try await shards.database(forGuild: guild.rawValue).transaction(body)
    }

    /// Carries out an operation once: the same key again has no effect and gives the same answer.
    ///
    /// - Parameters:
    ///   - key: of the interaction or request.
    ///   - actor: who asks.
    ///   - guild: where.
    ///   - reason: why, in the actor's words.
    ///   - body: the operation; what it throws undoes everything, also the key.
    public func once<Outcome: JSONCodable>(
        _ key: OperationKey, by actor: Actor, in guild: GuildID, reason: String? = nil,
        _ body: (GuildWork) async throws -> Outcome
    ) async throws -> Outcome {
        let origin = EventOrigin(
            guildID: guild, occurredAt: time.now(), actor: actor, reason: reason, correlationID: key.rawValue)
        return try await shards.database(forGuild: guild.rawValue).transaction { transaction in
            try await operations.once(key, guild: guild, in: transaction) {
                try await body(GuildWork(transaction: transaction, origin: origin, outbox: outbox))
            }
        }
    }
}

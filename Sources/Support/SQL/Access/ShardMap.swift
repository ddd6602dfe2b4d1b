/// Which database holds the rows of a guild.
///
/// Every guild-owned table carries `guild_id`; whatever touches one asks here first, so that guilds can be spread
/// over several databases without a change to the callers.
public protocol ShardMap: Sendable {
    /// The database of a guild; the same one at every call.
    func database(forGuild id: UInt64) -> any Database
    /// Every database once, for migrations and for work over all guilds.
    var databases: [any Database] { get }
}

/// All guilds in one database.
public struct SingleShard: ShardMap {
    private let database: any Database

    /// All guilds in `database`.
    public init(_ database: any Database) { self.database = database }

    /// The one database.
    public func database(forGuild id: UInt64) -> any Database { database }

    /// The one database.
    public var databases: [any Database] { [database] }
}

/// Guilds spread over a fixed list of databases by the time part of their snowflake.
///
/// The list must keep its length and order for as long as the rows stay where they are.
public struct FixedShards: ShardMap {
    /// Every database once, in order.
    public let databases: [any Database]

    /// The databases in order: one, and the rest.
    public init(_ first: any Database, _ others: [any Database]) {
        databases = [first] + others
    }

    /// The database at (id ≫ 22) modulo the number of databases, as Discord chooses gateway shards.
    public func database(forGuild id: UInt64) -> any Database {
        databases[Int((id >> 22) % UInt64(databases.count))]
    }
}

/// What a connection needs to go on where another one stopped.
///
/// It can be kept and given to a new process: Discord then replays the events after `sequence`.
/// Discord: *Gateway › Resuming*.
public struct GatewaySession: Hashable, Sendable {
    /// The session's id from READY.
    public var id: String

    /// The address that READY named for resuming; `nil` when it named none.
    public var resumeURL: String?

    /// The number of the last event that was handed on.
    public var sequence: Int

    /// Makes a session from its parts.
    public init(id: String, resumeURL: String?, sequence: Int) {
        self.id = id
        self.resumeURL = resumeURL
        self.sequence = sequence
    }
}

/// Which part of an application's guilds a connection receives: `index` of `count`.
///
/// A guild belongs to the shard `(guild_id >> 22) % count`. Discord: *Gateway › Sharding*.
public struct ShardID: Hashable, Sendable, CustomStringConvertible {
    /// The number of this shard, from 0.
    public var index: Int

    /// How many shards there are.
    public var count: Int

    /// Makes the id of shard `index` of `count`.
    public init(index: Int, count: Int) {
        self.index = index
        self.count = count
    }

    /// The only shard of an unsharded bot.
    public static let single = ShardID(index: 0, count: 1)

    /// The key of the identify queue that this shard waits in.
    public func identifyKey(maxConcurrency: Int) -> Int {
        index % max(1, maxConcurrency)
    }

    /// `2/16` for the third of sixteen shards.
    public var description: String { "\(index)/\(count)" }
}

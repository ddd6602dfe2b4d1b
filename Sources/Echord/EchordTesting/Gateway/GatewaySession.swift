import JSON

/// A connection's number, given as it opens.
struct ConnectionID: Hashable, Sendable {
    let value: Int
}

/// What goes out on a gateway connection.
enum GatewayFrame: Sendable {
    /// A payload; `compressed` asks for zlib on this one message (`compress` in Identify).
    case payload(JSONValue, compressed: Bool)
    case close(UInt16, String)
    /// The connection ends without a word.
    case abort
}

/// One WebSocket of the gateway.
struct GatewayConnection: Sendable {
    let id: ConnectionID
    let openedAt: Moment
    var lastHeartbeat: Moment
    /// The session it carries, once identified or resumed.
    var session: String?
    var compressesPayloads = false
    var isClosing = false
    /// Half open: what either side sends is lost.
    var isFrozen = false
    var outbox: [GatewayFrame] = []
    /// When the present minute of counting began, and how many payloads came in it.
    var windowStart: Moment
    var received = 0
}

/// One identified bot shard; it outlives its connection for a while, so that it can be resumed.
struct GatewaySession: Sendable {
    let id: String
    let shard: Int
    let shardCount: Int
    let intents: GatewayIntent
    let largeThreshold: Int
    let capabilities: Int64
    var connection: ConnectionID?
    var sequence = 0
    /// When the connection was lost.
    var lostAt: Moment?
    /// What has been dispatched, for a replay; its first entry has `firstBuffered`.
    private(set) var buffer: [JSONValue] = []
    private(set) var firstBuffered = 1

    /// Discord forgets what is too old; so does this buffer.
    static let bufferLimit = 2000

    init(
        id: String, shard: Int, shardCount: Int, intents: GatewayIntent, largeThreshold: Int, capabilities: Int64,
        connection: ConnectionID
    ) {
        (self.id, self.shard, self.shardCount) = (id, shard, shardCount)
        (self.intents, self.largeThreshold, self.capabilities) = (intents, largeThreshold, capabilities)
        self.connection = connection
    }

    /// Numbers an event and keeps it.
    mutating func record(_ event: String, _ data: JSONValue) -> JSONValue {
        sequence += 1
        let payload: JSONValue = ["t": .string(event), "s": .number(sequence), "op": 0, "d": data]
        buffer.append(payload)
        if buffer.count > Self.bufferLimit {
            let excess = buffer.count - Self.bufferLimit
            buffer.removeFirst(excess)
            firstBuffered += excess
        }
        return payload
    }

    /// What was dispatched after `sequence`; nil when that is no longer kept.
    func replay(after sequence: Int) -> [JSONValue]? {
        guard sequence >= firstBuffered - 1, sequence <= self.sequence else { return nil }
        return Array(buffer.dropFirst(sequence - firstBuffered + 1))
    }

    /// Whether events of a guild come to this shard.
    func serves(_ guild: Flake) -> Bool {
        Int((guild.value >> 22) % UInt64(shardCount)) == shard
    }
}

/// The connections and sessions of the gateway.
struct GatewayState: Sendable {
    var connections: [ConnectionID: GatewayConnection] = [:]
    var sessions: [String: GatewaySession] = [:]
    var lastConnection = 0
    /// When each concurrency key identified last.
    var identified: [Int: Moment] = [:]
    /// Session starts of the present day.
    var starts = 0
    var startsEnd = Moment(0)
    /// When a guild's whole member list was asked for last.
    var memberRequests: [Flake: Moment] = [:]

    /// Payloads an outbox holds at most; a client that does not read is cut off.
    static let outboxLimit = 20_000
    static let connectionLimit = 1000

    /// Whether some shard of the bot is there.
    var isBotConnected: Bool { sessions.values.contains { $0.connection != nil } }
}

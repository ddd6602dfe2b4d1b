public import Telemetry

/// Which shards a process runs.
public enum ShardPlan: Hashable, Sendable {
    /// As many as Discord recommends, all of them here.
    case automatic
    /// This many, all of them here.
    case count(Int)
    /// These of so many; the others run elsewhere.
    case some(Range<Int>, of: Int)

    /// The shards, when Discord recommends `recommended`.
    func shards(recommended: Int) throws -> [ShardID] {
        let (range, count) =
            switch self {
            case .automatic: (0..<max(1, recommended), max(1, recommended))
            case .count(let count): (0..<max(0, count), count)
            case .some(let range, let count): (range, count)
            }
        guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= count else {
            throw EchordError(
                .configuration,
                "The shards \(range.lowerBound)..<\(range.upperBound) of \(count) make no sense: "
                    + "numbers run from 0 to below the count, and there must be at least one.")
        }
        return range.map { ShardID(index: $0, count: count) }
    }
}

/// What a client connects to and how.
public struct DiscordClientConfiguration: Sendable {
    /// The bot's token.
    public var token: Secret<String>
    /// The REST side: the API's address among it.
    public var rest: RESTConfiguration
    /// The gateway side: the intents among it.
    public var gateway: GatewayConfiguration
    /// What is kept of what the gateway tells.
    public var cache: CacheConfiguration
    /// Which shards run here.
    public var shards: ShardPlan
    /// Sessions of an earlier process to go on with, by shard.
    public var sessions: [ShardID: GatewaySession]
    /// Whether sessions are left resumable at the end, for a process that takes over; otherwise the bot goes offline
    /// at once.
    public var keepsSessionsAtEnd: Bool
    /// Whether a start without a reachable API is tried again for ever, instead of failing.
    public var keepsTryingAtStart: Bool

    /// Makes a configuration; the defaults are one process at Discord's own API.
    public init(
        token: Secret<String>, gateway: GatewayConfiguration, rest: RESTConfiguration = .init(),
        cache: CacheConfiguration = .init(), shards: ShardPlan = .automatic, sessions: [ShardID: GatewaySession] = [:],
        keepsSessionsAtEnd: Bool = false,
        keepsTryingAtStart: Bool = false
    ) {
        self.token = token
        self.gateway = gateway
        self.rest = rest
        self.cache = cache
        self.shards = shards
        self.sessions = sessions
        self.keepsSessionsAtEnd = keepsSessionsAtEnd
        self.keepsTryingAtStart = keepsTryingAtStart
    }
}

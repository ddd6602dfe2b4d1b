public import EchordPrimitives
public import JSON

/// Why the gateway closed a connection.
///
/// <https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes>
public struct GatewayCloseCode: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `UNKNOWN_ERROR`.
    public static let unknownError = Self(rawValue: 4000)
    /// `UNKNOWN_OPCODE`.
    public static let unknownOpcode = Self(rawValue: 4001)
    /// `DECODE_ERROR`.
    public static let decodeError = Self(rawValue: 4002)
    /// `NOT_AUTHENTICATED`.
    public static let notAuthenticated = Self(rawValue: 4003)
    /// `AUTHENTICATION_FAILED`.
    public static let authenticationFailed = Self(rawValue: 4004)
    /// `ALREADY_AUTHENTICATED`.
    public static let alreadyAuthenticated = Self(rawValue: 4005)
    /// `INVALID_SEQ`.
    public static let invalidSequence = Self(rawValue: 4007)
    /// `RATE_LIMITED`.
    public static let rateLimited = Self(rawValue: 4008)
    /// `SESSION_TIMED_OUT`.
    public static let sessionTimedOut = Self(rawValue: 4009)
    /// `INVALID_SHARD`.
    public static let invalidShard = Self(rawValue: 4010)
    /// `SHARDING_REQUIRED`.
    public static let shardingRequired = Self(rawValue: 4011)
    /// `INVALID_API_VERSION`.
    public static let invalidAPIVersion = Self(rawValue: 4012)
    /// `INVALID_INTENTS`.
    public static let invalidIntents = Self(rawValue: 4013)
    /// `DISALLOWED_INTENTS`.
    public static let disallowedIntents = Self(rawValue: 4014)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "UNKNOWN_ERROR": .unknownError,
            "UNKNOWN_OPCODE": .unknownOpcode,
            "DECODE_ERROR": .decodeError,
            "NOT_AUTHENTICATED": .notAuthenticated,
            "AUTHENTICATION_FAILED": .authenticationFailed,
            "ALREADY_AUTHENTICATED": .alreadyAuthenticated,
            "INVALID_SEQ": .invalidSequence,
            "RATE_LIMITED": .rateLimited,
            "SESSION_TIMED_OUT": .sessionTimedOut,
            "INVALID_SHARD": .invalidShard,
            "SHARDING_REQUIRED": .shardingRequired,
            "INVALID_API_VERSION": .invalidAPIVersion,
            "INVALID_INTENTS": .invalidIntents,
            "DISALLOWED_INTENTS": .disallowedIntents,
        ]
    }

    /// What a client does after this code.
    ///
    /// Discord's table says after which codes not to connect again, and that 4007 and 4009 want a new session. 4003
    /// comes when nothing was identified yet or when "this session has been invalidated", as it is when an intent is
    /// switched off in the portal: there is nothing to resume either way. After all else, a connection that just drops
    /// (1006) and codes outside the table among it, resuming is tried: where the session is gone Discord says so by
    /// INVALID SESSION, and a session given up without need would lose events and cost a session start.
    public var rule: GatewayCloseRule {
        switch self {
        case .authenticationFailed, .invalidShard, .shardingRequired, .invalidAPIVersion, .invalidIntents,
            .disallowedIntents:
            .stop
        case .notAuthenticated, .invalidSequence, .sessionTimedOut: .newSession
        default: .resume
        }
    }
}

/// What to do after the gateway closed a connection.
public enum GatewayCloseRule: Hashable, Sendable {
    /// Connect again and resume the session.
    case resume
    /// Connect again and identify anew; the session is lost.
    case newSession
    /// Do not connect again: somebody must change something first.
    case stop
}

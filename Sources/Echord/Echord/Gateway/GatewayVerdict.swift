/// What follows from the code that Discord closed a connection with.
///
/// Discord: *Opcodes and Status Codes › Gateway Close Event Codes*.
enum GatewayVerdict: Equatable, Sendable {
    /// Connect again and resume.
    case resume
    /// Connect again and begin a new session.
    case newSession
    /// Never connect again until a person has changed something.
    case stop(GatewayRefusal)

    /// The rule for `code`; `nil` stands for a connection that dropped without one.
    init(code: UInt16?) {
        switch code {
        case 4003, 4007, 4009: self = .newSession
        case 4004: self = .stop(.authenticationFailed)
        case 4010: self = .stop(.invalidShard)
        case 4011: self = .stop(.shardingRequired)
        case 4012: self = .stop(.invalidVersion)
        case 4013: self = .stop(.invalidIntents)
        case 4014: self = .stop(.disallowedIntents)
        default: self = .resume
        }
    }
}

/// A refusal that trying again cannot heal.
public enum GatewayRefusal: UInt16, Hashable, Sendable, CaseIterable {
    /// The token is wrong.
    case authenticationFailed = 4004
    /// The shard's number does not fit the count.
    case invalidShard = 4010
    /// The bot is in too many guilds for one connection.
    case shardingRequired = 4011
    /// The gateway's version does not exist.
    case invalidVersion = 4012
    /// A bit of the intents means nothing.
    case invalidIntents = 4013
    /// A privileged intent is not switched on for the application.
    case disallowedIntents = 4014

    /// One sentence with the cause and the way out.
    ///
    /// - Parameters:
    ///   - shard: The shard that was refused.
    ///   - privileged: The names of the privileged intents that were asked for.
    public func sentence(shard: ShardID, privileged: [String]) -> String {
        switch self {
        case .authenticationFailed:
            return "Discord refused the bot token (close code 4004): copy a fresh one from the Developer Portal, "
                + "page Bot, Reset Token, and set it as the token."
        case .invalidShard:
            return "Discord refused shard \(shard) (close code 4010): the shard's number must be below the number of "
                + "shards, and every process must use the same number."
        case .shardingRequired:
            return "Discord requires sharding for this bot (close code 4011), because it is in too many guilds for "
                + "\(shard.count) shard\(shard.count == 1 ? "" : "s"): use the recommended number of shards."
        case .invalidVersion:
            return "Discord does not speak this gateway version (close code 4012): set the API version to 10."
        case .invalidIntents:
            return "Discord does not know these intents (close code 4013): remove the bits that its documentation "
                + "does not list."
        case .disallowedIntents:
            let names = privileged.isEmpty ? "the privileged intents" : privileged.joined(separator: ", ")
            return "Discord does not allow \(names) for this application (close code 4014): switch them on in the "
                + "Developer Portal, page Bot, Privileged Gateway Intents, or leave them out of the intents."
        }
    }
}

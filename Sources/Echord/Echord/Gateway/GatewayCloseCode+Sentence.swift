internal import EchordModel

extension GatewayCloseCode {
    /// One sentence with the cause of a lasting refusal and the way out.
    ///
    /// - Parameters:
    ///   - shard: The shard that was refused.
    ///   - privileged: The names of the privileged intents that were asked for.
    func sentence(shard: ShardID, privileged: [String]) -> String {
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
        case .invalidAPIVersion:
            return "Discord does not speak this gateway version (close code 4012): set the API version to 10."
        case .invalidIntents:
            return "Discord does not know these intents (close code 4013): remove the bits that its documentation "
                + "does not list."
        case .disallowedIntents:
            let names = privileged.isEmpty ? "the privileged intents" : privileged.joined(separator: ", ")
            return "Discord does not allow \(names) for this application (close code 4014): switch them on in the "
                + "Developer Portal, page Bot, Privileged Gateway Intents, or leave them out of the intents."
        default: return "Discord closed the connection of shard \(shard) for good (close code \(rawValue))."
        }
    }
}

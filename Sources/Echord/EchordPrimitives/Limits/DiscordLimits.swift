/// The numbers Discord holds everybody to, by name. Lengths count Unicode scalars.
public enum DiscordLimits {
    /// The gateway. <https://docs.discord.com/developers/events/gateway#rate-limiting>
    public enum Gateway {
        /// Payloads sent on a connection in ``window``.
        public static let sends = 120
        /// The window of ``sends``.
        public static let window: Duration = .seconds(60)
        /// Bytes of a payload that is sent.
        public static let payload = 4096
        /// Guilds of a shard.
        public static let guildsPerShard = 2500
        /// Identifies a day over all shards.
        public static let identifiesPerDay = 1000
        /// Between two identifies of one concurrency key.
        public static let identifyInterval: Duration = .seconds(5)
        /// Members asked for by id at once.
        public static let requestedMembers = 100
        /// Members of one chunk.
        public static let chunk = 1000
        /// Bytes of a nonce.
        public static let nonce = 32
        /// Between two requests for the full member list of one guild.
        public static let fullMemberListInterval: Duration = .seconds(30)
        /// Members from which a guild counts as large.
        public static let largeThreshold = 50...250
    }

    /// The HTTP interface. <https://docs.discord.com/developers/topics/rate-limits>
    public enum REST {
        /// Requests a second over all routes, interactions excepted.
        public static let globalPerSecond = 50
        /// Answers of 401, 403 and 429 in ``invalidWindow`` before the address is banned.
        public static let invalidRequests = 10_000
        /// The window of ``invalidRequests``.
        public static let invalidWindow: Duration = .seconds(600)
        /// Characters of an access token.
        public static let accessToken = 10_240
        /// Characters of an audit-log reason.
        public static let auditLogReason = 1...512
    }
}

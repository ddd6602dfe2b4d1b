public import EchordModel
internal import EchordPrimitives

/// How payloads are packed on the way from the gateway.
public enum GatewayCompression: String, Hashable, Sendable, CaseIterable {
    /// Not at all.
    case none
    /// One zlib stream for the connection.
    case zlib = "zlib-stream"
    /// One Zstandard stream for the connection.
    case zstd = "zstd-stream"
}

/// What a bot tells the gateway of itself, and how it connects.
public struct GatewayConfiguration: Sendable {
    /// The gateway's version.
    public var version: Int
    /// Which events are wanted.
    public var intents: GatewayIntents
    /// How payloads are packed.
    public var compression: GatewayCompression
    /// What the bot is shown to do from the start.
    public var presence: UpdatePresence?
    /// Members above which a guild's offline members are not sent, 50 to 250.
    public var largeThreshold: Int?
    /// What this client can cope with. Channel obfuscation is required since 16 November 2026.
    public var capabilities: GatewayCapabilities
    /// How many session starts of the day are never used.
    public var sessionStartReserve: Int
    /// The largest payload that is accepted, unpacked, in bytes.
    public var maxPayloadBytes: Int
    /// The wait between failed tries.
    public var backoff: Backoff
    /// The wait between two identifies of one key; see `IdentifyQueue`.
    var identifyInterval: Duration = .milliseconds(5_250)
    /// The wait after an invalid session, in seconds; Discord asks for a random one of 1 to 5.
    var invalidSessionWait: ClosedRange<Double> = 1...5

    /// Makes a configuration with Discord's defaults.
    public init(
        intents: GatewayIntents, version: Int = 10, compression: GatewayCompression = .zlib,
        presence: UpdatePresence? = nil, largeThreshold: Int? = nil,
        capabilities: GatewayCapabilities = .channelObfuscation, sessionStartReserve: Int = 5,
        maxPayloadBytes: Int = 16 << 20, backoff: Backoff = Backoff()
    ) {
        self.intents = intents
        self.version = version
        self.compression = compression
        self.presence = presence
        self.largeThreshold = largeThreshold
        self.capabilities = capabilities
        self.sessionStartReserve = sessionStartReserve
        self.maxPayloadBytes = maxPayloadBytes
        self.backoff = backoff
    }

    /// The privileged intents among those that are asked for, by Discord's names.
    var privilegedIntents: [String] {
        [
            ("GUILD_MEMBERS", GatewayIntents.guildMembers), ("GUILD_PRESENCES", .guildPresences),
            ("MESSAGE_CONTENT", .messageContent),
        ]
        .filter { intents.contains($0.1) }.map(\.0)
    }

    /// The address with what the connection asks for.
    func address(_ url: String) -> String {
        var text = url[...]
        if let cut = text.firstIndex(where: { $0 == "?" || $0 == "#" }) { text = text[..<cut] }
        // Two slashes belong to the scheme; a third one begins the path.
        let hasPath = text.utf8.count { $0 == UInt8(ascii: "/") } > 2
        let packing = compression == .none ? "" : "&compress=\(compression.rawValue)"
        return "\(text)\(hasPath ? "" : "/")?v=\(version)&encoding=json\(packing)"
    }
}

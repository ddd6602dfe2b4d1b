public import EchordPrimitives
public import JSON

/// The first thing the gateway says.
///
/// <https://docs.discord.com/developers/events/gateway-events#hello>
@JSONModel
public struct Hello: Hashable, Sendable {
    /// Milliseconds between two heartbeats.
    public var heartbeatInterval: Int
}

/// Begins a session.
///
/// <https://docs.discord.com/developers/events/gateway-events#identify>
@JSONModel
public struct Identify: Hashable, Sendable {
    /// The bot's token; keep it secret.
    public var token: String
    /// What connects.
    public var properties: IdentifyProperties
    /// Whether single payloads may be compressed.
    public var compress: Bool?
    /// Members from which offline ones are left out, 50 to 250.
    public var largeThreshold: Int?
    /// This shard's number and how many there are.
    public var shard: [Int]?
    /// The presence to begin with.
    public var presence: UpdatePresence?
    /// Which events are wanted.
    public var intents: GatewayIntents
    /// What the client understands.
    public var capabilities: GatewayCapabilities?
}

/// What connects.
///
/// <https://docs.discord.com/developers/events/gateway-events#identify-identify-connection-properties>
@JSONModel
public struct IdentifyProperties: Hashable, Sendable {
    /// The operating system.
    public var os: String
    /// The library.
    public var browser: String
    /// The library.
    public var device: String
}

/// Goes on with a session.
///
/// <https://docs.discord.com/developers/events/gateway-events#resume>
@JSONModel
public struct Resume: Hashable, Sendable {
    /// The bot's token; keep it secret.
    public var token: String
    /// The session.
    public var sessionID: String
    /// The last sequence number received.
    public var seq: Int
}

/// Asks for members of a guild; they come as GUILD_MEMBERS_CHUNK.
///
/// <https://docs.discord.com/developers/events/gateway-events#request-guild-members>
@JSONModel
public struct RequestGuildMembers: Hashable, Sendable {
    /// The guild.
    public var guildID: GuildID
    /// What names begin with; empty for everybody.
    public var query: String?
    /// How many at most; 0 for everybody.
    public var limit: Int?
    /// Whether presences come along.
    public var presences: Bool?
    /// Up to 100 users instead of a query.
    @JSONKey("user_ids") public var userIDs: [UserID]?
    /// Up to 32 bytes to recognise the chunks by.
    public var nonce: String?
}

/// Asks for the sounds of guilds.
///
/// <https://docs.discord.com/developers/events/gateway-events#request-soundboard-sounds>
@JSONModel
public struct RequestSoundboardSounds: Hashable, Sendable {
    /// The guilds.
    @JSONKey("guild_ids") public var guildIDs: [GuildID]
}

/// Asks for the fleeting facts of a guild's channels.
///
/// <https://docs.discord.com/developers/events/gateway-events#request-channel-info>
@JSONModel
public struct RequestChannelInfo: Hashable, Sendable {
    /// The guild.
    public var guildID: GuildID
    /// Which facts.
    public var fields: [ChannelInfoField]
}

/// Sets the bot's presence.
///
/// <https://docs.discord.com/developers/events/gateway-events#update-presence>
@JSONModel
public struct UpdatePresence: Hashable, Sendable {
    /// Since when the bot is idle, in milliseconds since 1970; `.clear` when it is not.
    public var since: Patch<Int64> = .clear
    /// What it does.
    public var activities: [Activity] = []
    /// Whether it is there.
    public var status: PresenceStatus = .online
    /// Whether it is away.
    @JSONKey("afk") public var isAFK: Bool = false
}

/// Joins, moves in or leaves voice.
///
/// <https://docs.discord.com/developers/events/gateway-events#update-voice-state>
@JSONModel
public struct UpdateVoiceState: Hashable, Sendable {
    /// The guild.
    public var guildID: GuildID
    /// The channel; `.clear` to leave.
    public var channelID: Patch<ChannelID> = .clear
    /// Whether the bot is silent.
    @JSONKey("self_mute") public var isSelfMute: Bool = false
    /// Whether the bot hears nothing.
    @JSONKey("self_deaf") public var isSelfDeaf: Bool = false
}

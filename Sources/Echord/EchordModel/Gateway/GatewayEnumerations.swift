public import EchordPrimitives
public import JSON

/// What a gateway payload is.
///
/// <https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-opcodes>
public struct GatewayOpcode: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `DISPATCH`.
    public static let dispatch = Self(rawValue: 0)
    /// `HEARTBEAT`.
    public static let heartbeat = Self(rawValue: 1)
    /// `IDENTIFY`.
    public static let identify = Self(rawValue: 2)
    /// `PRESENCE_UPDATE`.
    public static let presenceUpdate = Self(rawValue: 3)
    /// `VOICE_STATE_UPDATE`.
    public static let voiceStateUpdate = Self(rawValue: 4)
    /// `RESUME`.
    public static let resume = Self(rawValue: 6)
    /// `RECONNECT`.
    public static let reconnect = Self(rawValue: 7)
    /// `REQUEST_GUILD_MEMBERS`.
    public static let requestGuildMembers = Self(rawValue: 8)
    /// `INVALID_SESSION`.
    public static let invalidSession = Self(rawValue: 9)
    /// `HELLO`.
    public static let hello = Self(rawValue: 10)
    /// `HEARTBEAT_ACK`.
    public static let heartbeatAck = Self(rawValue: 11)
    /// `REQUEST_SOUNDBOARD_SOUNDS`.
    public static let requestSoundboardSounds = Self(rawValue: 31)
    /// `REQUEST_CHANNEL_INFO`.
    public static let requestChannelInfo = Self(rawValue: 43)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "DISPATCH": .dispatch,
            "HEARTBEAT": .heartbeat,
            "IDENTIFY": .identify,
            "PRESENCE_UPDATE": .presenceUpdate,
            "VOICE_STATE_UPDATE": .voiceStateUpdate,
            "RESUME": .resume,
            "RECONNECT": .reconnect,
            "REQUEST_GUILD_MEMBERS": .requestGuildMembers,
            "INVALID_SESSION": .invalidSession,
            "HELLO": .hello,
            "HEARTBEAT_ACK": .heartbeatAck,
            "REQUEST_SOUNDBOARD_SOUNDS": .requestSoundboardSounds,
            "REQUEST_CHANNEL_INFO": .requestChannelInfo,
        ]
    }
}

/// What a client tells the gateway it understands.
///
/// <https://docs.discord.com/developers/events/gateway-events#identify>
public struct GatewayCapabilities: DiscordBitSet {
    /// The bits.
    public let rawValue: UInt64

    /// Wraps bits, known or not.
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// `CHANNEL_OBFUSCATION`, bit 15: channels that may not be seen arrive with hidden names.
    public static let channelObfuscation = Self(rawValue: 1 << 15)

    /// Every documented flag by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "CHANNEL_OBFUSCATION": .channelObfuscation
        ]
    }
}

/// What can be asked about channels.
///
/// <https://docs.discord.com/developers/events/gateway-events#request-channel-info>
public struct ChannelInfoField: OpenEnum {
    /// The value on the wire.
    public let rawValue: String

    /// Wraps a value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `STATUS`.
    public static let status = Self(rawValue: "status")
    /// `VOICE_START_TIME`.
    public static let voiceStartTime = Self(rawValue: "voice_start_time")

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "STATUS": .status,
            "VOICE_START_TIME": .voiceStartTime,
        ]
    }
}

public import JSON

/// A payload to be sent: an opcode and what belongs to it.
///
/// <https://docs.discord.com/developers/events/gateway-events#payload-structure>
public struct GatewayPayload<Body: JSONEncodable>: JSONEncodable {
    /// What it is.
    public var opcode: GatewayOpcode
    /// What belongs to it.
    public var body: Body

    /// A payload.
    public init(_ opcode: GatewayOpcode, _ body: Body) {
        self.opcode = opcode
        self.body = body
    }

    /// Writes `op` and `d`.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member(ready: "\"op\":", opcode)
        writer.key(ready: "\"d\":")
        body.encode(to: &writer)
        writer.endObject()
    }
}

extension GatewayPayload: Sendable where Body: Sendable {}

/// What begins a session, goes on with one and keeps its connection alive. Whoever holds the connection sends these.
public enum GatewaySessionCommand: Hashable, Sendable {
    /// Keeps the connection alive; the last sequence number received, `nil` before the first.
    case heartbeat(Int?)
    /// Begins a session.
    case identify(Identify)
    /// Goes on with a session.
    case resume(Resume)

    /// The opcode on the wire.
    public var opcode: GatewayOpcode {
        switch self {
        case .heartbeat: .heartbeat
        case .identify: .identify
        case .resume: .resume
        }
    }

    /// The payload as UTF-8 text.
    public var bytes: [UInt8] {
        switch self {
        case .heartbeat(let sequence): JSON.encode(GatewayPayload(opcode, sequence))
        case .identify(let body): JSON.encode(GatewayPayload(opcode, body))
        case .resume(let body): JSON.encode(GatewayPayload(opcode, body))
        }
    }
}

/// What a bot may ask of the gateway at any time.
///
/// <https://docs.discord.com/developers/events/gateway-events#send-events>
public enum GatewayCommand: Hashable, Sendable {
    /// What the bot is shown to do.
    case updatePresence(UpdatePresence)
    /// Join, move between or leave voice channels.
    case updateVoiceState(UpdateVoiceState)
    /// Members of a guild, which come in GUILD_MEMBERS_CHUNK.
    case requestGuildMembers(RequestGuildMembers)
    /// Sounds of guilds, which come in SOUNDBOARD_SOUNDS.
    case requestSoundboardSounds(RequestSoundboardSounds)
    /// The fleeting facts of channels, which come in CHANNEL_INFO.
    case requestChannelInfo(RequestChannelInfo)

    /// The opcode on the wire.
    public var opcode: GatewayOpcode {
        switch self {
        case .updatePresence: .presenceUpdate
        case .updateVoiceState: .voiceStateUpdate
        case .requestGuildMembers: .requestGuildMembers
        case .requestSoundboardSounds: .requestSoundboardSounds
        case .requestChannelInfo: .requestChannelInfo
        }
    }

    /// The payload as UTF-8 text; Discord takes up to 4096 bytes.
    public var bytes: [UInt8] {
        switch self {
        case .updatePresence(let body): JSON.encode(GatewayPayload(opcode, body))
        case .updateVoiceState(let body): JSON.encode(GatewayPayload(opcode, body))
        case .requestGuildMembers(let body): JSON.encode(GatewayPayload(opcode, body))
        case .requestSoundboardSounds(let body): JSON.encode(GatewayPayload(opcode, body))
        case .requestChannelInfo(let body): JSON.encode(GatewayPayload(opcode, body))
        }
    }
}

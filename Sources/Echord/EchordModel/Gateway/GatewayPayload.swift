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

/// The payloads a bot sends, ready to be written.
public enum GatewayCommand: Sendable {
    /// Keeps the connection alive; the last sequence number received, `nil` before the first.
    case heartbeat(Int?)
    /// Begins a session.
    case identify(Identify)
    /// Goes on with a session.
    case resume(Resume)
    /// Sets the bot's presence.
    case updatePresence(UpdatePresence)
    /// Joins, moves in or leaves voice.
    case updateVoiceState(UpdateVoiceState)
    /// Asks for members.
    case requestGuildMembers(RequestGuildMembers)
    /// Asks for sounds.
    case requestSoundboardSounds(RequestSoundboardSounds)
    /// Asks for the fleeting facts of channels.
    case requestChannelInfo(RequestChannelInfo)

    /// The opcode on the wire.
    public var opcode: GatewayOpcode {
        switch self {
        case .heartbeat: .heartbeat
        case .identify: .identify
        case .resume: .resume
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
        case .heartbeat(let sequence): JSON.encode(GatewayPayload(opcode, sequence))
        case .identify(let body): JSON.encode(GatewayPayload(opcode, body))
        case .resume(let body): JSON.encode(GatewayPayload(opcode, body))
        case .updatePresence(let body): JSON.encode(GatewayPayload(opcode, body))
        case .updateVoiceState(let body): JSON.encode(GatewayPayload(opcode, body))
        case .requestGuildMembers(let body): JSON.encode(GatewayPayload(opcode, body))
        case .requestSoundboardSounds(let body): JSON.encode(GatewayPayload(opcode, body))
        case .requestChannelInfo(let body): JSON.encode(GatewayPayload(opcode, body))
        }
    }
}

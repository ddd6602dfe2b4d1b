public import EchordModel
internal import EchordPrimitives
internal import JSON

/// What a bot may ask of the gateway. Discord: *Gateway Events › Send Events*.
public enum GatewayCommand: Hashable, Sendable {
    /// Members of a guild, which come in GUILD_MEMBERS_CHUNK.
    case requestGuildMembers(RequestGuildMembers)
    /// Sounds of guilds, which come in SOUNDBOARD_SOUNDS.
    case requestSoundboardSounds(RequestSoundboardSounds)
    /// More about a guild's channels, which comes in CHANNEL_INFO.
    case requestChannelInfo(RequestChannelInfo)
    /// Join, move between or leave voice channels.
    case updateVoiceState(UpdateVoiceState)
    /// What the bot is shown to do.
    case updatePresence(UpdatePresence)

    /// The command as a payload.
    var payload: [UInt8] {
        switch self {
        case .requestGuildMembers(let data): GatewayPayload.bytes(.requestGuildMembers, data)
        case .requestSoundboardSounds(let data): GatewayPayload.bytes(.requestSoundboardSounds, data)
        case .requestChannelInfo(let data): GatewayPayload.bytes(.requestChannelInfo, data)
        case .updateVoiceState(let data): GatewayPayload.bytes(.voiceStateUpdate, data)
        case .updatePresence(let data): GatewayPayload.bytes(.presenceUpdate, data)
        }
    }
}

/// Writes what goes to the gateway.
enum GatewayPayload {
    static func bytes(_ opcode: GatewayOpcode, _ data: some JSONEncodable) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member(ready: "\"op\":", opcode.rawValue)
        writer.member(ready: "\"d\":", data)
        writer.endObject()
        return writer.bytes
    }

    static func heartbeat(_ sequence: Int?) -> [UInt8] {
        var writer = JSONWriter(capacity: 32)
        writer.beginObject()
        writer.member(ready: "\"op\":", GatewayOpcode.heartbeat.rawValue)
        writer.key(ready: "\"d\":")
        if let sequence { writer.write(sequence) } else { writer.writeNull() }
        writer.endObject()
        return writer.bytes
    }
}

public import EchordPrimitives
public import JSON

/// The guild's voice server changed.
///
/// <https://docs.discord.com/developers/events/gateway-events#voice-server-update>
@JSONModel
public struct VoiceServerUpdate: Hashable, Sendable, DispatchEvent {
    /// `VOICE_SERVER_UPDATE`.
    public static let eventName = DispatchEventName.voiceServerUpdate

    /// What it takes to connect; keep it secret.
    public var token: String
    /// The guild.
    public var guildID: GuildID
    /// The server's address; `nil` while there is none.
    public var endpoint: String?
}

/// Somebody sent an effect into a voice channel.
///
/// <https://docs.discord.com/developers/events/gateway-events#voice-channel-effect-send>
@JSONModel
public struct VoiceChannelEffectSend: Hashable, Sendable, DispatchEvent {
    /// `VOICE_CHANNEL_EFFECT_SEND`.
    public static let eventName = DispatchEventName.voiceChannelEffectSend

    /// The channel.
    public var channelID: ChannelID
    /// The guild.
    public var guildID: GuildID
    /// Who.
    public var userID: UserID
    /// The emoji.
    public var emoji: PartialEmoji?
    /// How it moves.
    public var animationType: VoiceEffectAnimation?
    /// Which animation.
    public var animationID: Int?
    /// The sound.
    public var soundID: SoundboardSoundID?
    /// How loud, 0 to 1.
    public var soundVolume: Double?
}

/// Somebody joined, left or moved in voice.
///
/// <https://docs.discord.com/developers/events/gateway-events#voice-state-update>
public struct VoiceStateUpdate: Hashable, Sendable, DispatchEvent {
    /// `VOICE_STATE_UPDATE`.
    public static let eventName = DispatchEventName.voiceStateUpdate
    /// What the event is about.
    public var state: VoiceState

    /// An event.
    public init(state: VoiceState) { self.state = state }

    /// Reads the payload, which is what the event is about.
    public init(json: JSONReader) throws(JSONError) { state = try VoiceState(json: json) }

    /// Writes the payload.
    public func encode(to writer: inout JSONWriter) { state.encode(to: &writer) }
}

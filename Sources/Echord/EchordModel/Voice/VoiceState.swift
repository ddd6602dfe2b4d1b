public import EchordPrimitives
public import JSON

/// Where somebody is in voice, and how.
///
/// <https://docs.discord.com/developers/resources/voice#voice-state-object>
@JSONModel
public struct VoiceState: Hashable, Sendable {
    /// The guild.
    public var guildID: GuildID?
    /// The channel; `nil` when the user left.
    public var channelID: ChannelID?
    /// Who.
    public var userID: UserID
    /// The member.
    public var member: Member?
    /// The session.
    public var sessionID: String
    /// Whether the guild has deafened them.
    @JSONKey("deaf") public var isDeaf: Bool = false
    /// Whether the guild has muted them.
    @JSONKey("mute") public var isMute: Bool = false
    /// Whether they hear nothing by choice.
    @JSONKey("self_deaf") public var isSelfDeaf: Bool = false
    /// Whether they are silent by choice.
    @JSONKey("self_mute") public var isSelfMute: Bool = false
    /// Whether they share their screen.
    @JSONKey("self_stream") public var isStreaming: Bool?
    /// Whether their camera is on.
    @JSONKey("self_video") public var hasVideo: Bool = false
    /// Whether they may not speak.
    @JSONKey("suppress") public var isSuppressed: Bool = false
    /// When they raised a hand.
    public var requestToSpeakTimestamp: DiscordTimestamp?
}

/// Where voice servers stand.
///
/// <https://docs.discord.com/developers/resources/voice#voice-region-object>
@JSONModel
public struct VoiceRegion: Hashable, Sendable {
    /// The region's id.
    public var id: String
    /// Its name.
    public var name: String
    /// Whether it is the nearest.
    @JSONKey("optimal") public var isOptimal: Bool = false
    /// Whether it should be left.
    @JSONKey("deprecated") public var isDeprecated: Bool = false
    /// Whether it is for events.
    @JSONKey("custom") public var isCustom: Bool = false
}

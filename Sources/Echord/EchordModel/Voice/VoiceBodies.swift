public import EchordPrimitives
public import JSON

/// What is sent to change the bot's own state in a stage; `keep` leaves a part as it is.
///
/// <https://docs.discord.com/developers/resources/voice#modify-current-user-voice-state>
@JSONModel
public struct EditCurrentVoiceState: Hashable, Sendable {
    /// The stage the bot is in.
    public var channelID: Patch<ChannelID> = .keep
    /// Whether it may not speak. To speak needs MUTE_MEMBERS.
    @JSONKey("suppress") public var isSuppressed: Patch<Bool> = .keep
    /// Since when it asks to speak, now or later; `clear` to ask no more. Needs REQUEST_TO_SPEAK.
    public var requestToSpeakTimestamp: Patch<DiscordTimestamp> = .keep
}

/// What is sent to change somebody's state in a stage; `keep` leaves a part as it is.
///
/// <https://docs.discord.com/developers/resources/voice#modify-user-voice-state>
@JSONModel
public struct EditVoiceState: Hashable, Sendable {
    /// The stage the user is in.
    public var channelID: Patch<ChannelID> = .keep
    /// Whether they may not speak. Needs MUTE_MEMBERS.
    @JSONKey("suppress") public var isSuppressed: Patch<Bool> = .keep
}

public import EchordModel
public import EchordPrimitives

extension APIRequest {
    /// Voice regions.
    ///
    /// <https://docs.discord.com/developers/resources/voice#list-voice-regions>
    public static func listVoiceRegions() -> APIRequest<[VoiceRegion]> {
        .init(.get, "/voice/regions", reading: .list())
    }

    /// Where the bot is in voice, and how.
    ///
    /// <https://docs.discord.com/developers/resources/voice#get-current-user-voice-state>
    public static func getCurrentVoiceState(in guild: GuildID) -> APIRequest<VoiceState> {
        .init(.get, "/guilds/\(guild)/voice-states/@me")
    }

    /// Where somebody is in voice, and how.
    ///
    /// <https://docs.discord.com/developers/resources/voice#get-user-voice-state>
    public static func getVoiceState(of user: UserID, in guild: GuildID) -> APIRequest<VoiceState> {
        .init(.get, "/guilds/\(guild)/voice-states/\(user)")
    }

    /// Changes the bot's own state in the stage it is in.
    ///
    /// <https://docs.discord.com/developers/resources/voice#modify-current-user-voice-state>
    public static func editCurrentVoiceState(
        in guild: GuildID, _ changes: EditCurrentVoiceState
    ) -> APIRequest<Void> {
        .init(.patch, "/guilds/\(guild)/voice-states/@me", body: .json(changes))
    }

    /// Changes somebody's state in the stage they are in.
    ///
    /// <https://docs.discord.com/developers/resources/voice#modify-user-voice-state>
    public static func editVoiceState(
        of user: UserID, in guild: GuildID, _ changes: EditVoiceState
    ) -> APIRequest<Void> {
        .init(.patch, "/guilds/\(guild)/voice-states/\(user)", body: .json(changes))
    }
}

public import EchordModel
public import EchordPrimitives

extension APIRequest {
    /// Plays a sound in a voice channel that the bot is in. Needs SPEAK and USE_SOUNDBOARD.
    ///
    /// <https://docs.discord.com/developers/resources/soundboard#send-soundboard-sound>
    public static func sendSoundboardSound(
        _ sound: SendSoundboardSound, in channel: ChannelID
    ) -> APIRequest<Void> {
        .init(.post, "/channels/\(channel)/send-soundboard-sound", body: .json(sound))
    }

    /// Sounds that everybody has.
    ///
    /// <https://docs.discord.com/developers/resources/soundboard#list-default-soundboard-sounds>
    public static func listDefaultSoundboardSounds() -> APIRequest<[SoundboardSound]> {
        .init(.get, "/soundboard-default-sounds", reading: .list())
    }

    /// A guild's sounds; who added each is told to those with CREATE_GUILD_EXPRESSIONS or MANAGE_GUILD_EXPRESSIONS.
    ///
    /// <https://docs.discord.com/developers/resources/soundboard#list-guild-soundboard-sounds>
    public static func listSoundboardSounds(of guild: GuildID) -> APIRequest<ItemList<SoundboardSound>> {
        .init(.get, "/guilds/\(guild)/soundboard-sounds")
    }

    /// One sound of a guild.
    ///
    /// <https://docs.discord.com/developers/resources/soundboard#get-guild-soundboard-sound>
    public static func getSoundboardSound(
        _ sound: SoundboardSoundID, of guild: GuildID
    ) -> APIRequest<SoundboardSound> {
        .init(.get, "/guilds/\(guild)/soundboard-sounds/\(sound)")
    }

    /// Adds a sound to a guild. Needs CREATE_GUILD_EXPRESSIONS.
    ///
    /// <https://docs.discord.com/developers/resources/soundboard#create-guild-soundboard-sound>
    public static func createSoundboardSound(
        _ sound: CreateSoundboardSound, in guild: GuildID, reason: String? = nil
    ) -> APIRequest<SoundboardSound> {
        .init(.post, "/guilds/\(guild)/soundboard-sounds", body: .json(sound), reason: reason)
    }

    /// Changes a sound. The own one needs CREATE_GUILD_EXPRESSIONS, another's MANAGE_GUILD_EXPRESSIONS.
    ///
    /// <https://docs.discord.com/developers/resources/soundboard#modify-guild-soundboard-sound>
    public static func editSoundboardSound(
        _ sound: SoundboardSoundID, of guild: GuildID, _ changes: EditSoundboardSound, reason: String? = nil
    ) -> APIRequest<SoundboardSound> {
        .init(.patch, "/guilds/\(guild)/soundboard-sounds/\(sound)", body: .json(changes), reason: reason)
    }

    /// Deletes a sound. The own one needs CREATE_GUILD_EXPRESSIONS, another's MANAGE_GUILD_EXPRESSIONS.
    ///
    /// <https://docs.discord.com/developers/resources/soundboard#delete-guild-soundboard-sound>
    public static func deleteSoundboardSound(
        _ sound: SoundboardSoundID, of guild: GuildID, reason: String? = nil
    ) -> APIRequest<Void> {
        .init(.delete, "/guilds/\(guild)/soundboard-sounds/\(sound)", reason: reason)
    }
}

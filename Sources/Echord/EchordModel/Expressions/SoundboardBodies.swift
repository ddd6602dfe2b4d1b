public import EchordPrimitives
public import JSON

/// What is sent to add a sound to a guild.
///
/// <https://docs.discord.com/developers/resources/soundboard#create-guild-soundboard-sound>
@JSONModel
public struct CreateSoundboardSound: Hashable, Sendable {
    /// Its name, 2 to 32 characters.
    public var name: String
    /// The sound as MP3 or Ogg, up to 512 KB and 5.2 s.
    public var sound: DataURI
    /// How loud, 0 to 1; 1 when left out.
    public var volume: Double?
    /// Its custom emoji.
    public var emojiID: EmojiID?
    /// Its standard emoji.
    public var emojiName: String?
}

/// What is sent to change a sound; `keep` leaves a part as it is, `clear` takes it away.
///
/// <https://docs.discord.com/developers/resources/soundboard#modify-guild-soundboard-sound>
@JSONModel
public struct EditSoundboardSound: Hashable, Sendable {
    /// Its name, 2 to 32 characters.
    public var name: String?
    /// How loud, 0 to 1.
    public var volume: Patch<Double> = .keep
    /// Its custom emoji.
    public var emojiID: Patch<EmojiID> = .keep
    /// Its standard emoji.
    public var emojiName: Patch<String> = .keep
}

/// What is sent to play a sound in a voice channel.
///
/// <https://docs.discord.com/developers/resources/soundboard#send-soundboard-sound>
@JSONModel
public struct SendSoundboardSound: Hashable, Sendable {
    /// The sound.
    public var soundID: SoundboardSoundID
    /// The guild it is from, where it is another one's. Needs USE_EXTERNAL_SOUNDS.
    public var sourceGuildID: GuildID?
}

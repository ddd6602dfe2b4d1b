public import EchordPrimitives
public import JSON

/// A sound to be played in voice channels.
///
/// <https://docs.discord.com/developers/resources/soundboard#soundboard-sound-object>
@JSONModel
public struct SoundboardSound: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// The sound's id.
    public var soundID: SoundboardSoundID
    /// How loud, 0 to 1.
    public var volume: Double = 1
    /// Its custom emoji.
    public var emojiID: EmojiID?
    /// Its standard emoji.
    public var emojiName: String?
    /// The guild it is in.
    public var guildID: GuildID?
    /// Whether it can be used at present.
    @JSONKey("available") public var isAvailable: Bool = true
    /// Who added it.
    public var user: User?
}

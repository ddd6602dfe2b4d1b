public import EchordPrimitives
public import JSON

/// A guild's emoji changed.
///
/// <https://docs.discord.com/developers/events/gateway-events#guild-emojis-update>
@JSONModel
public struct GuildEmojisUpdate: Hashable, Sendable, DispatchEvent {
    /// `GUILD_EMOJIS_UPDATE`.
    public static let eventName = DispatchEventName.guildEmojisUpdate

    /// The guild.
    public var guildID: GuildID
    /// All of them.
    public var emojis: [Emoji] = []
}

/// A guild's stickers changed.
///
/// <https://docs.discord.com/developers/events/gateway-events#guild-stickers-update>
@JSONModel
public struct GuildStickersUpdate: Hashable, Sendable, DispatchEvent {
    /// `GUILD_STICKERS_UPDATE`.
    public static let eventName = DispatchEventName.guildStickersUpdate

    /// The guild.
    public var guildID: GuildID
    /// All of them.
    public var stickers: [Sticker] = []
}

/// A sound was deleted.
///
/// <https://docs.discord.com/developers/events/gateway-events#guild-soundboard-sound-delete>
@JSONModel
public struct GuildSoundboardSoundDelete: Hashable, Sendable, DispatchEvent {
    /// `GUILD_SOUNDBOARD_SOUND_DELETE`.
    public static let eventName = DispatchEventName.guildSoundboardSoundDelete

    /// The sound.
    public var soundID: SoundboardSoundID
    /// The guild.
    public var guildID: GuildID
}

/// Several sounds changed.
///
/// <https://docs.discord.com/developers/events/gateway-events#guild-soundboard-sounds-update>
@JSONModel
public struct GuildSoundboardSoundsUpdate: Hashable, Sendable, DispatchEvent {
    /// `GUILD_SOUNDBOARD_SOUNDS_UPDATE`.
    public static let eventName = DispatchEventName.guildSoundboardSoundsUpdate

    /// All of them.
    public var soundboardSounds: [SoundboardSound] = []
    /// The guild.
    public var guildID: GuildID
}

/// Sounds that were asked for.
///
/// <https://docs.discord.com/developers/events/gateway-events#soundboard-sounds>
@JSONModel
public struct SoundboardSounds: Hashable, Sendable, DispatchEvent {
    /// `SOUNDBOARD_SOUNDS`.
    public static let eventName = DispatchEventName.soundboardSounds

    /// All of them.
    public var soundboardSounds: [SoundboardSound] = []
    /// The guild.
    public var guildID: GuildID
}

/// A sound was added.
///
/// <https://docs.discord.com/developers/events/gateway-events#guild-soundboard-sound-create>
public struct GuildSoundboardSoundCreate: Hashable, Sendable, DispatchEvent {
    /// `GUILD_SOUNDBOARD_SOUND_CREATE`.
    public static let eventName = DispatchEventName.guildSoundboardSoundCreate
    /// What the event is about.
    public var sound: SoundboardSound

    /// An event.
    public init(sound: SoundboardSound) { self.sound = sound }

    /// Reads the payload, which is what the event is about.
    public init(json: JSONReader) throws(JSONError) { sound = try SoundboardSound(json: json) }

    /// Writes the payload.
    public func encode(to writer: inout JSONWriter) { sound.encode(to: &writer) }
}

/// A sound changed.
///
/// <https://docs.discord.com/developers/events/gateway-events#guild-soundboard-sound-update>
public struct GuildSoundboardSoundUpdate: Hashable, Sendable, DispatchEvent {
    /// `GUILD_SOUNDBOARD_SOUND_UPDATE`.
    public static let eventName = DispatchEventName.guildSoundboardSoundUpdate
    /// What the event is about.
    public var sound: SoundboardSound

    /// An event.
    public init(sound: SoundboardSound) { self.sound = sound }

    /// Reads the payload, which is what the event is about.
    public init(json: JSONReader) throws(JSONError) { sound = try SoundboardSound(json: json) }

    /// Writes the payload.
    public func encode(to writer: inout JSONWriter) { sound.encode(to: &writer) }
}

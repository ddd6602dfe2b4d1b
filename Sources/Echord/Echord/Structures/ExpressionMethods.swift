public import EchordModel
public import EchordPrimitives

extension DiscordThing where Model == Emoji {
    private var guildID: GuildID { GuildID(placeID) }

    /// Changes an emoji of a guild. The own one needs CREATE_GUILD_EXPRESSIONS, another's MANAGE_GUILD_EXPRESSIONS.
    @discardableResult
    public func edit(_ changes: EditEmoji, reason: String? = nil) async throws -> Live<Emoji> {
        try await live(.editGuildEmoji(id, of: guildID, changes, reason: reason), of: guildID.rawValue)
    }

    /// Deletes an emoji of a guild. The own one needs CREATE_GUILD_EXPRESSIONS, another's MANAGE_GUILD_EXPRESSIONS.
    public func delete(reason: String? = nil) async throws {
        try await discord.send(.deleteGuildEmoji(id, of: guildID, reason: reason))
    }
}

extension All where Element == Emoji, Owner == Guild {
    private var guildID: GuildID { owner.id }

    /// A guild's emojis; who added each is told to those with CREATE_GUILD_EXPRESSIONS or MANAGE_GUILD_EXPRESSIONS.
    public func list() async throws -> [Live<Emoji>] {
        try await live(.listGuildEmojis(of: guildID), of: guildID.rawValue)
    }

    /// Those in the cache, the last written first.
    public var cached: [Live<Emoji>] {
        discord.cache?.emojis.all(in: guildID).map { discord.live($0, in: guildID) } ?? []
    }

    /// Adds an emoji to a guild. Needs CREATE_GUILD_EXPRESSIONS.
    @discardableResult
    public func create(_ emoji: CreateEmoji, reason: String? = nil) async throws -> Live<Emoji> {
        try await live(.createGuildEmoji(emoji, in: guildID, reason: reason), of: guildID.rawValue)
    }
}

extension All where Element == Emoji, Owner == Application {
    /// All of them.
    public func list() async throws -> [Emoji] { try await discord.send(.listApplicationEmojis(of: owner.id)).items }

    /// One emoji of the application.
    public func get(_ emoji: EmojiID) async throws -> Emoji {
        try await discord.send(.getApplicationEmoji(emoji, of: owner.id))
    }

    /// Adds an emoji to the application.
    @discardableResult
    public func create(_ emoji: CreateEmoji) async throws -> Emoji {
        try await discord.send(.createApplicationEmoji(emoji, of: owner.id))
    }

    /// Renames an emoji of the application.
    @discardableResult
    public func edit(_ emoji: EmojiID, _ changes: EditEmoji) async throws -> Emoji {
        try await discord.send(.editApplicationEmoji(emoji, of: owner.id, changes))
    }

    /// Deletes an emoji of the application.
    public func delete(_ emoji: EmojiID) async throws {
        try await discord.send(.deleteApplicationEmoji(emoji, of: owner.id))
    }
}

extension DiscordThing where Model == Sticker {
    private var guildID: GuildID { GuildID(placeID) }

    /// Changes a sticker. The own one needs CREATE_GUILD_EXPRESSIONS, another's MANAGE_GUILD_EXPRESSIONS.
    @discardableResult
    public func edit(_ changes: EditSticker, reason: String? = nil) async throws -> Live<Sticker> {
        try await live(.editGuildSticker(id, of: guildID, changes, reason: reason), of: guildID.rawValue)
    }

    /// Deletes a sticker. The own one needs CREATE_GUILD_EXPRESSIONS, another's MANAGE_GUILD_EXPRESSIONS.
    public func delete(reason: String? = nil) async throws {
        try await discord.send(.deleteGuildSticker(id, of: guildID, reason: reason))
    }
}

extension All where Element == Sticker, Owner == Guild {
    private var guildID: GuildID { owner.id }

    /// A guild's stickers; who added each is told to those with CREATE_GUILD_EXPRESSIONS or MANAGE_GUILD_EXPRESSIONS.
    public func list() async throws -> [Live<Sticker>] {
        try await live(.listGuildStickers(of: guildID), of: guildID.rawValue)
    }

    /// Those in the cache, the last written first.
    public var cached: [Live<Sticker>] {
        discord.cache?.stickers.all(in: guildID).map { discord.live($0, in: guildID) } ?? []
    }

    /// Adds a sticker to a guild. Needs CREATE_GUILD_EXPRESSIONS.
    ///
    /// - Parameter file: PNG, APNG, GIF or Lottie of 320 × 320, up to 512 KiB.
    @discardableResult
    public func create(
        _ sticker: CreateSticker, file: FileUpload, reason: String? = nil
    ) async throws -> Live<Sticker> {
        try await live(.createGuildSticker(sticker, file: file, in: guildID, reason: reason), of: guildID.rawValue)
    }
}

extension DiscordThing where Model == SoundboardSound {
    private var guildID: GuildID { GuildID(placeID) }

    /// Changes a sound. The own one needs CREATE_GUILD_EXPRESSIONS, another's MANAGE_GUILD_EXPRESSIONS.
    @discardableResult
    public func edit(_ changes: EditSoundboardSound, reason: String? = nil) async throws -> Live<SoundboardSound> {
        try await live(.editSoundboardSound(id, of: guildID, changes, reason: reason), of: guildID.rawValue)
    }

    /// Deletes a sound. The own one needs CREATE_GUILD_EXPRESSIONS, another's MANAGE_GUILD_EXPRESSIONS.
    public func delete(reason: String? = nil) async throws {
        try await discord.send(.deleteSoundboardSound(id, of: guildID, reason: reason))
    }
}

extension All where Element == SoundboardSound, Owner == Guild {
    private var guildID: GuildID { owner.id }

    /// All of them.
    public func list() async throws -> [Live<SoundboardSound>] {
        try await discord.send(.listSoundboardSounds(of: guildID)).items.map { discord.live($0, in: guildID) }
    }

    /// Those in the cache, the last written first.
    public var cached: [Live<SoundboardSound>] {
        discord.cache?.soundboardSounds.all(in: guildID).map { discord.live($0, in: guildID) } ?? []
    }

    /// Adds a sound to a guild. Needs CREATE_GUILD_EXPRESSIONS.
    @discardableResult
    public func create(_ sound: CreateSoundboardSound, reason: String? = nil) async throws -> Live<SoundboardSound> {
        try await live(.createSoundboardSound(sound, in: guildID, reason: reason), of: guildID.rawValue)
    }
}

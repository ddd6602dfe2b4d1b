public import EchordModel
public import EchordPrimitives

// What belongs to a guild and does not say to which.

extension Member: Structure, FetchableStructure {
    /// A guild has it.
    public typealias Owner = Guild
    /// The user's id; 0 for a member without its user, which no method can be called on.
    public var structureID: UserID { user?.id ?? 0 }

    /// Asks for it.
    public static func request(for id: UserID, in owner: UInt64) -> APIRequest<Member> {
        .getMember(id, of: GuildID(owner))
    }
    /// The cache's, when it knows the user too.
    public static func cached(_ id: UserID, in owner: UInt64, _ cache: DiscordCache) -> Member? {
        cache.members[MemberKey(id, in: GuildID(owner))].flatMap { $0.user == nil ? nil : $0 }
    }
    /// Keeps it and its user.
    public func remember(in owner: UInt64, _ cache: DiscordCache) { cache.keep(self, in: GuildID(owner)) }
}

extension Role: Structure, FetchableStructure {
    /// A guild has it.
    public typealias Owner = Guild
    /// Its id.
    public var structureID: RoleID { id }

    /// Asks for it.
    public static func request(for id: RoleID, in owner: UInt64) -> APIRequest<Role> {
        .getRole(id, of: GuildID(owner))
    }
    /// The cache's.
    public static func cached(_ id: RoleID, in owner: UInt64, _ cache: DiscordCache) -> Role? { cache.roles[id] }
    /// Keeps it.
    public func remember(in owner: UInt64, _ cache: DiscordCache) { cache.roleStore.put(self, id, in: GuildID(owner)) }
}

extension Emoji: Structure, FetchableStructure {
    /// A guild has it.
    public typealias Owner = Guild
    /// Its id; 0 for a standard emoji, which no method can be called on.
    public var structureID: EmojiID { id ?? 0 }

    /// Asks for it.
    public static func request(for id: EmojiID, in owner: UInt64) -> APIRequest<Emoji> {
        .getGuildEmoji(id, of: GuildID(owner))
    }
    /// The cache's.
    public static func cached(_ id: EmojiID, in owner: UInt64, _ cache: DiscordCache) -> Emoji? { cache.emojis[id] }
    /// Keeps it.
    public func remember(in owner: UInt64, _ cache: DiscordCache) {
        cache.emojiStore.put(self, structureID, in: GuildID(owner))
    }
}

extension Sticker: Structure, FetchableStructure {
    /// A guild has it.
    public typealias Owner = Guild
    /// Its id.
    public var structureID: StickerID { id }

    /// Asks for it.
    public static func request(for id: StickerID, in owner: UInt64) -> APIRequest<Sticker> {
        .getGuildSticker(id, of: GuildID(owner))
    }
    /// The cache's.
    public static func cached(_ id: StickerID, in owner: UInt64, _ cache: DiscordCache) -> Sticker? {
        cache.stickers[id]
    }
    /// Keeps it.
    public func remember(in owner: UInt64, _ cache: DiscordCache) {
        cache.stickerStore.put(self, id, in: GuildID(owner))
    }
}

extension SoundboardSound: Structure, FetchableStructure {
    /// A guild has it.
    public typealias Owner = Guild
    /// Its id.
    public var structureID: SoundboardSoundID { soundID }

    /// Asks for it.
    public static func request(for id: SoundboardSoundID, in owner: UInt64) -> APIRequest<SoundboardSound> {
        .getSoundboardSound(id, of: GuildID(owner))
    }
    /// The cache's.
    public static func cached(
        _ id: SoundboardSoundID, in owner: UInt64, _ cache: DiscordCache
    ) -> SoundboardSound? { cache.soundboardSounds[id] }
    /// Keeps it.
    public func remember(in owner: UInt64, _ cache: DiscordCache) {
        cache.soundStore.put(self, soundID, in: GuildID(owner))
    }
}

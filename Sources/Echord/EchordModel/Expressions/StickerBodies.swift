public import JSON

/// What is sent to add a sticker to a guild, besides the file.
///
/// <https://docs.discord.com/developers/resources/sticker#create-guild-sticker>
public struct CreateSticker: Hashable, Sendable {
    /// Its name, 2 to 30 characters.
    public var name: String
    /// What it shows, up to 100 characters.
    public var description: String?
    /// The name of the emoji that stands for it, 1 to 200 characters.
    public var tags: String

    /// A sticker.
    public init(name: String, description: String? = nil, tags: String) {
        self.name = name
        self.description = description
        self.tags = tags
    }
}

/// What is sent to change a sticker; `keep` leaves a part as it is, `clear` takes it away.
///
/// <https://docs.discord.com/developers/resources/sticker#modify-guild-sticker>
@JSONModel
public struct EditSticker: Hashable, Sendable {
    /// Its name, 2 to 30 characters.
    public var name: String?
    /// What it shows, up to 100 characters.
    public var description: Patch<String> = .keep
    /// The name of the emoji that stands for it, 1 to 200 characters.
    public var tags: String?
}

/// All packs of standard stickers.
///
/// <https://docs.discord.com/developers/resources/sticker#list-sticker-packs>
@JSONModel
public struct StickerPackList: Hashable, Sendable {
    /// The packs.
    public var stickerPacks: [StickerPack] = []
}

public import EchordPrimitives
public import JSON

/// A sticker with all about it.
///
/// <https://docs.discord.com/developers/resources/sticker#sticker-object>
@JSONModel
public struct Sticker: Hashable, Sendable {
    /// The sticker's id.
    public var id: StickerID
    /// The pack of a standard sticker.
    public var packID: StickerPackID?
    /// Its name.
    public var name: String
    /// What it shows.
    public var description: String?
    /// Words it is found by, up to 200 characters.
    public var tags: String = ""
    /// Its kind.
    public var type: StickerType
    /// Its file format.
    public var formatType: StickerFormat?
    /// Whether it can be used at present.
    @JSONKey("available") public var isAvailable: Bool?
    /// The guild that owns it.
    public var guildID: GuildID?
    /// Who added it.
    public var user: User?
    /// Its place in the pack.
    public var sortValue: Int?
}

/// As much of a sticker as it takes to show it.
///
/// <https://docs.discord.com/developers/resources/sticker#sticker-item-object>
@JSONModel
public struct StickerItem: Hashable, Sendable {
    /// The sticker's id.
    public var id: StickerID
    /// Its name.
    public var name: String
    /// Its file format.
    public var formatType: StickerFormat
}

/// A pack of standard stickers.
///
/// <https://docs.discord.com/developers/resources/sticker#sticker-pack-object>
@JSONModel
public struct StickerPack: Hashable, Sendable {
    /// The pack's id.
    public var id: StickerPackID
    /// The stickers.
    public var stickers: [Sticker] = []
    /// Its name.
    public var name: String
    /// What it is sold as.
    public var skuID: SKUID
    /// The sticker that stands for it.
    public var coverStickerID: StickerID?
    /// What it shows.
    public var description: String?
    /// Its banner.
    public var bannerAssetID: AssetID?
}

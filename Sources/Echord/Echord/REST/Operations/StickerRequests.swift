public import EchordModel
public import EchordPrimitives

extension APIRequest {
    /// Any sticker.
    ///
    /// <https://docs.discord.com/developers/resources/sticker#get-sticker>
    public static func getSticker(_ sticker: StickerID) -> APIRequest<Sticker> { .init(.get, "/stickers/\(sticker)") }

    /// All packs of standard stickers.
    ///
    /// <https://docs.discord.com/developers/resources/sticker#list-sticker-packs>
    public static func listStickerPacks() -> APIRequest<StickerPackList> { .init(.get, "/sticker-packs") }

    /// One pack of standard stickers.
    ///
    /// <https://docs.discord.com/developers/resources/sticker#get-sticker-pack>
    public static func getStickerPack(_ pack: StickerPackID) -> APIRequest<StickerPack> {
        .init(.get, "/sticker-packs/\(pack)")
    }

    // MARK: - Of a guild

    /// A guild's stickers; who added each is told to those with CREATE_GUILD_EXPRESSIONS or MANAGE_GUILD_EXPRESSIONS.
    ///
    /// <https://docs.discord.com/developers/resources/sticker#list-guild-stickers>
    public static func listGuildStickers(of guild: GuildID) -> APIRequest<[Sticker]> {
        .init(.get, "/guilds/\(guild)/stickers", reading: .list())
    }

    /// One sticker of a guild.
    ///
    /// <https://docs.discord.com/developers/resources/sticker#get-guild-sticker>
    public static func getGuildSticker(_ sticker: StickerID, of guild: GuildID) -> APIRequest<Sticker> {
        .init(.get, "/guilds/\(guild)/stickers/\(sticker)")
    }

    /// Adds a sticker to a guild. Needs CREATE_GUILD_EXPRESSIONS.
    ///
    /// <https://docs.discord.com/developers/resources/sticker#create-guild-sticker>
    ///
    /// - Parameter file: PNG, APNG, GIF or Lottie of 320 × 320, up to 512 KiB.
    public static func createGuildSticker(
        _ sticker: CreateSticker, file: FileUpload, in guild: GuildID, reason: String? = nil
    ) -> APIRequest<Sticker> {
        .init(
            .post, "/guilds/\(guild)/stickers",
            body: .multipart(
                [
                    FormPart(name: "name", text: sticker.name),
                    FormPart(name: "description", text: sticker.description ?? ""),
                    FormPart(name: "tags", text: sticker.tags), FormPart(name: "file", file: file),
                ], issues: sticker.issues), reason: reason)
    }

    /// Changes a sticker. The own one needs CREATE_GUILD_EXPRESSIONS, another's MANAGE_GUILD_EXPRESSIONS.
    ///
    /// <https://docs.discord.com/developers/resources/sticker#modify-guild-sticker>
    public static func editGuildSticker(
        _ sticker: StickerID, of guild: GuildID, _ changes: EditSticker, reason: String? = nil
    ) -> APIRequest<Sticker> {
        .init(.patch, "/guilds/\(guild)/stickers/\(sticker)", body: .json(changes), reason: reason)
    }

    /// Deletes a sticker. The own one needs CREATE_GUILD_EXPRESSIONS, another's MANAGE_GUILD_EXPRESSIONS.
    ///
    /// <https://docs.discord.com/developers/resources/sticker#delete-guild-sticker>
    public static func deleteGuildSticker(
        _ sticker: StickerID, of guild: GuildID, reason: String? = nil
    ) -> APIRequest<Void> {
        .init(.delete, "/guilds/\(guild)/stickers/\(sticker)", reason: reason)
    }
}

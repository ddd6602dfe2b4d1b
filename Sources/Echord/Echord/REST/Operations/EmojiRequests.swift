public import EchordModel
public import EchordPrimitives

/// Custom emojis. Discord counts changes of a guild's emojis by guild, with limits that their headers may not tell.
extension APIRequest {
    /// A guild's emojis; who added each is told to those with CREATE_GUILD_EXPRESSIONS or MANAGE_GUILD_EXPRESSIONS.
    ///
    /// <https://docs.discord.com/developers/resources/emoji#list-guild-emojis>
    public static func listGuildEmojis(of guild: GuildID) -> APIRequest<[Emoji]> {
        .init(.get, "/guilds/\(guild)/emojis", reading: .list())
    }

    /// One emoji of a guild.
    ///
    /// <https://docs.discord.com/developers/resources/emoji#get-guild-emoji>
    public static func getGuildEmoji(_ emoji: EmojiID, of guild: GuildID) -> APIRequest<Emoji> {
        .init(.get, "/guilds/\(guild)/emojis/\(emoji)")
    }

    /// Adds an emoji to a guild. Needs CREATE_GUILD_EXPRESSIONS.
    ///
    /// <https://docs.discord.com/developers/resources/emoji#create-guild-emoji>
    public static func createGuildEmoji(
        _ emoji: CreateEmoji, in guild: GuildID, reason: String? = nil
    ) -> APIRequest<Emoji> {
        .init(.post, "/guilds/\(guild)/emojis", body: .json(emoji), reason: reason)
    }

    /// Changes an emoji of a guild. The own one needs CREATE_GUILD_EXPRESSIONS, another's MANAGE_GUILD_EXPRESSIONS.
    ///
    /// <https://docs.discord.com/developers/resources/emoji#modify-guild-emoji>
    public static func editGuildEmoji(
        _ emoji: EmojiID, of guild: GuildID, _ changes: EditEmoji, reason: String? = nil
    ) -> APIRequest<Emoji> {
        .init(.patch, "/guilds/\(guild)/emojis/\(emoji)", body: .json(changes), reason: reason)
    }

    /// Deletes an emoji of a guild. The own one needs CREATE_GUILD_EXPRESSIONS, another's MANAGE_GUILD_EXPRESSIONS.
    ///
    /// <https://docs.discord.com/developers/resources/emoji#delete-guild-emoji>
    public static func deleteGuildEmoji(
        _ emoji: EmojiID, of guild: GuildID, reason: String? = nil
    ) -> APIRequest<Void> {
        .init(.delete, "/guilds/\(guild)/emojis/\(emoji)", reason: reason)
    }

    // MARK: - Of an application

    /// The application's own emojis, which it may use everywhere; up to 2000.
    ///
    /// <https://docs.discord.com/developers/resources/emoji#list-application-emojis>
    public static func listApplicationEmojis(of application: ApplicationID) -> APIRequest<ItemList<Emoji>> {
        .init(.get, "/applications/\(application)/emojis")
    }

    /// One emoji of the application.
    ///
    /// <https://docs.discord.com/developers/resources/emoji#get-application-emoji>
    public static func getApplicationEmoji(
        _ emoji: EmojiID, of application: ApplicationID
    ) -> APIRequest<Emoji> {
        .init(.get, "/applications/\(application)/emojis/\(emoji)")
    }

    /// Adds an emoji to the application.
    ///
    /// <https://docs.discord.com/developers/resources/emoji#create-application-emoji>
    public static func createApplicationEmoji(
        _ emoji: CreateEmoji, of application: ApplicationID
    ) -> APIRequest<Emoji> {
        .init(.post, "/applications/\(application)/emojis", body: .json(emoji))
    }

    /// Renames an emoji of the application.
    ///
    /// <https://docs.discord.com/developers/resources/emoji#modify-application-emoji>
    public static func editApplicationEmoji(
        _ emoji: EmojiID, of application: ApplicationID, _ changes: EditEmoji
    ) -> APIRequest<Emoji> {
        .init(.patch, "/applications/\(application)/emojis/\(emoji)", body: .json(changes))
    }

    /// Deletes an emoji of the application.
    ///
    /// <https://docs.discord.com/developers/resources/emoji#delete-application-emoji>
    public static func deleteApplicationEmoji(
        _ emoji: EmojiID, of application: ApplicationID
    ) -> APIRequest<Void> {
        .init(.delete, "/applications/\(application)/emojis/\(emoji)")
    }
}

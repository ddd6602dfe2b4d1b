public import EchordModel
public import EchordPrimitives

extension APIRequest {
    /// A template by its code.
    ///
    /// <https://docs.discord.com/developers/resources/guild-template#get-guild-template>
    public static func getTemplate(_ code: String) -> APIRequest<GuildTemplate> {
        .init(.get, "/guilds/templates/\(code, "code")")
    }

    /// A guild's templates. Needs MANAGE_GUILD.
    ///
    /// <https://docs.discord.com/developers/resources/guild-template#get-guild-templates>
    public static func listTemplates(of guild: GuildID) -> APIRequest<[GuildTemplate]> {
        .init(.get, "/guilds/\(guild)/templates", reading: .list())
    }

    /// Makes a template of a guild. Needs MANAGE_GUILD.
    ///
    /// <https://docs.discord.com/developers/resources/guild-template#create-guild-template>
    public static func createTemplate(
        _ template: CreateTemplate, of guild: GuildID
    ) -> APIRequest<GuildTemplate> {
        .init(.post, "/guilds/\(guild)/templates", body: .json(template))
    }

    /// Brings a template up to date with its guild. Needs MANAGE_GUILD.
    ///
    /// <https://docs.discord.com/developers/resources/guild-template#sync-guild-template>
    public static func syncTemplate(_ code: String, of guild: GuildID) -> APIRequest<GuildTemplate> {
        .init(.put, "/guilds/\(guild)/templates/\(code, "code")")
    }

    /// Changes what a template is called. Needs MANAGE_GUILD.
    ///
    /// <https://docs.discord.com/developers/resources/guild-template#modify-guild-template>
    public static func editTemplate(
        _ code: String, of guild: GuildID, _ changes: EditTemplate
    ) -> APIRequest<GuildTemplate> {
        .init(.patch, "/guilds/\(guild)/templates/\(code, "code")", body: .json(changes))
    }

    /// Deletes a template. Needs MANAGE_GUILD.
    ///
    /// <https://docs.discord.com/developers/resources/guild-template#delete-guild-template>
    public static func deleteTemplate(_ code: String, of guild: GuildID) -> APIRequest<GuildTemplate> {
        .init(.delete, "/guilds/\(guild)/templates/\(code, "code")")
    }
}

public import EchordModel
public import EchordPrimitives

extension APIRequest {
    /// A guild's roles.
    ///
    /// <https://docs.discord.com/developers/resources/guild#get-guild-roles>
    public static func listRoles(of guild: GuildID) -> APIRequest<[Role]> { .init(.get, "/guilds/\(guild)/roles") }
}

public import EchordModel
public import EchordPrimitives

extension APIRequest {
    /// A guild's roles.
    ///
    /// <https://docs.discord.com/developers/resources/guild#get-guild-roles>
    public static func listRoles(of guild: GuildID) -> APIRequest<[Role]> { .init(.get, "/guilds/\(guild)/roles") }

    /// One role.
    ///
    /// <https://docs.discord.com/developers/resources/guild#get-guild-role>
    public static func getRole(_ role: RoleID, of guild: GuildID) -> APIRequest<Role> {
        .init(.get, "/guilds/\(guild)/roles/\(role)")
    }

    /// How many members each role has, without the default role.
    ///
    /// <https://docs.discord.com/developers/resources/guild#get-guild-role-member-counts>
    public static func getRoleMemberCounts(of guild: GuildID) -> APIRequest<[RoleID: Int]> {
        .init(.get, "/guilds/\(guild)/roles/member-counts")
    }

    /// Makes a role. Needs MANAGE_ROLES.
    ///
    /// <https://docs.discord.com/developers/resources/guild#create-guild-role>
    public static func createRole(
        _ role: CreateRole = CreateRole(), in guild: GuildID, reason: String? = nil
    ) -> APIRequest<Role> {
        .init(.post, "/guilds/\(guild)/roles", body: .json(role), reason: reason)
    }

    /// Moves roles; the answer is all roles of the guild. Needs MANAGE_ROLES.
    ///
    /// <https://docs.discord.com/developers/resources/guild#modify-guild-role-positions>
    public static func moveRoles(
        _ positions: [RolePosition], of guild: GuildID, reason: String? = nil
    ) -> APIRequest<[Role]> {
        .init(.patch, "/guilds/\(guild)/roles", body: .json(positions), reason: reason)
    }

    /// Changes a role. Needs MANAGE_ROLES.
    ///
    /// <https://docs.discord.com/developers/resources/guild#modify-guild-role>
    public static func editRole(
        _ role: RoleID, of guild: GuildID, _ changes: EditRole, reason: String? = nil
    ) -> APIRequest<Role> {
        .init(.patch, "/guilds/\(guild)/roles/\(role)", body: .json(changes), reason: reason)
    }

    /// Deletes a role. Needs MANAGE_ROLES.
    ///
    /// <https://docs.discord.com/developers/resources/guild#delete-guild-role>
    public static func deleteRole(_ role: RoleID, of guild: GuildID, reason: String? = nil) -> APIRequest<Void> {
        .init(.delete, "/guilds/\(guild)/roles/\(role)", reason: reason)
    }
}

public import EchordModel
public import EchordPrimitives

extension APIRequest {
    /// One member.
    ///
    /// <https://docs.discord.com/developers/resources/guild#get-guild-member>
    public static func getMember(_ user: UserID, of guild: GuildID) -> APIRequest<Member> {
        .init(.get, "/guilds/\(guild)/members/\(user)")
    }

    /// Members in the order of their ids. Needs the intent GUILD_MEMBERS.
    ///
    /// <https://docs.discord.com/developers/resources/guild#list-guild-members>
    ///
    /// - Parameters:
    ///   - limit: 1 to 1000; 1 when left out.
    ///   - after: The last user of the page before.
    public static func listMembers(
        of guild: GuildID, limit: Int? = nil, after: UserID? = nil
    ) -> APIRequest<[Member]> {
        .init(
            .get, "/guilds/\(guild)/members", query: [.number("limit", limit, in: 1...1000), .value("after", after)])
    }

    /// Members whose user name or nickname begins with a text.
    ///
    /// <https://docs.discord.com/developers/resources/guild#search-guild-members>
    ///
    /// - Parameters:
    ///   - name: 1 to 100 characters.
    ///   - limit: 1 to 1000; 1 when left out.
    public static func searchMembers(
        of guild: GuildID, name: String, limit: Int? = nil
    ) -> APIRequest<[Member]> {
        .init(
            .get, "/guilds/\(guild)/members/search",
            query: [.text("query", name, length: 1...100), .number("limit", limit, in: 1...1000)])
    }

    /// Removes a member. Needs KICK_MEMBERS.
    ///
    /// <https://docs.discord.com/developers/resources/guild#remove-guild-member>
    public static func removeMember(
        _ user: UserID, from guild: GuildID, reason: String? = nil
    ) -> APIRequest<Void> {
        .init(.delete, "/guilds/\(guild)/members/\(user)", reason: reason)
    }

    /// Gives a member a role. Needs MANAGE_ROLES.
    ///
    /// <https://docs.discord.com/developers/resources/guild#add-guild-member-role>
    public static func addRole(
        _ role: RoleID, to user: UserID, of guild: GuildID, reason: String? = nil
    ) -> APIRequest<Void> {
        .init(.put, "/guilds/\(guild)/members/\(user)/roles/\(role)", reason: reason)
    }

    /// Takes a role from a member. Needs MANAGE_ROLES.
    ///
    /// <https://docs.discord.com/developers/resources/guild#remove-guild-member-role>
    public static func removeRole(
        _ role: RoleID, from user: UserID, of guild: GuildID, reason: String? = nil
    ) -> APIRequest<Void> {
        .init(.delete, "/guilds/\(guild)/members/\(user)/roles/\(role)", reason: reason)
    }
}

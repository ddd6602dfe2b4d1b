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

    /// Adds a user who allowed it by OAuth2 (scope `guilds.join`); `nil` when the user is a member already. Needs
    /// CREATE_INSTANT_INVITE, and for each part of the body what it takes to change it.
    ///
    /// <https://docs.discord.com/developers/resources/guild#add-guild-member>
    public static func addMember(
        _ user: UserID, to guild: GuildID, _ member: AddMember
    ) -> APIRequest<Member?> {
        .init(.put, "/guilds/\(guild)/members/\(user)", body: .json(member), reading: .jsonIfPresent())
    }

    /// Changes a member; what each part needs stands there. `nil` where Discord says nothing but that it is done.
    ///
    /// <https://docs.discord.com/developers/resources/guild#modify-guild-member>
    public static func editMember(
        _ user: UserID, of guild: GuildID, _ changes: EditMember, reason: String? = nil
    ) -> APIRequest<Member?> {
        .init(
            .patch, "/guilds/\(guild)/members/\(user)", body: .json(changes), reason: reason,
            reading: .jsonIfPresent())
    }

    /// Changes the bot's own member.
    ///
    /// <https://docs.discord.com/developers/resources/guild#modify-current-member>
    public static func editCurrentMember(
        of guild: GuildID, _ changes: EditCurrentMember, reason: String? = nil
    ) -> APIRequest<Member> {
        .init(.patch, "/guilds/\(guild)/members/@me", body: .json(changes), reason: reason)
    }

    /// Changes the bot's nickname in the form of old; ``editCurrentMember(of:_:reason:)`` does the same. Needs
    /// CHANGE_NICKNAME.
    ///
    /// <https://docs.discord.com/developers/resources/guild#modify-current-user-nick>
    public static func editCurrentNick(
        in guild: GuildID, _ changes: EditCurrentNick, reason: String? = nil
    ) -> APIRequest<EditCurrentNick> {
        .init(.patch, "/guilds/\(guild)/members/@me/nick", body: .json(changes), reason: reason)
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

public import EchordModel
public import EchordPrimitives

/// Bans, and the removal of those who are away.
extension APIRequest {
    /// A guild's bans in the order of the users' ids. Needs BAN_MEMBERS.
    ///
    /// <https://docs.discord.com/developers/resources/guild#get-guild-bans>
    ///
    /// - Parameters:
    ///   - limit: 1 to 1000, which it is when left out.
    ///   - before: Users before this one; goes before `after`.
    ///   - after: Users after this one.
    public static func listBans(
        of guild: GuildID, limit: Int? = nil, before: UserID? = nil, after: UserID? = nil
    ) -> APIRequest<[Ban]> {
        .init(
            .get, "/guilds/\(guild)/bans",
            query: [.number("limit", limit, in: 1...1000), .value("before", before), .value("after", after)],
            reading: .list())
    }

    /// A user's ban; refused with code 10026 where there is none. Needs BAN_MEMBERS.
    ///
    /// <https://docs.discord.com/developers/resources/guild#get-guild-ban>
    public static func getBan(of user: UserID, in guild: GuildID) -> APIRequest<Ban> {
        .init(.get, "/guilds/\(guild)/bans/\(user)")
    }

    /// Bans a user. Needs BAN_MEMBERS.
    ///
    /// <https://docs.discord.com/developers/resources/guild#create-guild-ban>
    public static func createBan(
        of user: UserID, in guild: GuildID, _ ban: CreateBan = CreateBan(), reason: String? = nil
    ) -> APIRequest<Void> {
        .init(.put, "/guilds/\(guild)/bans/\(user)", body: .json(ban), reason: reason)
    }

    /// Lifts a ban. Needs BAN_MEMBERS.
    ///
    /// <https://docs.discord.com/developers/resources/guild#remove-guild-ban>
    public static func removeBan(of user: UserID, in guild: GuildID, reason: String? = nil) -> APIRequest<Void> {
        .init(.delete, "/guilds/\(guild)/bans/\(user)", reason: reason)
    }

    /// Bans up to 200 users. Needs BAN_MEMBERS and MANAGE_GUILD. Refused with code 500000 when nobody could be banned.
    ///
    /// <https://docs.discord.com/developers/resources/guild#bulk-guild-ban>
    public static func bulkBan(
        _ ban: BulkBan, in guild: GuildID, reason: String? = nil
    ) -> APIRequest<BulkBanResult> {
        .init(.post, "/guilds/\(guild)/bulk-ban", body: .json(ban), reason: reason)
    }

    // MARK: - Prune

    /// How many members a prune would remove. Needs MANAGE_GUILD and KICK_MEMBERS.
    ///
    /// <https://docs.discord.com/developers/resources/guild#get-guild-prune-count>
    ///
    /// - Parameters:
    ///   - days: Away for this many days, 1 to 30; 7 when left out.
    ///   - includeRoles: Roles that do not save their members, up to 100.
    public static func getPruneCount(
        of guild: GuildID, days: Int? = nil, includeRoles: [RoleID] = []
    ) -> APIRequest<PruneResult> {
        .init(
            .get, "/guilds/\(guild)/prune",
            query: [.number("days", days, in: 1...30), .joined("include_roles", includeRoles, upTo: 100)])
    }

    /// Removes members who have been away. Needs MANAGE_GUILD and KICK_MEMBERS.
    ///
    /// <https://docs.discord.com/developers/resources/guild#begin-guild-prune>
    public static func prune(
        _ guild: GuildID, _ members: PruneMembers, reason: String? = nil
    ) -> APIRequest<PruneResult> {
        .init(.post, "/guilds/\(guild)/prune", body: .json(members), reason: reason)
    }
}

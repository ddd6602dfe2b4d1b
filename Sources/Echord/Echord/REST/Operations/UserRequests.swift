public import EchordModel
public import EchordPrimitives
public import Telemetry

extension APIRequest {
    /// The own account: the bot's, or that of the user whose access token authorises it (scope `identify`).
    ///
    /// <https://docs.discord.com/developers/resources/user#get-current-user>
    public static func getCurrentUser() -> APIRequest<User> { .init(.get, "/users/@me") }

    /// Changes the bot's account.
    ///
    /// <https://docs.discord.com/developers/resources/user#modify-current-user>
    public static func editCurrentUser(_ changes: EditCurrentUser) -> APIRequest<User> {
        .init(.patch, "/users/@me", body: .json(changes))
    }

    /// Any user.
    ///
    /// <https://docs.discord.com/developers/resources/user#get-user>
    public static func getUser(_ user: UserID) -> APIRequest<User> { .init(.get, "/users/\(user)") }

    /// Guilds of the bot's, or of the user whose access token authorises it (scope `guilds`), partially and in the order
    /// of their ids.
    ///
    /// <https://docs.discord.com/developers/resources/user#get-current-user-guilds>
    ///
    /// - Parameters:
    ///   - limit: 1 to 200, which it is when left out.
    ///   - withCounts: Whether about how many members there are comes with each.
    public static func listCurrentUserGuilds(
        before: GuildID? = nil, after: GuildID? = nil, limit: Int? = nil, withCounts: Bool? = nil
    ) -> APIRequest<[Guild]> {
        .init(
            .get, "/users/@me/guilds",
            query: [
                .value("before", before), .value("after", after), .number("limit", limit, in: 1...200),
                .value("with_counts", withCounts),
            ], reading: .list())
    }

    /// The member in a guild of the user whose access token this is (scope `guilds.members.read`).
    ///
    /// <https://docs.discord.com/developers/resources/user#get-current-user-guild-member>
    public static func getCurrentUserMember(of guild: GuildID, token: Secret<String>) -> APIRequest<Member> {
        .init(.get, "/users/@me/guilds/\(guild)/member", as: .bearer(token))
    }

    /// Leaves a guild.
    ///
    /// <https://docs.discord.com/developers/resources/user#leave-guild>
    public static func leaveGuild(_ guild: GuildID) -> APIRequest<Void> { .init(.delete, "/users/@me/guilds/\(guild)") }

    /// Accounts elsewhere that the user whose access token this is has connected (scope `connections`).
    ///
    /// <https://docs.discord.com/developers/resources/user#get-current-user-connections>
    public static func listConnections(token: Secret<String>) -> APIRequest<[Connection]> {
        .init(.get, "/users/@me/connections", as: .bearer(token), reading: .list())
    }

    /// Opens the channel for direct messages with a user, or finds it. Opening many at once gets a bot blocked.
    ///
    /// <https://docs.discord.com/developers/resources/user#create-dm>
    public static func createDirectMessageChannel(with user: UserID) -> APIRequest<Channel> {
        createDirectChannel(CreateDirectChannel(recipientID: user))
    }

    /// Opens the channel for direct messages with a user, or makes a group of users who allowed it by OAuth2 (scope
    /// `gdm.join`); at most 10 groups of a bot's can be active.
    ///
    /// <https://docs.discord.com/developers/resources/user#create-group-dm>
    public static func createDirectChannel(_ channel: CreateDirectChannel) -> APIRequest<Channel> {
        .init(.post, "/users/@me/channels", body: .json(channel), isRepeatable: channel.recipientID != nil)
    }
}

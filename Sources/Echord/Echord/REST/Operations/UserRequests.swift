public import EchordModel
public import EchordPrimitives

extension APIRequest {
    /// The own account: the bot's, or that of the user whose access token authorises it (scope `identify`).
    ///
    /// <https://docs.discord.com/developers/resources/user#get-current-user>
    public static func getCurrentUser() -> APIRequest<User> { .init(.get, "/users/@me") }

    /// Any user.
    ///
    /// <https://docs.discord.com/developers/resources/user#get-user>
    public static func getUser(_ user: UserID) -> APIRequest<User> { .init(.get, "/users/\(user)") }

    /// Leaves a guild.
    ///
    /// <https://docs.discord.com/developers/resources/user#leave-guild>
    public static func leaveGuild(_ guild: GuildID) -> APIRequest<Void> { .init(.delete, "/users/@me/guilds/\(guild)") }

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

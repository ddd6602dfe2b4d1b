public import EchordModel
public import EchordPrimitives

extension APIRequest {
    /// Starts a thread from a message; it gets the message's id. Needs CREATE_PUBLIC_THREADS.
    ///
    /// <https://docs.discord.com/developers/resources/channel#start-thread-from-message>
    public static func createThread(
        from message: MessageID, in channel: ChannelID, _ thread: CreateThread, reason: String? = nil
    ) -> APIRequest<Channel> {
        .init(
            .post, "/channels/\(channel)/messages/\(message)/threads", body: .json(thread), reason: reason)
    }

    /// Starts a thread alone. Needs CREATE_PUBLIC_THREADS or CREATE_PRIVATE_THREADS.
    ///
    /// <https://docs.discord.com/developers/resources/channel#start-thread-without-message>
    public static func createThread(
        in channel: ChannelID, _ thread: CreateThread, reason: String? = nil
    ) -> APIRequest<Channel> {
        .init(.post, "/channels/\(channel)/threads", body: .json(thread), reason: reason)
    }

    /// Makes a post in a forum or media channel; up to 10 files. Needs SEND_MESSAGES.
    ///
    /// <https://docs.discord.com/developers/resources/channel#start-thread-in-forum-or-media-channel>
    public static func createForumPost(
        in channel: ChannelID, _ post: CreateForumPost, files: [FileUpload] = [], reason: String? = nil
    ) -> APIRequest<Channel> {
        .init(.post, "/channels/\(channel)/threads", body: .message(post, files), reason: reason)
    }

    /// Changes a thread. Needs MANAGE_THREADS; to bring an unlocked one back SEND_MESSAGES suffices.
    ///
    /// <https://docs.discord.com/developers/resources/channel#modify-channel-json-params-thread>
    public static func editThread(
        _ thread: ChannelID, _ changes: EditThread, reason: String? = nil
    ) -> APIRequest<Channel> {
        .init(.patch, "/channels/\(thread)", body: .json(changes), reason: reason)
    }

    // MARK: - Members

    /// Makes the bot a member of a thread.
    ///
    /// <https://docs.discord.com/developers/resources/channel#join-thread>
    public static func joinThread(_ thread: ChannelID) -> APIRequest<Void> {
        .init(.put, "/channels/\(thread)/thread-members/@me")
    }

    /// Makes a user a member of a thread. Needs SEND_MESSAGES.
    ///
    /// <https://docs.discord.com/developers/resources/channel#add-thread-member>
    public static func addThreadMember(_ user: UserID, to thread: ChannelID) -> APIRequest<Void> {
        .init(.put, "/channels/\(thread)/thread-members/\(user)")
    }

    /// Takes the bot out of a thread.
    ///
    /// <https://docs.discord.com/developers/resources/channel#leave-thread>
    public static func leaveThread(_ thread: ChannelID) -> APIRequest<Void> {
        .init(.delete, "/channels/\(thread)/thread-members/@me")
    }

    /// Takes a user out of a thread. Needs MANAGE_THREADS, or to have made it if it is private.
    ///
    /// <https://docs.discord.com/developers/resources/channel#remove-thread-member>
    public static func removeThreadMember(_ user: UserID, from thread: ChannelID) -> APIRequest<Void> {
        .init(.delete, "/channels/\(thread)/thread-members/\(user)")
    }

    /// A user's membership in a thread; refused with 404 where there is none.
    ///
    /// <https://docs.discord.com/developers/resources/channel#get-thread-member>
    ///
    /// - Parameter withMember: Whether the guild's member comes with it.
    public static func getThreadMember(
        _ user: UserID, of thread: ChannelID, withMember: Bool? = nil
    ) -> APIRequest<ThreadMember> {
        .init(
            .get, "/channels/\(thread)/thread-members/\(user)", query: [.value("with_member", withMember)])
    }

    /// The members of a thread. Needs the intent GUILD_MEMBERS.
    ///
    /// <https://docs.discord.com/developers/resources/channel#list-thread-members>
    ///
    /// - Parameters:
    ///   - withMember: Whether the guild's members come with them, and in pages.
    ///   - limit: 1 to 100, which it is when left out.
    ///   - after: The last user of the page before.
    public static func listThreadMembers(
        of thread: ChannelID, withMember: Bool? = nil, limit: Int? = nil, after: UserID? = nil
    ) -> APIRequest<[ThreadMember]> {
        .init(
            .get, "/channels/\(thread)/thread-members",
            query: [
                .value("with_member", withMember), .number("limit", limit, in: 1...100), .value("after", after),
            ], reading: .list())
    }

    // MARK: - Lists

    /// A guild's active threads, the youngest first.
    ///
    /// <https://docs.discord.com/developers/resources/guild#list-active-guild-threads>
    public static func listActiveThreads(of guild: GuildID) -> APIRequest<ThreadPage> {
        .init(.get, "/guilds/\(guild)/threads/active")
    }

    /// Archived public threads, the last archived first. Needs READ_MESSAGE_HISTORY.
    ///
    /// <https://docs.discord.com/developers/resources/channel#list-public-archived-threads>
    ///
    /// - Parameters:
    ///   - before: Threads that were archived before this.
    ///   - limit: 2 to 100.
    public static func listPublicArchivedThreads(
        in channel: ChannelID, before: DiscordTimestamp? = nil, limit: Int? = nil
    ) -> APIRequest<ThreadPage> {
        .init(
            .get, "/channels/\(channel)/threads/archived/public",
            query: [.value("before", before), .number("limit", limit, in: 2...100)])
    }

    /// Archived private threads, the last archived first. Needs READ_MESSAGE_HISTORY and MANAGE_THREADS.
    ///
    /// <https://docs.discord.com/developers/resources/channel#list-private-archived-threads>
    ///
    /// - Parameters:
    ///   - before: Threads that were archived before this.
    ///   - limit: 2 to 100.
    public static func listPrivateArchivedThreads(
        in channel: ChannelID, before: DiscordTimestamp? = nil, limit: Int? = nil
    ) -> APIRequest<ThreadPage> {
        .init(
            .get, "/channels/\(channel)/threads/archived/private",
            query: [.value("before", before), .number("limit", limit, in: 2...100)])
    }

    /// Archived private threads that the bot is a member of, in falling order of their ids. Needs READ_MESSAGE_HISTORY.
    ///
    /// <https://docs.discord.com/developers/resources/channel#list-joined-private-archived-threads>
    ///
    /// - Parameters:
    ///   - before: Threads with smaller ids.
    ///   - limit: 2 to 100.
    public static func listJoinedArchivedThreads(
        in channel: ChannelID, before: ChannelID? = nil, limit: Int? = nil
    ) -> APIRequest<ThreadPage> {
        .init(
            .get, "/channels/\(channel)/users/@me/threads/archived/private",
            query: [.value("before", before), .number("limit", limit, in: 2...100)])
    }

    /// Looks for threads of a channel. Discord describes it without a page.
    public static func searchThreads(
        in channel: ChannelID, _ search: ThreadSearch
    ) -> APIRequest<SearchAnswer<ThreadPage>> {
        .init(.get, "/channels/\(channel)/threads/search", query: search.query)
    }
}

extension ThreadSearch {
    fileprivate var query: [QueryParameter] {
        [
            .text("name", name, length: 0...100), .number("slop", slop, in: DiscordLimits.Search.slop),
            .value("min_id", minID), .value("max_id", maxID), .joined("tag", tags, upTo: 20),
            .choice("tag_setting", tagSetting), .value("archived", isArchived), .choice("sort_by", sortBy),
            .choice("sort_order", sortOrder), .number("limit", limit, in: DiscordLimits.Search.page),
            .number("offset", offset, in: DiscordLimits.Search.offset),
        ]
    }
}

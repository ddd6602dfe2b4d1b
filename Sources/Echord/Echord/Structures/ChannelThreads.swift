public import EchordModel
public import EchordPrimitives

/// The threads of a channel, and the posts of a forum.
public struct ChannelThreads: DiscordBound {
    /// The channel.
    public let owner: Remote<Channel>

    init(_ owner: Remote<Channel>) { self.owner = owner }

    /// Where calls go.
    public var discord: Discord { owner.discord }

    /// The same with calls that keep to something else, such as a deadline of their own.
    public func with(_ options: CallOptions) -> ChannelThreads { ChannelThreads(owner.with(options)) }

    /// Starts a thread alone. Needs CREATE_PUBLIC_THREADS or CREATE_PRIVATE_THREADS.
    @discardableResult
    public func create(_ thread: CreateThread, reason: String? = nil) async throws -> Live<Channel> {
        try await live(.createThread(in: owner.id, thread, reason: reason))
    }

    /// Makes a post in a forum or media channel; up to 10 files. Needs SEND_MESSAGES.
    @discardableResult
    public func create(
        _ post: CreateForumPost, files: [FileUpload] = [], reason: String? = nil
    ) async throws -> Live<Channel> {
        try await live(.createForumPost(in: owner.id, post, files: files, reason: reason))
    }

    /// Archived public threads, the last archived first. Needs READ_MESSAGE_HISTORY.
    ///
    /// - Parameters:
    ///   - before: Those that were archived before this.
    ///   - limit: How many at most.
    public func archived(before: DiscordTimestamp? = nil, limit: Int? = nil) -> PagedSequence<Live<Channel>> {
        pages(from: before, limit, mark: \.threadMetadata?.archiveTimestamp) {
            .listPublicArchivedThreads(in: $0, before: $1, limit: $2)
        }
    }

    /// Archived private threads, the last archived first. Needs READ_MESSAGE_HISTORY and MANAGE_THREADS.
    ///
    /// - Parameters:
    ///   - before: Those that were archived before this.
    ///   - limit: How many at most.
    public func archivedPrivately(
        before: DiscordTimestamp? = nil, limit: Int? = nil
    ) -> PagedSequence<Live<Channel>> {
        pages(from: before, limit, mark: \.threadMetadata?.archiveTimestamp) {
            .listPrivateArchivedThreads(in: $0, before: $1, limit: $2)
        }
    }

    /// Archived private threads that the bot is a member of, in falling order of their ids. Needs READ_MESSAGE_HISTORY.
    ///
    /// - Parameters:
    ///   - before: Those with smaller ids.
    ///   - limit: How many at most.
    public func joinedArchived(before: ChannelID? = nil, limit: Int? = nil) -> PagedSequence<Live<Channel>> {
        pages(from: before, limit, mark: \.id) { .listJoinedArchivedThreads(in: $0, before: $1, limit: $2) }
    }

    /// Looks for threads. Discord describes it without a page.
    public func search(_ search: ThreadSearch) async throws -> SearchAnswer<ThreadPage> {
        try await discord.send(.searchThreads(in: owner.id, search))
    }

    private func pages<Mark: Sendable>(
        from start: Mark?, _ limit: Int?, mark: @escaping @Sendable (Channel) -> Mark?,
        _ request: @escaping @Sendable (ChannelID, Mark?, Int) -> APIRequest<ThreadPage>
    ) -> PagedSequence<Live<Channel>> {
        .marked(from: start, limit: limit, pageSize: 100) { [owner] start, count in
            // Discord takes no page of one.
            let page = try await owner.discord.send(request(owner.id, start, max(2, count)))
            let more = page.hasMore == true ? page.threads.last.flatMap(mark) : nil
            return (page.threads.map { owner.discord.live($0) }, more)
        }
    }
}

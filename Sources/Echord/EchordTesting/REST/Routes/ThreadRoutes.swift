import JSON

/// Threads and their members. Source: https://discord.com/developers/docs/resources/channel#start-thread-from-message
extension RouteTable {
    static var threadRoutes: [Route] {
        let base = "/channels/{channel}"
        let start = RateLimiter.Rule("threads-start", 50, per: .seconds(300))
        let members = RateLimiter.Rule("thread-members", 5, per: .seconds(5))
        let archive = RateLimiter.Rule("threads-archived", 10, per: .seconds(10))
        return [
            Route("POST", base + "/messages/{message}/threads", start) { try $0.startThreadAtMessage($1) },
            Route("POST", base + "/threads", start) { try $0.startThread($1) },
            Route("GET", base + "/thread-members", members) { try $0.listThreadMembers($1) },
            Route("GET", base + "/thread-members/{user}", members) { try $0.showThreadMember($1) },
            Route("PUT", base + "/thread-members/@me", members) { try $0.joinThread($1) },
            Route("PUT", base + "/thread-members/{user}", members) { try $0.addThreadMember($1) },
            Route("DELETE", base + "/thread-members/@me", members) { try $0.leaveThread($1) },
            Route("DELETE", base + "/thread-members/{user}", members) { try $0.removeThreadMember($1) },
            Route("GET", base + "/threads/archived/public", archive) { try $0.listArchived($1, isPrivate: false) },
            Route("GET", base + "/threads/archived/private", archive) { try $0.listArchived($1, isPrivate: true) },
            Route("GET", base + "/users/@me/threads/archived/private", archive) { try $0.listJoinedArchived($1) },
            Route("GET", "/guilds/{guild}/threads/active", .guildReading) { try $0.listActive($1) },
        ]
    }
}

/// Starting, changing and deleting.
extension Realm {
    static let activeThreadLimit = 1000

    fileprivate mutating func startThreadAtMessage(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let (parent, guild) = try guildChannel(call, .createPublicThreads)
        guard parent.kind == .text || parent.kind == .announcement else { throw .wrongChannelKind }
        let post = try post(call, in: parent)
        guard world.channels[post.id] == nil else { throw .threadExists }
        guard !post.kind.isSystem else { throw .systemMessage }
        let kind: Channel.Kind = parent.kind == .announcement ? .announcementThread : .publicThread
        let thread = try readThread(call, kind, id: post.id, in: parent, of: guild)
        open(thread, by: call.cause)
        postSystem(.threadStarter, by: post.author, in: thread.id) { starter in
            starter.reference = .init(message: post.id, channel: parent.id, guild: guild.id)
        }
        if let after = world.change(post.id, in: parent.id, { $0.flags.insert(.hasThread) }) { republish(after) }
        if now - post.createdAt > .seconds(60) { announce(thread, by: call.actor, in: parent) }
        return .created(world.channelJSON(world.channels[thread.id] ?? thread, for: call.actor))
    }

    fileprivate mutating func startThread(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let (parent, guild) = try guildChannel(call)
        guard parent.kind.holdsThreads else { throw .wrongChannelKind }
        if parent.kind.isForum { return try startForumThread(call, in: parent, of: guild) }
        var form = Form(call.body)
        let kind = form.threadKind(in: parent)
        try form.check()
        try demand(kind == .privateThread ? .createPrivateThreads : .createPublicThreads, of: call.actor, in: parent)
        let thread = try readThread(call, kind, id: flake(), in: parent, of: guild)
        open(thread, by: call.cause)
        if kind != .privateThread { announce(thread, by: call.actor, in: parent) }
        return .created(world.channelJSON(world.channels[thread.id] ?? thread, for: call.actor))
    }

    /// A thread of a forum begins with its message, and both have one id.
    private mutating func startForumThread(
        _ call: RESTCall, in parent: Channel, of guild: Guild
    ) throws(Refusal) -> RESTReply {
        try demand(.sendMessages, of: call.actor, in: parent)
        let thread = try readThread(call, .publicThread, id: flake(), in: parent, of: guild)
        var validator = MessageValidator(.channel, path: ["message"])
        var draft = try validator.read(call.body.present("message") ?? .null, uploads: call.files)
        draft.reference = nil
        try checkTags(of: thread, before: [], in: parent, by: call.actor)
        let post = try write(draft, opening: thread, in: parent, by: call.cause)
        let body = world.channelJSON(world.channels[thread.id] ?? thread, for: call.actor)
        return .created(body.adding("message", world.postJSON(post, for: call.actor)))
    }

    /// A thread as a form describes it.
    private mutating func readThread(
        _ call: RESTCall, _ kind: Channel.Kind, id: Flake, in parent: Channel, of guild: Guild
    ) throws(Refusal) -> Channel {
        let active = world.channels(of: guild).filter { $0.thread?.isArchived == false }
        guard active.count < Self.activeThreadLimit else { throw .maximumThreads }
        var blank = Channel(id: id, kind: kind, guild: guild.id, name: "")
        blank.parent = parent.id
        blank.slowmode = parent.threadSlowmode ?? 0
        blank.thread = .init(owner: call.actor, archiveChanged: now)
        blank.thread?.autoArchiveMinutes = parent.threadArchiveMinutes ?? 1440
        var form = Form(call.body)
        if form.body.present("name") == nil { form.errors.required(["name"]) }
        let thread = form.thread(over: blank)
        try form.check()
        try moderateTitle(thread.name, by: call.actor, in: parent)
        return thread
    }

    /// Tells of a new thread in the channel above it.
    private mutating func announce(_ thread: Channel, by user: Flake, in parent: Channel) {
        postSystem(.threadCreated, by: user, in: parent.id) { post in
            post.content = thread.name
            post.reference = .init(channel: thread.id, guild: thread.guild)
        }
    }

    /// Changes a thread as `PATCH /channels/{channel}` asks.
    mutating func editThread(_ before: Channel, _ call: RESTCall) throws(Refusal) -> Channel {
        guard let old = before.thread, let parent = before.parent.flatMap({ world.channels[$0] }) else {
            throw .unknownChannel
        }
        var form = Form(call.body)
        let after = form.thread(over: before)
        try form.check()
        guard let new = after.thread else { return before }
        let manages = world.permissions(of: call.actor, in: before, at: now).contains(.manageThreads)
        let isOwner = old.owner == call.actor
        let wakes = old.isArchived && !new.isArchived
        if old.isArchived, new.isArchived,
            form.body.fields?.keys.contains(where: { $0 != "locked" && $0 != "archived" }) == true
        {
            throw .archivedThread
        }
        if wakes, !manages {
            guard !old.isLocked, isOwner || old.members[call.actor] != nil else { throw .missingPermissions }
        }
        let needsOwner = ["name", "auto_archive_duration", "invitable", "applied_tags"].contains(where: form.has)
        if needsOwner || old.isArchived != new.isArchived && !wakes {
            guard manages || isOwner && !old.isLocked else { throw .missingPermissions }
        }
        if ["locked", "rate_limit_per_user", "flags"].contains(where: form.has), !manages { throw .missingPermissions }
        if form.has("applied_tags") { try checkTags(of: after, before: old.tags, in: parent, by: call.actor) }
        if after.flags.contains(.pinned), !before.flags.contains(.pinned) {
            guard parent.kind.isForum else { throw .wrongChannelKind }
            let isTaken = world.channels.values.contains { $0.parent == parent.id && $0.flags.contains(.pinned) }
            guard !isTaken else { throw .maximumPinnedThreads }
        }
        change(after, by: call.cause)
        return world.channels[after.id] ?? after
    }

    private func checkTags(
        of thread: Channel, before: [Flake], in parent: Channel, by user: Flake
    ) throws(Refusal) {
        let tags = thread.thread?.tags ?? []
        guard let forum = parent.forum else {
            if !tags.isEmpty { throw .invalidField(["applied_tags"], "INVALID_TAGS", "This channel has no tags.") }
            return
        }
        guard !tags.isEmpty || !parent.flags.contains(.requireTag) else { throw .tagRequired }
        let manages = world.permissions(of: user, in: parent, at: now).contains(.manageThreads)
        for tag in Set(tags).symmetricDifference(before) {
            guard let found = forum.tags.first(where: { $0.id == tag }) else {
                if before.contains(tag) { continue }
                throw .invalidField(["applied_tags"], "INVALID_TAGS", "Unknown tag \(tag.text)")
            }
            guard !found.isModerated || manages else { throw .missingPermissions }
        }
    }
}

/// Members and lists.
extension Realm {
    /// The thread a path names.
    private func thread(_ call: RESTCall, isActive: Bool = false) throws(Refusal) -> (Channel, Channel.Thread) {
        let channel = try channel(call)
        guard let thread = channel.thread else { throw .wrongChannelKind }
        guard !isActive || !thread.isArchived else { throw .archivedThread }
        return (channel, thread)
    }

    fileprivate func listThreadMembers(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let (channel, thread) = try thread(call)
        guard settings.allowedPrivileged.contains(.members) else { throw .missingAccess }
        let isWhole = call.queryFlag("with_member")
        let after = try call.queryID("after") ?? Flake(0)
        let limit = try call.queryNumber("limit", 1...100, default: 100)
        let all = thread.members.values.sorted { $0.user < $1.user }
        let page = isWhole ? Array(all.filter { $0.user > after }.prefix(limit)) : all
        return .ok(.array(page.map { threadMemberJSON($0, in: channel, isWhole: isWhole) }))
    }

    fileprivate func showThreadMember(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let (channel, thread) = try thread(call)
        let user = call.text("user") == "@me" ? call.actor : try call.id("user")
        guard let member = thread.members[user] else { throw .unknownMember }
        return .ok(threadMemberJSON(member, in: channel, isWhole: call.queryFlag("with_member")))
    }

    private func threadMemberJSON(_ member: Channel.Thread.Member, in thread: Channel, isWhole: Bool) -> JSONValue {
        let bare = member.json(in: thread.id)
        guard isWhole, let whole = thread.guild.flatMap({ world.membership(member.user, in: $0) }) else { return bare }
        return bare.adding("member", world.memberJSON(whole))
    }

    fileprivate mutating func joinThread(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let (channel, thread) = try thread(call, isActive: true)
        guard thread.members[call.actor] != nil || thread.members.count < Channel.Thread.memberLimit else {
            throw .maximumThreadMembers
        }
        enter(channel.id, call.actor)
        return .noContent
    }

    fileprivate mutating func addThreadMember(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let (channel, thread) = try thread(call, isActive: true)
        let user = try call.id("user")
        try demand(.sendInThreads, of: call.actor, in: channel)
        if channel.kind == .privateThread, !thread.isInvitable {
            try demand(.manageThreads, of: call.actor, in: channel)
        }
        guard let guild = channel.guild, world.membership(user, in: guild) != nil else { throw .unknownMember }
        guard maySee(user, parentOf: channel) else { throw .missingAccess }
        guard thread.members[user] != nil || thread.members.count < Channel.Thread.memberLimit else {
            throw .maximumThreadMembers
        }
        if enter(channel.id, user) {
            postSystem(.recipientAdd, by: call.actor, in: channel.id) { $0.mentions = [user] }
        }
        return .noContent
    }

    fileprivate mutating func leaveThread(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let (channel, _) = try thread(call, isActive: true)
        leave(channel.id, call.actor)
        return .noContent
    }

    fileprivate mutating func removeThreadMember(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let (channel, thread) = try thread(call, isActive: true)
        let user = try call.id("user")
        let owns = channel.kind == .privateThread && thread.owner == call.actor
        if !owns { try demand(.manageThreads, of: call.actor, in: channel) }
        guard thread.members[user] != nil else { throw .unknownMember }
        postSystem(.recipientRemove, by: call.actor, in: channel.id) { $0.mentions = [user] }
        leave(channel.id, user)
        return .noContent
    }

    // MARK: - Lists

    fileprivate func listActive(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call)
        let threads = world.channels(of: guild).filter { thread in
            thread.thread?.isArchived == false
                && world.permissions(of: call.actor, in: thread, at: now).contains(.viewChannel)
        }
        return .ok(threadsJSON(threads.sorted { $0.id > $1.id }, for: call.actor, hasMore: false))
    }

    fileprivate func listArchived(_ call: RESTCall, isPrivate: Bool) throws(Refusal) -> RESTReply {
        let parent = try channel(call, isPrivate ? [.readHistory, .manageThreads] : .readHistory)
        let limit = try call.queryNumber("limit", 1...100, default: 50)
        let before = try call.queryMoment("before")
        let found = archived(in: parent) { ($0.kind == .privateThread) == isPrivate }
            .filter { thread in
                before.map { thread.thread.map(\.archiveChanged) ?? Moment(0) < $0 } ?? true
            }
            .sorted {
                ($0.thread?.archiveChanged ?? Moment(0), $0.id) > ($1.thread?.archiveChanged ?? Moment(0), $1.id)
            }
        return .ok(threadsJSON(Array(found.prefix(limit)), for: call.actor, hasMore: found.count > limit))
    }

    fileprivate func listJoinedArchived(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let parent = try channel(call, .readHistory)
        let limit = try call.queryNumber("limit", 1...100, default: 50)
        let before = try call.queryID("before")
        let found = archived(in: parent) { thread in
            thread.kind == .privateThread && thread.thread?.members[call.actor] != nil
                && (before.map { thread.id < $0 } ?? true)
        }.sorted { $0.id > $1.id }
        return .ok(threadsJSON(Array(found.prefix(limit)), for: call.actor, hasMore: found.count > limit))
    }

    private func archived(in parent: Channel, _ fits: (Channel) -> Bool) -> [Channel] {
        world.channels.values.filter { $0.parent == parent.id && $0.thread?.isArchived == true && fits($0) }
    }

    private func threadsJSON(_ threads: [Channel], for user: Flake, hasMore: Bool) -> JSONValue {
        [
            "threads": .array(threads.map { world.channelJSON($0) }),
            "members": .array(threads.compactMap { $0.thread?.members[user]?.json(in: $0.id) }),
            "has_more": .bool(hasMore),
        ]
    }
}

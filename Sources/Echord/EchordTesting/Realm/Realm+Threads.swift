import JSON

/// Threads coming, changing and going, with the events that follow.
///
/// Source: https://discord.com/developers/docs/topics/threads
extension Realm {
    // MARK: - Coming

    /// Puts a thread into the world; who starts it is its first member.
    mutating func open(_ thread: Channel, by cause: Cause) {
        guard let guild = thread.guild, let owner = thread.thread?.owner else { return }
        world.channels[thread.id] = thread
        world.guilds[guild]?.channels.insert(thread.id)
        if let parent = thread.parent, world.channels[parent]?.kind.isForum == true {
            world.channels[parent]?.lastMessage = thread.id
        }
        restLater(thread.id)
        enter(thread.id, owner, isSilent: true)
        sendThread("THREAD_CREATE", thread.id, ["newly_created": true])
        tellMembers(of: thread.id, added: [owner])
        audit(
            .threadCreate, in: guild, by: cause, target: thread.id,
            changes: AuditEntry.changes(to: thread.record, in: Channel.auditedUpdates))
    }

    /// Sets the deadline after which the thread is archived.
    mutating func restLater(_ id: Flake) {
        guard let thread = world.channels[id]?.thread, !thread.isArchived else { return timers[.threadRest(id)] = nil }
        timers[.threadRest(id)] = now + .seconds(thread.autoArchiveMinutes * 60)
    }

    /// Nobody has written for as long as the thread allows.
    mutating func threadRests(_ id: Flake) {
        guard var thread = world.channels[id], thread.thread?.isArchived == false else { return }
        thread.thread?.isArchived = true
        change(thread, by: nil)
    }

    // MARK: - Changing

    /// Puts a changed thread in place of what it was.
    mutating func change(_ changed: Channel, by cause: Cause?) {
        guard let before = world.channels[changed.id], let old = before.thread, var thread = changed.thread else {
            return
        }
        var changed = changed
        if thread.isArchived != old.isArchived || thread.autoArchiveMinutes != old.autoArchiveMinutes {
            thread.archiveChanged = now
        }
        changed.thread = thread
        world.channels[changed.id] = changed
        restLater(changed.id)
        sendThread("THREAD_UPDATE", changed.id)
        if old.isArchived, !thread.isArchived, let member = thread.members[world.application.id],
            let guild = changed.guild
        {
            let body = member.json(in: changed.id).adding("guild_id", guild.json)
            dispatch("THREAD_MEMBER_UPDATE", guild: guild, intents: .guilds) { _ in body }
        }
        let changes = AuditEntry.changes(from: before.record, to: changed.record, in: Channel.auditedUpdates)
        guard let cause, let guild = changed.guild, !changes.isEmpty else { return }
        audit(.threadUpdate, in: guild, by: cause, target: changed.id, changes: changes)
        if before.name != changed.name, let user = cause.user {
            postSystem(.nameChange, by: user, in: changed.id) { $0.content = changed.name }
        }
    }

    /// Sends a thread's event, where the bot sees it.
    private mutating func sendThread(_ event: String, _ id: Flake, _ more: JSONObject = [:]) {
        guard let thread = world.channels[id], let guild = thread.guild else { return }
        noteGuild(guild)
        guard world.botPermissions(in: thread, at: now).contains(.viewChannel) else { return }
        var fields = world.channelJSON(thread, for: world.application.id).fields ?? [:]
        for (key, value) in more { fields[key] = value }
        dispatch(event, guild: guild, intents: .guilds) { _ in .object(fields) }
    }

    /// Takes a thread out of the world.
    mutating func removeThread(_ thread: Channel, by cause: Cause) {
        guard let guild = thread.guild else { return }
        let isSeen = world.botPermissions(in: thread, at: now).contains(.viewChannel)
        forgetChannel(thread.id)
        if let parent = thread.parent, let post = world.post(thread.id, in: parent) {
            if let after = world.change(post.id, in: parent, { $0.flags.remove(.hasThread) }) { republish(after) }
        }
        noteGuild(guild)
        if isSeen {
            let body: JSONValue = [
                "id": thread.id.json, "guild_id": guild.json, "parent_id": thread.parent?.json ?? .null,
                "type": .number(thread.kind.rawValue),
            ]
            dispatch("THREAD_DELETE", guild: guild, intents: .guilds) { _ in body }
        }
        audit(
            .threadDelete, in: guild, by: cause, target: thread.id,
            changes: AuditEntry.changes(from: thread.record, in: Channel.auditedUpdates))
    }

    // MARK: - Members

    /// Adds a member; false when they are in it, or nobody more can be.
    @discardableResult
    mutating func enter(_ id: Flake, _ user: Flake, isSilent: Bool = false) -> Bool {
        guard let thread = world.channels[id]?.thread, thread.members[user] == nil,
            thread.members.count < Channel.Thread.memberLimit
        else { return false }
        world.channels[id]?.thread?.members[user] = .init(user: user, joinedAt: now)
        guard !isSilent else { return true }
        // Whoever is added gets the thread itself first, for they may not have known it.
        if user == world.application.id { sendThread("THREAD_CREATE", id) }
        tellMembers(of: id, added: [user])
        return true
    }

    mutating func leave(_ id: Flake, _ user: Flake) {
        guard world.channels[id]?.thread?.members[user] != nil else { return }
        world.channels[id]?.thread?.members[user] = nil
        tellMembers(of: id, removed: [user])
    }

    /// Sends THREAD_MEMBERS_UPDATE: to who has the members' intent, and of the bot itself to every session.
    private mutating func tellMembers(of id: Flake, added: [Flake] = [], removed: [Flake] = []) {
        guard let channel = world.channels[id], let guild = channel.guild, let thread = channel.thread else { return }
        noteGuild(guild)
        let isAboutBot = (added + removed).contains(world.application.id)
        guard isAboutBot || world.botPermissions(in: channel, at: now).contains(.viewChannel) else { return }
        var fields: JSONObject = [
            "id": id.json, "guild_id": guild.json, "member_count": .number(min(thread.members.count, 50)),
        ]
        if !added.isEmpty {
            fields["added_members"] = .array(
                added.compactMap { user in
                    guard let member = thread.members[user] else { return nil }
                    let presence = world.users[user].flatMap { world.presenceJSON($0, guild: guild) } ?? .null
                    return member.json(in: id)
                        .adding("member", world.membership(user, in: guild).map(world.memberJSON) ?? .null)
                        .adding("presence", presence)
                })
        }
        if !removed.isEmpty { fields["removed_member_ids"] = .flakes(removed) }
        let body = JSONValue.object(fields)
        dispatch("THREAD_MEMBERS_UPDATE", guild: guild, intents: isAboutBot ? [.guilds, .members] : .members) { _ in
            body
        }
    }

    // MARK: - Writing

    /// A message is about to be written: an archived thread wakes, and who writes or is named joins.
    mutating func enter(_ channel: Channel, _ post: Post) {
        guard var thread = channel.thread else { return }
        if thread.isArchived {
            thread.isArchived = false
            var awake = channel
            awake.thread = thread
            change(awake, by: nil)
        }
        restLater(channel.id)
        let named = post.mentions.filter { user in
            channel.guild.map { world.membership(user, in: $0) != nil } == true && maySee(user, parentOf: channel)
                && (channel.kind != .privateThread || thread.isInvitable)
        }
        for user in [post.author] + named where world.users[user] != nil { enter(channel.id, user) }
    }

    /// Whether a member sees the channel above a thread.
    func maySee(_ user: Flake, parentOf thread: Channel) -> Bool {
        guard let parent = thread.parent.flatMap({ world.channels[$0] }) else { return false }
        return world.permissions(of: user, in: parent, at: now).contains(.viewChannel)
    }
}

import JSON

/// Messages. Source: https://discord.com/developers/docs/resources/message
extension RouteTable {
    static var messageRoutes: [Route] {
        let base = "/channels/{channel}/messages"
        return [
            Route("GET", base, .init("messages-list", 5, per: .seconds(5))) { try $0.listPosts($1) },
            Route("POST", base, .init("messages-post", 5, per: .seconds(5))) { try $0.createPost($1) },
            Route("POST", base + "/bulk-delete", .init("messages-bulk", 1, per: .seconds(1))) {
                try $0.bulkDelete($1)
            },
            Route("GET", base + "/{message}", .init("message-get", 30, per: .seconds(30))) { try $0.showPost($1) },
            Route("PATCH", base + "/{message}", .init("message-patch", 5, per: .seconds(5))) { try $0.editPost($1) },
            Route("DELETE", base + "/{message}", .init("message-delete", 5, per: .seconds(1))) {
                try $0.deletePost($1)
            },
        ]
    }
}

extension Realm {
    static let bulkDeleteAge = Duration.seconds(14 * 86_400)

    // MARK: - Reading

    fileprivate func listPosts(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let channel = try readableChannel(call)
        let limit = try call.queryNumber("limit", 1...100, default: 50)
        let before = try call.queryID("before")
        let after = try call.queryID("after")
        let around = try call.queryID("around")
        guard world.permissions(of: call.actor, in: channel, at: now).contains(.readHistory) else { return .ok([]) }
        let all = (world.posts[channel.id] ?? []).filter { !$0.isEphemeral }
        let chosen: ArraySlice<Post>
        if let around {
            let older = all.filter { $0.id < around }.suffix(limit / 2)
            let newer = all.filter { $0.id >= around }.prefix(limit - limit / 2)
            chosen = ArraySlice(older + newer)
        } else if let after {
            chosen = all.filter { $0.id > after }.prefix(limit)
        } else if let before {
            chosen = all.filter { $0.id < before }.suffix(limit)
        } else {
            chosen = all.suffix(limit)
        }
        return .ok(.array(chosen.reversed().map { world.postJSON($0, for: call.actor) }))
    }

    fileprivate func showPost(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let channel = try readableChannel(call, .readHistory)
        return .ok(world.postJSON(try post(call, in: channel), for: call.actor))
    }

    // MARK: - Writing

    fileprivate mutating func createPost(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let channel = try channel(call)
        var validator = MessageValidator(.channel)
        var draft = try validator.read(call.body, uploads: call.files)
        if world.users[call.actor]?.isBot != true {
            // Only applications write with these.
            (draft.embeds, draft.components) = (nil, nil)
            if draft.isEmpty { throw .emptyMessage }
        }
        return .ok(world.postJSON(try write(draft, by: call.actor, in: channel), for: call.actor))
    }

    fileprivate mutating func editPost(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let channel = try readableChannel(call)
        let before = try post(call, in: channel)
        let granted = world.permissions(of: call.actor, in: channel, at: now)
        if let thread = channel.thread {
            guard !thread.isArchived else { throw .archivedThread }
            guard !thread.isLocked || granted.contains(.manageThreads) else { throw .lockedThread }
        }
        if before.author != call.actor { return .ok(try suppressEmbeds(of: before, call, granted)) }
        guard !before.kind.isSystem else { throw .systemMessage }
        guard before.poll == nil else { throw .pollEdit }
        guard !before.flags.contains(.voiceMessage) else { throw .voiceMessageEdit }
        let counted = try countLateEdit(of: before)
        let text = call.body["content"]?.text ?? ""
        let caught = try moderated(text, by: call.actor, in: channel)
        let after = try edit(
            counted, with: call.body, uploads: call.files, mayMentionAll: granted.contains(.mentionEveryone))
        republish(after)
        punish(caught, text, by: call.actor, in: channel, message: after.id)
        return .ok(world.postJSON(after, for: call.actor))
    }

    /// Of others' messages only the embeds can be hidden, with Manage Messages.
    private mutating func suppressEmbeds(
        of before: Post, _ call: RESTCall, _ granted: Perm
    ) throws(Refusal) -> JSONValue {
        guard call.body.fields?.keys == ["flags"] else { throw .editOfAnother }
        guard granted.contains(.manageMessages) else { throw .missingPermissions }
        let hide = Post.Flags(rawValue: Int(call.body["flags"]?.integer ?? 0)).contains(.suppressEmbeds)
        let after = world.change(before.id, in: before.channel) { post in
            if hide { post.flags.insert(.suppressEmbeds) } else { post.flags.remove(.suppressEmbeds) }
        }
        if let after { republish(after) }
        return world.postJSON(after ?? before, for: call.actor)
    }

    /// Messages of more than an hour are edited a few times a minute only; Discord does not say how often.
    private mutating func countLateEdit(of post: Post) throws(Refusal) -> Post {
        guard now - post.createdAt > .seconds(3600) else { return post }
        var edits = post.lateEdits ?? (0, now)
        if now - edits.since >= settings.lateEditWindow { edits = (0, now) }
        guard edits.count < settings.lateEditLimit else {
            throw .lateEdits(after: edits.since + settings.lateEditWindow - now)
        }
        edits.count += 1
        var counted = post
        counted.lateEdits = edits
        return counted
    }

    // MARK: - Deleting

    fileprivate mutating func deletePost(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let channel = try readableChannel(call)
        try erase(try post(call, in: channel), in: channel, by: call.cause)
        return .noContent
    }

    /// Deletes a message for all: one's own, or with Manage Messages another's, which the audit log tells.
    mutating func erase(_ post: Post, in channel: Channel, by cause: Cause) throws(Refusal) {
        guard post.kind.isDeletable else { throw .systemMessage }
        guard let user = cause.user, post.author != user else { return unpublish([post.id], in: channel.id) }
        guard let guild = channel.guild else { throw .directMessage }
        try demand(.manageMessages, of: user, in: channel)
        unpublish([post.id], in: channel.id)
        audit(
            .messageDelete, in: guild, by: cause, target: post.author,
            options: ["channel_id": channel.id.json, "count": "1"])
    }

    fileprivate mutating func bulkDelete(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let (channel, guild) = try guildChannel(call, .manageMessages)
        var form = Form(call.body)
        let ids = form.flakes("messages", 0...1000, required: true) ?? []
        try form.check()
        guard (2...100).contains(ids.count) else { throw .bulkDeleteCount }
        guard Set(ids).count == ids.count else {
            throw .invalidField(["messages"], "BASE_TYPE_DUPLICATE", "Message ids must be unique")
        }
        for id in ids where now - id.moment > Self.bulkDeleteAge { throw .bulkDeleteAge }
        let found = ids.filter { id in
            world.post(id, in: channel.id).map { !$0.isEphemeral && $0.kind.isDeletable } ?? false
        }
        unpublish(found, in: channel.id, isBulk: true)
        if !found.isEmpty {
            audit(
                .messageBulkDelete, in: guild.id, by: call.cause, target: channel.id,
                options: ["count": .string(String(found.count))])
        }
        return .noContent
    }
}

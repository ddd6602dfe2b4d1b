import JSON

/// Messages. Source: https://discord.com/developers/docs/resources/message
extension RouteTable {
    static var messageRoutes: [Route] {
        let base = "/channels/{channel}/messages"
        let pins = RateLimiter.Rule("pins", 4, per: .seconds(4))
        return [
            Route("GET", base, .init("messages-list", 5, per: .seconds(5))) { realm, call throws(Refusal) in
                .ok(try realm.listPosts(call))
            },
            Route("POST", base, .init("messages-post", 5, per: .seconds(5))) { realm, call throws(Refusal) in
                .ok(realm.world.postJSON(try realm.createPost(call), for: call.actor))
            },
            Route("POST", base + "/bulk-delete", .init("messages-bulk", 1, per: .seconds(1))) {
                realm, call throws(Refusal) in
                try realm.bulkDelete(call)
                return .noContent
            },
            Route("GET", base + "/{message}", .init("message-get", 30, per: .seconds(30))) {
                realm, call throws(Refusal) in
                let channel = try realm.readableChannel(call)
                let post = try realm.post(call, in: channel)
                return .ok(realm.world.postJSON(post))
            },
            Route("PATCH", base + "/{message}", .init("message-patch", 5, per: .seconds(5))) {
                realm, call throws(Refusal) in
                .ok(realm.world.postJSON(try realm.editPost(call)))
            },
            Route("DELETE", base + "/{message}", .init("message-delete", 5, per: .seconds(1))) {
                realm, call throws(Refusal) in
                try realm.deletePost(call)
                return .noContent
            },
            Route("GET", base + "/pins", pins) { realm, call throws(Refusal) in
                .ok(try realm.listPins(call))
            },
            Route("PUT", base + "/pins/{message}", pins) { realm, call throws(Refusal) in
                try realm.setPin(call, to: true)
                return .noContent
            },
            Route("DELETE", base + "/pins/{message}", pins) { realm, call throws(Refusal) in
                try realm.setPin(call, to: false)
                return .noContent
            },
            Route("GET", "/channels/{channel}/pins", pins) { realm, call throws(Refusal) in
                let channel = try realm.readableChannel(call)
                let pinned = (realm.world.posts[channel.id] ?? []).filter { $0.isPinned && !$0.isEphemeral }
                return .ok(.array(pinned.reversed().prefix(50).map { realm.world.postJSON($0) }))
            },
            Route("PUT", "/channels/{channel}/pins/{message}", pins) { realm, call throws(Refusal) in
                try realm.setPin(call, to: true)
                return .noContent
            },
            Route("DELETE", "/channels/{channel}/pins/{message}", pins) { realm, call throws(Refusal) in
                try realm.setPin(call, to: false)
                return .noContent
            },
        ]
    }
}

extension Realm {
    static let nonceMemory = Duration.seconds(300)
    static let pinLimit = 250

    fileprivate mutating func listPosts(_ call: RESTCall) throws(Refusal) -> JSONValue {
        let channel = try readableChannel(call)
        let limit = try call.queryNumber("limit", 1...100, default: 50)
        let before = try call.queryID("before")
        let after = try call.queryID("after")
        let around = try call.queryID("around")
        guard channel.guild == nil || world.permissions(of: call.actor, in: channel, at: now).contains(.readHistory)
        else {
            return []
        }
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
        return .array(chosen.reversed().map { world.postJSON($0) })
    }

    fileprivate mutating func createPost(_ call: RESTCall) throws(Refusal) -> Post {
        let (body, files) = (call.body, call.files)
        let channel = try channel(call)
        let id = channel.id
        guard channel.kind.holdsMessages else { throw .nonTextChannel }
        if channel.thread?.isArchived == true, channel.thread?.isLocked == true { throw .archivedThread }
        let granted = world.permissions(of: call.actor, in: channel, at: now)
        if channel.guild != nil {
            guard granted.contains(channel.kind.writing) else { throw .missingPermissions }
            if !files.isEmpty, !granted.contains(.attachFiles) { throw .missingPermissions }
        }
        var validator = MessageValidator(.channel)
        let draft = try validator.read(body, uploads: files)
        if draft.isTTS, !granted.contains(.sendTTS) { throw .missingPermissions }
        if draft.embeds?.isEmpty == false, channel.guild != nil, !granted.contains(.embedLinks) {
            throw .missingPermissions
        }
        if let known = try knownNonce(draft, in: id) { return known }
        var post = Post(id: flake(), channel: id, author: call.actor, createdAt: now)
        post.guild = channel.guild
        post.isTTS = draft.isTTS
        post.nonce = draft.nonce
        try setReference(&post, draft, granted)
        fill(&post, from: draft, senderMayMentionAll: granted.contains(.mentionEveryone))
        remember(draft, post)
        publish(post)
        return post
    }

    private func setReference(_ post: inout Post, _ draft: MessageDraft, _ granted: Perm) throws(Refusal) {
        guard let reference = draft.reference else { return }
        guard world.post(reference, in: post.channel).map({ !$0.isEphemeral }) == true else {
            if draft.failsWithoutReference {
                throw .invalidField(["message_reference"], "REPLIES_UNKNOWN_MESSAGE", "Unknown message")
            }
            return
        }
        guard post.guild == nil || granted.contains(.readHistory) else {
            throw Refusal(403, 160002, "Cannot reply without permission to read message history")
        }
        post.reference = reference
        post.kind = .reply
    }

    /// With `enforce_nonce` the same message is not posted twice.
    private mutating func knownNonce(_ draft: MessageDraft, in channel: Flake) throws(Refusal) -> Post? {
        nonces = nonces.filter { $0.value.until > now }
        guard draft.enforcesNonce, let nonce = draft.nonce, let found = nonces[Self.nonceText(nonce)],
            found.channel == channel
        else { return nil }
        return world.post(found.post, in: channel)
    }

    private mutating func remember(_ draft: MessageDraft, _ post: Post) {
        guard let nonce = draft.nonce, nonces.count < 10_000 else { return }
        nonces[Self.nonceText(nonce)] = (post.id, post.channel, now + Self.nonceMemory)
    }

    private static func nonceText(_ nonce: JSONValue) -> String {
        nonce.text ?? nonce.integer.map(String.init) ?? ""
    }

    fileprivate mutating func editPost(_ call: RESTCall) throws(Refusal) -> Post {
        let channel = try readableChannel(call)
        let before = try post(call, in: channel)
        let granted = world.permissions(of: call.actor, in: channel, at: now)
        guard before.author == call.actor else {
            // Others' messages: only their embeds can be hidden, with Manage Messages.
            guard call.body.fields?.keys == ["flags"] else { throw .editOfAnother }
            guard granted.contains(.manageMessages) else { throw .missingPermissions }
            let hide = Post.Flags(rawValue: Int(call.body["flags"]?.integer ?? 0)).contains(.suppressEmbeds)
            let after = world.change(before.id, in: channel.id) { post in
                if hide { post.flags.insert(.suppressEmbeds) } else { post.flags.remove(.suppressEmbeds) }
            }
            if let after { republish(after) }
            return after ?? before
        }
        let after = try edit(
            before, with: call.body, uploads: call.files, mayMentionAll: granted.contains(.mentionEveryone))
        republish(after)
        return after
    }

    fileprivate mutating func deletePost(_ call: RESTCall) throws(Refusal) {
        let channel = try readableChannel(call)
        let post = try post(call, in: channel)
        if post.author != call.actor {
            guard channel.guild != nil else { throw .directMessage }
            try demand(.manageMessages, of: call.actor, in: channel)
        }
        unpublish([post.id], in: channel.id)
    }

    fileprivate mutating func bulkDelete(_ call: RESTCall) throws(Refusal) {
        let body = call.body
        let channel = try channel(call, .manageMessages)
        guard channel.guild != nil else { throw .directMessage }
        var errors = FieldErrors()
        let list = errors.list(body["messages"], ["messages"], 0...1000, required: true) ?? []
        let ids = list.enumerated().compactMap { index, value in
            errors.flake(value, ["messages", String(index)], required: true)
        }
        try errors.throwIfAny()
        guard (2...100).contains(ids.count) else { throw .bulkDeleteCount }
        guard Set(ids).count == ids.count else {
            throw .invalidField(["messages"], "BASE_TYPE_DUPLICATE", "Message ids must be unique")
        }
        for id in ids where now - id.moment > .seconds(14 * 86_400) { throw .bulkDeleteAge }
        unpublish(ids.filter { world.post($0, in: channel.id)?.isEphemeral == false }, in: channel.id)
    }

    // MARK: - Pins

    fileprivate mutating func listPins(_ call: RESTCall) throws(Refusal) -> JSONValue {
        let channel = try readableChannel(call)
        let limit = try call.queryNumber("limit", 1...50, default: 50)
        let pinned = (world.posts[channel.id] ?? []).filter { $0.isPinned && !$0.isEphemeral }
        let items = pinned.reversed().prefix(limit).map { post -> JSONValue in
            ["pinned_at": (channel.lastPin ?? post.createdAt).json, "message": world.postJSON(post)]
        }
        return ["items": .array(items), "has_more": .bool(pinned.count > limit)]
    }

    fileprivate mutating func setPin(_ call: RESTCall, to isPinned: Bool) throws(Refusal) {
        let channel = try channel(call, channelPinPermission(try call.id("channel")))
        let post = try post(call, in: channel)
        guard post.isPinned != isPinned else { return }
        let count = (world.posts[channel.id] ?? []).filter(\.isPinned).count
        if isPinned, count >= Self.pinLimit { throw .maximumPins }
        let changed = world.change(post.id, in: channel.id) { $0.isPinned = isPinned }
        if isPinned { world.channels[channel.id]?.lastPin = now }
        if let changed { republish(changed) }
        var fields: JSONObject = [
            "channel_id": channel.id.json, "last_pin_timestamp": world.channels[channel.id]?.lastPin?.json ?? .null,
        ]
        if let guild = channel.guild { fields["guild_id"] = guild.json }
        let body = JSONValue.object(fields)
        dispatch("CHANNEL_PINS_UPDATE", guild: channel.guild, intents: channel.guild == nil ? .directMessages : .guilds)
        { _ in body }
    }

    /// Pinning needs its own permission since February 2026.
    private func channelPinPermission(_ id: Flake) -> Perm {
        world.channels[id]?.guild == nil ? [] : .pinMessages
    }
}

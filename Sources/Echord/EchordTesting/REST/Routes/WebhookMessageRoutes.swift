import JSON

/// Messages through webhooks: of the application after an interaction, or of a webhook proper.
///
/// Source: https://discord.com/developers/docs/resources/webhook#execute-webhook
extension RouteTable {
    static var webhookMessageRoutes: [Route] {
        let base = "/webhooks/{webhook}/{token}"
        let rule = RateLimiter.Rule("webhooks-token", 5, per: .seconds(2))
        return [
            Route("POST", base, rule, for: .anyone) { realm, call in
                realm.isOwnApplication(call) ? try realm.followUpInteraction(call) : try realm.execute(call)
            },
            Route("GET", base + "/messages/{message}", rule, for: .anyone) { realm, call in
                realm.isOwnApplication(call) ? try realm.showAnswer(call) : try realm.showWebhookPost(call)
            },
            Route("PATCH", base + "/messages/{message}", rule, for: .anyone) { realm, call in
                realm.isOwnApplication(call) ? try realm.editAnswer(call) : try realm.editWebhookPost(call)
            },
            Route("DELETE", base + "/messages/{message}", rule, for: .anyone) { realm, call in
                realm.isOwnApplication(call) ? try realm.deleteAnswer(call) : try realm.deleteWebhookPost(call)
            },
            Route(
                "POST", "/channels/{channel}/messages/{message}/crosspost",
                .init("crosspost", 10, per: .seconds(3600))
            ) { try $0.crosspost($1) },
        ]
    }
}

extension Realm {
    fileprivate func isOwnApplication(_ call: RESTCall) -> Bool {
        call.text("webhook") == world.application.id.text
    }

    // MARK: - Executing

    fileprivate mutating func execute(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let webhook = try openWebhook(call)
        guard let channel = world.channels[webhook.channel] else { throw .unknownChannel }
        let order = try WebhookOrder(call.body, for: webhook)
        var validator = MessageValidator(.webhook)
        let draft = try validator.read(try componentsAllowed(call, to: webhook), uploads: call.files)
        try checkExpressions(draft, by: webhook.id, in: channel)
        let thread = try call.queryID("thread_id")
        let place = try self.place(for: webhook, order, thread: thread, in: channel)
        let isNew = world.channels[place.id] == nil
        // A forum's thread and its first message share an id.
        var post = Post(id: isNew ? place.id : flake(), channel: place.id, author: webhook.id, createdAt: now)
        post.guild = webhook.guild
        post.webhook = webhook.id
        post.persona = order.persona
        post.isTTS = draft.isTTS
        fill(&post, from: draft, senderMayMentionAll: true)
        if isNew { open(place, by: Cause(user: webhook.user)) }
        enter(world.channels[place.id] ?? place, post)
        publish(post)
        return call.queryFlag("wait") ? .ok(world.postJSON(post)) : .noContent
    }

    /// Where the message goes: the channel, one of its threads, or a thread that is yet to be opened.
    private mutating func place(
        for webhook: Webhook, _ order: WebhookOrder, thread: Flake?, in channel: Channel
    ) throws(Refusal) -> Channel {
        if channel.kind.isForum {
            guard thread != nil || order.threadName != nil else { throw .webhookNeedsThread }
            guard thread == nil || order.threadName == nil else { throw .webhookHasTwoThreads }
        } else if order.threadName != nil {
            throw .webhookOpensNoThread
        }
        if let thread {
            guard let found = world.channels[thread], found.parent == channel.id, found.kind.isThread else {
                throw .unknownChannel
            }
            return found
        }
        guard let name = order.threadName else { return channel }
        var new = Channel(id: flake(), kind: .publicThread, guild: channel.guild, name: name)
        new.parent = channel.id
        new.thread = .init(owner: webhook.id, archiveChanged: now)
        new.thread?.tags = order.tags
        return new
    }

    /// The body, with its components only where the webhook may send them.
    private func componentsAllowed(_ call: RESTCall, to webhook: Webhook) throws(Refusal) -> JSONValue {
        guard webhook.application != world.application.id else { return call.body }
        guard call.queryFlag("with_components") else { return call.body.without("components") }
        if Self.isInteractive(call.body["components"] ?? .null) {
            throw .invalidField(
                ["components"], "COMPONENT_INTERACTIVE_NOT_ALLOWED",
                "Webhooks that no application owns cannot send interactive components")
        }
        return call.body
    }

    private static func isInteractive(_ value: JSONValue) -> Bool {
        if value.has("custom_id") { return true }
        return (value.list ?? value.fields.map { Array($0.values) } ?? []).contains(where: isInteractive)
    }

    // MARK: - Later

    /// A message that this webhook posted, in its channel or the thread that the query names.
    private func webhookPost(_ call: RESTCall) throws(Refusal) -> (Webhook, Post) {
        let webhook = try openWebhook(call)
        let channel = try call.queryID("thread_id") ?? webhook.channel
        guard let post = world.post(try call.id("message"), in: channel), post.webhook == webhook.id else {
            throw .unknownMessage
        }
        return (webhook, post)
    }

    fileprivate func showWebhookPost(_ call: RESTCall) throws(Refusal) -> RESTReply {
        .ok(world.postJSON(try webhookPost(call).1))
    }

    fileprivate mutating func editWebhookPost(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let (webhook, before) = try webhookPost(call)
        let after = try edit(
            before, with: try componentsAllowed(call, to: webhook), uploads: call.files, mayMentionAll: true)
        republish(after)
        return .ok(world.postJSON(after))
    }

    fileprivate mutating func deleteWebhookPost(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let (_, post) = try webhookPost(call)
        unpublish([post.id], in: post.channel)
        return .noContent
    }

    // MARK: - Announcements

    /// Publishes a message of an announcement channel to every channel that follows it.
    fileprivate mutating func crosspost(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let (channel, guild) = try guildChannel(call, .sendMessages)
        guard channel.kind == .announcement else { throw .wrongChannelKind }
        let post = try post(call, in: channel)
        if post.author != call.actor { try demand(.manageMessages, of: call.actor, in: channel) }
        guard !post.kind.isSystem, post.poll == nil else { throw .invalidMessageKind }
        guard !post.flags.contains(.crossposted) else { throw .alreadyCrossposted }
        guard let published = world.change(post.id, in: channel.id, { $0.flags.insert(.crossposted) }) else {
            throw .unknownMessage
        }
        republish(published)
        let followers = world.webhooks.values.filter { $0.source?.channel == channel.id }.sorted { $0.id < $1.id }
        for webhook in followers {
            var copy = Post(id: flake(), channel: webhook.channel, author: webhook.id, createdAt: now)
            copy.guild = webhook.guild
            copy.webhook = webhook.id
            copy.persona = .init(name: webhook.name, avatar: webhook.avatar)
            copy.flags = published.flags.subtracting(.crossposted).union(.isCrosspost)
            copy.reference = .init(message: post.id, channel: channel.id, guild: guild.id)
            (copy.content, copy.embeds, copy.attachments) = (post.content, post.embeds, post.attachments)
            copy.components = post.components
            publish(copy)
        }
        return .ok(world.postJSON(published, for: call.actor))
    }

    /// Copies of a published message say so when it is gone.
    mutating func markCopies(of post: Post) {
        guard post.flags.contains(.crossposted) else { return }
        for webhook in world.webhooks.values where webhook.source?.channel == post.channel {
            let copies = (world.posts[webhook.channel] ?? []).filter { copy in
                copy.flags.contains(.isCrosspost) && copy.reference?.message == post.id
            }
            for copy in copies {
                let marked = world.change(copy.id, in: copy.channel) { copy in
                    copy.flags.insert(.sourceDeleted)
                    copy.content = "[Original Message Deleted]"
                    (copy.embeds, copy.attachments, copy.components) = ([], [], [])
                }
                if let marked { republish(marked) }
            }
        }
    }
}

import JSON

/// Webhooks. Source: https://discord.com/developers/docs/resources/webhook
extension RouteTable {
    static var webhookRoutes: [Route] {
        let rule = RateLimiter.Rule("webhooks", 5, per: .seconds(5))
        let own = "/webhooks/{webhook}"
        let open = "/webhooks/{webhook}/{token}"
        return [
            Route("POST", "/channels/{channel}/webhooks", rule) { try $0.createWebhook($1) },
            Route("GET", "/channels/{channel}/webhooks", rule) { try $0.listChannelWebhooks($1) },
            Route("GET", "/guilds/{guild}/webhooks", rule) { try $0.listGuildWebhooks($1) },
            Route("GET", own, rule) { try $0.showWebhook($1) },
            Route("PATCH", own, rule) { try $0.editWebhook($1) },
            Route("DELETE", own, rule) { try $0.deleteWebhook($1) },
            Route("GET", open, rule, for: .anyone) { try $0.showOpenWebhook($1) },
            Route("PATCH", open, rule, for: .anyone) { try $0.editOpenWebhook($1) },
            Route("DELETE", open, rule, for: .anyone) { try $0.deleteOpenWebhook($1) },
            Route("POST", "/channels/{channel}/followers", rule) { try $0.follow($1) },
        ]
    }
}

extension Realm {
    // MARK: - For members

    fileprivate mutating func createWebhook(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let (channel, guild) = try guildChannel(call, .manageWebhooks)
        try checkRoom(for: channel, in: guild)
        var form = Form(call.body)
        if form.body.present("name") == nil { form.errors.required(["name"]) }
        var blank = Webhook(
            id: flake(), kind: .incoming, guild: guild.id, channel: channel.id, user: call.actor, name: "")
        blank.token = random.token(68)
        blank.application = call.actor == world.application.id ? world.application.id : nil
        let webhook = form.webhook(over: blank)
        try form.check()
        keep(form.images)
        add(webhook, by: call.cause)
        return .ok(world.webhookJSON(webhook))
    }

    private func checkRoom(for channel: Channel, in guild: Guild) throws(Refusal) {
        guard channel.kind != .category, !channel.kind.isThread else { throw .wrongChannelKind }
        let all = world.webhooks.values.filter { $0.guild == guild.id }
        guard all.count < Webhook.perGuild else { throw .maximumGuildWebhooks }
        guard all.count(where: { $0.channel == channel.id }) < Webhook.perChannel else { throw .maximumWebhooks }
    }

    fileprivate func listChannelWebhooks(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let (channel, _) = try guildChannel(call, .manageWebhooks)
        return .ok(list { $0.channel == channel.id })
    }

    fileprivate func listGuildWebhooks(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call, .manageWebhooks)
        return .ok(list { $0.guild == guild.id })
    }

    private func list(_ fits: (Webhook) -> Bool) -> JSONValue {
        let found = world.webhooks.values.filter(fits).sorted { $0.id < $1.id }
        return .array(found.map { world.webhookJSON($0) })
    }

    /// The webhook a path names, for a member who manages it.
    private func webhook(_ call: RESTCall) throws(Refusal) -> Webhook {
        guard let webhook = world.webhooks[try call.id("webhook")] else { throw .unknownWebhook }
        let isOwn = webhook.application != nil && call.actor == webhook.application
        if !isOwn { _ = try channel(webhook.channel, for: call.actor, .manageWebhooks) }
        return webhook
    }

    fileprivate func showWebhook(_ call: RESTCall) throws(Refusal) -> RESTReply {
        .ok(world.webhookJSON(try webhook(call)))
    }

    fileprivate mutating func editWebhook(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let before = try webhook(call)
        var form = Form(call.body)
        var after = form.webhook(over: before)
        form.set("channel_id", &after.channel) { $0.flake($1) }
        try form.check()
        if after.channel != before.channel {
            let target = try channel(after.channel, for: call.actor, .manageWebhooks)
            guard let guild = world.guilds[before.guild], target.guild == guild.id else { throw .unknownChannel }
            try checkRoom(for: target, in: guild)
        }
        keep(form.images)
        change(after, by: call.cause)
        return .ok(world.webhookJSON(after))
    }

    fileprivate mutating func deleteWebhook(_ call: RESTCall) throws(Refusal) -> RESTReply {
        remove(try webhook(call), by: call.cause)
        return .noContent
    }

    // MARK: - For who has the token

    /// The webhook whose id and token a path holds.
    func openWebhook(_ call: RESTCall) throws(Refusal) -> Webhook {
        guard let webhook = world.webhooks[try call.id("webhook")], let token = webhook.token else {
            throw .unknownWebhook
        }
        guard token == call.text("token") else { throw .invalidWebhookToken }
        return webhook
    }

    fileprivate func showOpenWebhook(_ call: RESTCall) throws(Refusal) -> RESTReply {
        .ok(world.webhookJSON(try openWebhook(call), isOpen: true))
    }

    fileprivate mutating func editOpenWebhook(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let before = try openWebhook(call)
        var form = Form(call.body)
        let after = form.webhook(over: before)
        try form.check()
        keep(form.images)
        change(after, by: Cause(reason: call.auditReason))
        return .ok(world.webhookJSON(after, isOpen: true))
    }

    fileprivate mutating func deleteOpenWebhook(_ call: RESTCall) throws(Refusal) -> RESTReply {
        remove(try openWebhook(call), by: Cause(reason: call.auditReason))
        return .noContent
    }

    // MARK: - Following

    /// Lets a channel have copies of what an announcement channel publishes.
    fileprivate mutating func follow(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let (source, origin) = try guildChannel(call)
        guard source.kind == .announcement else { throw .wrongChannelKind }
        var form = Form(call.body)
        let id = form.flake("webhook_channel_id", required: true)
        try form.check()
        guard let id else { throw .invalidForm(form.errors) }
        let target = try channel(id, for: call.actor, .manageWebhooks)
        guard let guild = target.guild.flatMap({ world.guilds[$0] }) else { throw .directMessage }
        try checkRoom(for: target, in: guild)
        var webhook = Webhook(
            id: flake(), kind: .follower, guild: guild.id, channel: target.id, user: call.actor,
            name: "\(origin.name) #\(source.name)")
        webhook.source = .init(guild: origin.id, channel: source.id)
        add(webhook, by: call.cause)
        postSystem(.followAdd, by: call.actor, in: target.id) { post in
            post.content = webhook.name
            post.reference = .init(channel: source.id, guild: origin.id)
        }
        return .ok(["channel_id": source.id.json, "webhook_id": webhook.id.json])
    }
}

/// Changing webhooks, with what follows.
extension Realm {
    private mutating func add(_ webhook: Webhook, by cause: Cause) {
        world.webhooks[webhook.id] = webhook
        sendWebhooks(of: webhook.channel, in: webhook.guild)
        audit(
            .webhookCreate, in: webhook.guild, by: cause, target: webhook.id,
            changes: AuditEntry.changes(to: webhook.record, in: Webhook.audited))
    }

    private mutating func change(_ webhook: Webhook, by cause: Cause) {
        guard let before = world.webhooks[webhook.id] else { return }
        world.webhooks[webhook.id] = webhook
        sendWebhooks(of: webhook.channel, in: webhook.guild)
        if before.channel != webhook.channel { sendWebhooks(of: before.channel, in: webhook.guild) }
        let changes = AuditEntry.changes(from: before.record, to: webhook.record, in: Webhook.audited)
        guard !changes.isEmpty else { return }
        audit(.webhookUpdate, in: webhook.guild, by: cause, target: webhook.id, changes: changes)
    }

    private mutating func remove(_ webhook: Webhook, by cause: Cause) {
        world.webhooks[webhook.id] = nil
        sendWebhooks(of: webhook.channel, in: webhook.guild)
        audit(
            .webhookDelete, in: webhook.guild, by: cause, target: webhook.id,
            changes: AuditEntry.changes(from: webhook.record, in: Webhook.audited))
    }

    private mutating func sendWebhooks(of channel: Flake, in guild: Flake) {
        let body: JSONValue = ["guild_id": guild.json, "channel_id": channel.json]
        dispatch("WEBHOOKS_UPDATE", guild: guild, intents: .webhooks) { _ in body }
    }
}

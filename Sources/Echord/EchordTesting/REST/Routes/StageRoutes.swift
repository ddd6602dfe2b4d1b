import JSON

/// Stages. Source: https://discord.com/developers/docs/resources/stage-instance
extension RouteTable {
    static var stageRoutes: [Route] {
        let rule = RateLimiter.Rule("stages", 5, per: .seconds(5))
        return [
            Route("POST", "/stage-instances", rule) { try $0.openStage($1) },
            Route("GET", "/stage-instances/{channel}", rule) { realm, call in .ok(try realm.stage(call).json) },
            Route("PATCH", "/stage-instances/{channel}", rule) { try $0.editStage($1) },
            Route("DELETE", "/stage-instances/{channel}", rule) { try $0.closeStage($1) },
        ]
    }
}

extension Realm {
    fileprivate func stage(_ call: RESTCall, _ needed: Perm = []) throws(Refusal) -> Stage {
        let (channel, guild) = try guildChannel(call, needed)
        guard let stage = guild.stages[channel.id] else { throw .unknownStage }
        return stage
    }

    fileprivate mutating func openStage(_ call: RESTCall) throws(Refusal) -> RESTReply {
        var form = Form(call.body)
        let id = form.flake("channel_id", required: true)
        let topic = form.text("topic", 1...120, required: true)
        _ = form.choice("privacy_level", [1, 2])
        let notifies = form.flag("send_start_notification") ?? false
        let event = form.flake("guild_scheduled_event_id")
        try form.check()
        guard let id, let topic else { throw .invalidForm(form.errors) }
        let channel = try channel(id, for: call.actor, Stage.moderating)
        guard channel.kind == .stage, let guild = channel.guild.flatMap({ world.guilds[$0] }) else {
            throw .wrongChannelKind
        }
        guard guild.stages[id] == nil else { throw .openStage }
        if notifies { try demand(.mentionEveryone, of: call.actor, in: channel) }
        if let event, guild.scheduledEvents[event] == nil { throw .unknownEvent }
        let stage = Stage(id: flake(), guild: guild.id, channel: id, topic: topic, event: event)
        world.guilds[guild.id]?.stages[id] = stage
        send("STAGE_INSTANCE_CREATE", stage)
        audit(
            .stageCreate, in: guild.id, by: call.cause, target: stage.id,
            changes: AuditEntry.changes(to: stage.json, in: Stage.audited), options: ["channel_id": id.json])
        postSystem(.stageStart, by: call.actor, in: id) { $0.content = topic }
        return .ok(stage.json)
    }

    fileprivate mutating func editStage(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let before = try stage(call, Stage.moderating)
        var form = Form(call.body)
        var after = before
        form.set("topic", &after.topic) { $0.text($1, 1...120) }
        _ = form.choice("privacy_level", [1, 2])
        try form.check()
        world.guilds[before.guild]?.stages[before.channel] = after
        send("STAGE_INSTANCE_UPDATE", after)
        let changes = AuditEntry.changes(from: before.json, to: after.json, in: Stage.audited)
        guard !changes.isEmpty else { return .ok(after.json) }
        audit(
            .stageUpdate, in: after.guild, by: call.cause, target: after.id, changes: changes,
            options: ["channel_id": after.channel.json])
        let topic = after.topic
        postSystem(.stageTopic, by: call.actor, in: after.channel) { $0.content = topic }
        return .ok(after.json)
    }

    fileprivate mutating func closeStage(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let stage = try stage(call, Stage.moderating)
        close(stage)
        audit(
            .stageDelete, in: stage.guild, by: call.cause, target: stage.id,
            changes: AuditEntry.changes(from: stage.json, in: Stage.audited),
            options: ["channel_id": stage.channel.json])
        postSystem(.stageEnd, by: call.actor, in: stage.channel) { $0.content = stage.topic }
        return .noContent
    }

    /// Ends a stage, which its channel's end does too.
    mutating func close(_ stage: Stage) {
        world.guilds[stage.guild]?.stages[stage.channel] = nil
        send("STAGE_INSTANCE_DELETE", stage)
    }

    private mutating func send(_ event: String, _ stage: Stage) {
        let body = stage.json
        dispatch(event, guild: stage.guild, intents: .guilds) { _ in body }
        noteGuild(stage.guild)
    }
}

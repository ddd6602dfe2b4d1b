import JSON

/// Scheduled events. Source: https://discord.com/developers/docs/resources/guild-scheduled-event
extension RouteTable {
    static var scheduledEventRoutes: [Route] {
        let base = "/guilds/{guild}/scheduled-events"
        let rule = RateLimiter.Rule("scheduled-events", 5, per: .seconds(10))
        return [
            Route("GET", base, .guildReading) { try $0.listEvents($1) },
            Route("POST", base, rule) { try $0.createEvent($1) },
            Route("GET", base + "/{event}", .guildReading) { try $0.showEvent($1) },
            Route("PATCH", base + "/{event}", rule) { try $0.editEvent($1) },
            Route("DELETE", base + "/{event}", rule) { try $0.deleteEvent($1) },
            Route("GET", base + "/{event}/users", .guildReading) { try $0.listEventUsers($1) },
            Route("GET", base + "/{event}/users/counts", .guildReading) { try $0.countEventUsers($1) },
            Route("PUT", base + "/{event}/users/@me", rule, for: .people) { try $0.subscribe($1, to: true) },
            Route("DELETE", base + "/{event}/users/@me", rule, for: .people) { try $0.subscribe($1, to: false) },
        ]
    }
}

extension Realm {
    // MARK: - Reading

    /// The event a path names, where who asks sees its channel.
    private func event(_ call: RESTCall) throws(Refusal) -> (ScheduledEvent, Guild) {
        let guild = try guild(call)
        guard let event = guild.scheduledEvents[try call.id("event")], sees(call.actor, event) else {
            throw .unknownEvent
        }
        return (event, guild)
    }

    private func sees(_ user: Flake, _ event: ScheduledEvent) -> Bool {
        guard let channel = event.channel else { return true }
        return seesChannel(user, channel)
    }

    fileprivate func listEvents(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call)
        let isCounted = call.queryFlag("with_user_count")
        let found = guild.scheduledEvents.values.filter { sees(call.actor, $0) }.sorted { $0.id < $1.id }
        return .ok(.array(found.map { world.eventJSON($0, isCounted: isCounted) }))
    }

    fileprivate func showEvent(_ call: RESTCall) throws(Refusal) -> RESTReply {
        .ok(world.eventJSON(try event(call).0, isCounted: call.queryFlag("with_user_count")))
    }

    // MARK: - Changing

    fileprivate mutating func createEvent(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call)
        var form = Form(call.body)
        let blank = ScheduledEvent(id: flake(), guild: guild.id, creator: call.actor, start: now)
        let event = form.scheduledEvent(over: blank, isNew: true, at: now)
        try form.check()
        try checkRights(event, .createEvents, of: call.actor, in: guild)
        guard guild.scheduledEvents.values.count(where: { !$0.status.isOver }) < ScheduledEvent.perGuild else {
            throw .maximumEvents
        }
        keep(form.images)
        put(event, "GUILD_SCHEDULED_EVENT_CREATE")
        audit(
            .eventCreate, in: guild.id, by: call.cause, target: event.id,
            changes: AuditEntry.changes(to: record(event), in: ScheduledEvent.audited))
        return .ok(world.eventJSON(event))
    }

    /// Events in a channel ask for what their place asks for.
    private func checkRights(
        _ event: ScheduledEvent, _ needed: Perm, of user: Flake, in guild: Guild
    ) throws(Refusal) {
        guard let id = event.channel else { return try demand(needed, of: user, in: guild) }
        let isStage = event.kind == .stage
        let channel = try channel(
            id, for: user, needed.union(isStage ? [.manageChannels, .muteMembers, .moveMembers] : .connect))
        guard channel.guild == guild.id else { throw .unknownChannel }
        guard channel.kind == (isStage ? .stage : .voice) else { throw .wrongChannelKind }
    }

    fileprivate mutating func editEvent(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let (before, guild) = try event(call)
        try checkRights(before, rights(over: before, of: call.actor, in: guild), of: call.actor, in: guild)
        var form = Form(call.body)
        var after = form.scheduledEvent(over: before, isNew: false, at: now)
        form.set("status", &after.status) { $0.choice($1, [1, 2, 3, 4]).flatMap { .init(rawValue: $0) } }
        try form.check()
        guard !before.status.isOver else { throw .finishedEvent }
        if before.status != after.status {
            guard before.kind == after.kind else { throw .wrongEventKind }
            guard before.status.leads(to: after.status) else {
                throw .invalidField(
                    ["status"], "TRANSITION_INVALID", "Invalid Guild Scheduled Event Status Transition")
            }
        }
        if after.channel != before.channel || after.kind != before.kind {
            try checkRights(after, rights(over: before, of: call.actor, in: guild), of: call.actor, in: guild)
        }
        keep(form.images)
        change(after, by: call.cause)
        return .ok(world.eventJSON(after))
    }

    /// One's own events are changed by who may make them, others' by who manages them.
    private func rights(over event: ScheduledEvent, of user: Flake, in guild: Guild) -> Perm {
        let manages = world.permissions(of: user, in: guild, at: now).contains(.manageEvents)
        return event.creator == user && !manages ? .createEvents : .manageEvents
    }

    fileprivate mutating func deleteEvent(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let (event, guild) = try event(call)
        try checkRights(event, rights(over: event, of: call.actor, in: guild), of: call.actor, in: guild)
        removeEvent(event)
        audit(
            .eventDelete, in: guild.id, by: call.cause, target: event.id,
            changes: AuditEntry.changes(from: record(event), in: ScheduledEvent.audited))
        return .noContent
    }

    // MARK: - Interest

    fileprivate func listEventUsers(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let (event, guild) = try event(call)
        let limit = try call.queryNumber("limit", 1...100, default: 100)
        let before = try call.queryID("before")
        let after = try call.queryID("after")
        var users = event.users.sorted()
        if let before {
            users = users.filter { $0 < before }.suffix(limit)
        } else if let after {
            users = users.filter { $0 > after }
        }
        let isWhole = call.queryFlag("with_member")
        return .ok(
            .array(
                users.prefix(limit).map { user in
                    let bare: JSONValue = [
                        "guild_scheduled_event_id": event.id.json, "user_id": user.json, "user": world.userJSON(user),
                        "response": 1,
                    ]
                    guard isWhole, let member = guild.members[user] else { return bare }
                    return bare.adding("member", world.memberJSON(member))
                }))
    }

    fileprivate func countEventUsers(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let (event, _) = try event(call)
        return .ok([
            "guild_scheduled_event_count": .number(event.users.count), "guild_scheduled_event_exception_counts": [:],
        ])
    }

    fileprivate mutating func subscribe(_ call: RESTCall, to isInterested: Bool) throws(Refusal) -> RESTReply {
        let (event, guild) = try event(call)
        guard !event.status.isOver else { throw .finishedEvent }
        guard event.users.contains(call.actor) != isInterested else { return .noContent }
        world.guilds[guild.id]?.scheduledEvents[event.id]?.users.removeAll { $0 == call.actor }
        if isInterested { world.guilds[guild.id]?.scheduledEvents[event.id]?.users.append(call.actor) }
        let body: JSONValue = [
            "guild_scheduled_event_id": event.id.json, "user_id": call.actor.json, "guild_id": guild.id.json,
        ]
        let name = isInterested ? "GUILD_SCHEDULED_EVENT_USER_ADD" : "GUILD_SCHEDULED_EVENT_USER_REMOVE"
        dispatch(name, guild: guild.id, intents: .scheduledEvents) { _ in body }
        return .noContent
    }
}

/// Events changing, with what follows.
extension Realm {
    private mutating func put(_ event: ScheduledEvent, _ name: String) {
        world.guilds[event.guild]?.scheduledEvents[event.id] = event
        armTurn(of: event)
        send(name, event)
    }

    private mutating func change(_ event: ScheduledEvent, by cause: Cause?) {
        guard let before = world.guilds[event.guild]?.scheduledEvents[event.id] else { return }
        put(event, "GUILD_SCHEDULED_EVENT_UPDATE")
        let changes = AuditEntry.changes(from: record(before), to: record(event), in: ScheduledEvent.audited)
        guard let cause, !changes.isEmpty else { return }
        audit(.eventUpdate, in: event.guild, by: cause, target: event.id, changes: changes)
    }

    private mutating func send(_ name: String, _ event: ScheduledEvent) {
        guard sees(world.application.id, event) else { return }
        let body = world.eventJSON(event)
        dispatch(name, guild: event.guild, intents: .scheduledEvents) { _ in body }
    }

    mutating func removeEvent(_ event: ScheduledEvent) {
        world.guilds[event.guild]?.scheduledEvents[event.id] = nil
        timers[.eventTurn(guild: event.guild, event: event.id)] = nil
        send("GUILD_SCHEDULED_EVENT_DELETE", event)
    }

    private func record(_ event: ScheduledEvent) -> JSONValue {
        world.eventJSON(event).adding("location", .text(event.location)).adding("image_hash", .text(event.image))
    }

    /// Sets the deadline at which the event begins, ends or is given up by itself.
    private mutating func armTurn(of event: ScheduledEvent) {
        let key = TimerKey.eventTurn(guild: event.guild, event: event.id)
        switch (event.status, event.kind) {
        case (.scheduled, .external): timers[key] = event.start
        case (.scheduled, _): timers[key] = event.start + ScheduledEvent.patience
        case (.active, .external): timers[key] = event.end
        default: timers[key] = nil
        }
    }

    /// The time of an event has come.
    mutating func eventTurns(_ id: Flake, in guild: Flake) {
        guard var event = world.guilds[guild]?.scheduledEvents[id] else { return }
        switch (event.status, event.kind) {
        case (.scheduled, .external): event.status = .active
        case (.scheduled, _): event.status = .canceled
        default: event.status = .completed
        }
        change(event, by: nil)
    }
}

import JSON

/// Channels. Source: https://discord.com/developers/docs/resources/channel
extension RouteTable {
    static var channelRoutes: [Route] {
        [
            Route("GET", "/channels/{channel}", .init("channel-get", 10, per: .seconds(5))) { realm, call in
                .ok(realm.world.channelJSON(try realm.channel(call), for: call.actor))
            },
            Route("PATCH", "/channels/{channel}", .init("channel-patch", 5, per: .seconds(15))) {
                try $0.editChannel($1)
            },
            Route("DELETE", "/channels/{channel}", .init("channel-delete", 5, per: .seconds(5))) {
                try $0.deleteChannel($1)
            },
            Route("POST", "/channels/{channel}/typing", .init("typing", 5, per: .seconds(5))) { realm, call in
                let channel = try realm.channel(call)
                guard channel.kind.holdsMessages else { throw Refusal.nonTextChannel }
                try realm.demand(channel.kind.writing, of: call.actor, in: channel)
                realm.typing(call.actor, in: channel)
                return .noContent
            },
            Route("PUT", "/channels/{channel}/voice-status", .init("voice-status", 5, per: .seconds(15))) {
                try $0.setVoiceStatus($1)
            },
            Route("GET", "/guilds/{guild}/channels", .guildReading) { realm, call in
                let guild = try realm.guild(call)
                let seen = realm.world.channels(of: guild).filter {
                    !$0.kind.isThread
                        && realm.world.permissions(of: call.actor, in: $0, at: realm.now).contains(.viewChannel)
                }
                return .ok(.array(seen.map { realm.world.channelJSON($0) }))
            },
            Route("POST", "/guilds/{guild}/channels", .init("guild-channels-post", 5, per: .seconds(15))) {
                realm, call in
                let guild = try realm.guild(call, .manageChannels)
                let channel = try realm.createChannel(in: guild, call.body, by: call.cause)
                return .created(realm.world.channelJSON(channel))
            },
            Route("PATCH", "/guilds/{guild}/channels", .init("guild-channels-move", 5, per: .seconds(15))) {
                try $0.moveChannels($1)
            },
        ]
    }
}

extension Realm {
    /// How often a channel's name or topic changes in ten minutes; Discord does not tell of it in its headers.
    static let renameLimit = (count: 2, window: Duration.seconds(600))

    // MARK: - Typing and status

    /// Someone types: seen for ten seconds.
    mutating func typing(_ user: Flake, in channel: Channel) {
        noteTyping(user, in: channel.id)
        var fields: JSONObject = [
            "channel_id": channel.id.json, "user_id": user.json, "timestamp": .int(now.milliseconds / 1000),
        ]
        if let guild = channel.guild {
            guard world.botPermissions(in: channel, at: now).contains(.viewChannel) else { return }
            fields["guild_id"] = guild.json
            if let member = world.membership(user, in: guild) { fields["member"] = world.memberJSON(member) }
        }
        dispatch("TYPING_START", guild: channel.guild, intents: channel.guild == nil ? .directTyping : .typing) { _ in
            .object(fields)
        }
    }

    /// Source: https://discord.com/developers/docs/resources/channel#set-voice-channel-status
    fileprivate mutating func setVoiceStatus(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let (channel, guild) = try guildChannel(call, .setVoiceStatus)
        guard channel.kind == .voice else { throw .wrongChannelKind }
        // Who is not in the channel sets it only with the right to manage it.
        try demand(.manageChannels, of: call.actor, in: channel)
        var form = Form(call.body)
        let status = form.text("status", 0...500).flatMap { $0.isEmpty ? nil : $0 }
        try form.check()
        world.channels[channel.id]?.voice?.status = status
        let body: JSONValue = ["id": channel.id.json, "guild_id": guild.id.json, "status": .text(status)]
        dispatch("VOICE_CHANNEL_STATUS_UPDATE", guild: guild.id, intents: .guilds) { _ in body }
        audit(
            status == nil ? .voiceStatusDelete : .voiceStatusCreate, in: guild.id, by: call.cause, target: channel.id,
            options: status.map { ["status": .string($0), "channel_id": channel.id.json] } ?? [:])
        noteGuild(guild.id)
        return .noContent
    }

    // MARK: - Making

    /// Makes a channel from a form.
    ///
    /// - Parameter cause: Whose rights count and whom the audit log names; nil for an act from outside the world.
    mutating func createChannel(in guild: Guild, _ body: JSONValue, by cause: Cause?) throws(Refusal) -> Channel {
        guard guild.channels.count < world.limits.channelsPerGuild else { throw .maximumChannels }
        var form = Form(body)
        if form.body.present("name") == nil { form.errors.required(["name"]) }
        let type = form.choice("type", Channel.Kind.makeable.map(\.rawValue)) ?? 0
        let kind = Channel.Kind(rawValue: type)
        var blank = Channel(id: flake(), kind: kind, guild: guild.id, name: "")
        blank.position = world.channels(of: guild).filter { ($0.kind == .category) == (kind == .category) }.count
        let channel = try read(&form, over: blank, in: guild)
        if let cause {
            let needsNews = kind == .announcement && !guild.features.contains("NEWS")
            guard !needsNews else {
                throw .invalidField(["type"], "CHANNEL_TYPE_INVALID", "Invalid channel type")
            }
            try checkOverwrites(form.has("permission_overwrites") ? channel.overwrites : [], over: [], in: guild, cause)
        }
        put(channel, by: cause)
        return channel
    }

    /// Reads a form, and checks what it says of other channels.
    private mutating func read(
        _ form: inout Form, over before: Channel, in guild: Guild
    ) throws(Refusal) -> Channel {
        var flakes = world.flakes
        let moment = now
        let isNew = world.channels[before.id] == nil
        let isNews = isNew ? nil : guild.features.contains("NEWS")
        var channel = form.channel(over: before, isNews: isNews) { flakes.next(at: moment) }
        world.flakes = flakes
        if let id = channel.parent, id != before.parent {
            let siblings = guild.channels.count { world.channels[$0]?.parent == id }
            if let parent = world.channels[id], parent.kind == .category, parent.guild == guild.id {
                if siblings >= Channel.perCategory {
                    form.complain(
                        "parent_id", "CHANNEL_PARENT_MAX_CHANNELS",
                        "Maximum number of channels in category reached (50)")
                }
                if isNew, !form.has("permission_overwrites") { channel.overwrites = parent.overwrites }
            } else {
                form.complain("parent_id", "CHANNEL_PARENT_INVALID", "Category does not exist")
            }
        }
        if let emoji = channel.forum?.reaction?.id, world.emoji(emoji) == nil {
            form.complain("default_reaction_emoji", "INVALID_EMOJI", "Invalid emoji")
        }
        try form.check()
        return channel
    }

    private mutating func put(_ channel: Channel, by cause: Cause?) {
        guard let guild = channel.guild else { return }
        world.channels[channel.id] = channel
        world.guilds[guild]?.channels.insert(channel.id)
        sendChannel("CHANNEL_CREATE", channel)
        guard let cause else { return }
        audit(
            .channelCreate, in: guild, by: cause, target: channel.id,
            changes: AuditEntry.changes(to: channel.record, in: Channel.audited))
    }

    // MARK: - Changing

    fileprivate mutating func editChannel(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let before = try channel(call)
        if before.kind.isThread { return .ok(world.channelJSON(try editThread(before, call), for: call.actor)) }
        guard let guild = before.guild.flatMap({ world.guilds[$0] }) else { throw .directMessage }
        try demand(.manageChannels, of: call.actor, in: before)
        var form = Form(call.body)
        var after = try read(&form, over: before, in: guild)
        if form.has("permission_overwrites") {
            try checkOverwrites(after.overwrites, over: before.overwrites, in: guild, call.cause, channel: before)
        }
        if before.name != after.name || before.topic != after.topic { try countRename(of: &after) }
        change(channel: after, by: call.cause)
        return .ok(world.channelJSON(after, for: call.actor))
    }

    private func countRename(of channel: inout Channel) throws(Refusal) {
        guard limiter.settings.isEnabled else { return }
        let recent = channel.renames.filter { $0 + Self.renameLimit.window > now }
        if recent.count >= Self.renameLimit.count, let first = recent.first {
            throw .channelWrites(after: first + Self.renameLimit.window - now)
        }
        channel.renames = recent + [now]
    }

    /// Puts a changed channel in place of what it was.
    mutating func change(channel: Channel, by cause: Cause?) {
        guard let before = world.channels[channel.id], let guild = channel.guild else { return }
        world.channels[channel.id] = channel
        sendChannel("CHANNEL_UPDATE", channel)
        guard let cause else { return }
        let changes = AuditEntry.changes(from: before.record, to: channel.record, in: Channel.auditedUpdates)
        if !changes.isEmpty { audit(.channelUpdate, in: guild, by: cause, target: channel.id, changes: changes) }
        auditOverwrites(of: before, channel, by: cause)
    }

    fileprivate mutating func moveChannels(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call, .manageChannels)
        let places = try Form.list(call.body, 0...world.limits.channelsPerGuild) { $0.channelPlace() }
        for place in places {
            guard guild.channels.contains(place.id), world.channels[place.id]?.kind.isThread == false else {
                throw .unknownChannel
            }
            guard case .some(.some(let parent)) = place.parent else { continue }
            guard world.channels[parent]?.kind == .category, guild.channels.contains(parent) else {
                throw .invalidField(["parent_id"], "CHANNEL_PARENT_INVALID", "Category does not exist")
            }
        }
        for place in places {
            guard var channel = world.channels[place.id] else { continue }
            if let position = place.position { channel.position = position }
            if let parent = place.parent, channel.kind != .category {
                channel.parent = parent
                if place.locksPermissions, let parent { channel.overwrites = world.channels[parent]?.overwrites ?? [] }
            }
            change(channel: channel, by: call.cause)
        }
        return .noContent
    }

    /// Sends a channel's event, nameless where the bot may not see it.
    mutating func sendChannel(_ event: String, _ channel: Channel) {
        guard let guild = channel.guild else { return }
        let isSeen = world.botPermissions(in: channel, at: now).contains(.viewChannel)
        let body =
            isSeen
            ? world.channelJSON(channel)
            : JSONValue.object(world.obfuscatedJSON(channel)).adding("guild_id", guild.json)
        dispatch(event, guild: guild, intents: .guilds) { _ in body }
        noteGuild(guild)
    }

    // MARK: - Removing

    fileprivate mutating func deleteChannel(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let channel = try channel(call)
        if channel.kind.isThread {
            try demand(.manageThreads, of: call.actor, in: channel)
            removeThread(channel, by: call.cause)
        } else if let guild = channel.guild.flatMap({ world.guilds[$0] }) {
            try demand(.manageChannels, of: call.actor, in: channel)
            let needed = [guild.order.rulesChannel, guild.order.updatesChannel]
            if guild.features.contains("COMMUNITY"), needed.contains(channel.id) { throw .neededChannel }
            removeChannel(channel.id, by: call.cause)
        }
        // A direct message is only closed, and opens again with the next message.
        return .ok(world.channelJSON(channel))
    }

    /// Forgets a channel with its messages and threads; nobody is told.
    mutating func forgetChannel(_ id: Flake) {
        guard let channel = world.channels.removeValue(forKey: id) else { return }
        for post in world.posts.removeValue(forKey: id) ?? [] where post.poll != nil {
            timers[.pollEnd(channel: id, post: post.id)] = nil
        }
        timers[.threadRest(id)] = nil
        for webhook in world.webhooks.values where webhook.channel == id { world.webhooks[webhook.id] = nil }
        if let guild = channel.guild { world.guilds[guild]?.channels.remove(id) }
        for child in world.channels.values where child.parent == id {
            if child.kind.isThread { forgetChannel(child.id) } else { world.channels[child.id]?.parent = nil }
        }
    }

    /// Removes a channel with its messages.
    mutating func removeChannel(_ id: Flake, by cause: Cause? = nil) {
        guard let channel = world.channels[id] else { return }
        let body = world.channelJSON(channel)
        forgetChannel(id)
        guard let guild = channel.guild else { return }
        forgetTies(of: id, in: guild)
        dispatch("CHANNEL_DELETE", guild: guild, intents: .guilds) { _ in body }
        noteGuild(guild)
        guard let cause else { return }
        audit(
            .channelDelete, in: guild, by: cause, target: id,
            changes: AuditEntry.changes(from: channel.record, in: Channel.audited))
    }
}

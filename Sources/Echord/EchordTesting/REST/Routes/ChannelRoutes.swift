import JSON

/// Channels. Source: https://discord.com/developers/docs/resources/channel
extension RouteTable {
    static var channelRoutes: [Route] {
        [
            Route("GET", "/channels/{channel}", .init("channel-get", 10, per: .seconds(5))) {
                realm, call throws(Refusal) in
                .ok(realm.world.channelJSON(try realm.channel(call), for: call.actor))
            },
            Route("PATCH", "/channels/{channel}", .init("channel-patch", 5, per: .seconds(15))) {
                realm, call throws(Refusal) in
                .ok(try realm.editChannel(call))
            },
            Route("DELETE", "/channels/{channel}", .init("channel-delete", 5, per: .seconds(5))) {
                realm, call throws(Refusal) in
                .ok(try realm.deleteChannel(call))
            },
            Route("POST", "/channels/{channel}/typing", .init("typing", 5, per: .seconds(5))) {
                realm, call throws(Refusal) in
                let channel = try realm.channel(call)
                guard channel.kind.holdsMessages else { throw .nonTextChannel }
                try realm.demand(channel.kind.writing, of: call.actor, in: channel)
                realm.typing(call.actor, in: channel)
                return .noContent
            },
            Route("POST", "/guilds/{guild}/channels", .init("guild-channels-post", 5, per: .seconds(15))) {
                realm, call throws(Refusal) in
                let guild = try realm.guild(call, .manageChannels)
                return RESTReply(
                    status: 201, body: realm.world.channelJSON(try realm.createChannel(in: guild, call.body)))
            },
        ]
    }
}

extension Realm {
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

    /// Makes a channel from a form.
    mutating func createChannel(in guild: Guild, _ body: JSONValue) throws(Refusal) -> Channel {
        guard guild.channels.count < world.limits.channelsPerGuild else {
            throw Refusal(400, 30013, "Maximum number of guild channels reached (500)")
        }
        var errors = FieldErrors()
        let name = errors.text(body["name"], ["name"], 1...100, required: true)
        let type = errors.oneOf(body["type"], ["type"], [0, 2, 4, 5, 13, 15]) ?? 0
        let parent = errors.flake(body["parent_id"], ["parent_id"])
        if let parent, world.channels[parent]?.kind != .category || world.channels[parent]?.guild != guild.id {
            errors.add(["parent_id"], "CHANNEL_PARENT_INVALID", "Not a category")
        }
        let topic = errors.text(body["topic"], ["topic"], 0...1024)
        let overwrites = readOverwrites(body["permission_overwrites"], &errors)
        try errors.throwIfAny()
        guard let name else { throw .invalidForm(errors) }
        let kind = Channel.Kind(rawValue: type)
        var channel = Channel(id: flake(), kind: kind, guild: guild.id, name: Self.channelName(name, kind))
        channel.parent = parent
        channel.topic = topic
        channel.overwrites = overwrites ?? []
        channel.position = world.channels(of: guild).filter { ($0.kind == .category) == (kind == .category) }.count
        world.channels[channel.id] = channel
        world.guilds[guild.id]?.channels.insert(channel.id)
        sendChannel("CHANNEL_CREATE", channel)
        return channel
    }

    /// Text channels are written in lower case with hyphens.
    static func channelName(_ name: String, _ kind: Channel.Kind) -> String {
        guard [.text, .announcement, .forum, .media].contains(kind) else { return name }
        return String(name.lowercased().map { $0.isWhitespace ? "-" : $0 })
    }

    private func readOverwrites(_ value: JSONValue?, _ errors: inout FieldErrors) -> [Overwrite]? {
        guard let list = errors.list(value, ["permission_overwrites"], 0...500) else { return nil }
        return list.enumerated().compactMap { index, item in
            let here = ["permission_overwrites", String(index)]
            guard errors.object(item, here, required: true) != nil,
                let id = errors.flake(item["id"], here + ["id"], required: true),
                let type = errors.oneOf(item["type"], here + ["type"], [0, 1], required: true)
            else { return nil }
            return Overwrite(
                id: id, isMember: type == 1, allow: item.present("allow").flatMap { Perm(json: $0) } ?? [],
                deny: item.present("deny").flatMap { Perm(json: $0) } ?? [])
        }
    }

    fileprivate mutating func editChannel(_ call: RESTCall) throws(Refusal) -> JSONValue {
        let body = call.body
        let before = try channel(call)
        if before.kind.isThread { return world.channelJSON(try editThread(before, call), for: call.actor) }
        try demand(.manageChannels, of: call.actor, in: before)
        var errors = FieldErrors()
        let name = errors.text(body["name"], ["name"], 1...100)
        let topic = errors.text(body["topic"], ["topic"], 0...1024)
        let slowmode = errors.int(body["rate_limit_per_user"], ["rate_limit_per_user"], 0...21_600)
        let position = errors.int(body["position"], ["position"], 0...1000)
        let overwrites = readOverwrites(body["permission_overwrites"], &errors)
        let isNSFW = errors.bool(body["nsfw"], ["nsfw"])
        try errors.throwIfAny()
        var channel = before
        if let name { channel.name = Self.channelName(name, channel.kind) }
        if body.has("topic") { channel.topic = topic }
        if let slowmode { channel.slowmode = Int(slowmode) }
        if let position { channel.position = Int(position) }
        if let overwrites { channel.overwrites = overwrites }
        if let isNSFW { channel.isNSFW = isNSFW }
        world.channels[before.id] = channel
        sendChannel("CHANNEL_UPDATE", channel)
        return world.channelJSON(channel)
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

    fileprivate mutating func deleteChannel(_ call: RESTCall) throws(Refusal) -> JSONValue {
        let channel = try channel(call)
        if channel.kind.isThread {
            try demand(.manageThreads, of: call.actor, in: channel)
            removeThread(channel, by: call.cause)
        } else {
            try demand(.manageChannels, of: call.actor, in: channel)
            removeChannel(channel.id)
        }
        return world.channelJSON(channel)
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
    mutating func removeChannel(_ id: Flake) {
        guard let channel = world.channels[id] else { return }
        let body = world.channelJSON(channel)
        forgetChannel(id)
        guard let guild = channel.guild else { return }
        dispatch("CHANNEL_DELETE", guild: guild, intents: .guilds) { _ in body }
        noteGuild(guild)
    }
}

import JSON

/// Users. Source: https://discord.com/developers/docs/resources/user
extension RouteTable {
    static var userRoutes: [Route] {
        [
            Route("GET", "/users/@me", .init("users-me", 30, per: .seconds(30))) { realm, _ throws(Refusal) in
                .ok(realm.world.bot.ownJSON)
            },
            Route("PATCH", "/users/@me", .init("users-me-patch", 2, per: .seconds(3600))) {
                realm, call throws(Refusal) in
                .ok(try realm.renameBot(call.body))
            },
            Route("GET", "/users/@me/guilds", .init("users-me-guilds", 1, per: .seconds(1))) {
                realm, call throws(Refusal) in
                .ok(try realm.ownGuilds(call))
            },
            Route("POST", "/users/@me/channels", .init("users-me-channels", 10, per: .seconds(10))) {
                realm, call throws(Refusal) in
                .ok(try realm.openDirect(call.body))
            },
            Route("GET", "/users/{user}", .init("users", 30, per: .seconds(30))) { realm, call throws(Refusal) in
                guard let user = realm.world.users[try call.id("user")] else { throw .unknownUser }
                return .ok(user.json)
            },
            Route("DELETE", "/users/@me/guilds/{guild}", .init("leave", 5, per: .seconds(5))) {
                realm, call throws(Refusal) in
                let guild = try realm.botGuild(try call.id("guild"))
                realm.removeBot(from: guild.id)
                return .noContent
            },
        ]
    }
}

extension Realm {
    fileprivate mutating func renameBot(_ body: JSONValue) throws(Refusal) -> JSONValue {
        var errors = FieldErrors()
        let name = errors.text(body["username"], ["username"], 2...32)
        try errors.throwIfAny()
        if let name {
            world.users[world.application.id]?.username = name
            let user = world.bot.ownJSON
            dispatch("USER_UPDATE", guild: nil) { _ in user }
            noteApplication()
        }
        return world.bot.ownJSON
    }

    fileprivate func ownGuilds(_ call: RESTCall) throws(Refusal) -> JSONValue {
        let limit = try call.queryNumber("limit", 1...200, default: 200)
        let after = try call.queryID("after")
        let before = try call.queryID("before")
        let guilds = world.botGuilds.filter { guild in
            (after.map { guild.id > $0 } ?? true) && (before.map { guild.id < $0 } ?? true)
        }
        let counts = call.queryFlag("with_counts")
        return .array(
            guilds.prefix(limit).map { guild in
                var fields: JSONObject = [
                    "id": guild.id.json, "name": .string(guild.name), "icon": .null, "banner": .null,
                    "owner": .bool(guild.owner == world.application.id),
                    "permissions": world.permissions(of: world.application.id, in: guild).json,
                    "features": .array(guild.features.map(JSONValue.string)),
                ]
                if counts {
                    fields["approximate_member_count"] = .number(guild.members.count)
                    fields["approximate_presence_count"] = .number(guild.members.count)
                }
                return .object(fields)
            })
    }

    fileprivate mutating func openDirect(_ body: JSONValue) throws(Refusal) -> JSONValue {
        var errors = FieldErrors()
        let recipient = errors.flake(body["recipient_id"], ["recipient_id"], required: true)
        try errors.throwIfAny()
        guard let recipient, let user = world.users[recipient], !user.isBot else { throw .invalidRecipients }
        return world.channelJSON(directChannel(with: recipient))
    }

    /// The direct-message channel with a person, made when there is none.
    mutating func directChannel(with user: Flake) -> Channel {
        if let channel = world.directChannel(with: user) { return channel }
        var channel = Channel(id: flake(), kind: .direct, guild: nil, name: "")
        channel.recipient = user
        world.channels[channel.id] = channel
        noteDirectChannel(channel)
        return channel
    }
}

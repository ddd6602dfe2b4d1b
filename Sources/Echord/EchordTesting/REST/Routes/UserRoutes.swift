import JSON

/// Users. Source: https://discord.com/developers/docs/resources/user
extension RouteTable {
    static var userRoutes: [Route] {
        [
            Route("GET", "/users/@me", .init("users-me", 30, per: .seconds(30))) { realm, call throws(Refusal) in
                guard let user = realm.world.users[call.actor] else { throw .unknownUser }
                return .ok(user.ownJSON)
            },
            Route("PATCH", "/users/@me", .init("users-me-patch", 2, per: .seconds(3600))) {
                realm, call throws(Refusal) in
                .ok(try realm.renameUser(call))
            },
            Route("GET", "/users/@me/guilds", .init("users-me-guilds", 1, per: .seconds(1))) {
                realm, call throws(Refusal) in
                .ok(try realm.ownGuilds(call))
            },
            Route("POST", "/users/@me/channels", .init("users-me-channels", 10, per: .seconds(10))) {
                realm, call throws(Refusal) in
                .ok(try realm.openDirect(call))
            },
            Route("GET", "/users/{user}", .init("users", 30, per: .seconds(30))) { realm, call throws(Refusal) in
                guard let user = realm.world.users[try call.id("user")] else { throw .unknownUser }
                return .ok(user.json)
            },
            Route("DELETE", "/users/@me/guilds/{guild}", .init("leave", 5, per: .seconds(5))) {
                realm, call throws(Refusal) in
                let guild = try realm.guild(call)
                realm.removeMember(call.actor, from: guild.id)
                return .noContent
            },
        ]
    }
}

extension Realm {
    fileprivate mutating func renameUser(_ call: RESTCall) throws(Refusal) -> JSONValue {
        guard let before = world.users[call.actor] else { throw .unknownUser }
        var form = Form(call.body)
        var after = before
        form.set("username", &after.username) { $0.text($1, 2...32) }
        form.change("avatar", &after.avatar) { $0.image($1)?.hash }
        form.change("banner", &after.banner) { $0.image($1)?.hash }
        try form.check()
        keep(form.images)
        changeUser(after)
        return after.ownJSON
    }

    fileprivate func ownGuilds(_ call: RESTCall) throws(Refusal) -> JSONValue {
        let limit = try call.queryNumber("limit", 1...200, default: 200)
        let after = try call.queryID("after")
        let before = try call.queryID("before")
        let guilds = world.guilds.values.filter { $0.members[call.actor] != nil }.sorted { $0.id < $1.id }.filter {
            guild in
            (after.map { guild.id > $0 } ?? true) && (before.map { guild.id < $0 } ?? true)
        }
        let counts = call.queryFlag("with_counts")
        return .array(
            guilds.prefix(limit).map { guild in
                var fields: JSONObject = [
                    "id": guild.id.json, "name": .string(guild.name), "icon": .text(guild.look.icon),
                    "banner": .text(guild.look.banner), "owner": .bool(guild.owner == call.actor),
                    "permissions": world.permissions(of: call.actor, in: guild, at: now).json,
                    "features": .array(guild.features.map(JSONValue.string)),
                ]
                if counts {
                    fields["approximate_member_count"] = .number(guild.members.count)
                    fields["approximate_presence_count"] = .number(guild.members.count)
                }
                return .object(fields)
            })
    }

    fileprivate mutating func openDirect(_ call: RESTCall) throws(Refusal) -> JSONValue {
        var form = Form(call.body)
        let recipient = form.flake("recipient_id", required: true)
        try form.check()
        guard let recipient, recipient != call.actor, let user = world.users[recipient] else {
            throw .invalidRecipients
        }
        // There are direct messages between the bot and people only.
        guard [recipient, call.actor].contains(world.application.id) else { throw .invalidRecipients }
        let other = user.id == world.application.id ? call.actor : user.id
        return world.channelJSON(directChannel(with: other))
    }

    /// Changes a user, and tells the bot wherever it knows them.
    mutating func changeUser(_ user: Person) {
        world.users[user.id] = user
        if user.id == world.application.id {
            dispatch("USER_UPDATE", guild: nil) { _ in user.ownJSON }
            noteApplication()
        }
        for guild in world.guilds.values where guild.members[user.id] != nil {
            changeMember(user.id, in: guild.id) { _ in }
        }
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

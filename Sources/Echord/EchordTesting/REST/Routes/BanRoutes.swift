import JSON

/// Bans. Source: https://discord.com/developers/docs/resources/guild#get-guild-bans
extension RouteTable {
    static var banRoutes: [Route] {
        let base = "/guilds/{guild}/bans"
        let rule = RateLimiter.Rule("bans", 5, per: .seconds(1))
        return [
            Route("GET", base, .guildReading) { try $0.listBans($1) },
            Route("GET", base + "/{user}", .guildReading) { try $0.showBan($1) },
            Route("PUT", base + "/{user}", rule) { try $0.createBan($1) },
            Route("DELETE", base + "/{user}", rule) { try $0.deleteBan($1) },
            Route("POST", "/guilds/{guild}/bulk-ban", .init("bulk-ban", 1, per: .seconds(1))) {
                try $0.createBans($1)
            },
        ]
    }
}

extension Realm {
    fileprivate func listBans(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call, .banMembers)
        let limit = try call.queryNumber("limit", 0...1000, default: 1000)
        let before = try call.queryID("before")
        let after = try call.queryID("after")
        var found = guild.bans.values.sorted { $0.user < $1.user }
        if let before {
            found = found.filter { $0.user < before }.suffix(limit)
        } else if let after {
            found = found.filter { $0.user > after }
        }
        return .ok(.array(found.prefix(limit).map(world.banJSON)))
    }

    fileprivate func showBan(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call, .banMembers)
        guard let ban = guild.bans[try call.id("user")] else { throw .unknownBan }
        return .ok(world.banJSON(ban))
    }

    fileprivate mutating func createBan(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call, .banMembers)
        let user = try call.id("user")
        guard world.users[user] != nil else { throw .unknownUser }
        var form = Form(call.body)
        let deletion = form.banDeletion()
        try form.check()
        try demandRank(of: call.actor, above: user, in: guild)
        if guild.members[user] == nil, guild.bans[user] == nil, strangerBans(guild) >= world.limits.strangerBans {
            throw .maximumStrangerBans
        }
        ban(user, from: guild.id, deleting: deletion, by: call.cause)
        return .noContent
    }

    private func strangerBans(_ guild: Guild) -> Int {
        guild.bans.values.count { !$0.wasMember }
    }

    fileprivate mutating func createBans(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call, [.banMembers, .manageGuild])
        var form = Form(call.body)
        let users = form.flakes("user_ids", 1...Ban.bulkLimit, required: true) ?? []
        let deletion = form.banDeletion()
        try form.check()
        let own = world.rank(of: call.actor, in: guild)
        var banned: [Flake] = []
        var failed: [Flake] = []
        for user in users where !banned.contains(user) && !failed.contains(user) {
            let isPossible =
                world.users[user] != nil && guild.bans[user] == nil && world.rank(of: user, in: guild) < own
            if isPossible {
                ban(user, from: guild.id, deleting: deletion, by: call.cause)
                banned.append(user)
            } else {
                failed.append(user)
            }
        }
        guard !banned.isEmpty else { throw .bansFailed }
        return .ok(["banned_users": .flakes(banned), "failed_users": .flakes(failed)])
    }

    fileprivate mutating func deleteBan(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call, .banMembers)
        let user = try call.id("user")
        guard guild.bans[user] != nil else { throw .unknownBan }
        world.guilds[guild.id]?.bans[user] = nil
        sendBan("GUILD_BAN_REMOVE", user, in: guild.id)
        audit(.memberUnban, in: guild.id, by: call.cause, target: user)
        return .noContent
    }
}

/// Banning, with what follows.
extension Realm {
    /// Keeps a user out, and takes them and their latest messages out of the guild.
    mutating func ban(_ user: Flake, from guild: Flake, deleting span: Duration, by cause: Cause) {
        let wasMember = world.membership(user, in: guild) != nil
        guard world.guilds[guild]?.bans[user] == nil else { return }
        world.guilds[guild]?.bans[user] = Ban(user: user, reason: cause.reason, wasMember: wasMember)
        sendBan("GUILD_BAN_ADD", user, in: guild)
        audit(.memberBan, in: guild, by: cause, target: user)
        removeMember(user, from: guild)
        guard span > .zero else { return }
        for channel in (world.guilds[guild]?.channels ?? []).sorted() {
            let gone = (world.posts[channel] ?? []).filter { $0.author == user && $0.createdAt >= now - span }.map(\.id)
            if !gone.isEmpty { unpublish(gone, in: channel) }
        }
    }

    private mutating func sendBan(_ event: String, _ user: Flake, in guild: Flake) {
        let body: JSONValue = ["guild_id": guild.json, "user": world.userJSON(user)]
        dispatch(event, guild: guild, intents: .moderation, needing: [.banMembers, .viewAuditLog]) { _ in body }
        noteGuild(guild)
    }
}

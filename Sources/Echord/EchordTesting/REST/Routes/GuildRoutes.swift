import JSON

/// Guilds and their members. Source: https://discord.com/developers/docs/resources/guild
extension RouteTable {
    static var guildRoutes: [Route] {
        let reading = RateLimiter.Rule("guild-read", 10, per: .seconds(10))
        return [
            Route("GET", "/guilds/{guild}", .init("guild-get", 10, per: .seconds(10))) { realm, call throws(Refusal) in
                let guild = try realm.botGuild(try call.id("guild"))
                guard call.queryFlag("with_counts") else { return .ok(guild.json) }
                let count = JSONValue.number(guild.members.count)
                return .ok(
                    guild.json.adding("approximate_member_count", count).adding("approximate_presence_count", count))
            },
            Route("GET", "/guilds/{guild}/channels", reading) { realm, call throws(Refusal) in
                let guild = try realm.botGuild(try call.id("guild"))
                let seen = realm.world.channels(of: guild).filter {
                    !$0.kind.isThread && realm.world.botPermissions(in: $0, at: realm.now).contains(.viewChannel)
                }
                return .ok(.array(seen.map(realm.world.channelJSON)))
            },
            Route("GET", "/guilds/{guild}/roles", reading) { realm, call throws(Refusal) in
                .ok(.array(try realm.botGuild(try call.id("guild")).sortedRoles.map(\.json)))
            },
            Route("GET", "/guilds/{guild}/roles/{role}", reading) { realm, call throws(Refusal) in
                let guild = try realm.botGuild(try call.id("guild"))
                guard let role = guild.roles[try call.id("role")] else { throw .unknownRole }
                return .ok(role.json)
            },
            Route("GET", "/guilds/{guild}/members", reading) { realm, call throws(Refusal) in
                .ok(try realm.listMembers(call))
            },
            Route("GET", "/guilds/{guild}/members/search", reading) { realm, call throws(Refusal) in
                .ok(try realm.searchMembers(call))
            },
            Route("GET", "/guilds/{guild}/members/{user}", .init("member-get", 5, per: .seconds(1))) {
                realm, call throws(Refusal) in
                let guild = try realm.botGuild(try call.id("guild"))
                let user = try call.id("user")
                guard let member = guild.members[user] else {
                    throw realm.world.users[user] == nil ? .unknownUser : .unknownMember
                }
                return .ok(realm.world.memberJSON(member))
            },
            Route("PATCH", "/guilds/{guild}/members/@me", .init("member-me", 5, per: .seconds(5))) {
                realm, call throws(Refusal) in
                .ok(try realm.renameSelf(call))
            },
            Route("PATCH", "/guilds/{guild}/members/{user}", .init("member-patch", 10, per: .seconds(10))) {
                realm, call throws(Refusal) in
                .ok(try realm.editMember(call))
            },
            Route("PUT", "/guilds/{guild}/members/{user}/roles/{role}", .init("member-roles", 10, per: .seconds(10))) {
                realm, call throws(Refusal) in
                try realm.setRole(call, to: true)
                return .noContent
            },
            Route("DELETE", "/guilds/{guild}/members/{user}/roles/{role}", .init("member-roles", 10, per: .seconds(10)))
            { realm, call throws(Refusal) in
                try realm.setRole(call, to: false)
                return .noContent
            },
            Route("DELETE", "/guilds/{guild}/members/{user}", .init("member-kick", 5, per: .seconds(1))) {
                realm, call throws(Refusal) in
                try realm.kick(call)
                return .noContent
            },
            Route("GET", "/guilds/{guild}/threads/active", reading) { realm, call throws(Refusal) in
                _ = try realm.botGuild(try call.id("guild"))
                return .ok(["threads": [], "members": []])
            },
        ]
    }
}

extension Realm {
    fileprivate func listMembers(_ call: RESTCall) throws(Refusal) -> JSONValue {
        let guild = try botGuild(try call.id("guild"))
        guard settings.allowedPrivileged.contains(.members) else { throw .missingAccess }
        let limit = try call.queryNumber("limit", 1...1000, default: 1)
        let after = try call.queryID("after") ?? Flake(0)
        let found = guild.members.values.filter { $0.user > after }.sorted { $0.user < $1.user }
        return .array(found.prefix(limit).map(world.memberJSON))
    }

    fileprivate func searchMembers(_ call: RESTCall) throws(Refusal) -> JSONValue {
        let guild = try botGuild(try call.id("guild"))
        guard let query = call.query["query"], !query.isEmpty else {
            throw .invalidField(["query"], "BASE_TYPE_REQUIRED", "This field is required")
        }
        let limit = try call.queryNumber("limit", 1...1000, default: 1)
        let wanted = query.lowercased()
        let found = guild.sortedMembers.filter { member in
            let user = world.users[member.user]
            return [member.nick ?? "", user?.username ?? "", user?.globalName ?? ""].contains {
                $0.lowercased().hasPrefix(wanted)
            }
        }
        return .array(found.prefix(limit).map(world.memberJSON))
    }

    fileprivate mutating func renameSelf(_ call: RESTCall) throws(Refusal) -> JSONValue {
        let guild = try botGuild(try call.id("guild"), .changeNickname)
        var errors = FieldErrors()
        let nick = errors.text(call.body["nick"], ["nick"], 0...32)
        try errors.throwIfAny()
        if call.body.has("nick") {
            changeMember(world.application.id, in: guild.id) { $0.nick = nick?.isEmpty == true ? nil : nick }
        }
        return world.membership(world.application.id, in: guild.id).map(world.memberJSON) ?? .null
    }

    fileprivate mutating func editMember(_ call: RESTCall) throws(Refusal) -> JSONValue {
        let guild = try botGuild(try call.id("guild"))
        let user = try call.id("user")
        guard guild.members[user] != nil else { throw .unknownMember }
        let body = call.body
        var errors = FieldErrors()
        let nick = errors.text(body["nick"], ["nick"], 0...32)
        let roles = errors.list(body["roles"], ["roles"], 0...250)?.compactMap { Flake(json: $0) }
        let until = try readTimeout(body, &errors)
        try errors.throwIfAny()
        let granted = world.permissions(of: world.application.id, in: guild)
        let outranks = world.rank(of: world.application.id, in: guild) > world.rank(of: user, in: guild)
        if body.has("nick"), !granted.contains(.manageNicknames) || !outranks { throw .missingPermissions }
        if let roles { try checkRoles(roles, for: user, in: guild, granted) }
        if body.has("communication_disabled_until") {
            let target = world.permissions(of: user, in: guild)
            guard granted.contains(.moderateMembers), outranks, !target.contains(.administrator) else {
                throw .missingPermissions
            }
        }
        changeMember(user, in: guild.id) { member in
            if body.has("nick") { member.nick = nick?.isEmpty == true ? nil : nick }
            if let roles { member.roles = roles }
            if body.has("communication_disabled_until") { member.timedOutUntil = until }
        }
        timers[.timeoutEnd(guild: guild.id, user: user)] = world.membership(user, in: guild.id)?.timedOutUntil
        return world.membership(user, in: guild.id).map(world.memberJSON) ?? .null
    }

    private func readTimeout(_ body: JSONValue, _ errors: inout FieldErrors) throws(Refusal) -> Moment? {
        let path = ["communication_disabled_until"]
        guard let text = errors.text(body["communication_disabled_until"], path, 0...64), !text.isEmpty else {
            return nil
        }
        guard let until = Moment(iso: text) else {
            errors.add(path, "DATE_TIME_TYPE_PARSE", "Could not parse \(text.prefix(64)). Should be ISO8601.")
            return nil
        }
        if until > now + .seconds(28 * 86_400) {
            errors.add(path, "GUILD_TIMEOUT_TOO_LONG", "Cannot time out a member for longer than 28 days.")
        }
        return until
    }

    private func checkRoles(_ roles: [Flake], for user: Flake, in guild: Guild, _ granted: Perm) throws(Refusal) {
        guard granted.contains(.manageRoles) else { throw .missingPermissions }
        let rank = world.rank(of: world.application.id, in: guild)
        let changed = Set(roles).symmetricDifference(guild.members[user]?.roles ?? [])
        for id in changed {
            guard let role = guild.roles[id] else { throw .unknownRole }
            guard role.position < rank, !role.isManaged, role.id != guild.id else { throw .missingPermissions }
        }
    }

    fileprivate mutating func setRole(_ call: RESTCall, to has: Bool) throws(Refusal) {
        let guild = try botGuild(try call.id("guild"), .manageRoles)
        let user = try call.id("user")
        let role = try call.id("role")
        guard let member = guild.members[user] else { throw .unknownMember }
        guard guild.roles[role] != nil else { throw .unknownRole }
        var roles = member.roles.filter { $0 != role }
        if has { roles.append(role) }
        guard roles.count != member.roles.count else { return }
        try checkRoles(roles, for: user, in: guild, world.permissions(of: world.application.id, in: guild))
        changeMember(user, in: guild.id) { $0.roles = roles }
    }

    fileprivate mutating func kick(_ call: RESTCall) throws(Refusal) {
        let guild = try botGuild(try call.id("guild"), .kickMembers)
        let user = try call.id("user")
        guard guild.members[user] != nil else { throw .unknownMember }
        guard world.rank(of: world.application.id, in: guild) > world.rank(of: user, in: guild) else {
            throw .missingPermissions
        }
        removeMember(user, from: guild.id)
    }
}

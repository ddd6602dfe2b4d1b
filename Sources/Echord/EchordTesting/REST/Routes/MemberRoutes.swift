import JSON

/// Members. Source: https://discord.com/developers/docs/resources/guild#get-guild-member
extension RouteTable {
    static var memberRoutes: [Route] {
        let base = "/guilds/{guild}/members"
        let own = RateLimiter.Rule("member-me", 5, per: .seconds(5))
        let roles = RateLimiter.Rule("member-roles", 10, per: .seconds(10))
        return [
            Route("GET", base, .guildReading) { try $0.listMembers($1) },
            Route("GET", base + "/search", .guildReading) { try $0.searchMembers($1) },
            Route("GET", base + "/{user}", .init("member-get", 5, per: .seconds(1))) { try $0.showMember($1) },
            Route("PATCH", base + "/@me", own) { try $0.editOwnMember($1) },
            Route("PATCH", base + "/@me/nick", own) { try $0.editOwnNick($1) },
            Route("PATCH", base + "/{user}", .init("member-patch", 10, per: .seconds(10))) { try $0.editMember($1) },
            Route("PUT", base + "/{user}/roles/{role}", roles) { try $0.setRole($1, to: true) },
            Route("DELETE", base + "/{user}/roles/{role}", roles) { try $0.setRole($1, to: false) },
            Route("DELETE", base + "/{user}", .init("member-kick", 5, per: .seconds(1))) { try $0.kick($1) },
            Route("GET", "/guilds/{guild}/prune", .init("prune", 5, per: .seconds(10))) { try $0.countPruned($1) },
            Route("POST", "/guilds/{guild}/prune", .init("prune", 5, per: .seconds(10))) { try $0.prune($1) },
            Route("GET", "/users/@me/guilds/{guild}/member", .init("own-member", 5, per: .seconds(1))) {
                try $0.showOwnMember($1)
            },
        ]
    }
}

extension Realm {
    // MARK: - Reading

    fileprivate func listMembers(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call)
        guard settings.allowedPrivileged.contains(.members) else { throw .missingAccess }
        let limit = try call.queryNumber("limit", 1...1000, default: 1)
        let after = try call.queryID("after") ?? Flake(0)
        let found = guild.members.values.filter { $0.user > after }.sorted { $0.user < $1.user }
        return .ok(.array(found.prefix(limit).map(world.memberJSON)))
    }

    fileprivate func searchMembers(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call)
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
        return .ok(.array(found.prefix(limit).map(world.memberJSON)))
    }

    fileprivate func showMember(_ call: RESTCall) throws(Refusal) -> RESTReply {
        .ok(world.memberJSON(try member(call, in: try guild(call))))
    }

    fileprivate func showOwnMember(_ call: RESTCall) throws(Refusal) -> RESTReply {
        .ok(try ownMember(call))
    }

    /// The member who asks, with what others are not told.
    private func ownMember(_ call: RESTCall) throws(Refusal) -> JSONValue {
        guard let member = try guild(call).members[call.actor] else { throw .unknownMember }
        return world.memberJSON(member).adding("bio", .string(member.bio))
    }

    // MARK: - Changing oneself

    fileprivate mutating func editOwnMember(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call)
        guard let before = guild.members[call.actor] else { throw .unknownMember }
        if call.body.has("nick") { try demand(.changeNickname, of: call.actor, in: guild) }
        var form = Form(call.body)
        var after = before
        if form.has("nick") { after.nick = form.nick() }
        form.change("avatar", &after.avatar) { $0.image($1)?.hash }
        form.change("banner", &after.banner) { $0.image($1)?.hash }
        form.set("bio", &after.bio) { $0.text($1, 0...190) }
        try form.check()
        keep(form.images)
        let changed = after
        changeMember(call.actor, in: guild.id, by: call.cause) { $0 = changed }
        return .ok(try ownMember(call))
    }

    fileprivate mutating func editOwnNick(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call, .changeNickname)
        var form = Form(call.body)
        let nick = form.nick()
        try form.check()
        changeMember(call.actor, in: guild.id, by: call.cause) { $0.nick = nick }
        return .ok(["nick": .text(nick)])
    }

    // MARK: - Changing others

    fileprivate mutating func editMember(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call)
        let member = try member(call, in: guild)
        var form = Form(call.body)
        let change = form.memberChange(at: now)
        try form.check()
        try checkChange(change, of: member, in: guild, by: call.actor)
        changeMember(member.user, in: guild.id, by: call.cause) { member in
            if let nick = change.nick { member.nick = nick }
            if let roles = change.roles { member.roles = roles }
            if let until = change.timeout { member.timedOutUntil = until }
            if let flags = change.flags {
                let editable = Membership.bypassesVerification
                member.flags = member.flags & ~editable | flags & editable
            }
        }
        timers[.timeoutEnd(guild: guild.id, user: member.user)] =
            world.membership(member.user, in: guild.id)?.timedOutUntil
        return .ok(world.membership(member.user, in: guild.id).map(world.memberJSON) ?? .null)
    }

    private func checkChange(
        _ change: MemberChange, of member: Membership, in guild: Guild, by actor: Flake
    ) throws(Refusal) {
        if change.nick != nil {
            try demand(.manageNicknames, of: actor, in: guild)
            try demandRank(of: actor, above: member.user, in: guild)
        }
        if let roles = change.roles { try checkRoles(roles, for: member, in: guild, by: actor) }
        if change.timeout != nil {
            try demand(.moderateMembers, of: actor, in: guild)
            try demandRank(of: actor, above: member.user, in: guild)
            // A time-out would not hold them.
            guard !world.permissions(of: member.user, in: guild, at: now).contains(.administrator) else {
                throw .missingPermissions
            }
        }
        if change.flags != nil {
            let granted = world.permissions(of: actor, in: guild, at: now)
            let moderates = granted.isSuperset(of: [.moderateMembers, .kickMembers, .banMembers])
            guard moderates || !granted.isDisjoint(with: [.manageGuild, .manageRoles]) else {
                throw .missingPermissions
            }
        }
    }

    private func checkRoles(
        _ roles: [Flake], for member: Membership, in guild: Guild, by actor: Flake
    ) throws(Refusal) {
        try demand(.manageRoles, of: actor, in: guild)
        let rank = world.rank(of: actor, in: guild)
        for id in Set(roles).symmetricDifference(member.roles) {
            guard let role = guild.roles[id] else { throw .unknownRole }
            guard role.rank < rank, !role.isManaged, role.id != guild.id else { throw .missingPermissions }
        }
    }

    fileprivate mutating func setRole(_ call: RESTCall, to has: Bool) throws(Refusal) -> RESTReply {
        let guild = try guild(call, .manageRoles)
        let member = try member(call, in: guild)
        let role = try call.id("role")
        guard guild.roles[role] != nil else { throw .unknownRole }
        var roles = member.roles.filter { $0 != role }
        if has { roles.append(role) }
        guard roles.count != member.roles.count else { return .noContent }
        try checkRoles(roles, for: member, in: guild, by: call.actor)
        let changed = roles
        changeMember(member.user, in: guild.id, by: call.cause) { $0.roles = changed }
        return .noContent
    }

    fileprivate mutating func kick(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call, .kickMembers)
        let member = try member(call, in: guild)
        try demandRank(of: call.actor, above: member.user, in: guild)
        audit(.memberKick, in: guild.id, by: call.cause, target: member.user)
        removeMember(member.user, from: guild.id)
        return .noContent
    }

    // MARK: - Pruning

    fileprivate func countPruned(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call, [.manageGuild, .kickMembers])
        let days = try call.queryNumber("days", 1...30, default: 7)
        var roles: [Flake] = []
        for part in (call.query["include_roles"] ?? "").split(separator: ",") {
            guard let role = Flake(part) else { throw .notSnowflake("include_roles", String(part)) }
            roles.append(role)
        }
        return .ok(["pruned": .number(try prunable(guild, days: days, roles, by: call.actor).count)])
    }

    fileprivate mutating func prune(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call, [.manageGuild, .kickMembers])
        var form = Form(call.body)
        let days = form.int("days", 1...30) ?? 7
        let roles = form.flakes("include_roles", 0...100) ?? []
        let counts = form.flag("compute_prune_count") ?? true
        let reason = form.text("reason", 0...512)
        try form.check()
        let pruned = try prunable(guild, days: days, roles, by: call.actor)
        for user in pruned { removeMember(user, from: guild.id) }
        audit(
            .memberPrune, in: guild.id, by: Cause(user: call.actor, reason: call.auditReason ?? reason),
            options: [
                "delete_member_days": .string(String(days)), "members_removed": .string(String(pruned.count)),
            ])
        return .ok(["pruned": counts ? .number(pruned.count) : .null])
    }

    /// Members who were not seen for so long and have no roles but these.
    private func prunable(_ guild: Guild, days: Int, _ roles: [Flake], by actor: Flake) throws(Refusal) -> [Flake] {
        for role in roles where guild.roles[role] == nil { throw .unknownRole }
        let own = world.rank(of: actor, in: guild)
        let limit = now - .seconds(days * 86_400)
        return guild.sortedMembers.filter { member in
            member.lastSeen < limit && member.roles.allSatisfy(roles.contains)
                && world.users[member.user]?.isBot == false && world.rank(of: member.user, in: guild) < own
        }.map(\.user)
    }
}

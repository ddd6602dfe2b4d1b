import JSON

/// Roles. Source: https://discord.com/developers/docs/resources/guild#get-guild-roles
extension RouteTable {
    static var roleRoutes: [Route] {
        let base = "/guilds/{guild}/roles"
        return [
            Route("GET", base, .guildReading) { try $0.listRoles($1) },
            Route("POST", base, .init("roles-create", 250, per: .seconds(172_800))) { try $0.createRole($1) },
            Route("PATCH", base, .init("roles-move", 5, per: .seconds(10))) { try $0.moveRoles($1) },
            Route("GET", base + "/member-counts", .guildReading) { try $0.countRoleMembers($1) },
            Route("GET", base + "/{role}", .guildReading) { try $0.showRole($1) },
            Route("PATCH", base + "/{role}", .init("roles-edit", 1000, per: .seconds(86_400))) {
                try $0.editRole($1)
            },
            Route("DELETE", base + "/{role}", .init("roles-delete", 5, per: .seconds(5))) { try $0.deleteRole($1) },
        ]
    }
}

extension Realm {
    fileprivate func listRoles(_ call: RESTCall) throws(Refusal) -> RESTReply {
        .ok(.array(try guild(call).sortedRoles.map(\.json)))
    }

    fileprivate func showRole(_ call: RESTCall) throws(Refusal) -> RESTReply {
        .ok(try role(call, in: try guild(call)).json)
    }

    fileprivate func countRoleMembers(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call)
        var counts: [Flake: Int] = [:]
        for member in guild.members.values {
            for role in member.roles { counts[role, default: 0] += 1 }
        }
        let roles = guild.sortedRoles.filter { $0.id != guild.id }
        return .ok(.object(JSONObject(roles.map { ($0.id.text, .number(counts[$0.id] ?? 0)) })))
    }

    fileprivate mutating func createRole(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call, .manageRoles)
        guard guild.roles.count < world.limits.rolesPerGuild else { throw .maximumRoles }
        var form = Form(call.body)
        let blank = Role(id: flake(), name: "new role", permissions: guild.everyone, position: 1)
        let role = form.role(over: blank)
        try form.check()
        if form.has("permissions") { try checkGrant(role.permissions, by: call, in: guild) }
        try checkLook(role, blank, in: guild)
        keep(form.images)
        addRole(role, in: guild.id, by: call.cause)
        return .ok(role.json)
    }

    fileprivate mutating func editRole(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call, .manageRoles)
        let before = try ownedRole(call, in: guild)
        var form = Form(call.body)
        let after = form.role(over: before)
        try form.check()
        try checkGrant(after.permissions.symmetricDifference(before.permissions), by: call, in: guild)
        try checkLook(after, before, in: guild)
        keep(form.images)
        changeRole(after, in: guild.id, by: call.cause)
        return .ok(after.json)
    }

    fileprivate mutating func deleteRole(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call, .manageRoles)
        let role = try ownedRole(call, in: guild)
        guard !role.isManaged, role.id != guild.id else { throw .invalidRole }
        removeRole(role, from: guild.id, by: call.cause)
        return .noContent
    }

    /// Moves roles: the others close up, and every role whose place changed is told of.
    fileprivate mutating func moveRoles(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call, .manageRoles)
        let moves = try Form.list(call.body, 0...world.limits.rolesPerGuild) { $0.rolePosition() }
        let own = world.rank(of: call.actor, in: guild)
        var order = guild.sortedRoles.filter { $0.id != guild.id }
        for (id, position) in moves {
            guard let role = guild.roles[id] else { throw .unknownRole }
            guard let position else { continue }
            guard role.rank < own, position < own.position else { throw .missingPermissions }
            guard role.id != guild.id, position > 0 else { throw .invalidRole }
        }
        let moved = moves.filter { $0.position != nil }.sorted { ($0.position ?? 0) < ($1.position ?? 0) }
        order.removeAll { role in moved.contains { $0.id == role.id } }
        for (id, position) in moved {
            guard let role = guild.roles[id] else { continue }
            order.insert(role, at: min(max((position ?? 1) - 1, 0), order.count))
        }
        for (index, role) in order.enumerated() where role.position != index + 1 {
            var role = role
            role.position = index + 1
            changeRole(role, in: guild.id, by: call.cause)
        }
        return .ok(.array((world.guilds[guild.id] ?? guild).sortedRoles.map(\.json)))
    }

    // MARK: - Checks

    private func role(_ call: RESTCall, in guild: Guild) throws(Refusal) -> Role {
        guard let role = guild.roles[try call.id("role")] else { throw .unknownRole }
        return role
    }

    /// A role below the highest of who asks.
    private func ownedRole(_ call: RESTCall, in guild: Guild) throws(Refusal) -> Role {
        let role = try role(call, in: guild)
        guard role.id == guild.id || role.rank < world.rank(of: call.actor, in: guild) else {
            throw .missingPermissions
        }
        return role
    }

    /// Nobody grants or takes what they do not have; bits that are out of use count for nothing.
    private func checkGrant(_ bits: Perm, by call: RESTCall, in guild: Guild) throws(Refusal) {
        try demand(bits.intersection(.all), of: call.actor, in: guild)
    }

    /// Icons and more than one colour are features a guild must have.
    private func checkLook(_ role: Role, _ before: Role, in guild: Guild) throws(Refusal) {
        let isPlain = role.icon == before.icon && role.emoji == before.emoji
        guard isPlain || guild.features.contains("ROLE_ICONS") else { throw .needsBoosts }
        let isOneColor = role.colors.secondary == nil && role.colors.tertiary == nil
        guard isOneColor || guild.features.contains("ENHANCED_ROLE_COLORS") else { throw .needsBoosts }
    }
}

/// Changing roles, with what follows.
extension Realm {
    mutating func addRole(_ role: Role, in guild: Flake, by cause: Cause?) {
        world.guilds[guild]?.roles[role.id] = role
        sendRole("GUILD_ROLE_CREATE", role, in: guild)
        guard let cause else { return }
        audit(
            .roleCreate, in: guild, by: cause, target: role.id,
            changes: AuditEntry.changes(to: role.record, in: Role.audited))
    }

    mutating func changeRole(_ role: Role, in guild: Flake, by cause: Cause?) {
        guard let before = world.guilds[guild]?.roles[role.id] else { return }
        world.guilds[guild]?.roles[role.id] = role
        sendRole("GUILD_ROLE_UPDATE", role, in: guild)
        let changes = AuditEntry.changes(from: before.record, to: role.record, in: Role.audited)
        guard let cause, !changes.isEmpty else { return }
        audit(.roleUpdate, in: guild, by: cause, target: role.id, changes: changes)
    }

    mutating func removeRole(_ role: Role, from guild: Flake, by cause: Cause) {
        world.guilds[guild]?.roles[role.id] = nil
        for member in world.guilds[guild]?.members.values.filter({ $0.roles.contains(role.id) }) ?? [] {
            world.guilds[guild]?.members[member.user]?.roles.removeAll { $0 == role.id }
        }
        let body: JSONValue = ["guild_id": guild.json, "role_id": role.id.json]
        dispatch("GUILD_ROLE_DELETE", guild: guild, intents: .guilds) { _ in body }
        forgetEmojis(of: role.id, in: guild)
        noteGuild(guild)
        audit(
            .roleDelete, in: guild, by: cause, target: role.id,
            changes: AuditEntry.changes(from: role.record, in: Role.audited))
    }

    private mutating func sendRole(_ event: String, _ role: Role, in guild: Flake) {
        let body: JSONValue = ["guild_id": guild.json, "role": role.json]
        dispatch(event, guild: guild, intents: .guilds) { _ in body }
        noteGuild(guild)
    }
}

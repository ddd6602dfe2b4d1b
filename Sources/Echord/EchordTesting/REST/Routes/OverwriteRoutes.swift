import JSON

/// Permission overwrites of channels. Source: https://discord.com/developers/docs/resources/channel#edit-channel-permissions
extension RouteTable {
    static var overwriteRoutes: [Route] {
        let base = "/channels/{channel}/permissions/{overwrite}"
        let rule = RateLimiter.Rule("channel-permissions", 10, per: .seconds(15))
        return [
            Route("PUT", base, rule) { try $0.putOverwrite($1) },
            Route("DELETE", base, rule) { try $0.deleteOverwrite($1) },
        ]
    }
}

extension Realm {
    /// A channel whose permissions who asks may change; a thread has none of its own.
    private func overwritten(_ call: RESTCall) throws(Refusal) -> (channel: Channel, guild: Guild) {
        let (channel, guild) = try guildChannel(call, .manageRoles)
        guard !channel.kind.isThread else { throw .wrongChannelKind }
        return (channel, guild)
    }

    fileprivate mutating func putOverwrite(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let (before, guild) = try overwritten(call)
        let id = try call.id("overwrite")
        var form = Form(call.body)
        let type = form.choice("type", [0, 1], required: true)
        let allow = form.permissions("allow") ?? []
        let deny = form.permissions("deny") ?? []
        try form.check()
        let overwrite = Overwrite(id: id, isMember: type == 1, allow: allow.subtracting(deny), deny: deny)
        guard overwrite.isMember ? guild.members[id] != nil : guild.roles[id] != nil else { throw .unknownOverwrite }
        var after = before
        after.overwrites.removeAll { $0.id == id }
        after.overwrites.append(overwrite)
        try checkOverwrites(after.overwrites, over: before.overwrites, in: guild, call.cause, channel: before)
        change(channel: after, by: call.cause)
        return .noContent
    }

    fileprivate mutating func deleteOverwrite(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let (before, guild) = try overwritten(call)
        let id = try call.id("overwrite")
        var after = before
        after.overwrites.removeAll { $0.id == id }
        guard after.overwrites != before.overwrites else { throw .unknownOverwrite }
        try checkOverwrites(after.overwrites, over: before.overwrites, in: guild, call.cause, channel: before)
        change(channel: after, by: call.cause)
        return .noContent
    }

    /// Changes nothing that who asks does not hold.
    ///
    /// - Parameter channel: The channel as it is; nil for one that is yet to be made.
    /// - Throws: 50013 without Manage Roles or one of the permissions that change.
    func checkOverwrites(
        _ new: [Overwrite], over old: [Overwrite], in guild: Guild, _ cause: Cause, channel: Channel? = nil
    ) throws(Refusal) {
        guard let user = cause.user, new != old else { return }
        let own = world.permissions(of: user, in: guild, at: now)
        guard !own.contains(.administrator) else { return }
        let held = channel.map { world.permissions(of: user, in: $0, at: now) } ?? own
        var changed: Perm = []
        for id in Set((new + old).map(\.id)) {
            let before = old.first { $0.id == id }
            let after = new.first { $0.id == id }
            changed.formUnion((before?.allow ?? []).symmetricDifference(after?.allow ?? []))
            changed.formUnion((before?.deny ?? []).symmetricDifference(after?.deny ?? []))
        }
        if channel != nil { guard held.contains(.manageRoles) else { throw .missingPermissions } }
        // Manage Roles itself is given away by administrators only.
        guard own.union(held).isSuperset(of: changed), !changed.contains(.manageRoles) else {
            throw .missingPermissions
        }
    }

    /// Keeps what has become of a channel's overwrites in the audit log.
    mutating func auditOverwrites(of before: Channel, _ after: Channel, by cause: Cause) {
        guard let guild = after.guild, before.overwrites != after.overwrites else { return }
        for id in Set((before.overwrites + after.overwrites).map(\.id)).sorted() {
            let old = before.overwrites.first { $0.id == id }
            let new = after.overwrites.first { $0.id == id }
            guard old != new, let either = new ?? old else { continue }
            let action: AuditEntry.Action =
                old == nil ? .overwriteCreate : new == nil ? .overwriteDelete : .overwriteUpdate
            var options: JSONObject = ["id": id.json, "type": .string(either.isMember ? "1" : "0")]
            if !either.isMember { options["role_name"] = .text(world.guilds[guild]?.roles[id]?.name) }
            audit(
                action, in: guild, by: cause, target: after.id,
                changes: AuditEntry.changes(
                    from: old?.json ?? [:], to: new?.json ?? [:], in: ["id", "type", "allow", "deny"]),
                options: options)
        }
    }
}

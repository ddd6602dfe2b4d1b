import JSON

/// Invites. Source: https://discord.com/developers/docs/resources/invite
extension RouteTable {
    static var inviteRoutes: [Route] {
        let rule = RateLimiter.Rule("invites", 5, per: .seconds(15))
        return [
            Route("GET", "/channels/{channel}/invites", rule) { try $0.listChannelInvites($1) },
            Route("POST", "/channels/{channel}/invites", rule) { try $0.createInvite($1) },
            Route("GET", "/guilds/{guild}/invites", rule) { try $0.listGuildInvites($1) },
            Route("GET", "/guilds/{guild}/vanity-url", rule) { try $0.showVanity($1) },
            Route("GET", "/invites/{code}", .init("invite-get", 250, per: .seconds(6))) { try $0.showInvite($1) },
            Route("DELETE", "/invites/{code}", rule) { try $0.deleteInvite($1) },
            Route("POST", "/invites/{code}", rule, for: .people) { try $0.acceptInvite($1) },
        ]
    }
}

extension Realm {
    // MARK: - Reading

    private func liveInvites(_ fits: (Invite) -> Bool) -> [Invite] {
        world.invites.values.filter { $0.isLive(at: now) && fits($0) }
            .sorted { ($0.createdAt, $0.code) < ($1.createdAt, $1.code) }
    }

    fileprivate func listChannelInvites(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let (channel, _) = try guildChannel(call, .manageChannels)
        let found = liveInvites { $0.channel == channel.id }
        return .ok(.array(found.map { world.inviteJSON($0, isWhole: true) }))
    }

    fileprivate func listGuildInvites(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call)
        let granted = world.permissions(of: call.actor, in: guild, at: now)
        guard !granted.isDisjoint(with: [.manageGuild, .viewAuditLog]) else { throw .missingPermissions }
        let found = liveInvites { $0.guild == guild.id }
        return .ok(.array(found.map { world.inviteJSON($0, isWhole: granted.contains(.manageGuild)) }))
    }

    fileprivate func showVanity(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call, .manageGuild)
        return .ok(["code": .text(guild.look.vanity), "uses": .number(guild.look.vanityUses)])
    }

    private func invite(_ call: RESTCall) throws(Refusal) -> Invite {
        guard let invite = world.invites[call.text("code")], invite.isLive(at: now) else { throw .unknownInvite }
        return invite
    }

    fileprivate func showInvite(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let invite = try invite(call)
        var body = world.inviteJSON(invite, isWhole: false)
        if call.queryFlag("with_counts"), let guild = world.guilds[invite.guild] {
            body = body.adding("approximate_member_count", .number(guild.members.count))
                .adding("approximate_presence_count", .number(world.present(in: guild)))
        }
        if let id = try call.queryID("guild_scheduled_event_id"),
            let event = world.guilds[invite.guild]?.scheduledEvents[id]
        {
            body = body.adding("guild_scheduled_event", world.eventJSON(event))
        }
        return .ok(body)
    }

    // MARK: - Making and ending

    fileprivate mutating func createInvite(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let (channel, guild) = try guildChannel(call, .createInvite)
        guard !channel.kind.isThread, channel.kind != .category else { throw .wrongChannelKind }
        var form = Form(call.body)
        let blank = Invite(
            code: random.token(10), guild: guild.id, channel: channel.id, inviter: call.actor, createdAt: now)
        let invite = form.invite(over: blank)
        let isUnique = form.flag("unique") ?? false
        try form.check()
        if invite.targetType != nil, !channel.kind.isVocal { throw .wrongChannelKind }
        if !invite.roles.isEmpty {
            try demand(.manageRoles, of: call.actor, in: guild)
            let rank = world.rank(of: call.actor, in: guild)
            for id in invite.roles {
                guard let role = guild.roles[id] else { throw .unknownRole }
                guard role.rank < rank, !role.isManaged, role.id != guild.id else { throw .missingPermissions }
            }
        }
        if !isUnique, let same = liveInvites({ $0.isLike(invite) }).first {
            return .ok(world.inviteJSON(same, isWhole: true))
        }
        guard liveInvites({ $0.guild == guild.id }).count < Invite.perGuild else { throw .maximumInvites }
        add(invite, by: call.cause)
        return .ok(world.inviteJSON(invite, isWhole: true))
    }

    private mutating func add(_ invite: Invite, by cause: Cause) {
        world.invites[invite.code] = invite
        guard let channel = world.channels[invite.channel] else { return }
        if world.botPermissions(in: channel, at: now).contains(.manageChannels) {
            var body = world.inviteJSON(invite, isWhole: true).without("guild", "channel", "type", "flags", "roles")
                .adding("channel_id", invite.channel.json)
            if !invite.roles.isEmpty { body = body.adding("role_ids", .flakes(invite.roles)) }
            dispatch("INVITE_CREATE", guild: invite.guild, intents: .invites) { _ in body }
        }
        audit(
            .inviteCreate, in: invite.guild, by: cause,
            changes: AuditEntry.changes(to: invite.record, in: Invite.audited))
    }

    fileprivate mutating func deleteInvite(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let invite = try invite(call)
        guard let channel = world.channels[invite.channel], let guild = world.guilds[invite.guild] else {
            throw .unknownInvite
        }
        let granted = world.permissions(of: call.actor, in: channel, at: now)
            .union(world.permissions(of: call.actor, in: guild, at: now).intersection(.manageGuild))
        guard !granted.isDisjoint(with: [.manageChannels, .manageGuild]) else { throw .missingPermissions }
        world.invites[invite.code] = nil
        if world.botPermissions(in: channel, at: now).contains(.manageChannels) {
            let body: JSONValue = [
                "channel_id": invite.channel.json, "guild_id": invite.guild.json, "code": .string(invite.code),
            ]
            dispatch("INVITE_DELETE", guild: invite.guild, intents: .invites) { _ in body }
        }
        audit(
            .inviteDelete, in: invite.guild, by: call.cause,
            changes: AuditEntry.changes(from: invite.record, in: Invite.audited))
        return .ok(world.inviteJSON(invite, isWhole: false))
    }

    // MARK: - Coming in

    /// A person follows an invite.
    fileprivate mutating func acceptInvite(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let invite = try invite(call)
        guard let guild = world.guilds[invite.guild] else { throw .unknownInvite }
        guard guild.bans[call.actor] == nil else { throw .userBanned }
        guard !guild.closesInvites(at: now) else { throw .invitesClosed }
        guard guild.members[call.actor] == nil else { return .ok(world.inviteJSON(invite, isWhole: false)) }
        world.invites[invite.code]?.uses += 1
        join(call.actor, guild.id, roles: invite.roles)
        return .ok(world.inviteJSON(invite, isWhole: false))
    }

    /// A person becomes a member, and the server welcomes them where it does.
    mutating func join(_ user: Flake, _ id: Flake, roles: [Flake] = []) {
        putMember(user, in: id, roles: roles, nick: nil)
        guard let guild = world.guilds[id], let channel = guild.order.systemChannel, guild.welcomesMembers else {
            return
        }
        postSystem(.join, by: user, in: channel)
    }
}

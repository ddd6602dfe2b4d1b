import JSON

/// A link by which people join a guild.
struct Invite: Sendable {
    static let perGuild = 1000
    /// How long it may live at most, in seconds: 7 days.
    static let ageLimit = 604_800
    static let usesLimit = 100

    var code: String
    var guild: Flake
    var channel: Flake
    var inviter: Flake
    var createdAt: Moment
    /// Seconds it lives; 0 for ever.
    var maxAge = 86_400
    /// 0 for any number.
    var maxUses = 0
    var uses = 0
    /// Whether who comes by it is gone with their connection, unless they get a role.
    var isTemporary = false
    var targetType: Int?
    var targetUser: Flake?
    var targetApplication: Flake?
    /// Roles that who comes by it is given.
    var roles: [Flake] = []

    var expiresAt: Moment? { maxAge == 0 ? nil : createdAt + .seconds(maxAge) }

    func isLive(at now: Moment) -> Bool {
        (expiresAt.map { $0 > now } ?? true) && (maxUses == 0 || uses < maxUses)
    }

    /// Whether another one would be the same.
    func isLike(_ other: Invite) -> Bool {
        channel == other.channel && inviter == other.inviter && maxAge == other.maxAge && maxUses == other.maxUses
            && isTemporary == other.isTemporary && targetType == other.targetType && targetUser == other.targetUser
            && targetApplication == other.targetApplication && roles == other.roles
    }

    /// The invite as the audit log sees it.
    var record: JSONValue {
        [
            "code": .string(code), "channel_id": channel.json, "inviter_id": inviter.json, "uses": .number(uses),
            "max_uses": .number(maxUses), "max_age": .number(maxAge), "temporary": .bool(isTemporary), "flags": 0,
        ]
    }

    static let audited = [
        "code", "channel_id", "inviter_id", "uses", "max_uses", "max_age", "temporary", "flags",
    ]
}

extension World {
    /// Source: https://discord.com/developers/docs/resources/invite#invite-object
    ///
    /// - Parameter isWhole: Whether the metadata comes with it.
    func inviteJSON(_ invite: Invite, isWhole: Bool) -> JSONValue {
        var fields: JSONObject = [
            "type": 0, "code": .string(invite.code), "inviter": userJSON(invite.inviter),
            "expires_at": invite.expiresAt?.json ?? .null, "flags": 0, "guild_id": invite.guild.json,
            "guild": guilds[invite.guild].map(\.inviteJSON) ?? .null,
            "channel": channels[invite.channel].map { channel in
                ["id": channel.id.json, "type": .number(channel.kind.rawValue), "name": .string(channel.name)]
            } ?? .null,
        ]
        if let type = invite.targetType { fields["target_type"] = .number(type) }
        if let user = invite.targetUser { fields["target_user"] = userJSON(user) }
        let roles = invite.roles.compactMap { guilds[invite.guild]?.roles[$0] }
        if !roles.isEmpty {
            let kept = ["id", "name", "position", "color", "colors", "icon", "unicode_emoji"]
            fields["roles"] = .array(
                roles.map { role in
                    .object(JSONObject(kept.compactMap { key in role.json[key].map { (key, $0) } }))
                })
        }
        guard isWhole else { return .object(fields) }
        fields["uses"] = .number(invite.uses)
        fields["max_uses"] = .number(invite.maxUses)
        fields["max_age"] = .number(invite.maxAge)
        fields["temporary"] = .bool(invite.isTemporary)
        fields["created_at"] = invite.createdAt.json
        return .object(fields)
    }
}

extension World {
    /// How many members of a guild are online.
    func present(in guild: Guild) -> Int {
        guild.members.keys.count { users[$0].map { $0.status != "offline" } ?? false }
    }
}

extension Guild {
    /// What an invite tells of the guild.
    var inviteJSON: JSONValue {
        let kept = [
            "id", "name", "splash", "banner", "description", "icon", "features", "verification_level",
            "vanity_url_code", "nsfw_level", "nsfw", "premium_subscription_count",
        ]
        return .object(JSONObject(kept.compactMap { key in json[key].map { (key, $0) } }))
    }
}

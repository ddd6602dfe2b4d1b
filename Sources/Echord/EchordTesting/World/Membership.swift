import JSON

/// A user's membership of one guild.
struct Membership: Sendable {
    var user: Flake
    var nick: String?
    var roles: [Flake] = []
    var joinedAt: Moment
    var timedOutUntil: Moment?
    var isPending = false
    /// Silenced or deafened by a moderator, in every voice channel of the guild.
    var isMuted = false
    var isDeafened = false
    var avatar: String?
    var banner: String?
    var bio = ""
    var flags = 0
    /// When the member was last seen, for pruning.
    var lastSeen: Moment

    /// `DID_REJOIN`, `BYPASSES_VERIFICATION`. Source: https://discord.com/developers/docs/resources/guild#guild-member-object-guild-member-flags
    static let rejoined = 1 << 0
    static let bypassesVerification = 1 << 2
    /// Kept from acting by a rule on names: `AUTOMOD_QUARANTINED_USERNAME`.
    static let quarantined = 1 << 7

    init(user: Flake, roles: [Flake] = [], joinedAt: Moment) {
        (self.user, self.roles, self.joinedAt) = (user, roles, joinedAt)
        lastSeen = joinedAt
    }

    func isTimedOut(at now: Moment) -> Bool {
        timedOutUntil.map { $0 > now } ?? false
    }

    /// Whether nothing but reading is open to the member at present.
    func isHeld(at now: Moment) -> Bool { isTimedOut(at: now) || flags & Self.quarantined != 0 }

    /// The member without its user: as in messages and resolved data.
    var bare: JSONObject {
        [
            "avatar": .text(avatar), "banner": .text(banner), "avatar_decoration_data": .null, "collectibles": .null,
            "communication_disabled_until": timedOutUntil?.json ?? .null, "flags": .number(flags),
            "joined_at": joinedAt.json, "nick": .text(nick), "pending": .bool(isPending), "premium_since": .null,
            "roles": .flakes(roles), "mute": .bool(isMuted), "deaf": .bool(isDeafened),
        ]
    }
}

extension World {
    func membership(_ user: Flake, in guild: Flake) -> Membership? {
        guilds[guild]?.members[user]
    }

    /// Source: https://discord.com/developers/docs/resources/guild#guild-member-object
    func memberJSON(_ member: Membership) -> JSONValue {
        var fields = member.bare
        fields["user"] = userJSON(member.user)
        return .object(fields)
    }

    /// What a member is called in a guild.
    func displayName(_ user: Flake, in guild: Flake?) -> String {
        if let guild, let nick = membership(user, in: guild)?.nick { return nick }
        return users[user]?.displayName ?? "Deleted User"
    }
}

/// What a member may do, from the facts alone.
///
/// Pure functions: hand in what the cache or an answer of the API holds.
///
/// <https://docs.discord.com/developers/topics/permissions>
public struct PermissionCalculator: Sendable {
    /// The guild; its id is the default role's too.
    public var guild: GuildID
    /// Who owns the guild.
    public var owner: UserID
    /// What each role allows. A role that is missing allows nothing.
    public var roles: [RoleID: Permissions]

    /// A guild's facts.
    ///
    /// - Parameters:
    ///   - guild: the guild.
    ///   - owner: who owns it.
    ///   - roles: what each role allows, the default role among them.
    public init(guild: GuildID, owner: UserID, roles: [RoleID: Permissions]) {
        self.guild = guild
        self.owner = owner
        self.roles = roles
    }

    /// The member who is asked about.
    public struct Subject: Hashable, Sendable {
        /// The user.
        public var user: UserID
        /// The roles, without the default one, which everybody has.
        public var roles: [RoleID]
        /// Whether a timeout runs at the moment.
        public var isTimedOut: Bool

        /// A member.
        public init(user: UserID, roles: [RoleID], isTimedOut: Bool = false) {
            self.user = user
            self.roles = roles
            self.isTimedOut = isTimedOut
        }

        /// A member with the end of a timeout.
        ///
        /// - Parameters:
        ///   - user: the user.
        ///   - roles: the roles, without the default one.
        ///   - timedOutUntil: `communication_disabled_until`.
        ///   - now: the present moment.
        public init(user: UserID, roles: [RoleID], timedOutUntil: DiscordTimestamp?, now: DiscordTimestamp) {
            self.init(user: user, roles: roles, isTimedOut: timedOutUntil.map { $0 > now } ?? false)
        }
    }

    /// Which permissions mean something in a channel, and what they imply there.
    public enum ChannelKind: Hashable, Sendable {
        /// Text, announcement, forum, media, directory and category channels.
        case text
        /// Voice and stage channels.
        case voice
        /// A thread, with its parent's overwrites.
        ///
        /// - isPrivate: whether only invited members and thread managers see it.
        /// - isMember: whether the subject was added to it.
        case thread(isPrivate: Bool, isMember: Bool)
    }

    /// What the member may do in the guild, before any channel has its say; a timeout counts.
    ///
    /// Unknown bits of roles are kept. Owners and administrators have ``Permissions/all``.
    ///
    /// - Complexity: O(roles of the member).
    public func permissions(of subject: Subject) -> Permissions {
        let base = unrestricted(subject)
        guard subject.isTimedOut, !base.contains(.administrator) else { return base }
        return base.intersection(.keptWhileTimedOut)
    }

    /// What the member may do in a channel: overwrites, the timeout and what is denied by implication.
    ///
    /// - Parameters:
    ///   - subject: the member.
    ///   - overwrites: the channel's, or for a thread its parent's.
    ///   - kind: the channel's kind.
    /// - Complexity: O(overwrites + roles of the member).
    public func permissions(
        of subject: Subject, overwrites: [PermissionOverwrite], in kind: ChannelKind
    ) -> Permissions {
        let explicit = explicitPermissions(of: subject, overwrites: overwrites)
        guard !explicit.contains(.administrator) else { return explicit }
        let kept = subject.isTimedOut ? explicit.intersection(.keptWhileTimedOut) : explicit
        return Self.implied(kept, in: kind)
    }

    /// The documented arithmetic alone: roles, then overwrites of `@everyone`, of roles and of the member.
    ///
    /// - Parameters:
    ///   - subject: the member; the timeout is left out of account.
    ///   - overwrites: the channel's.
    public func explicitPermissions(of subject: Subject, overwrites: [PermissionOverwrite]) -> Permissions {
        var result = unrestricted(subject)
        guard !result.contains(.administrator) else { return result }
        let held = Set(subject.roles)
        var roleAllow: Permissions = []
        var roleDeny: Permissions = []
        var everyone: PermissionOverwrite?
        var member: PermissionOverwrite?
        for overwrite in overwrites {
            if overwrite.kind == .role {
                if overwrite.id.rawValue == guild.rawValue {
                    everyone = overwrite
                } else if held.contains(overwrite.id.cast()) {
                    roleAllow.formUnion(overwrite.allow)
                    roleDeny.formUnion(overwrite.deny)
                }
            } else if overwrite.kind == .member, overwrite.id.rawValue == subject.user.rawValue {
                member = overwrite
            }
        }
        result.apply(allow: everyone?.allow ?? [], deny: everyone?.deny ?? [])
        result.apply(allow: roleAllow, deny: roleDeny)
        result.apply(allow: member?.allow ?? [], deny: member?.deny ?? [])
        // Only a role makes an administrator; an overwrite that names the bit must not.
        return result.subtracting(.administrator)
    }

    /// Takes away what is worth nothing without something else that is missing.
    ///
    /// - Parameters:
    ///   - permissions: what is allowed in so many words.
    ///   - kind: the channel's kind.
    public static func implied(_ permissions: Permissions, in kind: ChannelKind) -> Permissions {
        guard permissions.contains(.viewChannel) else { return [] }
        var result = permissions
        switch kind {
        case .text:
            if !result.contains(.sendMessages) { result.subtract(.impliedBySending) }
        case .voice:
            if !result.contains(.sendMessages) { result.subtract(.impliedBySending) }
            if !result.contains(.connect) { result.subtract(.impliedByConnecting) }
        case .thread(let isPrivate, let isMember):
            if isPrivate, !isMember, !result.contains(.manageThreads) { return [] }
            // SEND_MESSAGES is the one permission a thread does not take over from its parent.
            result.remove(.sendMessages)
            if !result.contains(.sendMessagesInThreads) { result.subtract(.impliedBySending) }
        }
        return result
    }

    private func unrestricted(_ subject: Subject) -> Permissions {
        guard subject.user != owner else { return .all }
        var result = roles[guild.everyoneRole] ?? []
        for role in subject.roles { result.formUnion(roles[role] ?? []) }
        return result.contains(.administrator) ? .all : result
    }
}

extension Permissions {
    fileprivate mutating func apply(allow: Permissions, deny: Permissions) {
        subtract(deny)
        formUnion(allow)
    }
}

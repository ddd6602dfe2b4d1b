public import EchordModel
public import EchordPrimitives

// Questions about rights that the cache answers, without asking Discord. `nil` says that too little is kept.

extension DiscordThing where Model == Channel {
    /// What a member may do in it: roles, overwrites, a timeout and implied denials counted.
    ///
    /// - Returns: `nil` when the guild, its roles, the channel or the member are not in the cache.
    public func permissions(of user: UserID) -> Permissions? {
        discord.cache?.permissions(of: user, in: channelID, at: discord.now())
    }

    /// What the bot may do in it.
    ///
    /// - Returns: `nil` when the guild, its roles, the channel or the bot's member are not in the cache.
    public var ownPermissions: Permissions? { discord.cache?.currentUser.flatMap { permissions(of: $0.id) } }
}

extension DiscordThing where Model == Guild {
    /// The bot's own member, out of the cache.
    public var cachedSelf: Live<Member>? {
        discord.cache?.currentUser.flatMap { Remote<Member>($0.id, of: guildID.rawValue, discord).cached }
    }
}

extension Live where Model == Member {
    /// What the member may do in a channel or thread: roles, overwrites, a timeout and implied denials counted.
    ///
    /// - Returns: `nil` when the guild, its roles or the channel are not in the cache, or when it is another guild's.
    public func permissions(in channel: ChannelID) -> Permissions? {
        guard let cache = discord.cache, cache.channelStore.value(channel)?.guildID == guildID else { return nil }
        return cache.permissions(of: subject, in: channel)
    }

    /// What the member may do in the guild, channels left aside.
    ///
    /// - Returns: `nil` when the guild or its roles are not in the cache.
    public var guildPermissions: Permissions? { discord.cache?.calculator(guildID)?.permissions(of: subject) }

    /// The highest of the member's roles.
    ///
    /// - Returns: `nil` when the guild or its roles are not in the cache.
    public var highestRole: Live<Role>? {
        hierarchy?.highest(of: model.roles).map { discord.live($0, in: guildID) }
    }

    /// Whether the member stands above another. Nobody stands above the owner, or above themselves.
    ///
    /// - Returns: `nil` when the guild or its roles are not in the cache, or when they are of different guilds.
    public func outranks(_ other: Live<Member>) -> Bool? {
        guard other.guildID == guildID else { return nil }
        return hierarchy?.outranks(userID, holding: model.roles, other.userID, holding: other.model.roles)
    }

    /// Whether the member may change a role: stands above it, and may manage roles.
    ///
    /// - Returns: `nil` when the guild or its roles are not in the cache.
    public func canManage(_ role: RoleID) -> Bool? {
        guard let hierarchy, let guildPermissions else { return nil }
        return guildPermissions.contains(.manageRoles) && hierarchy.outranks(userID, holding: model.roles, role)
    }

    /// Whether the member may give a role to others and take it from them: roles of integrations nobody may.
    ///
    /// - Returns: `nil` when the guild or the role are not in the cache.
    public func canAssign(_ role: RoleID) -> Bool? {
        guard let known = discord.cache?.roles[role], let mayManage = canManage(role) else { return nil }
        return mayManage && !known.isManaged && role != guildID.everyoneRole
    }

    /// Whether the member may do something to another, such as `.kickMembers`, `.banMembers`, `.moderateMembers` or
    /// `.manageNicknames`: has the permission, and stands above the other. Administrators can not be timed out.
    ///
    /// - Returns: `nil` when the guild or its roles are not in the cache, or when they are of different guilds.
    public func can(_ permission: Permissions, _ other: Live<Member>) -> Bool? {
        guard let isAbove = outranks(other), let guildPermissions, let theirs = other.guildPermissions else {
            return nil
        }
        if permission.contains(.moderateMembers), theirs.contains(.administrator) { return false }
        return isAbove && guildPermissions.contains(permission)
    }

    private var subject: PermissionCalculator.Subject {
        PermissionCalculator.Subject(
            user: userID, roles: model.roles, timedOutUntil: model.communicationDisabledUntil, now: discord.now())
    }

    private var hierarchy: RoleHierarchy? { discord.cache?.hierarchy(guildID) }
}

extension Live where Model == Role {
    /// Members in the cache who have it.
    public var cachedMembers: [Live<Member>] {
        let members = All<Member, Guild>(Remote(guildID, discord)).cached
        return id == guildID.everyoneRole ? members : members.filter { $0.model.roles.contains(id) }
    }
}

public import EchordModel
public import EchordPrimitives
internal import JSON

extension DiscordThing where Model == Member {
    /// The user's id.
    public var userID: UserID { id }

    /// The guild's id.
    public var guildID: GuildID { GuildID(placeID) }

    /// The user.
    public var account: Remote<User> { Remote(userID, discord) }

    /// The guild.
    public var guild: Remote<Guild> { Remote(guildID, discord) }

    /// Changes a member; what each part needs stands there. `nil` where Discord says nothing but that it is done.
    @discardableResult
    public func edit(_ changes: EditMember, reason: String? = nil) async throws -> Live<Member>? {
        try await live(.editMember(userID, of: guildID, changes, reason: reason), of: guildID.rawValue)
    }

    /// Lets the member read only, for a time. Needs MODERATE_MEMBERS.
    ///
    /// - Parameter duration: How long; at most 28 days.
    public func timeout(for duration: Duration, reason: String? = nil) async throws {
        let milliseconds = Int64(duration / .milliseconds(1))
        let end = DiscordTimestamp(unixMilliseconds: discord.now().unixMilliseconds + milliseconds)
        try await edit(EditMember(communicationDisabledUntil: .set(end)), reason: reason)
    }

    /// Ends the member's timeout. Needs MODERATE_MEMBERS.
    public func endTimeout(reason: String? = nil) async throws {
        try await edit(EditMember(communicationDisabledUntil: .clear), reason: reason)
    }

    /// Sets the name in this guild, or takes it away. Needs MANAGE_NICKNAMES.
    public func setNick(_ nick: String?, reason: String? = nil) async throws {
        try await edit(EditMember(nick: Patch(settingOrClearing: nick)), reason: reason)
    }

    /// Moves the member to another voice channel, or out of voice. Needs MOVE_MEMBERS.
    public func move(to channel: ChannelID?, reason: String? = nil) async throws {
        try await edit(EditMember(channelID: Patch(settingOrClearing: channel)), reason: reason)
    }

    /// Removes a member. Needs KICK_MEMBERS.
    public func kick(reason: String? = nil) async throws {
        try await discord.send(.removeMember(userID, from: guildID, reason: reason))
    }

    /// Bans the member. Needs BAN_MEMBERS.
    ///
    /// - Parameter deletingMessages: How far back messages are deleted, up to 7 days.
    public func ban(deletingMessages: Duration = .zero, reason: String? = nil) async throws {
        try await guild.bans.create(userID, deletingMessages: deletingMessages, reason: reason)
    }

    /// Gives a member a role. Needs MANAGE_ROLES.
    public func addRole(_ role: RoleID, reason: String? = nil) async throws {
        try await discord.send(.addRole(role, to: userID, of: guildID, reason: reason))
    }

    /// Takes a role from a member. Needs MANAGE_ROLES.
    public func removeRole(_ role: RoleID, reason: String? = nil) async throws {
        try await discord.send(.removeRole(role, from: userID, of: guildID, reason: reason))
    }
}

extension All where Element == Member, Owner == Guild {
    private var guildID: GuildID { owner.id }

    /// All members by rising id. Needs the intent GUILD_MEMBERS.
    ///
    /// - Parameters:
    ///   - after: Those after this user.
    ///   - limit: How many at most; all there are when left out.
    public func list(after: UserID? = nil, limit: Int? = nil) -> PagedSequence<Live<Member>> {
        .keyset(from: after, limit: limit, pageSize: 1_000, key: { $0.id }) { [self] in
            try await live(.listMembers(of: guildID, limit: $1, after: $0), of: guildID.rawValue)
        }
    }

    /// Those in the cache, the last written first.
    public var cached: [Live<Member>] {
        discord.cache?.members.all(in: guildID).compactMap { member in
            member.user == nil ? nil : discord.live(member, in: guildID)
        } ?? []
    }

    /// Members whose user name or nickname begins with a text.
    ///
    /// - Parameters:
    ///   - name: 1 to 100 characters.
    ///   - limit: 1 to 1000; 1 when left out.
    public func search(name: String, limit: Int? = nil) async throws -> [Live<Member>] {
        try await live(.searchMembers(of: guildID, name: name, limit: limit), of: guildID.rawValue)
    }

    /// Adds a user who allowed it by OAuth2 (scope `guilds.join`); `nil` when the user is a member already. Needs
    /// CREATE_INSTANT_INVITE, and for each part of the body what it takes to change it.
    @discardableResult
    public func add(_ user: UserID, _ member: AddMember) async throws -> Live<Member>? {
        try await live(.addMember(user, to: guildID, member), of: guildID.rawValue)
    }

    /// Changes the bot's own member.
    @discardableResult
    public func editOwn(_ changes: EditCurrentMember, reason: String? = nil) async throws -> Live<Member> {
        try await live(.editCurrentMember(of: guildID, changes, reason: reason), of: guildID.rawValue)
    }

    /// Changes the bot's nickname in the form of old; ``editOwn(_:reason:)`` does the same. Needs
    /// CHANGE_NICKNAME.
    @discardableResult
    public func editOwnNick(_ changes: EditCurrentNick, reason: String? = nil) async throws -> EditCurrentNick {
        try await discord.send(.editCurrentNick(in: guildID, changes, reason: reason))
    }

    /// How many members a prune would remove. Needs MANAGE_GUILD and KICK_MEMBERS.
    ///
    /// - Parameters:
    ///   - days: Away for this many days, 1 to 30; 7 when left out.
    ///   - includeRoles: Roles that do not save their members, up to 100.
    public func pruneCount(days: Int? = nil, includeRoles: [RoleID] = []) async throws -> PruneResult {
        try await discord.send(.getPruneCount(of: guildID, days: days, includeRoles: includeRoles))
    }

    /// Removes members who have been away. Needs MANAGE_GUILD and KICK_MEMBERS.
    @discardableResult
    public func prune(_ members: PruneMembers, reason: String? = nil) async throws -> PruneResult {
        try await discord.send(.prune(guildID, members, reason: reason))
    }
}

extension All where Element == Ban, Owner == Guild {
    private var guildID: GuildID { owner.id }

    /// All bans by rising user id. Needs BAN_MEMBERS.
    ///
    /// - Parameters:
    ///   - after: Those after this user.
    ///   - limit: How many at most; all there are when left out.
    public func list(after: UserID? = nil, limit: Int? = nil) -> PagedSequence<Ban> {
        .keyset(from: after, limit: limit, pageSize: 1_000, key: { $0.user.id }) { [self] in
            try await discord.send(.listBans(of: guildID, limit: $1, after: $0))
        }
    }

    /// A user's ban; refused with code 10026 where there is none. Needs BAN_MEMBERS.
    public func fetch(_ user: UserID) async throws -> Ban { try await discord.send(.getBan(of: user, in: guildID)) }

    /// Bans a user, member or not. Needs BAN_MEMBERS.
    ///
    /// - Parameter deletingMessages: How far back messages are deleted, up to 7 days.
    public func create(
        _ user: UserID, deletingMessages: Duration = .zero, reason: String? = nil
    ) async throws {
        let seconds = Int(deletingMessages.components.seconds)
        let ban = CreateBan(deleteMessageSeconds: seconds == 0 ? nil : seconds)
        try await discord.send(.createBan(of: user, in: guildID, ban, reason: reason))
    }

    /// Bans up to 200 users at once. Needs BAN_MEMBERS and MANAGE_GUILD.
    ///
    /// - Parameter deletingMessages: How far back messages are deleted, up to 7 days.
    @discardableResult
    public func create(
        _ users: [UserID], deletingMessages: Duration = .zero, reason: String? = nil
    ) async throws -> BulkBanResult {
        let seconds = Int(deletingMessages.components.seconds)
        let ban = BulkBan(userIDs: users, deleteMessageSeconds: seconds == 0 ? nil : seconds)
        return try await discord.send(.bulkBan(ban, in: guildID, reason: reason))
    }

    /// Lifts a ban. Needs BAN_MEMBERS.
    public func remove(_ user: UserID, reason: String? = nil) async throws {
        try await discord.send(.removeBan(of: user, in: guildID, reason: reason))
    }
}

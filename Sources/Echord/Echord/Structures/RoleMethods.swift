public import EchordModel
public import EchordPrimitives

extension DiscordThing where Model == Role {
    /// Its id.
    public var roleID: RoleID { id }

    /// The guild's id.
    public var guildID: GuildID { GuildID(placeID) }

    /// Changes a role. Needs MANAGE_ROLES.
    @discardableResult
    public func edit(_ changes: EditRole, reason: String? = nil) async throws -> Live<Role> {
        try await live(.editRole(roleID, of: guildID, changes, reason: reason), of: guildID.rawValue)
    }

    /// Deletes a role. Needs MANAGE_ROLES.
    public func delete(reason: String? = nil) async throws {
        try await discord.send(.deleteRole(roleID, of: guildID, reason: reason))
    }

    /// Moves it to another place; the others make room. Needs MANAGE_ROLES.
    @discardableResult
    public func move(to position: Int, reason: String? = nil) async throws -> [Live<Role>] {
        try await live(
            .moveRoles([RolePosition(id: roleID, position: position)], of: guildID, reason: reason), of: placeID)
    }
}

extension All where Element == Role, Owner == Guild {
    private var guildID: GuildID { owner.id }

    /// All roles, out of the cache or else asked for.
    ///
    /// - Parameter force: Whether Discord is asked in any case.
    public func list(force: Bool = false) async throws -> [Live<Role>] {
        // A guild has one role at least, so an empty list means that none are kept.
        if !force, !cached.isEmpty { return cached }
        return try await live(.listRoles(of: guildID), of: guildID.rawValue)
    }

    /// Those in the cache, the last written first.
    public var cached: [Live<Role>] {
        discord.cache?.roles.all(in: guildID).map { discord.live($0, in: guildID) } ?? []
    }

    /// The role that everybody has.
    public var everyone: Remote<Role> { self[guildID.everyoneRole] }

    /// Makes a role. Needs MANAGE_ROLES.
    @discardableResult
    public func create(_ role: CreateRole = CreateRole(), reason: String? = nil) async throws -> Live<Role> {
        try await live(.createRole(role, in: guildID, reason: reason), of: guildID.rawValue)
    }

    /// Moves roles; the answer is all roles of the guild. Needs MANAGE_ROLES.
    @discardableResult
    public func reorder(_ positions: [RolePosition], reason: String? = nil) async throws -> [Live<Role>] {
        try await live(.moveRoles(positions, of: guildID, reason: reason), of: guildID.rawValue)
    }

    /// How many members each role has, without the default role.
    public func memberCounts() async throws -> [RoleID: Int] {
        try await discord.send(.getRoleMemberCounts(of: guildID))
    }
}

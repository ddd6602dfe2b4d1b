public import EchordPrimitives

/// Who stands above whom in a guild: by the highest role, and the owner above all.
///
/// Pure functions: hand in what the cache or an answer of the API holds.
///
/// <https://docs.discord.com/developers/topics/permissions#permission-hierarchy>
public struct RoleHierarchy: Sendable {
    /// The guild; its id is the default role's too.
    public let guild: GuildID
    /// Who owns the guild.
    public let owner: UserID
    private let roles: [RoleID: Role]

    /// A guild's roles, the default one among them.
    public init(guild: GuildID, owner: UserID, roles: [Role]) {
        self.guild = guild
        self.owner = owner
        self.roles = Dictionary(roles.map { ($0.id, $0) }) { first, _ in first }
    }

    /// The highest of a member's roles, which is the default one for a member without others.
    ///
    /// - Returns: `nil` when none of them is known.
    public func highest(of held: [RoleID]) -> Role? {
        (held + [guild.everyoneRole]).compactMap { roles[$0] }.max()
    }

    /// Whether a member stands above a role. A role that is not known is above everybody but the owner.
    public func outranks(_ user: UserID, holding held: [RoleID], _ role: RoleID) -> Bool {
        guard user != owner else { return true }
        guard let highest = highest(of: held), let role = roles[role] else { return false }
        return highest > role
    }

    /// Whether a member stands above another. Nobody stands above the owner, or above themselves.
    public func outranks(
        _ user: UserID, holding held: [RoleID], _ other: UserID, holding others: [RoleID]
    ) -> Bool {
        guard user != other, other != owner else { return false }
        guard user != owner else { return true }
        guard let highest = highest(of: held), let theirs = self.highest(of: others) else { return false }
        return highest > theirs
    }
}

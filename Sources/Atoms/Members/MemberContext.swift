public import EchordPrimitives

/// Who asks, as the guild knows them at this moment. The edge fills it in from Discord's own data.
public struct MemberContext: Hashable, Sendable {
    /// The member's account.
    public let userID: UserID
    /// The guild in which they ask.
    public let guildID: GuildID
    /// Their roles.
    public let roles: Set<RoleID>
    /// What they may do in the channel they ask in.
    public let permissions: Permissions
    /// The language of their client.
    public let locale: DiscordLocale

    /// A member with these roles and permissions.
    public init(
        userID: UserID, guildID: GuildID, roles: Set<RoleID> = [], permissions: Permissions = [],
        locale: DiscordLocale = .americanEnglish
    ) {
        self.userID = userID
        self.guildID = guildID
        self.roles = roles
        self.permissions = permissions
        self.locale = locale
    }

    /// Whether they look after all chores of the guild: Manage Messages, Manage Server or Administrator.
    public var isManager: Bool {
        !permissions.isDisjoint(with: [.administrator, .manageGuild, .manageMessages])
    }

    /// Whether they have the role; everyone has the guild's own.
    public func has(_ role: RoleID) -> Bool { role == guildID.everyoneRole || roles.contains(role) }
}

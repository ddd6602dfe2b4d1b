public import EchordPrimitives
public import JSON

/// Who is pinged by a message. The value without anything pings nobody.
///
/// <https://docs.discord.com/developers/resources/message#allowed-mentions-object>
@JSONModel
public struct AllowedMentions: Hashable, Sendable {
    /// What is read out of the text; a kind can not stand here and be listed below.
    public var parse: [AllowedMentionType] = []
    /// Roles that are pinged if the text names them, up to 100.
    public var roles: [RoleID]?
    /// Users that are pinged if the text names them, up to 100.
    public var users: [UserID]?
    /// Whether the author of the message that is answered is pinged.
    public var repliedUser: Bool?
}

extension AllowedMentions {
    /// Pings nobody, whatever the text says.
    public static let none = AllowedMentions()

    /// Pings whom the text names, except everyone.
    public static let usersAndRoles = AllowedMentions(parse: [.users, .roles])

    /// Pings everybody the text names.
    public static let all = AllowedMentions(parse: [.everyone, .users, .roles], repliedUser: true)

    /// Pings just these users.
    public static func users(_ users: [UserID], repliedUser: Bool? = nil) -> AllowedMentions {
        AllowedMentions(users: users, repliedUser: repliedUser)
    }

    /// Pings just these roles.
    public static func roles(_ roles: [RoleID]) -> AllowedMentions { AllowedMentions(roles: roles) }
}

extension AllowedMentions {
    /// Pings everyone and those who are online, if the text says so, and nobody else.
    public static let everyone = AllowedMentions(parse: [.everyone])

    /// Pings the author of the message that is answered, and nobody else.
    public static let repliedUser = AllowedMentions(repliedUser: true)

    /// Pings just these users and roles, if the text names them.
    public static func only(users: [UserID] = [], roles: [RoleID] = [], repliedUser: Bool? = nil) -> AllowedMentions {
        AllowedMentions(
            roles: roles.isEmpty ? nil : roles, users: users.isEmpty ? nil : users, repliedUser: repliedUser)
    }

    /// Whether somebody can be pinged at all.
    public var canPing: Bool {
        !parse.isEmpty || !(roles ?? []).isEmpty || !(users ?? []).isEmpty || repliedUser == true
    }
}

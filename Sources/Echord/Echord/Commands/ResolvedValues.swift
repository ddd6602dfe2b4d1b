public import EchordModel
public import EchordPrimitives

/// A user whom an option or a command names, with what they are in the guild.
public struct ResolvedMember: Hashable, Sendable {
    /// The account.
    public var user: User
    /// What they are in the guild, without the account; `nil` outside a guild, and for users who are no members.
    public var member: Member?

    /// A user, and what they are in the guild.
    public init(user: User, member: Member? = nil) {
        self.user = user
        self.member = member
    }

    /// The user's id.
    public var id: UserID { user.id }

    /// The name that is shown.
    public var displayName: String { member?.nick ?? user.displayName }

    init?(_ id: UserID, in resolved: ResolvedData) {
        guard let user = resolved.users[id] else { return nil }
        self.init(user: user, member: resolved.members[id])
    }
}

/// Whom an option of kind `MENTIONABLE` names.
public enum ResolvedMention: Hashable, Sendable {
    /// A user.
    case member(ResolvedMember)
    /// A role.
    case role(Role)
}

extension ResolvedMember: CommandOptionValue {
    /// `USER`.
    public static var optionType: CommandOptionType { .user }

    /// Takes the id of a user that came along.
    public init?(optionValue value: ChoiceValue, resolved: ResolvedData) {
        guard let id = UserID(optionValue: value) else { return nil }
        self.init(id, in: resolved)
    }
}

extension ResolvedMention: CommandOptionValue {
    /// `MENTIONABLE`.
    public static var optionType: CommandOptionType { .mentionable }

    /// Takes the id of a user or a role that came along.
    public init?(optionValue value: ChoiceValue, resolved: ResolvedData) {
        guard let id = GenericID(optionValue: value) else { return nil }
        if let member = ResolvedMember(id.cast(), in: resolved) {
            self = .member(member)
        } else if let role = resolved.roles[id.cast()] {
            self = .role(role)
        } else {
            return nil
        }
    }
}

extension User: CommandOptionValue {
    /// `USER`.
    public static var optionType: CommandOptionType { .user }

    /// Takes the id of a user that came along.
    public init?(optionValue value: ChoiceValue, resolved: ResolvedData) {
        guard let id = UserID(optionValue: value), let user = resolved.users[id] else { return nil }
        self = user
    }
}

extension Role: CommandOptionValue {
    /// `ROLE`.
    public static var optionType: CommandOptionType { .role }

    /// Takes the id of a role that came along.
    public init?(optionValue value: ChoiceValue, resolved: ResolvedData) {
        guard let id = RoleID(optionValue: value), let role = resolved.roles[id] else { return nil }
        self = role
    }
}

extension Channel: CommandOptionValue {
    /// `CHANNEL`.
    public static var optionType: CommandOptionType { .channel }

    /// Takes the id of a channel that came along; Discord sends it partially.
    public init?(optionValue value: ChoiceValue, resolved: ResolvedData) {
        guard let id = ChannelID(optionValue: value), let channel = resolved.channels[id] else { return nil }
        self = channel
    }
}

extension Attachment: CommandOptionValue {
    /// `ATTACHMENT`.
    public static var optionType: CommandOptionType { .attachment }

    /// Takes the id of a file that came along.
    public init?(optionValue value: ChoiceValue, resolved: ResolvedData) {
        guard let id = AttachmentID(optionValue: value), let file = resolved.attachments[id] else { return nil }
        self = file
    }
}

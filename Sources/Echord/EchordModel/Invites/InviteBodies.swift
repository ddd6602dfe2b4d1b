public import EchordPrimitives
public import JSON

/// What is sent to make an invite; what is left out is as in Discord's own client.
///
/// <https://docs.discord.com/developers/resources/channel#create-channel-invite>
@JSONModel
public struct CreateInvite: Hashable, Sendable {
    /// Seconds it lives, 0 for ever; 86,400 when left out.
    public var maxAge: Int?
    /// How often it can be used, up to 100, 0 for no limit.
    public var maxUses: Int?
    /// Whether it makes members only until they leave.
    @JSONKey("temporary") public var isTemporary: Bool?
    /// Whether it is a new one even if there is one like it.
    @JSONKey("unique") public var isUnique: Bool?
    /// What it shows in a voice channel.
    public var targetType: InviteTargetType?
    /// Whose stream.
    public var targetUserID: UserID?
    /// Which activity.
    public var targetApplicationID: ApplicationID?
    /// Up to 250 roles that it brings. Needs MANAGE_ROLES.
    @JSONKey("role_ids") public var roleIDs: [RoleID]?
}

/// What is sent to make an invite to a group. Discord describes it without a page.
@JSONModel
public struct CreateGroupInvite: Hashable, Sendable {
    /// Seconds it lives, 1 to 604,800.
    public var maxAge: Int?
}

/// How far Discord has come with the list of users who may use an invite.
///
/// <https://docs.discord.com/developers/resources/invite#get-target-users-job-status>
@JSONModel
public struct InviteTargetJob: Hashable, Sendable {
    /// How far.
    public var status: InviteTargetJobStatus
    /// Users in the list.
    public var totalUsers: Int
    /// Users that were looked at.
    public var processedUsers: Int
    /// When it began.
    public var createdAt: DiscordTimestamp?
    /// When it was done.
    public var completedAt: DiscordTimestamp?
    /// What went wrong.
    public var errorMessage: String?
}

/// How far Discord has come with a list of users.
///
/// <https://docs.discord.com/developers/resources/invite#get-target-users-job-status>
public struct InviteTargetJobStatus: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `UNSPECIFIED`.
    public static let unspecified = Self(rawValue: 0)
    /// `PROCESSING`.
    public static let processing = Self(rawValue: 1)
    /// `COMPLETED`.
    public static let completed = Self(rawValue: 2)
    /// `FAILED`.
    public static let failed = Self(rawValue: 3)

    /// Every described value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "UNSPECIFIED": .unspecified,
            "PROCESSING": .processing,
            "COMPLETED": .completed,
            "FAILED": .failed,
        ]
    }
}

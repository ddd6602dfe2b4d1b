public import EchordPrimitives
public import JSON

/// A user in a guild.
///
/// <https://docs.discord.com/developers/resources/guild#guild-member-object>
@JSONModel
public struct Member: Hashable, Sendable {
    /// The user; left out where the user stands beside the member.
    public var user: User?
    /// The name in this guild.
    public var nick: String?
    /// Hash of the picture in this guild.
    public var avatar: String?
    /// Hash of the banner in this guild.
    public var banner: String?
    /// The roles, without the default one.
    public var roles: [RoleID] = []
    /// When the user joined; `nil` for guests.
    public var joinedAt: DiscordTimestamp?
    /// Since when the user boosts.
    public var premiumSince: DiscordTimestamp?
    /// Whether deafened in voice channels; absent in interactions.
    @JSONKey("deaf") public var isDeaf: Bool?
    /// Whether muted in voice channels; absent in interactions.
    @JSONKey("mute") public var isMute: Bool?
    /// The flags.
    public var flags: MemberFlags?
    /// Whether membership screening is still to be passed.
    @JSONKey("pending") public var isPending: Bool = false
    /// What the member may do in the channel, overwrites counted; in interactions only.
    public var permissions: Permissions?
    /// When the timeout ends; a time in the past means there is none.
    public var communicationDisabledUntil: DiscordTimestamp?
    /// The frame around the picture in this guild.
    public var avatarDecorationData: AvatarDecoration?
    /// What the member has collected.
    public var collectibles: Collectibles?
}

extension Member {
    /// The name that is shown: this guild's, the global one, or the account's.
    public var displayName: String? { nick ?? user?.displayName }

    /// Whether a timeout runs at a moment.
    public func isTimedOut(at now: DiscordTimestamp) -> Bool { communicationDisabledUntil.map { $0 > now } ?? false }
}

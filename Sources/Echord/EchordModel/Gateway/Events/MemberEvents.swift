public import EchordPrimitives
public import JSON

/// Somebody left, or was made to.
///
/// <https://docs.discord.com/developers/events/gateway-events#guild-member-remove>
@JSONModel
public struct GuildMemberRemove: Hashable, Sendable, DispatchEvent {
    /// `GUILD_MEMBER_REMOVE`.
    public static let eventName = DispatchEventName.guildMemberRemove

    /// The guild.
    public var guildID: GuildID
    /// Who.
    public var user: User
}

/// A member changed.
///
/// <https://docs.discord.com/developers/events/gateway-events#guild-member-update>
@JSONModel
public struct GuildMemberUpdate: Hashable, Sendable, DispatchEvent {
    /// `GUILD_MEMBER_UPDATE`.
    public static let eventName = DispatchEventName.guildMemberUpdate

    /// The guild.
    public var guildID: GuildID
    /// The roles.
    public var roles: [RoleID] = []
    /// Who.
    public var user: User
    /// The name in this guild.
    public var nick: String?
    /// Hash of the picture in this guild.
    public var avatar: String?
    /// Hash of the banner in this guild.
    public var banner: String?
    /// When the user joined.
    public var joinedAt: DiscordTimestamp?
    /// Since when the user boosts.
    public var premiumSince: DiscordTimestamp?
    /// Whether deafened in voice channels.
    @JSONKey("deaf") public var isDeaf: Bool?
    /// Whether muted in voice channels.
    @JSONKey("mute") public var isMute: Bool?
    /// Whether membership screening is still to be passed.
    @JSONKey("pending") public var isPending: Bool?
    /// The flags.
    public var flags: MemberFlags?
    /// When the timeout ends.
    public var communicationDisabledUntil: DiscordTimestamp?
    /// The frame around the picture in this guild.
    public var avatarDecorationData: AvatarDecoration?
    /// What the member has collected.
    public var collectibles: Collectibles?
}

/// Members that were asked for.
///
/// <https://docs.discord.com/developers/events/gateway-events#guild-members-chunk>
@JSONModel
public struct GuildMembersChunk: Hashable, Sendable, DispatchEvent {
    /// `GUILD_MEMBERS_CHUNK`.
    public static let eventName = DispatchEventName.guildMembersChunk

    /// The guild.
    public var guildID: GuildID
    /// Up to 1000 members.
    public var members: [Member] = []
    /// The chunk's number, from 0.
    public var chunkIndex: Int
    /// How many chunks there are.
    public var chunkCount: Int
    /// Ids nobody has.
    public var notFound: [GenericID]?
    /// Their presences, when asked for.
    public var presences: [Presence]?
    /// What was given when asking.
    public var nonce: String?
}

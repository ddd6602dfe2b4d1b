public import EchordPrimitives
public import JSON

/// Something that leads into a guild or a group.
///
/// <https://docs.discord.com/developers/resources/invite#invite-object>
@JSONModel
public struct Invite: Hashable, Sendable {
    /// What it leads to.
    public var type: InviteType?
    /// Its code.
    public var code: String
    /// The guild, partially.
    public var guild: Guild?
    /// The channel, partially.
    public var channel: PartialChannel?
    /// Who made it.
    public var inviter: User?
    /// What it shows in a voice channel.
    public var targetType: InviteTargetType?
    /// Whose stream.
    public var targetUser: User?
    /// Which activity.
    public var targetApplication: PartialApplication?
    /// About how many are online.
    public var approximatePresenceCount: Int?
    /// About how many members.
    public var approximateMemberCount: Int?
    /// When it ends.
    public var expiresAt: DiscordTimestamp?
    /// The event it leads to.
    public var guildScheduledEvent: ScheduledEvent?
    /// Its flags.
    public var flags: Int?
    /// How often it was used.
    public var uses: Int?
    /// How often it can be used, 0 for no limit.
    public var maxUses: Int?
    /// Seconds it lives, 0 for ever.
    public var maxAge: Int?
    /// Whether it makes members only until they leave.
    @JSONKey("temporary") public var isTemporary: Bool?
    /// When it was made.
    public var createdAt: DiscordTimestamp?
    /// The guild.
    public var guildID: GuildID?
    /// The channel it leads to, within the guild. Discord describes it without a page.
    public var targetChannelID: ChannelID?
    /// The message it leads to. Discord describes it without a page.
    public var targetMessageID: MessageID?
    /// Roles that it brings, partially.
    public var roles: [InviteRole]?
    /// How much is going on in the guild. Discord describes it without a page.
    public var liveliness: GuildLiveliness?
    /// Whether who takes it may choose a nickname. Discord describes it without a page.
    @JSONKey("is_nickname_changeable") public var isNicknameChangeable: Bool?
    /// Whether it is from somebody known. Discord describes it without a page.
    @JSONKey("is_contact") public var isContact: Bool?
    /// How many friends there are; of a friend's invite.
    public var friendsCount: Int?
    /// The stage it leads to, in the form of old.
    public var stageInstance: JSONValue?
}

/// As much of a role as an invite tells.
@JSONModel
public struct InviteRole: Hashable, Sendable {
    /// The role's id.
    public var id: RoleID
    /// Its name.
    public var name: String
    /// Its place.
    public var position: Int = 0
    /// Its colour; Discord prefers ``colors``.
    public var color: Colour = Colour(rawValue: 0)
    /// Its colours.
    public var colors: RoleColors?
    /// Hash of its icon.
    public var icon: String?
    /// Its icon as an emoji.
    public var unicodeEmoji: String?
    /// What it allows.
    public var permissions: Permissions?
}

/// How much is going on in a guild. Discord describes it without a page.
@JSONModel
public struct GuildLiveliness: Hashable, Sendable {
    /// How much was written, by times of the day.
    @JSONKey("msg_activity_bins") public var messageActivity: [Int] = []
    /// When that was counted.
    @JSONKey("last_updated_ts") public var lastUpdatedAt: DiscordTimestamp?
}

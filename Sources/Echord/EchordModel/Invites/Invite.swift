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
    /// The stage it leads to, in the form of old.
    public var stageInstance: JSONValue?
}

public import EchordPrimitives
public import JSON

/// A channel or a thread of any kind; which fields are there depends on the kind.
///
/// <https://docs.discord.com/developers/resources/channel#channel-object>
@JSONModel
public struct Channel: Hashable, Sendable {
    /// The channel's id.
    public var id: ChannelID
    /// Its kind.
    public var type: ChannelType
    /// The guild; absent in direct messages and in some gateway events.
    public var guildID: GuildID?
    /// Its place; equal places are ordered by id.
    public var position: Int?
    /// What it allows and denies past the roles.
    public var permissionOverwrites: [PermissionOverwrite] = []
    /// Its name, 1 to 100 characters.
    public var name: String?
    /// What it is about.
    public var topic: String?
    /// Whether it is age-restricted.
    @JSONKey("nsfw") public var isNSFW: Bool?
    /// The last message, which may be gone; in a forum the last post.
    public var lastMessageID: MessageID?
    /// Bits a second of a voice channel.
    public var bitrate: Int?
    /// How many can be in a voice channel, 0 for no limit.
    public var userLimit: Int?
    /// Seconds between two messages of somebody.
    public var rateLimitPerUser: Int?
    /// The others in a direct message.
    public var recipients: [User] = []
    /// Hash of a group's icon.
    public var icon: String?
    /// Who made the group or the thread.
    public var ownerID: UserID?
    /// The application that made the group.
    public var applicationID: ApplicationID?
    /// Whether an application manages the group.
    @JSONKey("managed") public var isManaged: Bool?
    /// The category, or a thread's channel.
    public var parentID: ChannelID?
    /// When something was last pinned.
    public var lastPinTimestamp: DiscordTimestamp?
    /// The voice region; `nil` for automatic.
    public var rtcRegion: String?
    /// How sharp cameras are.
    public var videoQualityMode: VideoQualityMode?
    /// Messages in a thread, deleted ones not counted.
    public var messageCount: Int?
    /// Members of a thread, counted up to 50.
    public var memberCount: Int?
    /// What only threads have.
    public var threadMetadata: ThreadMetadata?
    /// The own membership in a thread.
    public var member: ThreadMember?
    /// Minutes after which new threads are archived.
    public var defaultAutoArchiveDuration: ThreadAutoArchiveDuration?
    /// What the user may do there; in interactions only.
    public var permissions: Permissions?
    /// What the bot may do there; in interactions only.
    public var appPermissions: Permissions?
    /// Its flags.
    public var flags: ChannelFlags?
    /// Messages ever sent in a thread.
    public var totalMessageSent: Int?
    /// Tags a forum offers.
    public var availableTags: [ForumTag]?
    /// Tags a post has.
    public var appliedTags: [ForumTagID]?
    /// The emoji of a forum's reaction button.
    public var defaultReactionEmoji: DefaultReaction?
    /// Slow mode of new threads.
    public var defaultThreadRateLimitPerUser: Int?
    /// How posts are sorted.
    public var defaultSortOrder: ForumSortOrder?
    /// How posts are laid out.
    public var defaultForumLayout: ForumLayout?
    /// Whether a search of posts asks for all of its tags or some.
    public var defaultTagSetting: ThreadTagSetting?
    /// In THREAD_CREATE, whether the thread is new rather than newly seen.
    @JSONKey("newly_created") public var isNewlyCreated: Bool?
}

extension Channel {
    /// Links the channel in a message.
    public var mention: String { id.mention }

    /// Whether Discord hides the channel from the application: its name and content are not the real ones.
    public var isObfuscated: Bool { flags?.contains(.obfuscated) ?? false }

    /// What the permission calculator wants to know; for a thread hand in the parent's overwrites.
    public var permissionKind: PermissionCalculator.ChannelKind {
        if type.isThread { return .thread(isPrivate: type == .privateThread, isMember: member != nil) }
        return type.isVoice ? .voice : .text
    }
}

/// What only threads have.
///
/// <https://docs.discord.com/developers/resources/channel#thread-metadata-object>
@JSONModel
public struct ThreadMetadata: Hashable, Sendable {
    /// Whether it is archived.
    @JSONKey("archived") public var isArchived: Bool
    /// Minutes without activity after which it is archived.
    public var autoArchiveDuration: ThreadAutoArchiveDuration
    /// When it was last archived or brought back.
    public var archiveTimestamp: DiscordTimestamp?
    /// Whether only thread managers can bring it back.
    @JSONKey("locked") public var isLocked: Bool = false
    /// Whether members can add others to a private thread.
    @JSONKey("invitable") public var isInvitable: Bool?
    /// When it was made; absent before 2022.
    public var createTimestamp: DiscordTimestamp?
}

/// Somebody in a thread.
///
/// <https://docs.discord.com/developers/resources/channel#thread-member-object>
@JSONModel
public struct ThreadMember: Hashable, Sendable {
    /// The thread; absent in GUILD_CREATE.
    public var id: ChannelID?
    /// Who; absent in GUILD_CREATE.
    public var userID: UserID?
    /// When the user last joined.
    public var joinTimestamp: DiscordTimestamp
    /// Notification settings.
    public var flags: ThreadMemberFlags = []
    /// The member, when asked for.
    public var member: Box<Member>?
}

/// A tag of a forum.
///
/// <https://docs.discord.com/developers/resources/channel#forum-tag-object>
@JSONModel
public struct ForumTag: Hashable, Sendable {
    /// The tag's id; left out for a new tag.
    public var id: ForumTagID?
    /// Its name, up to 20 characters.
    public var name: String
    /// Whether only thread managers can use it.
    @JSONKey("moderated") public var isModerated: Bool?
    /// Its custom emoji.
    public var emojiID: EmojiID?
    /// Its standard emoji.
    public var emojiName: String?
}

/// The emoji of a forum's reaction button.
///
/// <https://docs.discord.com/developers/resources/channel#default-reaction-object>
@JSONModel
public struct DefaultReaction: Hashable, Sendable {
    /// A custom emoji.
    public var emojiID: EmojiID?
    /// A standard emoji.
    public var emojiName: String?
}

/// An announcement channel that is followed.
///
/// <https://docs.discord.com/developers/resources/channel#followed-channel-object>
@JSONModel
public struct FollowedChannel: Hashable, Sendable {
    /// The source.
    public var channelID: ChannelID
    /// What posts in the target.
    public var webhookID: WebhookID
}

public import EchordPrimitives
public import JSON

/// What new guilds can be made like.
///
/// <https://docs.discord.com/developers/resources/guild-template#guild-template-object>
@JSONModel
public struct GuildTemplate: Hashable, Sendable {
    /// Its code.
    public var code: String
    /// Its name.
    public var name: String
    /// What it is for.
    public var description: String?
    /// How often it was used.
    public var usageCount: Int = 0
    /// Who made it.
    public var creatorID: UserID
    /// Who made it.
    public var creator: User?
    /// When it was made.
    public var createdAt: DiscordTimestamp
    /// When it was last brought up to date.
    public var updatedAt: DiscordTimestamp
    /// The guild it was made from.
    public var sourceGuildID: GuildID
    /// What new guilds look like.
    public var serializedSourceGuild: GuildSnapshot
    /// Whether the guild has changed since.
    @JSONKey("is_dirty") public var isDirty: Bool?
}

/// A guild as a template keeps it.
///
/// <https://docs.discord.com/developers/resources/guild-template#guild-template-object>
@JSONModel
public struct GuildSnapshot: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// What it is about.
    public var description: String?
    /// The voice region of old.
    public var region: String?
    /// Hash of its icon.
    public var iconHash: String?
    /// What an account needs before it may write.
    public var verificationLevel: VerificationLevel?
    /// What people are notified of unless they choose.
    public var defaultMessageNotifications: MessageNotificationLevel?
    /// Whose media is looked at.
    public var explicitContentFilter: ExplicitContentFilterLevel?
    /// Its language.
    public var preferredLocale: DiscordLocale?
    /// Where idle people are moved: a number within the template.
    public var afkChannelID: GenericID?
    /// After how many seconds.
    public var afkTimeout: Int?
    /// Where notices are posted: a number within the template.
    public var systemChannelID: GenericID?
    /// Notices that are left out.
    public var systemChannelFlags: SystemChannelFlags?
    /// The roles.
    public var roles: [TemplateRole] = []
    /// The channels.
    public var channels: [TemplateChannel] = []
}

/// A role as a template keeps it.
///
/// <https://docs.discord.com/developers/resources/guild-template#guild-template-object>
@JSONModel
public struct TemplateRole: Hashable, Sendable {
    /// A number within the template; 0 for the default role.
    public var id: Int
    /// Its name.
    public var name: String
    /// What it allows.
    public var permissions: Permissions
    /// Its colour.
    public var color: Colour?
    /// Its colours.
    public var colors: RoleColors?
    /// Whether members are listed under it.
    @JSONKey("hoist") public var isHoisted: Bool = false
    /// Whether everybody may mention it.
    @JSONKey("mentionable") public var isMentionable: Bool = false
    /// Hash of its icon.
    public var icon: String?
    /// Its icon as an emoji.
    public var unicodeEmoji: String?
}

/// A channel as a template keeps it.
///
/// <https://docs.discord.com/developers/resources/guild-template#guild-template-object>
@JSONModel
public struct TemplateChannel: Hashable, Sendable {
    /// A number within the template.
    public var id: Int?
    /// Its kind.
    public var type: ChannelType
    /// Its name.
    public var name: String?
    /// Its place.
    public var position: Int?
    /// What it is about.
    public var topic: String?
    /// Bits a second of a voice channel.
    public var bitrate: Int?
    /// How many can be in a voice channel, 0 for no limit.
    public var userLimit: Int?
    /// Whether it is age-restricted.
    @JSONKey("nsfw") public var isNSFW: Bool?
    /// Seconds between two messages of somebody.
    public var rateLimitPerUser: Int?
    /// The category: a number within the template.
    public var parentID: GenericID?
    /// Minutes after which new threads are archived.
    public var defaultAutoArchiveDuration: ThreadAutoArchiveDuration?
    /// What it allows and denies past the roles.
    public var permissionOverwrites: [PermissionOverwrite] = []
    /// Tags a forum offers.
    public var availableTags: [TemplateTag]?
    /// What kind of channel it was made like.
    public var template: String?
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
    /// Its colour.
    public var themeColor: Colour?
}

/// A tag of a forum as a template keeps it.
@JSONModel
public struct TemplateTag: Hashable, Sendable {
    /// A number within the template.
    public var id: Int?
    /// Its name.
    public var name: String
    /// Its custom emoji.
    public var emojiID: EmojiID?
    /// Its standard emoji.
    public var emojiName: String?
    /// Whether only thread managers can use it.
    @JSONKey("moderated") public var isModerated: Bool?
}

/// What is sent to make a template.
///
/// <https://docs.discord.com/developers/resources/guild-template#create-guild-template>
@JSONModel
public struct CreateTemplate: Hashable, Sendable {
    /// Its name, 1 to 100 characters.
    public var name: String
    /// What it is for, up to 120 characters.
    public var description: String?
}

/// What is sent to change a template.
///
/// <https://docs.discord.com/developers/resources/guild-template#modify-guild-template>
@JSONModel
public struct EditTemplate: Hashable, Sendable {
    /// Its name, 1 to 100 characters.
    public var name: String?
    /// What it is for, up to 120 characters.
    public var description: Patch<String> = .keep
}

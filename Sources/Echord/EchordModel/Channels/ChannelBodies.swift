public import EchordPrimitives
public import JSON
public import Telemetry

/// What is sent to make a channel; which parts fit depends on its kind.
///
/// <https://docs.discord.com/developers/resources/guild#create-guild-channel>
@JSONModel
public struct CreateChannel: Hashable, Sendable {
    /// Its name, 1 to 100 characters.
    public var name: String
    /// Its kind; a text channel when left out.
    public var type: ChannelType?
    /// What it is about, up to 1024 characters, in a forum 4096.
    public var topic: String?
    /// Bits a second of a voice channel, from 8000 on.
    public var bitrate: Int?
    /// How many can be in a voice channel, 0 for no limit.
    public var userLimit: Int?
    /// Seconds between two messages of somebody, up to 21,600.
    public var rateLimitPerUser: Int?
    /// Its place.
    public var position: Int?
    /// What it allows and denies past the roles, up to 100 entries.
    public var permissionOverwrites: [PermissionOverwrite]?
    /// The category.
    public var parentID: ChannelID?
    /// Whether it is age-restricted.
    @JSONKey("nsfw") public var isNSFW: Bool?
    /// The voice region; automatic when left out.
    public var rtcRegion: String?
    /// How sharp cameras are.
    public var videoQualityMode: VideoQualityMode?
    /// Minutes after which new threads are archived.
    public var defaultAutoArchiveDuration: ThreadAutoArchiveDuration?
    /// The emoji of a forum's reaction button.
    public var defaultReactionEmoji: DefaultReaction?
    /// Up to 20 tags a forum offers.
    public var availableTags: [ForumTag]?
    /// How posts are sorted.
    public var defaultSortOrder: ForumSortOrder?
    /// How posts are laid out.
    public var defaultForumLayout: ForumLayout?
    /// Whether a search of posts asks for all of its tags or some.
    public var defaultTagSetting: ThreadTagSetting?
    /// Slow mode of new threads, up to 21,600 seconds.
    public var defaultThreadRateLimitPerUser: Int?
}

/// What is sent to change a guild's channel; `keep` leaves a part as it is, `clear` takes it away.
///
/// <https://docs.discord.com/developers/resources/channel#modify-channel-json-params-guild-channel>
@JSONModel
public struct EditChannel: Hashable, Sendable {
    /// Its name, 1 to 100 characters.
    public var name: String?
    /// Its kind; text and announcement channels can become each other.
    public var type: Patch<ChannelType> = .keep
    /// Its place.
    public var position: Patch<Int> = .keep
    /// What it is about, up to 1024 characters, in a forum 4096.
    public var topic: Patch<String> = .keep
    /// Whether it is age-restricted.
    @JSONKey("nsfw") public var isNSFW: Patch<Bool> = .keep
    /// Seconds between two messages of somebody, up to 21,600.
    public var rateLimitPerUser: Patch<Int> = .keep
    /// Bits a second of a voice channel, from 8000 on.
    public var bitrate: Patch<Int> = .keep
    /// How many can be in a voice channel, 0 for no limit.
    public var userLimit: Patch<Int> = .keep
    /// What it allows and denies past the roles, all of it, up to 100 entries.
    public var permissionOverwrites: Patch<[PermissionOverwrite]> = .keep
    /// The category.
    public var parentID: Patch<ChannelID> = .keep
    /// The voice region; `clear` for automatic.
    public var rtcRegion: Patch<String> = .keep
    /// How sharp cameras are.
    public var videoQualityMode: Patch<VideoQualityMode> = .keep
    /// Minutes after which new threads are archived.
    public var defaultAutoArchiveDuration: Patch<ThreadAutoArchiveDuration> = .keep
    /// Its flags; of a forum `requireTag`, of a media channel `hideMediaDownloadOptions` too.
    public var flags: Patch<ChannelFlags> = .keep
    /// Up to 20 tags a forum offers, all of them.
    public var availableTags: Patch<[ForumTag]> = .keep
    /// The emoji of a forum's reaction button.
    public var defaultReactionEmoji: Patch<DefaultReaction> = .keep
    /// Slow mode of new threads, up to 21,600 seconds.
    public var defaultThreadRateLimitPerUser: Patch<Int> = .keep
    /// How posts are sorted.
    public var defaultSortOrder: Patch<ForumSortOrder> = .keep
    /// How posts are laid out.
    public var defaultForumLayout: Patch<ForumLayout> = .keep
    /// Whether a search of posts asks for all of its tags or some.
    public var defaultTagSetting: Patch<ThreadTagSetting> = .keep
}

/// What is sent to change a thread; `keep` leaves a part as it is, `clear` takes it away.
///
/// <https://docs.discord.com/developers/resources/channel#modify-channel-json-params-thread>
@JSONModel
public struct EditThread: Hashable, Sendable {
    /// Its name, 1 to 100 characters.
    public var name: Patch<String> = .keep
    /// Whether it is archived.
    @JSONKey("archived") public var isArchived: Patch<Bool> = .keep
    /// Minutes without activity after which it is archived.
    public var autoArchiveDuration: Patch<ThreadAutoArchiveDuration> = .keep
    /// Whether only thread managers can bring it back.
    @JSONKey("locked") public var isLocked: Patch<Bool> = .keep
    /// Whether members can add others to a private thread.
    @JSONKey("invitable") public var isInvitable: Patch<Bool> = .keep
    /// Seconds between two messages of somebody, up to 21,600.
    public var rateLimitPerUser: Patch<Int> = .keep
    /// Its flags; of a post `pinned`.
    public var flags: Patch<ChannelFlags> = .keep
    /// Up to five tags a post has, all of them.
    public var appliedTags: Patch<[ForumTagID]> = .keep
    /// Bits a second of a thread's voice, from 8000 on.
    public var bitrate: Patch<Int> = .keep
    /// How many can be in a thread's voice, up to 99, 0 for no limit.
    public var userLimit: Patch<Int> = .keep
    /// The voice region; `clear` for automatic.
    public var rtcRegion: Patch<String> = .keep
    /// How sharp cameras are.
    public var videoQualityMode: Patch<VideoQualityMode> = .keep
}

/// What is sent to change a group's channel; `keep` leaves a part as it is, `clear` takes it away.
///
/// <https://docs.discord.com/developers/resources/channel#modify-channel-json-params-group-dm>
@JSONModel
public struct EditGroupChannel: Hashable, Sendable {
    /// Its name, up to 100 characters.
    public var name: Patch<String> = .keep
    /// Its icon.
    public var icon: Patch<DataURI> = .keep
}

/// The place that a channel is to have.
///
/// <https://docs.discord.com/developers/resources/guild#modify-guild-channel-positions>
@JSONModel
public struct ChannelPosition: Hashable, Sendable {
    /// The channel.
    public var id: ChannelID
    /// Its place; `clear` for the one that its id gives.
    public var position: Patch<Int> = .keep
    /// The category it moves to.
    public var parentID: Patch<ChannelID> = .keep
    /// Whether it takes the permissions of the category it moves to.
    @JSONKey("lock_permissions") public var takesPermissions: Patch<Bool> = .keep
}

/// What is sent to allow and deny somebody something in a channel.
///
/// <https://docs.discord.com/developers/resources/channel#edit-channel-permissions>
@JSONModel
public struct EditPermissionOverwrite: Hashable, Sendable {
    /// Whether it is for a role or a member.
    public var type: OverwriteKind
    /// What is allowed; nothing when left out.
    public var allow: Permissions?
    /// What is denied; nothing when left out.
    public var deny: Permissions?
}

/// The channel that follows another one.
///
/// <https://docs.discord.com/developers/resources/channel#follow-announcement-channel>
@JSONModel
public struct FollowChannel: Hashable, Sendable {
    /// Where the announcements are to come.
    public var webhookChannelID: ChannelID
}

/// What is sent to add somebody to a group.
///
/// <https://docs.discord.com/developers/resources/channel#group-dm-add-recipient>
@JSONModel
public struct AddGroupRecipient: Hashable, Sendable {
    /// The user's access token (scope `gdm.join`).
    public var accessToken: Secret<String>?
    /// The name in the group.
    public var nick: String?
}

/// What a voice channel says about itself.
///
/// <https://docs.discord.com/developers/resources/channel#set-voice-channel-status>
@JSONModel
public struct VoiceStatus: Hashable, Sendable {
    /// The text, up to 500 characters; `clear` takes it away.
    public var status: Patch<String> = .keep
}

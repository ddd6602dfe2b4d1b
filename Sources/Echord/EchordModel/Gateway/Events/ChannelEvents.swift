public import EchordPrimitives
public import JSON

/// Something was pinned, or no longer is.
///
/// <https://docs.discord.com/developers/events/gateway-events#channel-pins-update>
@JSONModel
public struct ChannelPinsUpdate: Hashable, Sendable, DispatchEvent {
    /// `CHANNEL_PINS_UPDATE`.
    public static let eventName = DispatchEventName.channelPinsUpdate

    /// The guild.
    public var guildID: GuildID?
    /// The channel.
    public var channelID: ChannelID
    /// When something was last pinned.
    public var lastPinTimestamp: DiscordTimestamp?
}

/// The fleeting facts of channels that were asked for.
///
/// <https://docs.discord.com/developers/events/gateway-events#channel-info>
@JSONModel
public struct ChannelInfo: Hashable, Sendable, DispatchEvent {
    /// `CHANNEL_INFO`.
    public static let eventName = DispatchEventName.channelInfo

    /// The guild.
    public var guildID: GuildID
    /// The facts by channel.
    public var channels: [ChannelInfoEntry] = []
}

/// A thread was deleted.
///
/// <https://docs.discord.com/developers/events/gateway-events#thread-delete>
@JSONModel
public struct ThreadDelete: Hashable, Sendable, DispatchEvent {
    /// `THREAD_DELETE`.
    public static let eventName = DispatchEventName.threadDelete

    /// The thread's id.
    public var id: ChannelID
    /// The guild.
    public var guildID: GuildID
    /// The channel it was in.
    public var parentID: ChannelID?
    /// Its kind.
    public var type: ChannelType
}

/// The bot has come to see threads it did not see before.
///
/// <https://docs.discord.com/developers/events/gateway-events#thread-list-sync>
@JSONModel
public struct ThreadListSync: Hashable, Sendable, DispatchEvent {
    /// `THREAD_LIST_SYNC`.
    public static let eventName = DispatchEventName.threadListSync

    /// The guild.
    public var guildID: GuildID
    /// The channels all of whose threads are here; absent for the whole guild.
    @JSONKey("channel_ids") public var channelIDs: [ChannelID]?
    /// Every active thread there.
    public var threads: [Channel] = []
    /// The bot's own memberships.
    public var members: [ThreadMember] = []
}

/// The bot's own membership in a thread changed.
///
/// <https://docs.discord.com/developers/events/gateway-events#thread-member-update>
@JSONModel
public struct ThreadMemberUpdate: Hashable, Sendable, DispatchEvent {
    /// `THREAD_MEMBER_UPDATE`.
    public static let eventName = DispatchEventName.threadMemberUpdate

    /// The thread.
    public var id: ChannelID?
    /// The bot.
    public var userID: UserID?
    /// When it last joined.
    public var joinTimestamp: DiscordTimestamp
    /// Notification settings.
    public var flags: ThreadMemberFlags = []
    /// The member.
    public var member: Member?
    /// The guild.
    public var guildID: GuildID
}

/// Somebody joined or left a thread.
///
/// <https://docs.discord.com/developers/events/gateway-events#thread-members-update>
@JSONModel
public struct ThreadMembersUpdate: Hashable, Sendable, DispatchEvent {
    /// `THREAD_MEMBERS_UPDATE`.
    public static let eventName = DispatchEventName.threadMembersUpdate

    /// The thread.
    public var id: ChannelID
    /// The guild.
    public var guildID: GuildID
    /// How many there are, counted up to 50.
    public var memberCount: Int
    /// Who joined.
    public var addedMembers: [ThreadMember] = []
    /// Who left.
    @JSONKey("removed_member_ids") public var removedMemberIDs: [UserID] = []
}

/// A voice channel's status changed.
///
/// <https://docs.discord.com/developers/events/gateway-events#voice-channel-status-update>
@JSONModel
public struct VoiceChannelStatusUpdate: Hashable, Sendable, DispatchEvent {
    /// `VOICE_CHANNEL_STATUS_UPDATE`.
    public static let eventName = DispatchEventName.voiceChannelStatusUpdate

    /// The channel.
    public var id: ChannelID
    /// The guild.
    public var guildID: GuildID
    /// The status.
    public var status: String?
}

/// People began or ended to be in a voice channel.
///
/// <https://docs.discord.com/developers/events/gateway-events#voice-channel-start-time-update>
@JSONModel
public struct VoiceChannelStartTimeUpdate: Hashable, Sendable, DispatchEvent {
    /// `VOICE_CHANNEL_START_TIME_UPDATE`.
    public static let eventName = DispatchEventName.voiceChannelStartTimeUpdate

    /// The channel.
    public var id: ChannelID
    /// The guild.
    public var guildID: GuildID
    /// Since when, in seconds since 1970.
    public var voiceStartTime: Int64?
}

/// A channel's webhooks changed.
///
/// <https://docs.discord.com/developers/events/gateway-events#webhooks-update>
@JSONModel
public struct WebhooksUpdate: Hashable, Sendable, DispatchEvent {
    /// `WEBHOOKS_UPDATE`.
    public static let eventName = DispatchEventName.webhooksUpdate

    /// The guild.
    public var guildID: GuildID
    /// The channel.
    public var channelID: ChannelID
}

/// A channel was made.
///
/// <https://docs.discord.com/developers/events/gateway-events#channel-create>
public struct ChannelCreate: Hashable, Sendable, DispatchEvent {
    /// `CHANNEL_CREATE`.
    public static let eventName = DispatchEventName.channelCreate
    /// What the event is about.
    public var channel: Channel

    /// An event.
    public init(channel: Channel) { self.channel = channel }

    /// Reads the payload, which is what the event is about.
    public init(json: JSONReader) throws(JSONError) { channel = try Channel(json: json) }

    /// Writes the payload.
    public func encode(to writer: inout JSONWriter) { channel.encode(to: &writer) }
}

/// A channel changed.
///
/// <https://docs.discord.com/developers/events/gateway-events#channel-update>
public struct ChannelUpdate: Hashable, Sendable, DispatchEvent {
    /// `CHANNEL_UPDATE`.
    public static let eventName = DispatchEventName.channelUpdate
    /// What the event is about.
    public var channel: Channel

    /// An event.
    public init(channel: Channel) { self.channel = channel }

    /// Reads the payload, which is what the event is about.
    public init(json: JSONReader) throws(JSONError) { channel = try Channel(json: json) }

    /// Writes the payload.
    public func encode(to writer: inout JSONWriter) { channel.encode(to: &writer) }
}

/// A channel was deleted.
///
/// <https://docs.discord.com/developers/events/gateway-events#channel-delete>
public struct ChannelDelete: Hashable, Sendable, DispatchEvent {
    /// `CHANNEL_DELETE`.
    public static let eventName = DispatchEventName.channelDelete
    /// What the event is about.
    public var channel: Channel

    /// An event.
    public init(channel: Channel) { self.channel = channel }

    /// Reads the payload, which is what the event is about.
    public init(json: JSONReader) throws(JSONError) { channel = try Channel(json: json) }

    /// Writes the payload.
    public func encode(to writer: inout JSONWriter) { channel.encode(to: &writer) }
}

/// A thread was made, or the bot was added to a private one.
///
/// <https://docs.discord.com/developers/events/gateway-events#thread-create>
public struct ThreadCreate: Hashable, Sendable, DispatchEvent {
    /// `THREAD_CREATE`.
    public static let eventName = DispatchEventName.threadCreate
    /// What the event is about.
    public var thread: Channel

    /// An event.
    public init(thread: Channel) { self.thread = thread }

    /// Reads the payload, which is what the event is about.
    public init(json: JSONReader) throws(JSONError) { thread = try Channel(json: json) }

    /// Writes the payload.
    public func encode(to writer: inout JSONWriter) { thread.encode(to: &writer) }
}

/// A thread changed.
///
/// <https://docs.discord.com/developers/events/gateway-events#thread-update>
public struct ThreadUpdate: Hashable, Sendable, DispatchEvent {
    /// `THREAD_UPDATE`.
    public static let eventName = DispatchEventName.threadUpdate
    /// What the event is about.
    public var thread: Channel

    /// An event.
    public init(thread: Channel) { self.thread = thread }

    /// Reads the payload, which is what the event is about.
    public init(json: JSONReader) throws(JSONError) { thread = try Channel(json: json) }

    /// Writes the payload.
    public func encode(to writer: inout JSONWriter) { thread.encode(to: &writer) }
}

public import EchordPrimitives
public import JSON

/// What is sent to announce an event; which parts must be there depends on where it takes place.
///
/// <https://docs.discord.com/developers/resources/guild-scheduled-event#create-guild-scheduled-event>
@JSONModel
public struct CreateScheduledEvent: Hashable, Sendable {
    /// Its name, 1 to 100 characters.
    public var name: String
    /// Who sees it.
    public var privacyLevel: ScheduledEventPrivacyLevel
    /// When it begins.
    public var scheduledStartTime: DiscordTimestamp
    /// When it ends; needed of one outside.
    public var scheduledEndTime: DiscordTimestamp?
    /// Where it takes place.
    public var entityType: ScheduledEventEntityType
    /// The channel; needed of all but those outside.
    public var channelID: ChannelID?
    /// More about the place; needed of one outside.
    public var entityMetadata: ScheduledEventMetadata?
    /// What it is about, up to 1000 characters.
    public var description: String?
    /// Its picture.
    public var image: DataURI?
    /// How it comes back.
    public var recurrenceRule: RecurrenceRule?
}

/// What is sent to change an event; `keep` leaves a part as it is, `clear` takes it away.
///
/// <https://docs.discord.com/developers/resources/guild-scheduled-event#modify-guild-scheduled-event>
@JSONModel
public struct EditScheduledEvent: Hashable, Sendable {
    /// Its name, 1 to 100 characters.
    public var name: String?
    /// Who sees it.
    public var privacyLevel: ScheduledEventPrivacyLevel?
    /// When it begins.
    public var scheduledStartTime: DiscordTimestamp?
    /// When it ends.
    public var scheduledEndTime: Patch<DiscordTimestamp> = .keep
    /// Where it takes place; to move it outside, clear the channel.
    public var entityType: Patch<ScheduledEventEntityType> = .keep
    /// The channel.
    public var channelID: Patch<ChannelID> = .keep
    /// More about the place.
    public var entityMetadata: Patch<ScheduledEventMetadata> = .keep
    /// What it is about, up to 1000 characters.
    public var description: Patch<String> = .keep
    /// How far it has come.
    public var status: Patch<ScheduledEventStatus> = .keep
    /// Its picture.
    public var image: Patch<DataURI> = .keep
    /// How it comes back.
    public var recurrenceRule: Patch<RecurrenceRule> = .keep
}

/// What is sent to move one time of an event that comes back, or to drop it. Discord describes it without a page.
@JSONModel
public struct CreateEventException: Hashable, Sendable {
    /// Which time: when it would have begun.
    public var originalScheduledStartTime: DiscordTimestamp
    /// When it begins instead.
    public var scheduledStartTime: DiscordTimestamp?
    /// When it ends instead.
    public var scheduledEndTime: DiscordTimestamp?
    /// Whether it does not take place.
    @JSONKey("is_canceled") public var isCanceled: Bool?
}

/// What is sent to change an exception; `keep` leaves a part as it is, `clear` takes it away.
@JSONModel
public struct EditEventException: Hashable, Sendable {
    /// When it begins instead.
    public var scheduledStartTime: Patch<DiscordTimestamp> = .keep
    /// When it ends instead.
    public var scheduledEndTime: Patch<DiscordTimestamp> = .keep
    /// Whether it does not take place.
    @JSONKey("is_canceled") public var isCanceled: Patch<Bool> = .keep
}

/// One time of an event that comes back which is moved or dropped. Discord describes it without a page.
@JSONModel
public struct ScheduledEventException: Hashable, Sendable {
    /// The event.
    public var eventID: ScheduledEventID
    /// The exception's id, which says which time it is.
    public var eventExceptionID: ScheduledEventExceptionID
    /// When it begins instead.
    public var scheduledStartTime: DiscordTimestamp?
    /// When it ends instead.
    public var scheduledEndTime: DiscordTimestamp?
    /// Whether it does not take place.
    @JSONKey("is_canceled") public var isCanceled: Bool = false
}

/// How many want to come to an event. Discord describes it without a page.
@JSONModel
public struct ScheduledEventUserCounts: Hashable, Sendable {
    /// To all times of it.
    public var guildScheduledEventCount: Int
    /// To single ones.
    public var guildScheduledEventExceptionCounts: [ScheduledEventExceptionID: Int] = [:]
}

/// What is sent to open a stage.
///
/// <https://docs.discord.com/developers/resources/stage-instance#create-stage-instance>
@JSONModel
public struct CreateStageInstance: Hashable, Sendable {
    /// The stage channel.
    public var channelID: ChannelID
    /// What is spoken about, 1 to 120 characters.
    public var topic: String
    /// Who sees it; the guild only when left out.
    public var privacyLevel: StagePrivacyLevel?
    /// Whether everybody is notified. Needs MENTION_EVERYONE.
    public var sendStartNotification: Bool?
    /// The scheduled event it belongs to.
    public var guildScheduledEventID: ScheduledEventID?
}

/// What is sent to change a stage.
///
/// <https://docs.discord.com/developers/resources/stage-instance#modify-stage-instance>
@JSONModel
public struct EditStageInstance: Hashable, Sendable {
    /// What is spoken about, 1 to 120 characters.
    public var topic: String?
    /// Who sees it.
    public var privacyLevel: StagePrivacyLevel?
}

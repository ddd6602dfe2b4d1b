public import EchordPrimitives
public import JSON

/// An event that is announced in a guild.
///
/// <https://docs.discord.com/developers/resources/guild-scheduled-event#guild-scheduled-event-object>
@JSONModel
public struct ScheduledEvent: Hashable, Sendable {
    /// The event's id.
    public var id: ScheduledEventID
    /// The guild.
    public var guildID: GuildID
    /// Where it takes place, if in a channel.
    public var channelID: ChannelID?
    /// Who announced it.
    public var creatorID: UserID?
    /// Its name, 1 to 100 characters.
    public var name: String
    /// What it is about, up to 1000 characters.
    public var description: String?
    /// When it begins.
    public var scheduledStartTime: DiscordTimestamp
    /// When it ends.
    public var scheduledEndTime: DiscordTimestamp?
    /// Who sees it.
    public var privacyLevel: ScheduledEventPrivacyLevel
    /// How far it has come.
    public var status: ScheduledEventStatus
    /// Where it takes place.
    public var entityType: ScheduledEventEntityType
    /// The stage it belongs to.
    public var entityID: GenericID?
    /// More about the place.
    public var entityMetadata: ScheduledEventMetadata?
    /// Who announced it.
    public var creator: User?
    /// How many want to come.
    public var userCount: Int?
    /// Hash of its picture.
    public var image: String?
    /// How it comes back.
    public var recurrenceRule: RecurrenceRule?
    /// Times of it that are moved or dropped. Discord describes it without a page.
    public var guildScheduledEventExceptions: [ScheduledEventException] = []
    /// Whether the asking user wants to come. Discord describes it without a page.
    public var userRSVP: Box<ScheduledEventUser>?
}

/// More about the place of a scheduled event.
///
/// <https://docs.discord.com/developers/resources/guild-scheduled-event#guild-scheduled-event-object-guild-scheduled-event-entity-metadata>
@JSONModel
public struct ScheduledEventMetadata: Hashable, Sendable {
    /// The place, 1 to 100 characters.
    public var location: String?
}

/// How a scheduled event comes back.
///
/// <https://docs.discord.com/developers/resources/guild-scheduled-event#guild-scheduled-event-recurrence-rule-object>
@JSONModel
public struct RecurrenceRule: Hashable, Sendable {
    /// From when on.
    public var start: DiscordTimestamp
    /// Until when.
    public var end: DiscordTimestamp?
    /// How often.
    public var frequency: RecurrenceFrequency
    /// Every how many of them.
    public var interval: Int
    /// On which days of the week.
    public var byWeekday: [RecurrenceWeekday]?
    /// On which days of which week of the month.
    public var byNWeekday: [RecurrenceNthWeekday]?
    /// In which months.
    public var byMonth: [RecurrenceMonth]?
    /// On which days of the month.
    public var byMonthDay: [Int]?
    /// On which days of the year.
    public var byYearDay: [Int]?
    /// How often in all.
    public var count: Int?
}

/// A day in a certain week of the month.
///
/// <https://docs.discord.com/developers/resources/guild-scheduled-event#guild-scheduled-event-recurrence-rule-object>
@JSONModel
public struct RecurrenceNthWeekday: Hashable, Sendable {
    /// The week, 1 to 5.
    public var n: Int
    /// The day.
    public var day: RecurrenceWeekday
}

/// Somebody who wants to come.
///
/// <https://docs.discord.com/developers/resources/guild-scheduled-event#guild-scheduled-event-user-object>
@JSONModel
public struct ScheduledEventUser: Hashable, Sendable {
    /// The event.
    public var guildScheduledEventID: ScheduledEventID
    /// Who.
    public var userID: UserID?
    /// Who.
    public var user: User?
    /// The member.
    public var member: Member?
    /// Which time of it. Discord describes it without a page.
    public var guildScheduledEventExceptionID: ScheduledEventExceptionID?
    /// Whether they want to come. Discord describes it without a page.
    public var response: ScheduledEventResponse?
}

/// Whether somebody wants to come. Discord describes it without a page.
public struct ScheduledEventResponse: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `UNINTERESTED`.
    public static let uninterested = Self(rawValue: 0)
    /// `INTERESTED`.
    public static let interested = Self(rawValue: 1)

    /// Every described value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        ["UNINTERESTED": .uninterested, "INTERESTED": .interested]
    }
}

/// A stage that is live.
///
/// <https://docs.discord.com/developers/resources/stage-instance#stage-instance-object>
@JSONModel
public struct StageInstance: Hashable, Sendable {
    /// The stage's id.
    public var id: StageInstanceID
    /// The guild.
    public var guildID: GuildID
    /// The stage channel.
    public var channelID: ChannelID
    /// What is spoken about, 1 to 120 characters.
    public var topic: String
    /// Who sees it.
    public var privacyLevel: StagePrivacyLevel
    /// Whether it is left out of discovery.
    @JSONKey("discoverable_disabled") public var isDiscoverableDisabled: Bool = false
    /// The scheduled event it belongs to.
    public var guildScheduledEventID: ScheduledEventID?
}

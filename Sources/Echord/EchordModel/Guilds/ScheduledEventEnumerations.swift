public import EchordPrimitives
public import JSON

/// Who sees a scheduled event.
///
/// <https://docs.discord.com/developers/resources/guild-scheduled-event#guild-scheduled-event-object-guild-scheduled-event-privacy-level>
public struct ScheduledEventPrivacyLevel: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `GUILD_ONLY`.
    public static let guildOnly = Self(rawValue: 2)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "GUILD_ONLY": .guildOnly
        ]
    }
}

/// Where a scheduled event takes place.
///
/// <https://docs.discord.com/developers/resources/guild-scheduled-event#guild-scheduled-event-object-guild-scheduled-event-entity-types>
public struct ScheduledEventEntityType: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `NONE`.
    public static let none = Self(rawValue: 0)
    /// `STAGE_INSTANCE`.
    public static let stageInstance = Self(rawValue: 1)
    /// `VOICE`.
    public static let voice = Self(rawValue: 2)
    /// `EXTERNAL`.
    public static let external = Self(rawValue: 3)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "NONE": .none,
            "STAGE_INSTANCE": .stageInstance,
            "VOICE": .voice,
            "EXTERNAL": .external,
        ]
    }
}

/// How far a scheduled event has come.
///
/// <https://docs.discord.com/developers/resources/guild-scheduled-event#guild-scheduled-event-object-guild-scheduled-event-status>
public struct ScheduledEventStatus: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `SCHEDULED`.
    public static let scheduled = Self(rawValue: 1)
    /// `ACTIVE`.
    public static let active = Self(rawValue: 2)
    /// `COMPLETED`.
    public static let completed = Self(rawValue: 3)
    /// `CANCELED`.
    public static let canceled = Self(rawValue: 4)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "SCHEDULED": .scheduled,
            "ACTIVE": .active,
            "COMPLETED": .completed,
            "CANCELED": .canceled,
        ]
    }
}

/// How often a scheduled event comes back.
///
/// <https://docs.discord.com/developers/resources/guild-scheduled-event#guild-scheduled-event-recurrence-rule-object>
public struct RecurrenceFrequency: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `YEARLY`.
    public static let yearly = Self(rawValue: 0)
    /// `MONTHLY`.
    public static let monthly = Self(rawValue: 1)
    /// `WEEKLY`.
    public static let weekly = Self(rawValue: 2)
    /// `DAILY`.
    public static let daily = Self(rawValue: 3)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "YEARLY": .yearly,
            "MONTHLY": .monthly,
            "WEEKLY": .weekly,
            "DAILY": .daily,
        ]
    }
}

/// Days of the week, Monday first.
///
/// <https://docs.discord.com/developers/resources/guild-scheduled-event#guild-scheduled-event-recurrence-rule-object>
public struct RecurrenceWeekday: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `MONDAY`.
    public static let monday = Self(rawValue: 0)
    /// `TUESDAY`.
    public static let tuesday = Self(rawValue: 1)
    /// `WEDNESDAY`.
    public static let wednesday = Self(rawValue: 2)
    /// `THURSDAY`.
    public static let thursday = Self(rawValue: 3)
    /// `FRIDAY`.
    public static let friday = Self(rawValue: 4)
    /// `SATURDAY`.
    public static let saturday = Self(rawValue: 5)
    /// `SUNDAY`.
    public static let sunday = Self(rawValue: 6)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "MONDAY": .monday,
            "TUESDAY": .tuesday,
            "WEDNESDAY": .wednesday,
            "THURSDAY": .thursday,
            "FRIDAY": .friday,
            "SATURDAY": .saturday,
            "SUNDAY": .sunday,
        ]
    }
}

/// Months of the year.
///
/// <https://docs.discord.com/developers/resources/guild-scheduled-event#guild-scheduled-event-recurrence-rule-object>
public struct RecurrenceMonth: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `JANUARY`.
    public static let january = Self(rawValue: 1)
    /// `FEBRUARY`.
    public static let february = Self(rawValue: 2)
    /// `MARCH`.
    public static let march = Self(rawValue: 3)
    /// `APRIL`.
    public static let april = Self(rawValue: 4)
    /// `MAY`.
    public static let may = Self(rawValue: 5)
    /// `JUNE`.
    public static let june = Self(rawValue: 6)
    /// `JULY`.
    public static let july = Self(rawValue: 7)
    /// `AUGUST`.
    public static let august = Self(rawValue: 8)
    /// `SEPTEMBER`.
    public static let september = Self(rawValue: 9)
    /// `OCTOBER`.
    public static let october = Self(rawValue: 10)
    /// `NOVEMBER`.
    public static let november = Self(rawValue: 11)
    /// `DECEMBER`.
    public static let december = Self(rawValue: 12)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "JANUARY": .january,
            "FEBRUARY": .february,
            "MARCH": .march,
            "APRIL": .april,
            "MAY": .may,
            "JUNE": .june,
            "JULY": .july,
            "AUGUST": .august,
            "SEPTEMBER": .september,
            "OCTOBER": .october,
            "NOVEMBER": .november,
            "DECEMBER": .december,
        ]
    }
}

/// Who sees a stage.
///
/// <https://docs.discord.com/developers/resources/stage-instance#stage-instance-object-privacy-level>
public struct StagePrivacyLevel: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `PUBLIC`.
    public static let `public` = Self(rawValue: 1)
    /// `GUILD_ONLY`.
    public static let guildOnly = Self(rawValue: 2)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "PUBLIC": .`public`,
            "GUILD_ONLY": .guildOnly,
        ]
    }
}

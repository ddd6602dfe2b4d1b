public import EchordPrimitives
public import JSON

/// What an account must have before it may write.
///
/// <https://docs.discord.com/developers/resources/guild#guild-object-verification-level>
public struct VerificationLevel: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `NONE`.
    public static let none = Self(rawValue: 0)
    /// `LOW`.
    public static let low = Self(rawValue: 1)
    /// `MEDIUM`.
    public static let medium = Self(rawValue: 2)
    /// `HIGH`.
    public static let high = Self(rawValue: 3)
    /// `VERY_HIGH`.
    public static let veryHigh = Self(rawValue: 4)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "NONE": .none,
            "LOW": .low,
            "MEDIUM": .medium,
            "HIGH": .high,
            "VERY_HIGH": .veryHigh,
        ]
    }
}

/// What people are notified of unless they choose.
///
/// <https://docs.discord.com/developers/resources/guild#guild-object-default-message-notification-level>
public struct MessageNotificationLevel: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `ALL_MESSAGES`.
    public static let allMessages = Self(rawValue: 0)
    /// `ONLY_MENTIONS`.
    public static let onlyMentions = Self(rawValue: 1)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "ALL_MESSAGES": .allMessages,
            "ONLY_MENTIONS": .onlyMentions,
        ]
    }
}

/// Whose media is looked at.
///
/// <https://docs.discord.com/developers/resources/guild#guild-object-explicit-content-filter-level>
public struct ExplicitContentFilterLevel: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `DISABLED`.
    public static let disabled = Self(rawValue: 0)
    /// `MEMBERS_WITHOUT_ROLES`.
    public static let membersWithoutRoles = Self(rawValue: 1)
    /// `ALL_MEMBERS`.
    public static let allMembers = Self(rawValue: 2)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "DISABLED": .disabled,
            "MEMBERS_WITHOUT_ROLES": .membersWithoutRoles,
            "ALL_MEMBERS": .allMembers,
        ]
    }
}

/// Whether moderators need a second factor.
///
/// <https://docs.discord.com/developers/resources/guild#guild-object-mfa-level>
public struct GuildMFALevel: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `NONE`.
    public static let none = Self(rawValue: 0)
    /// `ELEVATED`.
    public static let elevated = Self(rawValue: 1)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "NONE": .none,
            "ELEVATED": .elevated,
        ]
    }
}

/// How a guild is age-restricted.
///
/// <https://docs.discord.com/developers/resources/guild#guild-object-guild-age-restriction-level>
public struct GuildNSFWLevel: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `DEFAULT`.
    public static let `default` = Self(rawValue: 0)
    /// `EXPLICIT`.
    public static let explicit = Self(rawValue: 1)
    /// `SAFE`.
    public static let safe = Self(rawValue: 2)
    /// `AGE_RESTRICTED`.
    public static let ageRestricted = Self(rawValue: 3)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "DEFAULT": .`default`,
            "EXPLICIT": .explicit,
            "SAFE": .safe,
            "AGE_RESTRICTED": .ageRestricted,
        ]
    }
}

/// A guild's boost level.
///
/// <https://docs.discord.com/developers/resources/guild#guild-object-premium-tier>
public struct PremiumTier: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `NONE`.
    public static let none = Self(rawValue: 0)
    /// `TIER_1`.
    public static let tier1 = Self(rawValue: 1)
    /// `TIER_2`.
    public static let tier2 = Self(rawValue: 2)
    /// `TIER_3`.
    public static let tier3 = Self(rawValue: 3)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "NONE": .none,
            "TIER_1": .tier1,
            "TIER_2": .tier2,
            "TIER_3": .tier3,
        ]
    }
}

/// Notices that are left out of the system channel.
///
/// <https://docs.discord.com/developers/resources/guild#guild-object-system-channel-flags>
public struct SystemChannelFlags: DiscordBitSet {
    /// The bits.
    public let rawValue: UInt64

    /// Wraps bits, known or not.
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// `SUPPRESS_JOIN_NOTIFICATIONS`, bit 0.
    public static let suppressJoinNotifications = Self(rawValue: 1 << 0)
    /// `SUPPRESS_PREMIUM_SUBSCRIPTIONS`, bit 1.
    public static let suppressPremiumSubscriptions = Self(rawValue: 1 << 1)
    /// `SUPPRESS_GUILD_REMINDER_NOTIFICATIONS`, bit 2.
    public static let suppressGuildReminderNotifications = Self(rawValue: 1 << 2)
    /// `SUPPRESS_JOIN_NOTIFICATION_REPLIES`, bit 3.
    public static let suppressJoinNotificationReplies = Self(rawValue: 1 << 3)
    /// `SUPPRESS_ROLE_SUBSCRIPTION_PURCHASE_NOTIFICATIONS`, bit 4.
    public static let suppressRoleSubscriptionPurchaseNotifications = Self(rawValue: 1 << 4)
    /// `SUPPRESS_ROLE_SUBSCRIPTION_PURCHASE_NOTIFICATION_REPLIES`, bit 5.
    public static let suppressRoleSubscriptionPurchaseNotificationReplies = Self(rawValue: 1 << 5)

    /// Every documented flag by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "SUPPRESS_JOIN_NOTIFICATIONS": .suppressJoinNotifications,
            "SUPPRESS_PREMIUM_SUBSCRIPTIONS": .suppressPremiumSubscriptions,
            "SUPPRESS_GUILD_REMINDER_NOTIFICATIONS": .suppressGuildReminderNotifications,
            "SUPPRESS_JOIN_NOTIFICATION_REPLIES": .suppressJoinNotificationReplies,
            "SUPPRESS_ROLE_SUBSCRIPTION_PURCHASE_NOTIFICATIONS": .suppressRoleSubscriptionPurchaseNotifications,
            "SUPPRESS_ROLE_SUBSCRIPTION_PURCHASE_NOTIFICATION_REPLIES":
                .suppressRoleSubscriptionPurchaseNotificationReplies,
        ]
    }
}

/// Flags of a role.
///
/// <https://docs.discord.com/developers/topics/permissions#role-object-role-flags>
public struct RoleFlags: DiscordBitSet {
    /// The bits.
    public let rawValue: UInt64

    /// Wraps bits, known or not.
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// `IN_PROMPT`, bit 0.
    public static let inPrompt = Self(rawValue: 1 << 0)

    /// Every documented flag by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "IN_PROMPT": .inPrompt
        ]
    }
}

/// Flags of a member.
///
/// <https://docs.discord.com/developers/resources/guild#guild-member-object-guild-member-flags>
public struct MemberFlags: DiscordBitSet {
    /// The bits.
    public let rawValue: UInt64

    /// Wraps bits, known or not.
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// `DID_REJOIN`, bit 0.
    public static let didRejoin = Self(rawValue: 1 << 0)
    /// `COMPLETED_ONBOARDING`, bit 1.
    public static let completedOnboarding = Self(rawValue: 1 << 1)
    /// `BYPASSES_VERIFICATION`, bit 2.
    public static let bypassesVerification = Self(rawValue: 1 << 2)
    /// `STARTED_ONBOARDING`, bit 3.
    public static let startedOnboarding = Self(rawValue: 1 << 3)
    /// `IS_GUEST`, bit 4.
    public static let isGuest = Self(rawValue: 1 << 4)
    /// `STARTED_HOME_ACTIONS`, bit 5.
    public static let startedHomeActions = Self(rawValue: 1 << 5)
    /// `COMPLETED_HOME_ACTIONS`, bit 6.
    public static let completedHomeActions = Self(rawValue: 1 << 6)
    /// `AUTOMOD_QUARANTINED_USERNAME`, bit 7.
    public static let automodQuarantinedUsername = Self(rawValue: 1 << 7)
    /// `DM_SETTINGS_UPSELL_ACKNOWLEDGED`, bit 9.
    public static let dmSettingsUpsellAcknowledged = Self(rawValue: 1 << 9)
    /// `AUTOMOD_QUARANTINED_GUILD_TAG`, bit 10.
    public static let automodQuarantinedGuildTag = Self(rawValue: 1 << 10)

    /// Every documented flag by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "DID_REJOIN": .didRejoin,
            "COMPLETED_ONBOARDING": .completedOnboarding,
            "BYPASSES_VERIFICATION": .bypassesVerification,
            "STARTED_ONBOARDING": .startedOnboarding,
            "IS_GUEST": .isGuest,
            "STARTED_HOME_ACTIONS": .startedHomeActions,
            "COMPLETED_HOME_ACTIONS": .completedHomeActions,
            "AUTOMOD_QUARANTINED_USERNAME": .automodQuarantinedUsername,
            "DM_SETTINGS_UPSELL_ACKNOWLEDGED": .dmSettingsUpsellAcknowledged,
            "AUTOMOD_QUARANTINED_GUILD_TAG": .automodQuarantinedGuildTag,
        ]
    }
}

/// What counts towards a guild's onboarding requirements.
///
/// <https://docs.discord.com/developers/resources/guild#guild-onboarding-object-onboarding-mode>
public struct OnboardingMode: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `ONBOARDING_DEFAULT`.
    public static let `default` = Self(rawValue: 0)
    /// `ONBOARDING_ADVANCED`.
    public static let advanced = Self(rawValue: 1)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "ONBOARDING_DEFAULT": .`default`,
            "ONBOARDING_ADVANCED": .advanced,
        ]
    }
}

/// How an onboarding prompt is shown.
///
/// <https://docs.discord.com/developers/resources/guild#guild-onboarding-object-prompt-types>
public struct OnboardingPromptType: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `MULTIPLE_CHOICE`.
    public static let multipleChoice = Self(rawValue: 0)
    /// `DROPDOWN`.
    public static let dropdown = Self(rawValue: 1)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "MULTIPLE_CHOICE": .multipleChoice,
            "DROPDOWN": .dropdown,
        ]
    }
}

/// Kinds of integration.
///
/// <https://docs.discord.com/developers/resources/guild#integration-object>
public struct IntegrationType: OpenEnum {
    /// The value on the wire.
    public let rawValue: String

    /// Wraps a value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `DISCORD`.
    public static let discord = Self(rawValue: "discord")
    /// `TWITCH`.
    public static let twitch = Self(rawValue: "twitch")
    /// `YOUTUBE`.
    public static let youtube = Self(rawValue: "youtube")
    /// `GUILD_SUBSCRIPTION`.
    public static let guildSubscription = Self(rawValue: "guild_subscription")

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "DISCORD": .discord,
            "TWITCH": .twitch,
            "YOUTUBE": .youtube,
            "GUILD_SUBSCRIPTION": .guildSubscription,
        ]
    }
}

/// What happens when a subscription of an integration ends.
///
/// <https://docs.discord.com/developers/resources/guild#integration-object-integration-expire-behaviors>
public struct IntegrationExpireBehavior: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `REMOVE_ROLE`.
    public static let removeRole = Self(rawValue: 0)
    /// `KICK`.
    public static let kick = Self(rawValue: 1)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "REMOVE_ROLE": .removeRole,
            "KICK": .kick,
        ]
    }
}

/// How far a request to join has come.
///
/// <https://docs.discord.com/developers/resources/guild>
public struct JoinRequestStatus: OpenEnum {
    /// The value on the wire.
    public let rawValue: String

    /// Wraps a value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `STARTED`.
    public static let started = Self(rawValue: "STARTED")
    /// `SUBMITTED`.
    public static let submitted = Self(rawValue: "SUBMITTED")
    /// `REJECTED`.
    public static let rejected = Self(rawValue: "REJECTED")
    /// `APPROVED`.
    public static let approved = Self(rawValue: "APPROVED")

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "STARTED": .started,
            "SUBMITTED": .submitted,
            "REJECTED": .rejected,
            "APPROVED": .approved,
        ]
    }
}

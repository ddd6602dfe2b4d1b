public import EchordPrimitives
public import JSON

/// How an entitlement came about.
///
/// <https://docs.discord.com/developers/resources/entitlement#entitlement-object-entitlement-types>
public struct EntitlementType: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `PURCHASE`.
    public static let purchase = Self(rawValue: 1)
    /// `PREMIUM_SUBSCRIPTION`.
    public static let premiumSubscription = Self(rawValue: 2)
    /// `DEVELOPER_GIFT`.
    public static let developerGift = Self(rawValue: 3)
    /// `TEST_MODE_PURCHASE`.
    public static let testModePurchase = Self(rawValue: 4)
    /// `FREE_PURCHASE`.
    public static let freePurchase = Self(rawValue: 5)
    /// `USER_GIFT`.
    public static let userGift = Self(rawValue: 6)
    /// `PREMIUM_PURCHASE`.
    public static let premiumPurchase = Self(rawValue: 7)
    /// `APPLICATION_SUBSCRIPTION`.
    public static let applicationSubscription = Self(rawValue: 8)
    /// `QUEST_REWARD`.
    public static let questReward = Self(rawValue: 10)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "PURCHASE": .purchase,
            "PREMIUM_SUBSCRIPTION": .premiumSubscription,
            "DEVELOPER_GIFT": .developerGift,
            "TEST_MODE_PURCHASE": .testModePurchase,
            "FREE_PURCHASE": .freePurchase,
            "USER_GIFT": .userGift,
            "PREMIUM_PURCHASE": .premiumPurchase,
            "APPLICATION_SUBSCRIPTION": .applicationSubscription,
            "QUEST_REWARD": .questReward,
        ]
    }
}

/// Who owns a test entitlement.
///
/// <https://docs.discord.com/developers/resources/entitlement#create-test-entitlement>
public struct EntitlementOwnerType: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `GUILD`.
    public static let guild = Self(rawValue: 1)
    /// `USER`.
    public static let user = Self(rawValue: 2)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "GUILD": .guild,
            "USER": .user,
        ]
    }
}

/// Kinds of thing that can be bought.
///
/// <https://docs.discord.com/developers/resources/sku#sku-object-sku-types>
public struct SKUType: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `DURABLE`.
    public static let durable = Self(rawValue: 2)
    /// `CONSUMABLE`.
    public static let consumable = Self(rawValue: 3)
    /// `SUBSCRIPTION`.
    public static let subscription = Self(rawValue: 5)
    /// `SUBSCRIPTION_GROUP`.
    public static let subscriptionGroup = Self(rawValue: 6)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "DURABLE": .durable,
            "CONSUMABLE": .consumable,
            "SUBSCRIPTION": .subscription,
            "SUBSCRIPTION_GROUP": .subscriptionGroup,
        ]
    }
}

/// Flags of something that can be bought.
///
/// <https://docs.discord.com/developers/resources/sku#sku-object-sku-flags>
public struct SKUFlags: DiscordBitSet {
    /// The bits.
    public let rawValue: UInt64

    /// Wraps bits, known or not.
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// `AVAILABLE`, bit 2.
    public static let available = Self(rawValue: 1 << 2)
    /// `GUILD_SUBSCRIPTION`, bit 7.
    public static let guildSubscription = Self(rawValue: 1 << 7)
    /// `USER_SUBSCRIPTION`, bit 8.
    public static let userSubscription = Self(rawValue: 1 << 8)

    /// Every documented flag by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "AVAILABLE": .available,
            "GUILD_SUBSCRIPTION": .guildSubscription,
            "USER_SUBSCRIPTION": .userSubscription,
        ]
    }
}

/// Whether a subscription runs.
///
/// <https://docs.discord.com/developers/resources/subscription#subscription-statuses>
public struct SubscriptionStatus: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `ACTIVE`.
    public static let active = Self(rawValue: 0)
    /// `INACTIVE`.
    public static let inactive = Self(rawValue: 1)
    /// `ENDING`.
    public static let ending = Self(rawValue: 2)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "ACTIVE": .active,
            "INACTIVE": .inactive,
            "ENDING": .ending,
        ]
    }
}

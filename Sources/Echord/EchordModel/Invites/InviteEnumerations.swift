public import EchordPrimitives
public import JSON

/// What an invite leads to.
///
/// <https://docs.discord.com/developers/resources/invite#invite-object-invite-types>
public struct InviteType: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `GUILD`.
    public static let guild = Self(rawValue: 0)
    /// `GROUP_DM`.
    public static let groupDM = Self(rawValue: 1)
    /// `FRIEND`.
    public static let friend = Self(rawValue: 2)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "GUILD": .guild,
            "GROUP_DM": .groupDM,
            "FRIEND": .friend,
        ]
    }
}

/// What an invite to a voice channel shows.
///
/// <https://docs.discord.com/developers/resources/invite#invite-object-invite-target-types>
public struct InviteTargetType: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `STREAM`.
    public static let stream = Self(rawValue: 1)
    /// `EMBEDDED_APPLICATION`.
    public static let embeddedApplication = Self(rawValue: 2)
    /// `ROLE_SUBSCRIPTIONS_PURCHASE`.
    public static let roleSubscriptionsPurchase = Self(rawValue: 3)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "STREAM": .stream,
            "EMBEDDED_APPLICATION": .embeddedApplication,
            "ROLE_SUBSCRIPTIONS_PURCHASE": .roleSubscriptionsPurchase,
        ]
    }
}

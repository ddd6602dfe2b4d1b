public import EchordPrimitives
public import JSON

/// What a guild has or may do.
///
/// <https://docs.discord.com/developers/resources/guild#guild-object-guild-features>
public struct GuildFeature: OpenEnum {
    /// The value on the wire.
    public let rawValue: String

    /// Wraps a value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `ANIMATED_BANNER`.
    public static let animatedBanner = Self(rawValue: "ANIMATED_BANNER")
    /// `ANIMATED_ICON`.
    public static let animatedIcon = Self(rawValue: "ANIMATED_ICON")
    /// `APPLICATION_COMMAND_PERMISSIONS_V2`.
    public static let applicationCommandPermissionsV2 = Self(rawValue: "APPLICATION_COMMAND_PERMISSIONS_V2")
    /// `AUTO_MODERATION`.
    public static let autoModeration = Self(rawValue: "AUTO_MODERATION")
    /// `BANNER`.
    public static let banner = Self(rawValue: "BANNER")
    /// `COMMUNITY`.
    public static let community = Self(rawValue: "COMMUNITY")
    /// `CREATOR_MONETIZABLE_PROVISIONAL`.
    public static let creatorMonetizableProvisional = Self(rawValue: "CREATOR_MONETIZABLE_PROVISIONAL")
    /// `CREATOR_STORE_PAGE`.
    public static let creatorStorePage = Self(rawValue: "CREATOR_STORE_PAGE")
    /// `DEVELOPER_SUPPORT_SERVER`.
    public static let developerSupportServer = Self(rawValue: "DEVELOPER_SUPPORT_SERVER")
    /// `DISCOVERABLE`.
    public static let discoverable = Self(rawValue: "DISCOVERABLE")
    /// `FEATURABLE`.
    public static let featurable = Self(rawValue: "FEATURABLE")
    /// `INVITES_DISABLED`.
    public static let invitesDisabled = Self(rawValue: "INVITES_DISABLED")
    /// `INVITE_SPLASH`.
    public static let inviteSplash = Self(rawValue: "INVITE_SPLASH")
    /// `MEMBER_VERIFICATION_GATE_ENABLED`.
    public static let memberVerificationGateEnabled = Self(rawValue: "MEMBER_VERIFICATION_GATE_ENABLED")
    /// `MORE_SOUNDBOARD`.
    public static let moreSoundboard = Self(rawValue: "MORE_SOUNDBOARD")
    /// `MORE_STICKERS`.
    public static let moreStickers = Self(rawValue: "MORE_STICKERS")
    /// `NEWS`.
    public static let news = Self(rawValue: "NEWS")
    /// `PARTNERED`.
    public static let partnered = Self(rawValue: "PARTNERED")
    /// `PREVIEW_ENABLED`.
    public static let previewEnabled = Self(rawValue: "PREVIEW_ENABLED")
    /// `RAID_ALERTS_DISABLED`.
    public static let raidAlertsDisabled = Self(rawValue: "RAID_ALERTS_DISABLED")
    /// `ROLE_ICONS`.
    public static let roleIcons = Self(rawValue: "ROLE_ICONS")
    /// `ROLE_SUBSCRIPTIONS_AVAILABLE_FOR_PURCHASE`.
    public static let roleSubscriptionsAvailableForPurchase = Self(
        rawValue: "ROLE_SUBSCRIPTIONS_AVAILABLE_FOR_PURCHASE")
    /// `ROLE_SUBSCRIPTIONS_ENABLED`.
    public static let roleSubscriptionsEnabled = Self(rawValue: "ROLE_SUBSCRIPTIONS_ENABLED")
    /// `SOUNDBOARD`.
    public static let soundboard = Self(rawValue: "SOUNDBOARD")
    /// `TICKETED_EVENTS_ENABLED`.
    public static let ticketedEventsEnabled = Self(rawValue: "TICKETED_EVENTS_ENABLED")
    /// `VANITY_URL`.
    public static let vanityURL = Self(rawValue: "VANITY_URL")
    /// `VERIFIED`.
    public static let verified = Self(rawValue: "VERIFIED")
    /// `VIP_REGIONS`.
    public static let vipRegions = Self(rawValue: "VIP_REGIONS")
    /// `WELCOME_SCREEN_ENABLED`.
    public static let welcomeScreenEnabled = Self(rawValue: "WELCOME_SCREEN_ENABLED")
    /// `GUESTS_ENABLED`.
    public static let guestsEnabled = Self(rawValue: "GUESTS_ENABLED")
    /// `GUILD_TAGS`.
    public static let guildTags = Self(rawValue: "GUILD_TAGS")
    /// `ENHANCED_ROLE_COLORS`.
    public static let enhancedRoleColors = Self(rawValue: "ENHANCED_ROLE_COLORS")
    /// `PRUNE_REQUIRES_ADMIN`.
    public static let pruneRequiresAdmin = Self(rawValue: "PRUNE_REQUIRES_ADMIN")
    /// `OFFICIAL_GAME_GUILD`.
    public static let officialGameGuild = Self(rawValue: "OFFICIAL_GAME_GUILD")

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "ANIMATED_BANNER": .animatedBanner,
            "ANIMATED_ICON": .animatedIcon,
            "APPLICATION_COMMAND_PERMISSIONS_V2": .applicationCommandPermissionsV2,
            "AUTO_MODERATION": .autoModeration,
            "BANNER": .banner,
            "COMMUNITY": .community,
            "CREATOR_MONETIZABLE_PROVISIONAL": .creatorMonetizableProvisional,
            "CREATOR_STORE_PAGE": .creatorStorePage,
            "DEVELOPER_SUPPORT_SERVER": .developerSupportServer,
            "DISCOVERABLE": .discoverable,
            "FEATURABLE": .featurable,
            "INVITES_DISABLED": .invitesDisabled,
            "INVITE_SPLASH": .inviteSplash,
            "MEMBER_VERIFICATION_GATE_ENABLED": .memberVerificationGateEnabled,
            "MORE_SOUNDBOARD": .moreSoundboard,
            "MORE_STICKERS": .moreStickers,
            "NEWS": .news,
            "PARTNERED": .partnered,
            "PREVIEW_ENABLED": .previewEnabled,
            "RAID_ALERTS_DISABLED": .raidAlertsDisabled,
            "ROLE_ICONS": .roleIcons,
            "ROLE_SUBSCRIPTIONS_AVAILABLE_FOR_PURCHASE": .roleSubscriptionsAvailableForPurchase,
            "ROLE_SUBSCRIPTIONS_ENABLED": .roleSubscriptionsEnabled,
            "SOUNDBOARD": .soundboard,
            "TICKETED_EVENTS_ENABLED": .ticketedEventsEnabled,
            "VANITY_URL": .vanityURL,
            "VERIFIED": .verified,
            "VIP_REGIONS": .vipRegions,
            "WELCOME_SCREEN_ENABLED": .welcomeScreenEnabled,
            "GUESTS_ENABLED": .guestsEnabled,
            "GUILD_TAGS": .guildTags,
            "ENHANCED_ROLE_COLORS": .enhancedRoleColors,
            "PRUNE_REQUIRES_ADMIN": .pruneRequiresAdmin,
            "OFFICIAL_GAME_GUILD": .officialGameGuild,
        ]
    }
}

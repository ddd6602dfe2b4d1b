public import EchordPrimitives
public import JSON

/// A guild, which people call a server.
///
/// <https://docs.discord.com/developers/resources/guild#guild-object>
@JSONModel
public struct Guild: Hashable, Sendable {
    /// The guild's id.
    public var id: GuildID
    /// Its name, 2 to 100 characters.
    public var name: String = ""
    /// Hash of its icon.
    public var icon: String?
    /// Hash of its icon, in templates.
    public var iconHash: String?
    /// Hash of the picture behind invites.
    public var splash: String?
    /// Hash of the picture in the directory.
    public var discoverySplash: String?
    /// Whether the asking user owns it; in lists of one's own guilds.
    @JSONKey("owner") public var isOwner: Bool?
    /// Who owns it; absent in partial guilds.
    public var ownerID: UserID?
    /// What the asking user may do, overwrites not counted; in lists of one's own guilds.
    public var permissions: Permissions?
    /// The voice region of old.
    public var region: String?
    /// Where idle people are moved.
    public var afkChannelID: ChannelID?
    /// After how many seconds.
    public var afkTimeout: Int?
    /// Whether the widget is on.
    @JSONKey("widget_enabled") public var isWidgetEnabled: Bool?
    /// Where the widget's invite leads.
    public var widgetChannelID: ChannelID?
    /// What an account needs before it may write.
    public var verificationLevel: VerificationLevel?
    /// What people are notified of unless they choose.
    public var defaultMessageNotifications: MessageNotificationLevel?
    /// Whose media is looked at.
    public var explicitContentFilter: ExplicitContentFilterLevel?
    /// The roles.
    public var roles: [Role] = []
    /// The custom emoji.
    public var emojis: [Emoji] = []
    /// What it has or may do.
    public var features: [GuildFeature] = []
    /// Whether moderators need a second factor.
    public var mfaLevel: GuildMFALevel?
    /// The application that made it.
    public var applicationID: ApplicationID?
    /// Where notices are posted.
    public var systemChannelID: ChannelID?
    /// Notices that are left out.
    public var systemChannelFlags: SystemChannelFlags?
    /// Where the rules stand.
    public var rulesChannelID: ChannelID?
    /// How many can be online.
    public var maxPresences: Int?
    /// How many can be members.
    public var maxMembers: Int?
    /// The code of its own invite.
    public var vanityURLCode: String?
    /// What it is about.
    public var description: String?
    /// Hash of its banner.
    public var banner: String?
    /// Its boost level.
    public var premiumTier: PremiumTier?
    /// Its boosts.
    public var premiumSubscriptionCount: Int?
    /// Its language.
    public var preferredLocale: DiscordLocale?
    /// Where Discord writes to moderators.
    public var publicUpdatesChannelID: ChannelID?
    /// How many can be in a channel with video.
    public var maxVideoChannelUsers: Int?
    /// How many can be in a stage with video.
    public var maxStageVideoChannelUsers: Int?
    /// About how many members; when asked for with counts.
    public var approximateMemberCount: Int?
    /// About how many online; when asked for with counts.
    public var approximatePresenceCount: Int?
    /// What newcomers see; in invites.
    public var welcomeScreen: WelcomeScreen?
    /// Whether it is age-restricted, in the form of old.
    @JSONKey("nsfw") public var isNSFW: Bool?
    /// How it is age-restricted.
    public var nsfwLevel: GuildNSFWLevel?
    /// The custom stickers.
    public var stickers: [Sticker] = []
    /// Whether the boosts' progress is shown.
    @JSONKey("premium_progress_bar_enabled") public var isPremiumProgressBarEnabled: Bool?
    /// When somebody last switched that.
    public var premiumProgressBarEnabledUserUpdatedAt: DiscordTimestamp?
    /// Hash of the picture over its home.
    public var homeHeader: String?
    /// Where Discord warns moderators.
    public var safetyAlertsChannelID: ChannelID?
    /// Measures against a raid.
    public var incidentsData: IncidentsData?
}

extension Guild {
    /// Whether the guild has a feature.
    public func has(_ feature: GuildFeature) -> Bool { features.contains(feature) }

    /// Computes permissions in this guild; `nil` for a partial guild without an owner.
    public var permissionCalculator: PermissionCalculator? {
        guard let ownerID else { return nil }
        return PermissionCalculator(
            guild: id, owner: ownerID, roles: Dictionary(roles.map { ($0.id, $0.permissions) }) { $1 })
    }
}

/// A guild that is down, not sent yet, or left.
///
/// <https://docs.discord.com/developers/resources/guild#unavailable-guild-object>
@JSONModel
public struct UnavailableGuild: Hashable, Sendable {
    /// The guild's id.
    public var id: GuildID
    /// Whether it is down; absent when the bot was removed.
    @JSONKey("unavailable") public var isUnavailable: Bool?
}

/// Measures against a raid.
///
/// <https://docs.discord.com/developers/resources/guild#incidents-data-object>
@JSONModel
public struct IncidentsData: Hashable, Sendable {
    /// Until when nobody can join.
    public var invitesDisabledUntil: DiscordTimestamp?
    /// Until when members can not write to each other.
    public var dmsDisabledUntil: DiscordTimestamp?
    /// When spam in direct messages was noticed.
    public var dmSpamDetectedAt: DiscordTimestamp?
    /// When a raid was noticed.
    public var raidDetectedAt: DiscordTimestamp?
}

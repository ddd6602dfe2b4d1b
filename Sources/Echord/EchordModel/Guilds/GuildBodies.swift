public import EchordPrimitives
public import JSON

/// What is sent to change a guild; `keep` leaves a part as it is, `clear` takes it away.
///
/// <https://docs.discord.com/developers/resources/guild#modify-guild>
@JSONModel
public struct EditGuild: Hashable, Sendable {
    /// Its name, 2 to 100 characters.
    public var name: String?
    /// What it is about, up to 300 characters.
    public var description: Patch<String> = .keep
    /// The voice region of old.
    public var region: Patch<String> = .keep
    /// Its icon.
    public var icon: Patch<DataURI> = .keep
    /// What an account needs before it may write.
    public var verificationLevel: Patch<VerificationLevel> = .keep
    /// What people are notified of unless they choose.
    public var defaultMessageNotifications: Patch<MessageNotificationLevel> = .keep
    /// Whose media is looked at.
    public var explicitContentFilter: Patch<ExplicitContentFilterLevel> = .keep
    /// Its language.
    public var preferredLocale: Patch<DiscordLocale> = .keep
    /// After how many seconds idle people are moved: 60, 300, 900, 1800 or 3600.
    public var afkTimeout: Patch<Int> = .keep
    /// Where they are moved.
    public var afkChannelID: Patch<ChannelID> = .keep
    /// Where notices are posted.
    public var systemChannelID: Patch<ChannelID> = .keep
    /// The picture behind invites.
    public var splash: Patch<DataURI> = .keep
    /// Its banner.
    public var banner: Patch<DataURI> = .keep
    /// Notices that are left out.
    public var systemChannelFlags: Patch<SystemChannelFlags> = .keep
    /// What it has; all of it, for what is left out is switched off.
    public var features: Patch<[GuildFeature]> = .keep
    /// The picture in the directory.
    public var discoverySplash: Patch<DataURI> = .keep
    /// The picture over its home.
    public var homeHeader: Patch<DataURI> = .keep
    /// Where the rules stand.
    public var rulesChannelID: Patch<ChannelID> = .keep
    /// Where Discord warns moderators.
    public var safetyAlertsChannelID: Patch<ChannelID> = .keep
    /// Where Discord writes to moderators.
    public var publicUpdatesChannelID: Patch<ChannelID> = .keep
    /// Whether the boosts' progress is shown.
    @JSONKey("premium_progress_bar_enabled") public var isPremiumProgressBarEnabled: Patch<Bool> = .keep
}

/// What is sent to change a guild's widget.
///
/// <https://docs.discord.com/developers/resources/guild#modify-guild-widget>
@JSONModel
public struct EditGuildWidget: Hashable, Sendable {
    /// Where its invite leads; `clear` for nowhere.
    public var channelID: Patch<ChannelID> = .keep
    /// Whether it is on.
    @JSONKey("enabled") public var isEnabled: Patch<Bool> = .keep
}

/// What is sent to change what newcomers see.
///
/// <https://docs.discord.com/developers/resources/guild#modify-guild-welcome-screen>
@JSONModel
public struct EditWelcomeScreen: Hashable, Sendable {
    /// What the guild is about, up to 140 characters.
    public var description: Patch<String> = .keep
    /// Up to five channels to begin with.
    public var welcomeChannels: Patch<[WelcomeChannel]> = .keep
    /// Whether it is shown.
    @JSONKey("enabled") public var isEnabled: Patch<Bool> = .keep
}

/// What is sent to change the questions newcomers are asked; what is left out stays.
///
/// <https://docs.discord.com/developers/resources/guild#modify-guild-onboarding>
@JSONModel
public struct EditOnboarding: Hashable, Sendable {
    /// The questions, all of them, up to 15.
    public var prompts: [EditOnboardingPrompt]?
    /// Whether it is on.
    @JSONKey("enabled") public var isEnabled: Bool?
    /// Channels everybody gets, up to 500.
    @JSONKey("default_channel_ids") public var defaultChannelIDs: [ChannelID]?
    /// What counts towards the requirements.
    public var mode: OnboardingMode?
}

/// A question as it is sent.
///
/// <https://docs.discord.com/developers/resources/guild#guild-onboarding-object-onboarding-prompt-structure>
@JSONModel
public struct EditOnboardingPrompt: Hashable, Sendable {
    /// The question's id; any number for a new one.
    public var id: OnboardingPromptID
    /// The question, 1 to 100 characters.
    public var title: String
    /// 1 to 50 answers.
    public var options: [EditOnboardingOption]
    /// Whether only one answer can be chosen.
    @JSONKey("single_select") public var isSingleSelect: Bool?
    /// Whether it must be answered.
    @JSONKey("required") public var isRequired: Bool?
    /// Whether it is asked at the start.
    @JSONKey("in_onboarding") public var isInOnboarding: Bool?
    /// How it is shown.
    public var type: OnboardingPromptType?
}

/// An answer newcomers can give, as it is sent: its emoji stands in three fields.
///
/// <https://docs.discord.com/developers/resources/guild#guild-onboarding-object-prompt-option-structure>
@JSONModel
public struct EditOnboardingOption: Hashable, Sendable {
    /// The answer's id; left out for a new one.
    public var id: OnboardingOptionID?
    /// The answer, 1 to 50 characters.
    public var title: String
    /// What it means, up to 100 characters.
    public var description: String?
    /// Its custom emoji.
    public var emojiID: EmojiID?
    /// Its emoji's name, or the emoji itself.
    public var emojiName: String?
    /// Whether its emoji moves.
    @JSONKey("emoji_animated") public var isEmojiAnimated: Bool?
    /// Up to 50 roles it brings.
    @JSONKey("role_ids") public var roleIDs: [RoleID]?
    /// Up to 50 channels it brings.
    @JSONKey("channel_ids") public var channelIDs: [ChannelID]?
}

/// Measures against a raid, as they are sent; `clear` ends one. At most 24 hours ahead.
///
/// <https://docs.discord.com/developers/resources/guild#modify-guild-incident-actions>
@JSONModel
public struct EditIncidentActions: Hashable, Sendable {
    /// Until when nobody can join.
    public var invitesDisabledUntil: Patch<DiscordTimestamp> = .keep
    /// Until when members can not write to each other.
    public var dmsDisabledUntil: Patch<DiscordTimestamp> = .keep
}

/// Who is removed for having been away.
///
/// <https://docs.discord.com/developers/resources/guild#begin-guild-prune>
@JSONModel
public struct PruneMembers: Hashable, Sendable {
    /// Away for this many days, 1 to 30; 7 when left out.
    public var days: Int?
    /// Whether the answer says how many they were; better not in a large guild.
    public var computePruneCount: Bool?
    /// Roles that do not save their members; everybody with a role is spared otherwise.
    public var includeRoles: [RoleID]?
}

/// How many members a prune removes.
///
/// <https://docs.discord.com/developers/resources/guild#get-guild-prune-count>
@JSONModel
public struct PruneResult: Hashable, Sendable {
    /// How many; `nil` when it was not asked.
    public var pruned: Int?
}

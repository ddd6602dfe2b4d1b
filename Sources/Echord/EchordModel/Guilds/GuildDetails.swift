public import EchordPrimitives
public import JSON

/// What a guild shows to those outside.
///
/// <https://docs.discord.com/developers/resources/guild#guild-preview-object>
@JSONModel
public struct GuildPreview: Hashable, Sendable {
    /// The guild's id.
    public var id: GuildID
    /// Its name.
    public var name: String
    /// Hash of its icon.
    public var icon: String?
    /// Hash of the picture behind invites.
    public var splash: String?
    /// Hash of the picture in the directory.
    public var discoverySplash: String?
    /// Hash of the picture over its home.
    public var homeHeader: String?
    /// The custom emoji.
    public var emojis: [Emoji] = []
    /// What it has or may do.
    public var features: [GuildFeature] = []
    /// About how many members.
    public var approximateMemberCount: Int = 0
    /// About how many online.
    public var approximatePresenceCount: Int = 0
    /// What it is about.
    public var description: String?
    /// The custom stickers.
    public var stickers: [Sticker] = []
}

/// Whether a guild has a widget.
///
/// <https://docs.discord.com/developers/resources/guild#guild-widget-settings-object>
@JSONModel
public struct GuildWidgetSettings: Hashable, Sendable {
    /// Whether it is on.
    @JSONKey("enabled") public var isEnabled: Bool
    /// Where its invite leads.
    public var channelID: ChannelID?
}

/// Somebody who is banned.
///
/// <https://docs.discord.com/developers/resources/guild#ban-object>
@JSONModel
public struct Ban: Hashable, Sendable {
    /// Why.
    public var reason: String?
    /// Who.
    public var user: User
}

/// What newcomers see.
///
/// <https://docs.discord.com/developers/resources/guild#welcome-screen-object>
@JSONModel
public struct WelcomeScreen: Hashable, Sendable {
    /// What the guild is about.
    public var description: String?
    /// Up to five channels to begin with.
    public var welcomeChannels: [WelcomeChannel] = []
}

/// A channel on the welcome screen.
///
/// <https://docs.discord.com/developers/resources/guild#welcome-screen-object-welcome-screen-channel-structure>
@JSONModel
public struct WelcomeChannel: Hashable, Sendable {
    /// The channel.
    public var channelID: ChannelID
    /// What it is for.
    public var description: String
    /// Its custom emoji.
    public var emojiID: EmojiID?
    /// Its emoji's name, or the emoji itself.
    public var emojiName: String?
}

/// The questions newcomers are asked.
///
/// <https://docs.discord.com/developers/resources/guild#guild-onboarding-object>
@JSONModel
public struct GuildOnboarding: Hashable, Sendable {
    /// The guild.
    public var guildID: GuildID
    /// The questions.
    public var prompts: [OnboardingPrompt] = []
    /// Channels everybody gets.
    @JSONKey("default_channel_ids") public var defaultChannelIDs: [ChannelID] = []
    /// Whether it is on.
    @JSONKey("enabled") public var isEnabled: Bool = false
    /// What counts towards the requirements.
    public var mode: OnboardingMode?
}

/// A question newcomers are asked.
///
/// <https://docs.discord.com/developers/resources/guild#guild-onboarding-object-onboarding-prompt-structure>
@JSONModel
public struct OnboardingPrompt: Hashable, Sendable {
    /// The question's id.
    public var id: OnboardingPromptID
    /// How it is shown.
    public var type: OnboardingPromptType
    /// The answers.
    public var options: [OnboardingOption] = []
    /// The question.
    public var title: String
    /// Whether only one answer can be chosen.
    @JSONKey("single_select") public var isSingleSelect: Bool = false
    /// Whether it must be answered.
    @JSONKey("required") public var isRequired: Bool = false
    /// Whether it is asked at the start.
    @JSONKey("in_onboarding") public var isInOnboarding: Bool = false
}

/// An answer newcomers can give.
///
/// <https://docs.discord.com/developers/resources/guild#guild-onboarding-object-prompt-option-structure>
@JSONModel
public struct OnboardingOption: Hashable, Sendable {
    /// The answer's id.
    public var id: OnboardingOptionID
    /// Channels it brings.
    @JSONKey("channel_ids") public var channelIDs: [ChannelID] = []
    /// Roles it brings.
    @JSONKey("role_ids") public var roleIDs: [RoleID] = []
    /// Its emoji.
    public var emoji: PartialEmoji?
    /// The answer.
    public var title: String
    /// What it means.
    public var description: String?
}

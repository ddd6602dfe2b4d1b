public import EchordPrimitives
public import JSON

/// A rule that Discord itself enforces.
///
/// <https://docs.discord.com/developers/resources/auto-moderation#auto-moderation-rule-object>
@JSONModel
public struct AutoModerationRule: Hashable, Sendable {
    /// The rule's id.
    public var id: AutoModerationRuleID
    /// The guild.
    public var guildID: GuildID
    /// Its name.
    public var name: String
    /// Who made it.
    public var creatorID: UserID
    /// When it looks.
    public var eventType: AutoModerationEventType
    /// What it looks for.
    public var triggerType: AutoModerationTriggerType
    /// What exactly.
    public var triggerMetadata: AutoModerationTriggerMetadata?
    /// What it does.
    public var actions: [AutoModerationAction] = []
    /// Whether it is on.
    @JSONKey("enabled") public var isEnabled: Bool = false
    /// Roles it spares.
    public var exemptRoles: [RoleID] = []
    /// Channels it spares.
    public var exemptChannels: [ChannelID] = []
}

/// What exactly a rule looks for.
///
/// <https://docs.discord.com/developers/resources/auto-moderation#auto-moderation-rule-object-trigger-metadata>
@JSONModel
public struct AutoModerationTriggerMetadata: Hashable, Sendable {
    /// Up to 1000 words.
    public var keywordFilter: [String]?
    /// Up to 10 patterns.
    public var regexPatterns: [String]?
    /// Discord's own lists.
    public var presets: [AutoModerationKeywordPreset]?
    /// Words that are fine.
    public var allowList: [String]?
    /// How many mentions are too many, up to 50.
    public var mentionTotalLimit: Int?
    /// Whether raids of mentions are noticed.
    public var mentionRaidProtectionEnabled: Bool?
}

/// What a rule does.
///
/// <https://docs.discord.com/developers/resources/auto-moderation#auto-moderation-action-object>
@JSONModel
public struct AutoModerationAction: Hashable, Sendable {
    /// The kind.
    public var type: AutoModerationActionType
    /// More about it.
    public var metadata: AutoModerationActionMetadata?
}

/// More about what a rule does.
///
/// <https://docs.discord.com/developers/resources/auto-moderation#auto-moderation-action-object-action-metadata>
@JSONModel
public struct AutoModerationActionMetadata: Hashable, Sendable {
    /// Where it is reported.
    public var channelID: ChannelID?
    /// How long the timeout is, up to four weeks.
    public var durationSeconds: Int?
    /// What the member is told, up to 150 characters.
    public var customMessage: String?
}

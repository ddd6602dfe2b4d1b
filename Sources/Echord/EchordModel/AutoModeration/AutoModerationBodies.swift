public import EchordPrimitives
public import JSON

/// What is sent to make a rule.
///
/// <https://docs.discord.com/developers/resources/auto-moderation#create-auto-moderation-rule>
@JSONModel
public struct CreateAutoModerationRule: Hashable, Sendable {
    /// Its name, up to 100 characters.
    public var name: String
    /// When it looks.
    public var eventType: AutoModerationEventType
    /// What it looks for.
    public var triggerType: AutoModerationTriggerType
    /// What exactly; not of spam.
    public var triggerMetadata: AutoModerationTriggerMetadata?
    /// What it does, 1 to 5 actions.
    public var actions: [AutoModerationAction]?
    /// Whether it is on.
    @JSONKey("enabled") public var isEnabled: Bool?
    /// Up to 20 roles it spares.
    public var exemptRoles: [RoleID]?
    /// Up to 50 channels it spares.
    public var exemptChannels: [ChannelID]?
}

/// What is sent to change a rule; `keep` leaves a part as it is, `clear` takes it away.
///
/// <https://docs.discord.com/developers/resources/auto-moderation#modify-auto-moderation-rule>
@JSONModel
public struct EditAutoModerationRule: Hashable, Sendable {
    /// Its name, up to 100 characters.
    public var name: String?
    /// When it looks.
    public var eventType: AutoModerationEventType?
    /// What it looks for; it can not change.
    public var triggerType: AutoModerationTriggerType?
    /// What exactly.
    public var triggerMetadata: Patch<AutoModerationTriggerMetadata> = .keep
    /// What it does, 1 to 5 actions.
    public var actions: Patch<[AutoModerationAction]> = .keep
    /// Whether it is on.
    @JSONKey("enabled") public var isEnabled: Patch<Bool> = .keep
    /// Up to 20 roles it spares.
    public var exemptRoles: Patch<[RoleID]> = .keep
    /// Up to 50 channels it spares.
    public var exemptChannels: Patch<[ChannelID]> = .keep
}

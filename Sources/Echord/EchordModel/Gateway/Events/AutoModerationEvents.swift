public import EchordPrimitives
public import JSON

/// A rule did something.
///
/// <https://docs.discord.com/developers/events/gateway-events#auto-moderation-action-execution>
@JSONModel
public struct AutoModerationActionExecution: Hashable, Sendable, DispatchEvent {
    /// `AUTO_MODERATION_ACTION_EXECUTION`.
    public static let eventName = DispatchEventName.autoModerationActionExecution

    /// The guild.
    public var guildID: GuildID
    /// What it did.
    public var action: AutoModerationAction
    /// The rule.
    public var ruleID: AutoModerationRuleID
    /// What the rule looks for.
    public var ruleTriggerType: AutoModerationTriggerType
    /// Who set it off.
    public var userID: UserID
    /// Where.
    public var channelID: ChannelID?
    /// The message, if it still stands.
    public var messageID: MessageID?
    /// The report.
    public var alertSystemMessageID: MessageID?
    /// What was written; empty without the message-content intent.
    public var content: String = ""
    /// What in the rule matched.
    public var matchedKeyword: String?
    /// What in the text matched.
    public var matchedContent: String?
}

/// A rule was made.
///
/// <https://docs.discord.com/developers/events/gateway-events#auto-moderation-rule-create>
public struct AutoModerationRuleCreate: Hashable, Sendable, DispatchEvent {
    /// `AUTO_MODERATION_RULE_CREATE`.
    public static let eventName = DispatchEventName.autoModerationRuleCreate
    /// What the event is about.
    public var rule: AutoModerationRule

    /// An event.
    public init(rule: AutoModerationRule) { self.rule = rule }

    /// Reads the payload, which is what the event is about.
    public init(json: JSONReader) throws(JSONError) { rule = try AutoModerationRule(json: json) }

    /// Writes the payload.
    public func encode(to writer: inout JSONWriter) { rule.encode(to: &writer) }
}

/// A rule changed.
///
/// <https://docs.discord.com/developers/events/gateway-events#auto-moderation-rule-update>
public struct AutoModerationRuleUpdate: Hashable, Sendable, DispatchEvent {
    /// `AUTO_MODERATION_RULE_UPDATE`.
    public static let eventName = DispatchEventName.autoModerationRuleUpdate
    /// What the event is about.
    public var rule: AutoModerationRule

    /// An event.
    public init(rule: AutoModerationRule) { self.rule = rule }

    /// Reads the payload, which is what the event is about.
    public init(json: JSONReader) throws(JSONError) { rule = try AutoModerationRule(json: json) }

    /// Writes the payload.
    public func encode(to writer: inout JSONWriter) { rule.encode(to: &writer) }
}

/// A rule was deleted.
///
/// <https://docs.discord.com/developers/events/gateway-events#auto-moderation-rule-delete>
public struct AutoModerationRuleDelete: Hashable, Sendable, DispatchEvent {
    /// `AUTO_MODERATION_RULE_DELETE`.
    public static let eventName = DispatchEventName.autoModerationRuleDelete
    /// What the event is about.
    public var rule: AutoModerationRule

    /// An event.
    public init(rule: AutoModerationRule) { self.rule = rule }

    /// Reads the payload, which is what the event is about.
    public init(json: JSONReader) throws(JSONError) { rule = try AutoModerationRule(json: json) }

    /// Writes the payload.
    public func encode(to writer: inout JSONWriter) { rule.encode(to: &writer) }
}

public import EchordModel
internal import EchordPrimitives
internal import JSON

extension CreateAutoModerationRule: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] {
        FaultCollector.collect { $0.rule(name, triggerMetadata, actions, exemptRoles, exemptChannels) }
    }
}

extension EditAutoModerationRule: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] {
        FaultCollector.collect {
            $0.rule(name, triggerMetadata.value, actions.value, exemptRoles.value, exemptChannels.value)
        }
    }
}

extension FaultCollector {
    fileprivate mutating func rule(
        _ name: String?, _ trigger: AutoModerationTriggerMetadata?, _ actions: [AutoModerationAction]?,
        _ roles: [RoleID]?, _ channels: [ChannelID]?
    ) {
        length(name, upTo: DiscordLimits.AutoModeration.name, at: "name")
        if let trigger { at("trigger_metadata") { $0.trigger(trigger) } }
        if let actions { count(actions.count, DiscordLimits.AutoModeration.actions, of: "actions", at: "actions") }
        each("actions", actions) { faults, action in
            faults.at("metadata") { faults in
                faults.number(
                    action.metadata?.durationSeconds, DiscordLimits.AutoModeration.timeout, at: "duration_seconds")
                faults.length(
                    action.metadata?.customMessage, upTo: DiscordLimits.AutoModeration.message, at: "custom_message")
            }
        }
        count(roles, upTo: DiscordLimits.AutoModeration.exemptRoles, of: "roles", at: "exempt_roles")
        count(channels, upTo: DiscordLimits.AutoModeration.exemptChannels, of: "channels", at: "exempt_channels")
    }

    private mutating func trigger(_ trigger: AutoModerationTriggerMetadata) {
        let words = DiscordLimits.AutoModeration.word
        list(trigger.keywordFilter, upTo: DiscordLimits.AutoModeration.words, words, at: "keyword_filter")
        list(
            trigger.regexPatterns, upTo: DiscordLimits.AutoModeration.patterns, DiscordLimits.AutoModeration.pattern,
            at: "regex_patterns")
        let allowed =
            trigger.presets == nil
            ? DiscordLimits.AutoModeration.allowedWords : DiscordLimits.AutoModeration.allowedPresetWords
        list(trigger.allowList, upTo: allowed, words, at: "allow_list")
        number(trigger.mentionTotalLimit, DiscordLimits.AutoModeration.mentions, at: "mention_total_limit")
    }

    private mutating func list(_ texts: [String]?, upTo limit: Int, _ length: ClosedRange<Int>, at key: String) {
        count(texts, upTo: limit, of: "texts", at: key)
        for (index, text) in (texts ?? []).enumerated() { self.length(text, length, at: "\(key)[\(index)]") }
    }
}

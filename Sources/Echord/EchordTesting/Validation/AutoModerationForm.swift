import JSON

/// The fields of auto-moderation rules. Source: https://discord.com/developers/docs/resources/auto-moderation
extension Form {
    /// Reads a rule's fields over what they are; its trigger is set once, when it is made.
    mutating func rule(over rule: AutoModerationRule, isNew: Bool) -> AutoModerationRule {
        var rule = rule
        if isNew {
            for key in ["name", "event_type", "trigger_type", "actions"] where body.present(key) == nil {
                errors.required([key])
            }
            set("trigger_type", &rule.trigger) { form, key in
                form.choice(key, [1, 3, 4, 5, 6]).flatMap { .init(rawValue: $0) }
            }
        }
        set("name", &rule.name) { $0.text($1, 1...100) }
        _ = choice("event_type", [rule.trigger.event])
        readMetadata(into: &rule, isNew: isNew)
        let trigger = rule.trigger
        set("actions", &rule.actions) { form, key in form.objects(key, 1...5) { $0.action(for: trigger) } }
        set("enabled", &rule.isEnabled) { $0.flag($1) }
        set("exempt_roles", &rule.exemptRoles) { $0.flakes($1, 0...20) }
        set("exempt_channels", &rule.exemptChannels) { $0.flakes($1, 0...50) }
        return rule
    }

    private mutating func readMetadata(into rule: inout AutoModerationRule, isNew: Bool) {
        guard let value = errors.object(body["trigger_metadata"], ["trigger_metadata"]) else {
            let needs = rule.trigger == .mentions || rule.trigger == .preset
            if isNew, needs { errors.required(["trigger_metadata"]) }
            return
        }
        var inner = Form(value, ["trigger_metadata"])
        if rule.trigger.holdsKeywords {
            inner.set("keyword_filter", &rule.keywords) {
                $0.texts($1, 0...1000, each: 1...AutoModerationRule.keywordLimit)
            }
            inner.set("regex_patterns", &rule.patterns) { $0.patterns($1) }
            inner.set("allow_list", &rule.allowed) {
                $0.texts($1, 0...100, each: 1...AutoModerationRule.keywordLimit)
            }
        }
        if rule.trigger == .preset {
            inner.set("presets", &rule.presets) { form, key in
                form.errors.list(form.body[key], form.path + [key], 0...3)?.enumerated().compactMap { index, value in
                    form.errors.oneOf(value, form.path + [key, String(index)], [1, 2, 3], required: true)
                }
            }
            inner.set("allow_list", &rule.allowed) {
                $0.texts($1, 0...1000, each: 1...AutoModerationRule.keywordLimit)
            }
        }
        if rule.trigger == .mentions {
            inner.set("mention_total_limit", &rule.mentionLimit) { $0.int($1, 0...50) }
            inner.set("mention_raid_protection_enabled", &rule.watchesRaids) { $0.flag($1) }
        }
        errors.merge(inner.errors)
    }

    /// Patterns in Rust's flavour, which knows neither looking around nor back-references.
    private mutating func patterns(_ key: String) -> [String]? {
        guard let list = texts(key, 0...10, each: 1...AutoModerationRule.patternLimit) else { return nil }
        for (index, pattern) in list.enumerated() {
            if LinearPattern(pattern) == nil {
                errors.add(
                    path + [key, String(index)], "AUTO_MODERATION_INVALID_REGEX", "Regex pattern is not valid.")
            }
        }
        return list
    }

    private mutating func action(for trigger: AutoModerationRule.Trigger) -> AutoModerationRule.Action? {
        let type = choice("type", [1, 2, 3, 4], required: true)
        var metadata = Form(body["metadata"] ?? .null, path + ["metadata"])
        defer { errors.merge(metadata.errors) }
        switch type {
        case 1: return .block(message: metadata.text("custom_message", 0...150).flatMap { $0.isEmpty ? nil : $0 })
        case 2: return metadata.flake("channel_id", required: true).map { .alert(channel: $0) }
        case 3:
            if trigger != .keyword, trigger != .mentions {
                complain("type", "AUTO_MODERATION_INVALID_ACTION", "This rule cannot time out.")
            }
            return metadata.int("duration_seconds", 0...AutoModerationRule.timeoutLimit, required: true)
                .map { .timeout(seconds: $0) }
        case 4:
            if trigger != .profile {
                complain("type", "AUTO_MODERATION_INVALID_ACTION", "Only rules for profiles block interactions.")
            }
            return .quarantine
        default: return nil
        }
    }
}

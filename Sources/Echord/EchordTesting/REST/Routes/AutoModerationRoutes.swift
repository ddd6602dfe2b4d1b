import JSON

/// Auto-moderation rules. Source: https://discord.com/developers/docs/resources/auto-moderation
extension RouteTable {
    static var autoModerationRoutes: [Route] {
        let base = "/guilds/{guild}/auto-moderation/rules"
        let rule = RateLimiter.Rule("auto-moderation", 5, per: .seconds(5))
        return [
            Route("GET", base, .guildReading) { try $0.listRules($1) },
            Route("POST", base, rule) { try $0.createRule($1) },
            Route("GET", base + "/{rule}", .guildReading) { try $0.showRule($1) },
            Route("PATCH", base + "/{rule}", rule) { try $0.editRule($1) },
            Route("DELETE", base + "/{rule}", rule) { try $0.deleteRule($1) },
        ]
    }
}

extension Realm {
    fileprivate func listRules(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call, .manageGuild)
        return .ok(.array(guild.rules.values.sorted { $0.id < $1.id }.map(\.json)))
    }

    private func rule(_ call: RESTCall) throws(Refusal) -> (AutoModerationRule, Guild) {
        let guild = try guild(call, .manageGuild)
        guard let rule = guild.rules[try call.id("rule")] else {
            throw .invalidField([], "AUTO_MODERATION_RULE_NOT_FOUND", "Auto moderation rule not found")
        }
        return (rule, guild)
    }

    fileprivate func showRule(_ call: RESTCall) throws(Refusal) -> RESTReply {
        .ok(try rule(call).0.json)
    }

    fileprivate mutating func createRule(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call, .manageGuild)
        var form = Form(call.body)
        let blank = AutoModerationRule(id: flake(), guild: guild.id, creator: call.actor)
        let rule = form.rule(over: blank, isNew: true)
        try form.check()
        let limit = rule.trigger.perGuild
        guard guild.rules.values.count(where: { $0.trigger == rule.trigger }) < limit else {
            throw .invalidField(
                [], "AUTO_MODERATION_MAX_RULES_OF_TYPE_EXCEEDED",
                "Maximum number of rules with trigger type \(rule.trigger.rawValue) is \(limit)")
        }
        try checkActions(of: rule, by: call.actor, in: guild)
        put(rule, "AUTO_MODERATION_RULE_CREATE")
        audit(
            .ruleCreate, in: guild.id, by: call.cause, target: rule.id,
            changes: AuditEntry.changes(to: rule.json, in: AutoModerationRule.audited))
        return .ok(rule.json)
    }

    fileprivate mutating func editRule(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let (before, guild) = try rule(call)
        var form = Form(call.body)
        let after = form.rule(over: before, isNew: false)
        try form.check()
        try checkActions(of: after, by: call.actor, in: guild)
        put(after, "AUTO_MODERATION_RULE_UPDATE")
        let changes = AuditEntry.changes(from: before.json, to: after.json, in: AutoModerationRule.audited)
        if !changes.isEmpty { audit(.ruleUpdate, in: guild.id, by: call.cause, target: after.id, changes: changes) }
        return .ok(after.json)
    }

    /// What a rule does needs rights of its own.
    private func checkActions(of rule: AutoModerationRule, by user: Flake, in guild: Guild) throws(Refusal) {
        for (index, action) in rule.actions.enumerated() {
            switch action {
            case .timeout: try demand(.moderateMembers, of: user, in: guild)
            case .alert(let id):
                guard let channel = world.channels[id], channel.guild == guild.id, channel.kind.holdsMessages else {
                    throw .invalidField(
                        ["actions", String(index), "metadata", "channel_id"], "CHANNEL_NOT_FOUND", "Unknown channel")
                }
                try demand(.viewChannel, of: user, in: channel)
            default: break
            }
        }
    }

    fileprivate mutating func deleteRule(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let (rule, guild) = try rule(call)
        world.guilds[guild.id]?.rules[rule.id] = nil
        send("AUTO_MODERATION_RULE_DELETE", rule)
        audit(
            .ruleDelete, in: guild.id, by: call.cause, target: rule.id,
            changes: AuditEntry.changes(from: rule.json, in: AutoModerationRule.audited))
        return .noContent
    }

    private mutating func put(_ rule: AutoModerationRule, _ event: String) {
        world.guilds[rule.guild]?.rules[rule.id] = rule
        send(event, rule)
    }

    private mutating func send(_ event: String, _ rule: AutoModerationRule) {
        let body = rule.json
        dispatch(event, guild: rule.guild, intents: .autoModerationRules, needing: .manageGuild) { _ in body }
    }
}

import JSON

/// Discord's own moderation at work.
///
/// Source: https://discord.com/developers/docs/resources/auto-moderation
extension Realm {
    /// A rule that a message has set off.
    struct Caught {
        let rule: AutoModerationRule
        let match: AutoModerationRule.Match

        var blocks: Bool {
            rule.actions.contains { if case .block = $0 { true } else { false } }
        }
    }

    /// The rules a person's text sets off in a channel; those who manage the guild, and applications, are left alone.
    func caught(_ text: String, by user: Flake, in channel: Channel) -> [Caught] {
        guard let id = channel.guild, let guild = world.guilds[id], !guild.rules.isEmpty, !text.isEmpty,
            let member = guild.members[user],
            world.users[user]?.isBot == false,
            !world.permissions(of: user, in: guild, at: now).contains(.manageGuild)
        else { return [] }
        let found = MentionReader([text])
        let places = [channel.id, channel.parent, channel.parent.flatMap { world.channels[$0]?.parent }]
        return guild.rules.values.sorted { $0.id < $1.id }.compactMap { rule in
            guard rule.isEnabled, rule.trigger.event == 1, Set(rule.exemptRoles).isDisjoint(with: member.roles),
                Set(rule.exemptChannels).isDisjoint(with: places.compactMap { $0 }),
                let match = rule.match(text, mentions: found.users.count + found.roles.count)
            else { return nil }
            return Caught(rule: rule, match: match)
        }
    }

    /// The rules that a message which is about to be written sets off.
    ///
    /// - Throws: 200000 when one of them keeps it from being posted; what the rules say is done by then.
    mutating func moderated(_ text: String, by user: Flake, in channel: Channel) throws(Refusal) -> [Caught] {
        try blocking(text, by: user, in: channel, .blockedByRules)
    }

    /// - Throws: 200001 when a rule does not let a thread be called so.
    mutating func moderateTitle(_ title: String, by user: Flake, in channel: Channel) throws(Refusal) {
        let caught = try blocking(title, by: user, in: channel, .titleBlockedByRules)
        punish(caught, title, by: user, in: channel, message: nil)
    }

    private mutating func blocking(
        _ text: String, by user: Flake, in channel: Channel, _ refusal: Refusal
    ) throws(Refusal) -> [Caught] {
        let caught = caught(text, by: user, in: channel)
        guard caught.contains(where: \.blocks) else { return caught }
        punish(caught, text, by: user, in: channel, message: nil)
        throw refusal
    }

    /// Does what the rules say.
    ///
    /// - Parameter message: The message, unless a rule keeps it from being posted.
    mutating func punish(_ caught: [Caught], _ text: String, by user: Flake, in channel: Channel, message: Flake?) {
        for found in caught {
            for action in found.rule.actions {
                let alert = execute(action, found, text, by: user, in: channel)
                tell(of: action, found, text, by: user, in: channel, message: message, alert: alert)
            }
        }
    }

    /// - Returns: The alert it has posted.
    private mutating func execute(
        _ action: AutoModerationRule.Action, _ found: Caught, _ text: String, by user: Flake, in channel: Channel
    ) -> Flake? {
        let options: JSONObject = [
            "auto_moderation_rule_name": .string(found.rule.name),
            "auto_moderation_rule_trigger_type": .string(String(found.rule.trigger.rawValue)),
            "channel_id": channel.id.json,
        ]
        let guild = found.rule.guild
        switch action {
        case .block:
            audit(.ruleBlockedMessage, in: guild, by: .discord, target: user, options: options)
        case .alert(let place):
            audit(.ruleFlagged, in: guild, by: .discord, target: user, options: options)
            return postAlert(found, text, by: user, from: channel, to: place)
        case .timeout(let seconds):
            let until = now + .seconds(seconds)
            changeMember(user, in: guild) { $0.timedOutUntil = until }
            timers[.timeoutEnd(guild: guild, user: user)] = until
            audit(.ruleTimedOut, in: guild, by: .discord, target: user, options: options)
        case .quarantine:
            // What a name is held for is done where names change.
            break
        }
        return nil
    }

    // MARK: - Names

    /// A member with a new name: held, when a rule on names catches it.
    mutating func profiled(_ member: Membership, in id: Flake) -> Membership {
        var member = member
        guard let guild = world.guilds[id], guild.rules.values.contains(where: { $0.trigger == .profile }),
            let user = world.users[member.user], !user.isBot
        else { return member }
        member.flags &= ~Membership.quarantined
        let name = member.nick ?? user.displayName
        for rule in guild.rules.values.sorted(by: { $0.id < $1.id })
        where rule.isEnabled && rule.trigger == .profile && Set(rule.exemptRoles).isDisjoint(with: member.roles) {
            guard let match = rule.match(name, mentions: 0) else { continue }
            for action in rule.actions {
                guard let options = hold(action, rule, &member) else { continue }
                audit(.ruleQuarantined, in: id, by: .discord, target: member.user, options: options)
            }
            tellOfName(Caught(rule: rule, match: match), name, of: member.user)
        }
        return member
    }

    /// - Returns: What the audit log is told; nil when the action does not hold the member.
    private func hold(
        _ action: AutoModerationRule.Action, _ rule: AutoModerationRule, _ member: inout Membership
    ) -> JSONObject? {
        guard case .quarantine = action else { return nil }
        member.flags |= Membership.quarantined
        return [
            "auto_moderation_rule_name": .string(rule.name),
            "auto_moderation_rule_trigger_type": .string(String(rule.trigger.rawValue)),
        ]
    }

    private mutating func tellOfName(_ found: Caught, _ name: String, of user: Flake) {
        for action in found.rule.actions {
            let whole: JSONValue = [
                "guild_id": found.rule.guild.json, "action": action.json, "rule_id": found.rule.id.json,
                "rule_trigger_type": .number(found.rule.trigger.rawValue), "user_id": user.json,
                "content": .string(name), "matched_keyword": .text(found.match.keyword),
                "matched_content": .text(found.match.content),
            ]
            dispatch(
                "AUTO_MODERATION_ACTION_EXECUTION", guild: found.rule.guild, intents: .autoModerationActs,
                needing: .manageGuild
            ) { _ in whole }
        }
    }

    private mutating func postAlert(
        _ found: Caught, _ text: String, by user: Flake, from channel: Channel, to place: Flake
    ) -> Flake? {
        guard world.channels[place] != nil else { return nil }
        var fields: [(String, String)] = [
            ("rule_name", found.rule.name), ("channel_id", channel.id.text),
            ("decision_id", flake().text), ("flagged_message_id", ""),
        ]
        if let keyword = found.match.keyword { fields.append(("keyword", keyword)) }
        if let content = found.match.content { fields.append(("keyword_matched_content", content)) }
        let embed: JSONValue = [
            "type": "auto_moderation_message", "description": .string(text),
            "fields": .array(fields.map { ["name": .string($0.0), "value": .string($0.1), "inline": false] }),
        ]
        var id: Flake?
        postSystem(.autoModeration, by: user, in: place) { post in
            post.embeds = [embed]
            id = post.id
        }
        return id
    }

    private mutating func tell(
        of action: AutoModerationRule.Action, _ found: Caught, _ text: String, by user: Flake, in channel: Channel,
        message: Flake?, alert: Flake?
    ) {
        var fields: JSONObject = [
            "guild_id": found.rule.guild.json, "action": action.json, "rule_id": found.rule.id.json,
            "rule_trigger_type": .number(found.rule.trigger.rawValue), "user_id": user.json,
            "channel_id": channel.id.json, "content": .string(text),
            "matched_keyword": .text(found.match.keyword), "matched_content": .text(found.match.content),
        ]
        if let message { fields["message_id"] = message.json }
        if let alert { fields["alert_system_message_id"] = alert.json }
        let whole = JSONValue.object(fields)
        let bare = whole.adding("content", "").adding("matched_content", "")
        dispatch(
            "AUTO_MODERATION_ACTION_EXECUTION", guild: found.rule.guild, intents: .autoModerationActs,
            needing: .manageGuild
        ) { session in session.intents.contains(.messageContent) ? whole : bare }
    }
}

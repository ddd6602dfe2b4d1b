import JSON

/// The audit log. Source: https://discord.com/developers/docs/resources/audit-log#get-guild-audit-log
extension RouteTable {
    static var auditLogRoutes: [Route] {
        [
            Route("GET", "/guilds/{guild}/audit-logs", .init("audit-logs", 10, per: .seconds(10))) {
                try $0.showAuditLog($1)
            }
        ]
    }
}

extension Realm {
    fileprivate func showAuditLog(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call, .viewAuditLog)
        let limit = try call.queryNumber("limit", 1...100, default: 50)
        let user = try call.queryID("user_id")
        let before = try call.queryID("before")
        let after = try call.queryID("after")
        let action = call.query["action_type"] == nil ? nil : try call.queryNumber("action_type", 0...1000, default: 0)
        let fitting = guild.audit.recent(at: now).filter { entry in
            (user == nil || entry.user == user) && (action == nil || entry.action.rawValue == action)
                && (before.map { entry.id < $0 } ?? true) && (after.map { entry.id > $0 } ?? true)
        }
        // With `after` the oldest come first.
        let chosen = after == nil ? Array(fitting.suffix(limit).reversed()) : Array(fitting.prefix(limit))
        return .ok(auditLogJSON(chosen, of: guild))
    }

    /// Entries with the objects they speak of.
    private func auditLogJSON(_ entries: [AuditEntry], of guild: Guild) -> JSONValue {
        let named = Set(entries.flatMap { [$0.user, $0.target] }.compactMap { $0 })
        let users = named.filter { world.users[$0] != nil }.sorted()
        let threads = named.compactMap { world.channels[$0] }.filter { $0.kind.isThread }.sorted { $0.id < $1.id }
        let webhooks = named.sorted().compactMap { world.webhooks[$0] }
        let events = guild.scheduledEvents.values.filter { named.contains($0.id) }.sorted { $0.id < $1.id }
        let rules = guild.rules.values.filter { named.contains($0.id) }.sorted { $0.id < $1.id }
        return [
            "audit_log_entries": .array(entries.map(\.json)), "users": .array(users.map(world.userJSON)),
            "integrations": [],
            "webhooks": .array(webhooks.map { world.webhookJSON($0) }),
            "guild_scheduled_events": .array(events.map { world.eventJSON($0) }),
            "threads": .array(threads.map { world.channelJSON($0) }), "application_commands": [],
            "auto_moderation_rules": .array(rules.map(\.json)),
        ]
    }
}

import JSON

/// Guilds. Source: https://discord.com/developers/docs/resources/guild
extension RouteTable {
    static var guildRoutes: [Route] {
        let base = "/guilds/{guild}"
        let rule = RateLimiter.Rule("guild-patch", 2, per: .seconds(10))
        let settings = RateLimiter.Rule("guild-settings", 5, per: .seconds(10))
        return [
            Route("GET", base, .init("guild-get", 10, per: .seconds(10))) { try $0.showGuild($1) },
            Route("PATCH", base, rule) { try $0.editGuild($1) },
            Route("GET", base + "/preview", .guildReading) { try $0.previewGuild($1) },
            Route("GET", base + "/regions", .guildReading) { realm, call in
                _ = try realm.guild(call)
                return .ok(.array(VoiceRegion.all.map(\.json)))
            },
            Route("GET", "/voice/regions", .init("regions", 5, per: .seconds(5))) { _, _ in
                .ok(.array(VoiceRegion.all.map(\.json)))
            },
            Route("PUT", base + "/incident-actions", settings) { try $0.setIncidents($1) },
            Route("GET", base + "/integrations", .guildReading) { try $0.listIntegrations($1) },
            Route("DELETE", base + "/integrations/{integration}", settings) { try $0.deleteIntegration($1) },
            Route("GET", base + "/widget", .guildReading) { realm, call in
                .ok(try realm.guild(call, .manageGuild).widgetSettings)
            },
            Route("PATCH", base + "/widget", settings) { try $0.editWidget($1) },
            Route("GET", base + "/widget.json", .guildReading, for: .anyone) { try $0.showWidget($1) },
        ]
    }
}

extension Guild {
    /// What a guild turns on and off itself.
    ///
    /// Source: https://discord.com/developers/docs/resources/guild#guild-object-mutable-guild-features
    static let changeableFeatures: Set<String> = [
        "COMMUNITY", "DISCOVERABLE", "INVITES_DISABLED", "RAID_ALERTS_DISABLED",
    ]

    /// Source: https://discord.com/developers/docs/resources/guild#guild-widget-settings-object
    var widgetSettings: JSONValue {
        ["enabled": .bool(order.isWidgetOn), "channel_id": order.widgetChannel?.json ?? .null]
    }
}

extension Realm {
    fileprivate func showGuild(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call)
        return .ok(call.queryFlag("with_counts") ? counted(guild.json, guild) : guild.json)
    }

    private func counted(_ body: JSONValue, _ guild: Guild) -> JSONValue {
        body.adding("approximate_member_count", .number(guild.members.count))
            .adding("approximate_presence_count", .number(world.present(in: guild)))
    }

    /// Source: https://discord.com/developers/docs/resources/guild#get-guild-preview
    fileprivate func previewGuild(_ call: RESTCall) throws(Refusal) -> RESTReply {
        guard let guild = world.guilds[try call.id("guild")] else { throw .unknownGuild }
        guard guild.members[call.actor] != nil || guild.features.contains("DISCOVERABLE") else { throw .unknownGuild }
        let kept = [
            "id", "name", "icon", "description", "home_header", "splash", "discovery_splash", "features", "emojis",
            "stickers",
        ]
        let whole = guild.json
        return .ok(counted(.object(JSONObject(kept.compactMap { key in whole[key].map { (key, $0) } })), guild))
    }

    // MARK: - Changing

    fileprivate mutating func editGuild(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let before = try guild(call, .manageGuild)
        var form = Form(call.body)
        let after = form.guild(over: before)
        try checkChannels(of: after, before, &form)
        try form.check()
        if after.owner != before.owner {
            guard before.owner == call.actor else { throw .missingPermissions }
            guard after.members[after.owner] != nil else { throw .unknownMember }
        }
        try checkFeatures(after, before, by: call.actor)
        keep(form.images)
        changeGuild(before.id, by: call.cause) { guild in
            (guild.name, guild.owner, guild.locale) = (after.name, after.owner, after.locale)
            (guild.features, guild.look, guild.order) = (after.features, after.look, after.order)
        }
        return .ok(world.guilds[before.id]?.json ?? .null)
    }

    /// The channels with a purpose are the guild's own, and of the right kind.
    private func checkChannels(of after: Guild, _ before: Guild, _ form: inout Form) throws(Refusal) {
        for (key, id) in [
            ("system_channel_id", after.order.systemChannel), ("rules_channel_id", after.order.rulesChannel),
            ("public_updates_channel_id", after.order.updatesChannel),
            ("safety_alerts_channel_id", after.order.safetyChannel), ("afk_channel_id", after.order.idleChannel),
        ] where form.body.present(key) != nil {
            guard let id else { continue }
            let kind = world.channels[id].flatMap { $0.guild == after.id ? $0.kind : nil }
            let fits = key == "afk_channel_id" ? kind == .voice : kind == .text || kind == .announcement
            if !fits { form.complain(key, "CHANNEL_INVALID", "Invalid channel") }
        }
    }

    private func checkFeatures(_ after: Guild, _ before: Guild, by user: Flake) throws(Refusal) {
        let changed = Set(after.features).symmetricDifference(before.features)
        if !changed.isDisjoint(with: ["COMMUNITY", "DISCOVERABLE"]) {
            guard world.permissions(of: user, in: before, at: now).contains(.administrator) else {
                throw .missingPermissions
            }
        }
        if after.features.contains("COMMUNITY") {
            for (key, channel) in [
                ("rules_channel_id", after.order.rulesChannel),
                ("public_updates_channel_id", after.order.updatesChannel),
            ] where channel == nil {
                throw .invalidField([key], "BASE_TYPE_REQUIRED", "This field is required")
            }
        }
        for (key, feature, old, new) in [
            ("splash", "INVITE_SPLASH", before.look.splash, after.look.splash),
            ("discovery_splash", "DISCOVERABLE", before.look.discoverySplash, after.look.discoverySplash),
            ("banner", "BANNER", before.look.banner, after.look.banner),
        ] where old != new && new != nil && !after.features.contains(feature) {
            throw .invalidField([key], "GUILD_FEATURE_MISSING", "This server lacks the feature \(feature).")
        }
        let isMoving = after.look.icon?.hasPrefix("a_") == true && after.look.icon != before.look.icon
        guard !isMoving || after.features.contains("ANIMATED_ICON") else { throw .needsBoosts }
    }

    /// Source: https://discord.com/developers/docs/resources/guild#modify-guild-incident-actions
    fileprivate mutating func setIncidents(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call, .manageGuild)
        var form = Form(call.body)
        let order = form.incidents(over: guild.order, at: now)
        try form.check()
        changeGuild(guild.id, by: call.cause) { $0.order = order }
        return .ok([
            "invites_disabled_until": order.invitesClosedUntil?.json ?? .null,
            "dms_disabled_until": order.messagesClosedUntil?.json ?? .null,
        ])
    }

    // MARK: - Integrations

    /// The bot's own, which is the only one there is.
    ///
    /// Source: https://discord.com/developers/docs/resources/guild#integration-object
    private func integration(in guild: Guild) -> JSONValue? {
        guard guild.botJoinedAt != nil else { return nil }
        let app = world.application
        return [
            "id": app.id.json, "name": .string(app.name), "type": "discord", "enabled": true,
            "account": ["id": app.id.json, "name": .string(app.name)], "scopes": ["applications.commands", "bot"],
            "user": world.userJSON(guild.owner),
            "application": [
                "id": app.id.json, "name": .string(app.name), "icon": .null, "description": .string(app.description),
                "type": .null, "bot": world.bot.json,
            ],
        ]
    }

    fileprivate func listIntegrations(_ call: RESTCall) throws(Refusal) -> RESTReply {
        .ok(.array([integration(in: try guild(call, .manageGuild))].compactMap { $0 }))
    }

    fileprivate mutating func deleteIntegration(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call, .manageGuild)
        guard try call.id("integration") == world.application.id, let before = integration(in: guild) else {
            throw .unknownIntegration
        }
        let body: JSONValue = [
            "id": world.application.id.json, "guild_id": guild.id.json, "application_id": world.application.id.json,
        ]
        dispatch("INTEGRATION_DELETE", guild: guild.id, intents: .integrations) { _ in body }
        dispatch("GUILD_INTEGRATIONS_UPDATE", guild: guild.id, intents: .integrations) { _ in
            ["guild_id": guild.id.json]
        }
        audit(
            .integrationDelete, in: guild.id, by: call.cause, target: world.application.id,
            changes: AuditEntry.changes(from: before, in: ["name", "type"]))
        removeBot(from: guild.id)
        return .noContent
    }

    // MARK: - Widget

    fileprivate mutating func editWidget(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call, .manageGuild)
        var form = Form(call.body)
        var order = guild.order
        form.set("enabled", &order.isWidgetOn) { $0.flag($1) }
        form.change("channel_id", &order.widgetChannel) { $0.flake($1) }
        if let channel = order.widgetChannel, world.channels[channel]?.guild != guild.id {
            form.complain("channel_id", "CHANNEL_INVALID", "Invalid channel")
        }
        try form.check()
        let changed = order
        changeGuild(guild.id, by: call.cause) { $0.order = changed }
        return .ok(world.guilds[guild.id]?.widgetSettings ?? .null)
    }

    /// Source: https://discord.com/developers/docs/resources/guild#guild-widget-object
    fileprivate func showWidget(_ call: RESTCall) throws(Refusal) -> RESTReply {
        guard let guild = world.guilds[try call.id("guild")] else { throw .unknownGuild }
        guard guild.order.isWidgetOn else { throw .widgetDisabled }
        let voices = world.channels(of: guild).filter { $0.kind.isVocal }
        let present = guild.sortedMembers.compactMap { world.users[$0.user] }.filter { $0.status != "offline" }
        let invite = world.invites.values.filter { $0.channel == guild.order.widgetChannel && $0.isLive(at: now) }
            .min { $0.code < $1.code }
        return .ok([
            "id": guild.id.json, "name": .string(guild.name),
            "instant_invite": .text(invite.map { "https://discord.com/invite/\($0.code)" }),
            "channels": .array(
                voices.map { ["id": $0.id.json, "name": .string($0.name), "position": .number($0.position)] }),
            // Members are anonymous here: numbered, not named by their ids.
            "members": .array(
                present.prefix(100).enumerated().map { index, user in
                    [
                        "id": .string(String(index)), "username": .string(user.displayName), "discriminator": "0000",
                        "avatar": .null, "status": .string(user.status),
                        "avatar_url": .string(settings.origin + "/icon.svg"),
                    ]
                }),
            "presence_count": .number(present.count),
        ])
    }
}

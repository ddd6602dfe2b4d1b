import JSON

/// The objects as Discord writes them.
extension World {
    func userJSON(_ id: Flake) -> JSONValue {
        if let user = users[id] { return user.json }
        return Person(id: id, username: "deleted_user_" + String(id.text.suffix(4)), globalName: nil).json
    }

    /// A channel over REST and in events.
    ///
    /// - Parameter viewer: Whose membership of a thread comes with it.
    func channelJSON(_ channel: Channel, for viewer: Flake? = nil) -> JSONValue {
        if channel.kind == .direct { return directChannelJSON(channel) }
        var fields = channel.bare
        if let guild = channel.guild { fields["guild_id"] = guild.json }
        if let viewer, let member = channel.thread?.members[viewer] { fields["member"] = member.json(in: channel.id) }
        return .object(fields)
    }

    private func directChannelJSON(_ channel: Channel) -> JSONValue {
        var fields: JSONObject = [
            "id": channel.id.json, "type": 1, "flags": 0, "last_message_id": channel.lastMessage?.json ?? .null,
        ]
        if let recipient = channel.recipient { fields["recipients"] = [userJSON(recipient)] }
        if let pin = channel.lastPin { fields["last_pin_timestamp"] = pin.json }
        return .object(fields)
    }

    /// A channel that the bot may not see, as the gateway sends it since November 2026: nameless and closed.
    ///
    /// Source: https://discord.com/developers/docs/change-log (channel obfuscation)
    func obfuscatedJSON(_ channel: Channel) -> JSONObject {
        var hidden = Channel(id: channel.id, kind: channel.kind, guild: channel.guild, name: "___hidden___")
        hidden.position = channel.position
        hidden.parent = channel.parent
        if let guild = channel.guild {
            hidden.overwrites = [Overwrite(id: guild, isMember: false, allow: [], deny: .viewChannel)]
        }
        var fields = hidden.bare
        fields["flags"] = .number(Channel.Flags.obfuscated.rawValue)
        return fields
    }
}

/// The large payloads of the gateway.
extension World {
    /// The body of GUILD_CREATE.
    ///
    /// Source: https://discord.com/developers/docs/events/gateway-events#guild-create
    func guildCreateJSON(_ guild: Guild, presences: Bool, largeThreshold: Int, now: Moment) -> JSONValue {
        guard var fields = guild.json.fields else { return guild.json }
        let all = guild.sortedMembers
        let isLarge = all.count > largeThreshold
        let shown = all.filter { member in
            if member.user == application.id { return true }
            guard presences else { return false }
            return !isLarge || users[member.user]?.status != "offline"
        }
        let listed = channels(of: guild)
        fields["joined_at"] = (guild.botJoinedAt ?? now).json
        fields["large"] = .bool(isLarge)
        fields["unavailable"] = false
        fields["member_count"] = .number(all.count)
        fields["voice_states"] = .array(guild.sortedVoices.map(\.bare))
        fields["stage_instances"] = .array(guild.sortedStages.map(\.json))
        fields["soundboard_sounds"] = .array(guild.sortedSounds.map(\.json))
        fields["members"] = .array(shown.map(memberJSON))
        fields["channels"] = .array(
            listed.filter { !$0.kind.isThread }.map { channel in
                .object(
                    botPermissions(in: channel, at: now).contains(.viewChannel) ? channel.bare : obfuscatedJSON(channel)
                )
            })
        fields["threads"] = .array(
            listed.filter { channel in
                guard channel.kind.isThread, let thread = channel.thread, !thread.isArchived else { return false }
                return botPermissions(in: channel, at: now).contains(.viewChannel)
            }.map { channelJSON($0, for: application.id) })
        fields["presences"] =
            presences
            ? .array(shown.compactMap { member in users[member.user].flatMap { presenceJSON($0, guild: nil) } }) : []
        fields["guild_scheduled_events"] = .array(
            guild.scheduledEvents.values.filter { event in
                event.channel.flatMap { channels[$0] }.map {
                    botPermissions(in: $0, at: now).contains(.viewChannel)
                } ?? true
            }.sorted { $0.id < $1.id }.map { eventJSON($0) })
        fields["embedded_activities"] = []
        return .object(fields)
    }

    /// A presence; nil when the user is offline.
    func presenceJSON(_ user: Person, guild: Flake?) -> JSONValue? {
        guard user.status != "offline", user.status != "invisible" else { return nil }
        var fields: JSONObject = [
            "user": ["id": user.id.json], "status": .string(user.status), "activities": .array(user.activities),
            "client_status": [(user.isBot ? "web" : "desktop"): .string(user.status)],
        ]
        if let guild { fields["guild_id"] = guild.json }
        return .object(fields)
    }

    /// The application as `GET /applications/@me` gives it.
    ///
    /// Source: https://discord.com/developers/docs/resources/application#application-object
    func applicationJSON(verifyKey: String, redirectURIs: [String] = []) -> JSONValue {
        let app = application
        return [
            "id": app.id.json, "name": .string(app.name), "icon": .null, "description": .string(app.description),
            "summary": "", "type": .null, "is_monetized": false, "is_verified": false, "is_discoverable": false,
            "bot": bot.json, "bot_public": true, "bot_require_code_grant": false, "hook": true,
            "storefront_available": false,
            "verify_key": .string(verifyKey), "flags": .number(app.flags), "flags_new": .string(String(app.flags)),
            "redirect_uris": .array(redirectURIs.map(JSONValue.string)),
            "interactions_endpoint_url": .text(app.interactionsEndpoint),
            "role_connections_verification_url": .null,
            "owner": userJSON(app.owner), "approximate_guild_count": .number(botGuilds.count),
            "approximate_user_install_count": 0, "approximate_user_authorization_count": 0,
            "interactions_event_types": [], "interactions_version": 1, "explicit_content_filter": 0,
            "rpc_application_state": 0,
            "store_application_state": 1, "verification_state": 1, "integration_public": true,
            "integration_require_code_grant": false, "discoverability_state": 1, "discovery_eligibility_flags": 0,
            "monetization_state": 1, "monetization_eligibility_flags": 0, "team": .null, "tags": [],
            "eligible_oauth2_scopes": ["bot", "applications.commands", "identify"],
            "integration_types_config": [
                "0": ["oauth2_install_params": ["scopes": ["applications.commands", "bot"], "permissions": "0"]]
            ],
            "event_webhooks_status": .number(app.eventsStatus),
            "event_webhooks_types": .array(app.eventTypes.map(JSONValue.string)),
            "event_webhooks_url": .text(app.eventsURL),
        ]
    }
}

import JSON

/// The objects as Discord writes them.
extension World {
    func userJSON(_ id: Flake) -> JSONValue {
        if let user = users[id] { return user.json }
        return Person(id: id, username: "deleted_user_" + String(id.text.suffix(4)), globalName: nil).json
    }

    /// A channel as the bot sees it over REST and in events.
    func channelJSON(_ channel: Channel) -> JSONValue {
        if channel.kind == .direct { return directChannelJSON(channel) }
        var fields = channel.bare
        if let guild = channel.guild { fields["guild_id"] = guild.json }
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
        fields["flags"] = .number(1 << 17)
        return fields
    }

    /// A message as REST gives it.
    ///
    /// Source: https://discord.com/developers/docs/resources/message#message-object
    func postJSON(_ post: Post, for viewer: Flake? = nil, withReference: Bool = true) -> JSONValue {
        var fields: JSONObject = [
            "type": .number(post.kind.rawValue), "content": .string(post.content),
            "mentions": .array(post.mentions.map(userJSON)), "mention_roles": .flakes(post.mentionedRoles),
            "attachments": .array(post.attachments.map(\.json)), "embeds": .array(post.embeds),
            "timestamp": post.createdAt.json, "edited_timestamp": post.editedAt?.json ?? .null,
            "flags": .number(post.flags.rawValue), "components": .array(post.components), "id": post.id.json,
            "channel_id": post.channel.json, "author": userJSON(post.author), "pinned": .bool(post.isPinned),
            "mention_everyone": .bool(post.mentionsEveryone), "tts": .bool(post.isTTS),
        ]
        if let nonce = post.nonce { fields["nonce"] = nonce }
        if let webhook = post.webhook {
            fields["webhook_id"] = webhook.json
            fields["application_id"] = webhook.json
        }
        if !post.reactions.isEmpty {
            fields["reactions"] = .array(post.reactions.map { reactionJSON($0, for: viewer) })
        }
        if let origin = post.origin {
            fields["interaction_metadata"] = metadataJSON(origin)
            if let name = origin.commandName {
                fields["interaction"] = [
                    "id": origin.interaction.json, "type": .number(origin.interactionType), "name": .string(name),
                    "user": userJSON(origin.user),
                ]
            }
        }
        if let reference = post.reference { addReference(reference, of: post, to: &fields, deep: withReference) }
        return .object(fields)
    }

    private func addReference(_ reference: Flake, of post: Post, to fields: inout JSONObject, deep: Bool) {
        var pointer: JSONObject = ["type": 0, "channel_id": post.channel.json, "message_id": reference.json]
        if let guild = post.guild { pointer["guild_id"] = guild.json }
        fields["message_reference"] = .object(pointer)
        guard deep else { return }
        fields["referenced_message"] =
            self.post(reference, in: post.channel).map { postJSON($0, withReference: false) } ?? .null
    }

    private func reactionJSON(_ reaction: (emoji: EmojiReference, users: [Flake]), for viewer: Flake?) -> JSONValue {
        let count = JSONValue.number(reaction.users.count)
        return [
            "emoji": reaction.emoji.json, "count": count, "count_details": ["burst": 0, "normal": count],
            "burst_colors": [],
            "me_burst": false, "burst_me": false, "burst_count": 0,
            "me": .bool(reaction.users.contains(viewer ?? application.id)),
        ]
    }

    /// Source: https://discord.com/developers/docs/resources/message#message-interaction-metadata-object
    func metadataJSON(_ origin: Post.Origin) -> JSONValue {
        var fields: JSONObject = [
            "id": origin.interaction.json, "type": .number(origin.interactionType), "user": userJSON(origin.user),
            "authorizing_integration_owners": origin.owners,
        ]
        if let name = origin.commandName { fields["name"] = .string(name) }
        if let type = origin.commandType { fields["command_type"] = .number(type) }
        if let original = origin.originalResponse { fields["original_response_message_id"] = original.json }
        if let message = origin.interactedMessage { fields["interacted_message_id"] = message.json }
        if let user = origin.targetUser { fields["target_user"] = userJSON(user) }
        if let message = origin.targetMessage { fields["target_message_id"] = message.json }
        if let triggering = origin.triggering { fields["triggering_interaction_metadata"] = triggering }
        return .object(fields)
    }

    /// A message as MESSAGE_CREATE sends it: with the guild and the author's membership.
    func postEventJSON(_ post: Post) -> JSONValue {
        guard var fields = postJSON(post).fields, !post.isEphemeral, let guild = post.guild else {
            return postJSON(post)
        }
        fields["guild_id"] = guild.json
        if let member = membership(post.author, in: guild) { fields["member"] = .object(member.bare) }
        fields["mentions"] = .array(
            post.mentions.map { user in
                guard let member = membership(user, in: guild) else { return userJSON(user) }
                return userJSON(user).adding("member", .object(member.bare))
            })
        return .object(fields)
    }

    /// What the bot gets of other people's messages without the MESSAGE_CONTENT intent.
    ///
    /// Source: https://discord.com/developers/docs/events/gateway#message-content-intent
    func withoutContent(_ message: JSONValue) -> JSONValue {
        guard var fields = message.fields else { return message }
        fields["content"] = ""
        for key in ["embeds", "attachments", "components"] { fields[key] = [] }
        fields["poll"] = nil
        if let referenced = fields["referenced_message"], let author = referenced["author"]?["id"]?.text,
            author != application.id.text
        {
            fields["referenced_message"] = withoutContent(referenced)
        }
        return .object(fields)
    }

    /// Whether a message's content is open to the bot even without the intent: its own, direct ones, those that mention it.
    func contentIsOpen(_ post: Post) -> Bool {
        post.guild == nil || post.author == application.id || post.mentions.contains(application.id) || post.isEphemeral
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
        fields["voice_states"] = []
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
            }.map(channelJSON))
        fields["presences"] =
            presences
            ? .array(shown.compactMap { member in users[member.user].flatMap { presenceJSON($0, guild: nil) } }) : []
        for key in [
            "stage_instances", "guild_scheduled_events", "soundboard_sounds", "embedded_activities", "guild_hashes",
        ] {
            fields[key] = []
        }
        fields["guild_hashes"] = nil
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
    func applicationJSON(verifyKey: String) -> JSONValue {
        let app = application
        return [
            "id": app.id.json, "name": .string(app.name), "icon": .null, "description": .string(app.description),
            "summary": "", "type": .null, "is_monetized": false, "is_verified": false, "is_discoverable": false,
            "bot": bot.json, "bot_public": true, "bot_require_code_grant": false, "hook": true,
            "storefront_available": false,
            "verify_key": .string(verifyKey), "flags": .number(app.flags), "flags_new": .string(String(app.flags)),
            "redirect_uris": [], "interactions_endpoint_url": .null, "role_connections_verification_url": .null,
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
            "event_webhooks_status": 1, "event_webhooks_types": [], "event_webhooks_url": .null,
        ]
    }
}

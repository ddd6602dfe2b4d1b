import JSON

/// Messages as Discord writes them.
extension World {
    /// A message as REST gives it.
    ///
    /// - Parameter isWhole: Whether the message it answers comes with it.
    ///
    /// Source: https://discord.com/developers/docs/resources/message#message-object
    func postJSON(_ post: Post, for viewer: Flake? = nil, isWhole: Bool = true) -> JSONValue {
        let viewer = viewer ?? application.id
        var fields: JSONObject = [
            "type": .number(post.kind.rawValue), "content": .string(post.content),
            "mentions": .array(post.mentions.map(userJSON)), "mention_roles": .flakes(post.mentionedRoles),
            "attachments": .array(post.attachments.map(\.json)), "embeds": .array(post.embeds),
            "timestamp": post.createdAt.json, "edited_timestamp": post.editedAt?.json ?? .null,
            "flags": .number(post.flags.rawValue), "components": .array(post.components), "id": post.id.json,
            "channel_id": post.channel.json, "author": authorJSON(post), "pinned": .bool(post.isPinned),
            "mention_everyone": .bool(post.mentionsEveryone), "tts": .bool(post.isTTS),
        ]
        if let nonce = post.nonce { fields["nonce"] = nonce }
        if let webhook = post.webhook {
            fields["webhook_id"] = webhook.json
            if let application = self.application(behind: webhook) { fields["application_id"] = application.json }
        }
        if !post.reactions.isEmpty {
            fields["reactions"] = .array(post.reactions.map { reactionJSON($0, for: viewer) })
        }
        if !post.stickers.isEmpty {
            fields["sticker_items"] = .array(post.stickers.map { sticker($0)?.item ?? Sticker.goneItem($0) })
        }
        if let poll = post.poll { fields["poll"] = poll.json(for: viewer) }
        if let origin = post.origin { add(origin, to: &fields) }
        if let reference = post.reference { add(reference, of: post, to: &fields, isWhole: isWhole) }
        if let snapshot = post.snapshot { fields["message_snapshots"] = [["message": snapshot]] }
        if post.flags.contains(.hasThread), let thread = channels[post.id] { fields["thread"] = channelJSON(thread) }
        return .object(fields)
    }

    /// Who wrote a message: a user, or what a webhook calls itself.
    func authorJSON(_ post: Post) -> JSONValue {
        guard let persona = post.persona else { return userJSON(post.author) }
        return [
            "id": post.author.json, "username": .string(persona.name), "avatar": .text(persona.avatar),
            "discriminator": "0000", "public_flags": 0, "flags": 0, "bot": true, "global_name": .null,
            "clan": .null, "primary_guild": .null,
        ]
    }

    private func add(_ origin: Post.Origin, to fields: inout JSONObject) {
        fields["interaction_metadata"] = metadataJSON(origin)
        guard let name = origin.commandName else { return }
        fields["interaction"] = [
            "id": origin.interaction.json, "type": .number(origin.interactionType), "name": .string(name),
            "user": userJSON(origin.user),
        ]
    }

    private func add(_ reference: Post.Reference, of post: Post, to fields: inout JSONObject, isWhole: Bool) {
        fields["message_reference"] = reference.json
        let shown: [Post.Kind] = [.reply, .threadStarter, .contextMenu]
        guard isWhole, shown.contains(post.kind), let message = reference.message else { return }
        fields["referenced_message"] =
            self.post(message, in: reference.channel).map { postJSON($0, isWhole: false) } ?? .null
    }

    private func reactionJSON(_ reaction: (emoji: EmojiReference, users: [Flake]), for viewer: Flake) -> JSONValue {
        let count = JSONValue.number(reaction.users.count)
        return [
            "emoji": reaction.emoji.json, "count": count, "count_details": ["burst": 0, "normal": count],
            "burst_colors": [], "me_burst": false, "burst_me": false, "burst_count": 0,
            "me": .bool(reaction.users.contains(viewer)),
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

    /// What a forwarded message keeps of itself.
    ///
    /// Source: https://discord.com/developers/docs/resources/message#message-snapshot-object
    func snapshotJSON(_ post: Post) -> JSONValue {
        let whole = postJSON(post)
        let kept = [
            "type", "content", "mentions", "mention_roles", "attachments", "embeds", "timestamp", "edited_timestamp",
            "flags", "components", "sticker_items",
        ]
        return .object(JSONObject(kept.compactMap { key in whole[key].map { (key, $0) } }))
    }

    // MARK: - On the gateway

    /// A message as MESSAGE_CREATE sends it: with the guild and the author's membership.
    func postEventJSON(_ post: Post) -> JSONValue {
        guard var fields = postJSON(post).fields, !post.isEphemeral else { return postJSON(post) }
        fields["channel_type"] = (channels[post.channel]?.kind.rawValue).map { .number($0) }
        guard let guild = post.guild else { return .object(fields) }
        fields["guild_id"] = guild.json
        if post.persona == nil, let member = membership(post.author, in: guild) {
            fields["member"] = .object(member.bare)
        }
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
        if let snapshots = fields["message_snapshots"]?.list {
            fields["message_snapshots"] = .array(
                snapshots.map { ["message": withoutContent($0["message"] ?? .null)] })
        }
        if let referenced = fields["referenced_message"], let author = referenced["author"]?["id"]?.text,
            author != application.id.text
        {
            fields["referenced_message"] = withoutContent(referenced)
        }
        return .object(fields)
    }

    /// Whether a message's content is open to the bot even without the intent: its own, direct ones, those that mention it.
    func contentIsOpen(_ post: Post) -> Bool {
        post.guild == nil || post.author == application.id
            || post.webhook.flatMap { application(behind: $0) } != nil
            || post.mentions.contains(application.id) || post.isEphemeral
    }
}

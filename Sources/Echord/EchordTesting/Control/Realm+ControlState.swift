import JSON

/// The state as the control API shows it (`docs/local-discord-control.md`).
extension Realm {
    func stateJSON(isRunning: Bool) -> JSONValue {
        let guilds = world.guilds.values.sorted { $0.id < $1.id }
        let direct = world.channels.values.filter { $0.kind == .direct }.sorted { $0.id < $1.id }
        return [
            "clock": clockJSON(isRunning: isRunning), "application": applicationStateJSON(),
            "guilds": .array(guilds.map(guildJSON)),
            "dms": .array(direct.map(directJSON)),
            "commands": commandsJSON(), "faults": faultsJSON(), "cursor": .number(feed.cursor),
        ]
    }

    /// A direct-message channel between the bot and a person.
    func directJSON(_ channel: Channel) -> JSONValue {
        [
            "id": channel.id.json, "user_id": channel.recipient?.json ?? .null,
            "last_message_id": channel.lastMessage?.json ?? .null,
        ]
    }

    func clockJSON(isRunning: Bool) -> JSONValue {
        ["now": .string(now.short), "now_ms": .int(now.milliseconds), "running": .bool(isRunning)]
    }

    func applicationStateJSON() -> JSONValue {
        let shards = gateway.sessions.values.sorted { $0.shard < $1.shard }.map { session -> JSONValue in
            [
                "id": .number(session.shard), "count": .number(session.shardCount),
                "connected": .bool(session.connection != nil), "intents": .number(session.intents.rawValue),
            ]
        }
        return [
            "id": world.application.id.json, "name": .string(world.application.name), "bot": world.bot.json,
            "connected": .bool(gateway.isBotConnected), "shards": .array(shards),
            "emojis": .array(world.application.emojis.values.sorted { $0.id < $1.id }.map(\.json)),
        ]
    }

    func guildJSON(_ guild: Guild) -> JSONValue {
        let channels = world.channels(of: guild).map { channel in
            guard let thread = channel.thread else { return world.channelJSON(channel) }
            return world.channelJSON(channel).adding(
                "thread_member_ids", .flakes(thread.sortedMembers.map(\.user)))
        }
        let members = guild.sortedMembers.map { member -> JSONValue in
            [
                "user": world.userJSON(member.user), "nick": .text(member.nick),
                "display_name": .string(world.displayName(member.user, in: guild.id)), "roles": .flakes(member.roles),
                "permissions": world.permissions(of: member.user, in: guild, at: now).json,
                "locale": .string(world.users[member.user]?.locale ?? "en-US"), "joined_at": member.joinedAt.json,
                "status": .string(status(of: member.user)), "timed_out_until": member.timedOutUntil?.json ?? .null,
            ]
        }
        return [
            "id": guild.id.json, "name": .string(guild.name), "icon": .text(guild.look.icon),
            "owner_id": guild.owner.json,
            "preferred_locale": .string(guild.locale), "channels": .array(channels),
            "roles": .array(guild.sortedRoles.map(\.json)), "members": .array(members),
            "emojis": .array(guild.sortedEmojis.map(\.json)), "stickers": .array(guild.sortedStickers.map(\.json)),
        ]
    }

    private func status(of user: Flake) -> String {
        if user == world.application.id, !gateway.isBotConnected { return "offline" }
        return world.users[user]?.status ?? "offline"
    }

    func commandsJSON() -> JSONValue {
        let sorted = world.commands.values.sorted { ($0.name.text, $0.type, $0.id) < ($1.name.text, $1.type, $1.id) }
        return .array(
            sorted.map { command in
                command.json(application: world.application.id).adding("guild_id", command.guild?.json ?? .null)
            })
    }

    // MARK: - Messages

    /// A message with what the page needs besides.
    func localJSON(_ post: Post, for viewer: Flake?) -> JSONValue {
        let interaction = post.origin.flatMap { interactions[$0.interaction] }
        let isOriginal = interaction?.original == post.id
        var state = "sent"
        var error: JSONValue = .null
        if post.flags.contains(.loading) {
            let failed = isOriginal ? interaction?.error : nil
            state = failed == nil ? "thinking" : "failed"
            error = .text(failed)
        }
        return world.postJSON(post, for: viewer).adding(
            "local",
            [
                "state": .string(state), "visible_to": post.visibleTo?.json ?? .null,
                "interaction_id": post.origin?.interaction.json ?? .null, "error": error,
            ])
    }

    /// The entry that stands for a command without an answer.
    func placeholderJSON(_ interaction: Interaction) -> JSONValue {
        var post = Post(
            id: interaction.id, channel: interaction.channel, author: world.application.id,
            createdAt: interaction.createdAt)
        post.guild = interaction.guild
        post.kind = .command
        post.flags = .ephemeral
        post.origin = interaction.origin
        return world.postJSON(post).adding(
            "local",
            [
                "state": .string(interaction.state == .failed ? "failed" : "sending"),
                "visible_to": interaction.user.json,
                "interaction_id": interaction.id.json, "error": .text(interaction.error),
            ])
    }

    /// What a member sees in a channel, newest last.
    func visiblePosts(in channel: Flake, for viewer: Flake?, limit: Int, before: Flake?) -> [JSONValue] {
        var found: [(Flake, JSONValue)] = []
        for post in (world.posts[channel] ?? []).reversed() {
            if let before, post.id >= before { continue }
            if let viewer, !sees(viewer, post) { continue }
            found.append((post.id, localJSON(post, for: viewer)))
            if found.count == limit { break }
        }
        for interaction in interactions.placeholders(in: channel) where viewer == nil || viewer == interaction.user {
            if let before, interaction.id >= before { continue }
            found.append((interaction.id, placeholderJSON(interaction)))
        }
        return found.sorted { $0.0 < $1.0 }.suffix(limit).map(\.1)
    }

    // MARK: - Interactions

    func interactionJSON(_ interaction: Interaction, for viewer: Flake?) -> JSONValue {
        let locale = world.users[interaction.user]?.locale ?? "en-US"
        let post = interaction.original.flatMap { world.post($0, in: interaction.channel) }
        return [
            "id": interaction.id.json, "type": .number(interaction.type), "state": .string(interaction.state.rawValue),
            "answer": .text(interaction.answer?.rawValue), "message": post.map { localJSON($0, for: viewer) } ?? .null,
            "choices": interaction.choices.map { choices in
                .array(
                    choices.map { choice in
                        [
                            "name": .string(choice.name.text), "name_localized": .string(choice.name.text(in: locale)),
                            "value": choice.value,
                        ]
                    })
            } ?? .null,
            "modal": interaction.modal.map { $0.adding("interaction_id", interaction.id.json) } ?? .null,
            "error": .text(interaction.error), "user_id": interaction.user.json, "channel_id": interaction.channel.json,
            "created_at": .string(interaction.createdAt.short),
            "elapsed_ms": interaction.answeredAt.map { .int(($0 - interaction.createdAt).milliseconds) } ?? .null,
            "answer_ms": interaction.answerTime.map { .double($0.fractionalMilliseconds) } ?? .null,
        ]
    }
}

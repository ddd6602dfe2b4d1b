import JSON

/// Members acting: each act makes the interaction Discord would send.
///
/// Source: https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object
extension Realm {
    // MARK: - Who and where

    /// Checks that the member exists and sees the channel.
    func place(_ user: Flake, _ channelID: Flake) throws(ActRefusal) -> Channel {
        guard world.users[user] != nil else { throw ActRefusal(.unknownMember, "There is no user \(user.text).") }
        guard let channel = world.channels[channelID] else {
            throw ActRefusal(.unknownChannel, "There is no channel \(channelID.text).")
        }
        if let guild = channel.guild, world.membership(user, in: guild) == nil {
            throw ActRefusal(.unknownMember, "User \(user.text) is no member of this server.")
        }
        guard seesChannel(user, channelID) else {
            throw ActRefusal(.missingPermission, "This member does not see the channel.")
        }
        return channel
    }

    /// A message the member sees.
    func seenPost(_ id: Flake, by user: Flake, in channel: Channel) throws(ActRefusal) -> Post {
        guard let post = world.post(id, in: channel.id), sees(user, post) else {
            throw ActRefusal(.unknownMessage, "This member sees no message \(id.text) here.")
        }
        return post
    }

    // MARK: - Commands

    /// Runs a slash command.
    ///
    /// - Parameters:
    ///   - path: The command's name, then those of its group and sub-command.
    ///   - options: Values by the options' names.
    /// - Returns: The interaction's id.
    mutating func actSlash(
        _ user: Flake, in channelID: Flake, path: [String], options: [String: JSONValue]
    ) throws(ActRefusal) -> Flake {
        let channel = try place(user, channelID)
        let (command, leaf) = try findCommand(path, for: user, in: channel)
        let data = try commandData(command, path, in: channel) { reader throws(ActRefusal) in
            try reader.read(options, declared: leaf)
        }
        return begin(
            type: 2, user, channel, data: .object(data), command: command, name: path.joined(separator: " "))
    }

    /// Asks for an option's suggestions.
    mutating func actAutocomplete(
        _ user: Flake, in channelID: Flake, path: [String], options: [String: JSONValue], focused: String
    ) throws(ActRefusal) -> Flake {
        let channel = try place(user, channelID)
        let (command, leaf) = try findCommand(path, for: user, in: channel)
        guard let option = leaf.first(where: { $0.name.text == focused }), option.hasAutocomplete else {
            throw ActRefusal(.unknownOption, "The command has no option \(focused) with autocomplete.")
        }
        let data = try commandData(command, path, in: channel) { reader throws(ActRefusal) in
            try reader.readPartly(options, declared: leaf, focused: focused)
        }
        return begin(
            type: 4, user, channel, data: .object(data), command: command, name: path.joined(separator: " "),
            focused: option.kind)
    }

    /// Uses a context menu on a user or a message.
    mutating func actContextMenu(
        _ user: Flake, in channelID: Flake, command name: String, target: Flake
    ) throws(ActRefusal) -> Flake {
        let channel = try place(user, channelID)
        let guild = channel.guild.flatMap { world.guilds[$0] }
        let post = world.post(target, in: channelID).flatMap { sees(user, $0) ? $0 : nil }
        let wanted = post == nil ? 2 : 3
        guard
            let command = usableCommands(for: user, in: channel).first(where: {
                $0.type == wanted && $0.name.text == name
            })
        else { throw ActRefusal(.unknownCommand, "There is no context menu \(name) for this.") }
        var data = commandData(command)
        data["target_id"] = target.json
        var resolved = ResolvedData()
        if let post {
            resolved.messages[target] = world.postJSON(post)
        } else {
            guard world.users[target] != nil else {
                throw ActRefusal(.unknownMember, "There is no user \(target.text).")
            }
            resolved.add(user: target, in: world, guild: guild, at: now)
        }
        data["resolved"] = resolved.json ?? [:]
        return begin(
            type: 2, user, channel, data: .object(data), command: command, name: name,
            targetUser: post == nil ? target : nil, targetMessage: post == nil ? nil : target)
    }

    /// The commands a member may use in a channel.
    func usableCommands(for user: Flake, in channel: Channel) -> [Command] {
        let granted = world.permissions(of: user, in: channel, at: now)
        return world.commands.values.filter { command in
            guard let guildID = channel.guild else { return command.worksInDirectMessages }
            guard world.guilds[guildID]?.botJoinedAt != nil, command.guild == nil || command.guild == guildID else {
                return false
            }
            guard command.contexts?.contains(0) ?? true, command.integrationTypes.contains(0) else { return false }
            guard granted.contains(.useCommands) else { return false }
            guard let needed = command.defaultPermissions else { return true }
            // "0" means: administrators only.
            return granted.isSuperset(of: needed.rawValue == 0 ? .administrator : needed)
        }.sorted { ($0.name.text, $0.guild?.value ?? .max, $0.id) < ($1.name.text, $1.guild?.value ?? .max, $1.id) }
    }

    /// Finds the command and the options of its leaf.
    private func findCommand(
        _ path: [String], for user: Flake, in channel: Channel
    ) throws(ActRefusal) -> (Command, [Command.Option]) {
        let shown = "/" + path.joined(separator: " ")
        guard let name = path.first, path.count <= 3,
            let command = usableCommands(for: user, in: channel).first(where: { $0.type == 1 && $0.name.text == name })
        else { throw ActRefusal(.unknownCommand, "This member has no command \(shown) here.") }
        var options = command.options
        for part in path.dropFirst() {
            guard
                let next = options.first(where: {
                    $0.name.text == part && ($0.kind == .subcommand || $0.kind == .group)
                })
            else { throw ActRefusal(.unknownCommand, "There is no command \(shown).") }
            options = next.options
        }
        if options.contains(where: { $0.kind == .subcommand || $0.kind == .group }) {
            throw ActRefusal(.unknownCommand, "\(shown) has sub-commands: name one.")
        }
        return (command, options)
    }

    /// A command's data with its options.
    ///
    /// A function of its own, so that the reader's copy of the realm is gone before the realm changes: as long as it
    /// lives, every list that is written to is copied in whole.
    private func commandData(
        _ command: Command, _ path: [String], in channel: Channel,
        _ read: (inout OptionReader) throws(ActRefusal) -> [JSONValue]
    ) throws(ActRefusal) -> JSONObject {
        var reader = OptionReader(realm: self, channel: channel, guild: channel.guild.flatMap { world.guilds[$0] })
        let options = try read(&reader)
        var data = commandData(command)
        if !options.isEmpty || path.count > 1 {
            data["options"] = .array(Self.nest(options, path: Array(path.dropFirst()), in: command))
        }
        if let resolved = reader.resolved.json { data["resolved"] = resolved }
        return data
    }

    private func commandData(_ command: Command) -> JSONObject {
        var fields: JSONObject = [
            "id": command.id.json, "name": .string(command.name.text), "type": .number(command.type),
        ]
        if let guild = command.guild { fields["guild_id"] = guild.json }
        return fields
    }

    /// Puts option values under their sub-command and group.
    private static func nest(_ options: [JSONValue], path: [String], in command: Command) -> [JSONValue] {
        guard let first = path.first, let declared = command.options.first(where: { $0.name.text == first }) else {
            return options
        }
        let inner: [JSONValue]
        if path.count > 1 {
            inner = [["name": .string(path[1]), "type": 1, "options": .array(options)]]
        } else {
            inner = options
        }
        return [["name": .string(first), "type": .number(declared.kind.rawValue), "options": .array(inner)]]
    }

    // MARK: - Beginning

    /// Makes the interaction and sends it to the bot.
    mutating func begin(
        type: Int, _ user: Flake, _ channel: Channel, data: JSONValue, command: Command? = nil, name: String? = nil,
        focused: Command.Option.Kind? = nil, targetUser: Flake? = nil, targetMessage: Flake? = nil, source: Post? = nil,
        triggering: Interaction? = nil
    ) -> Flake {
        let id = flake()
        let owners: JSONValue = channel.guild.map { ["0": $0.json] } ?? ["0": "0"]
        var origin = Post.Origin(interaction: id, interactionType: type, user: user, owners: owners)
        origin.commandName = name
        origin.commandType = command?.type
        origin.targetUser = targetUser
        origin.targetMessage = targetMessage
        origin.interactedMessage = type == 3 ? source?.id : nil
        origin.triggering = triggering.map { world.metadataJSON($0.origin) }
        var interaction = Interaction(
            id: id, token: "aW50ZXJhY3Rpb246" + random.token(180), type: type, user: user, channel: channel.id,
            guild: channel.guild, createdAt: now, origin: origin)
        interaction.source = source?.id
        interaction.focusedKind = focused
        interactions.add(interaction)
        if let guild = channel.guild { world.guilds[guild]?.members[user]?.lastSeen = now }
        timers[.answer(id)] = now + settings.answerWindow
        let event = eventJSON(interaction, channel, data, source: source)
        deliver(interaction, event)
        noteInteraction(id)
        if interaction.hasPlaceholder { notePlaceholder("message_create", id) }
        return id
    }

    /// The body of INTERACTION_CREATE.
    private func eventJSON(
        _ interaction: Interaction, _ channel: Channel, _ data: JSONValue, source: Post?
    ) -> JSONValue {
        var fields: JSONObject = [
            "version": 1, "type": .number(interaction.type), "token": .string(interaction.token),
            "id": interaction.id.json,
            "application_id": world.application.id.json, "data": data, "channel_id": channel.id.json,
            "channel": resolvedChannel(channel, for: interaction.user),
            "app_permissions": world.botPermissions(in: channel, at: now).json,
            "locale": .string(world.users[interaction.user]?.locale ?? "en-US"), "entitlements": [],
            "entitlement_sku_ids": [], "authorizing_integration_owners": interaction.origin.owners,
            "context": .number(channel.guild == nil ? 1 : 0), "attachment_size_limit": .number(FileStore.limitPerFile),
        ]
        if let guildID = channel.guild, let guild = world.guilds[guildID], let member = guild.members[interaction.user]
        {
            fields["guild_id"] = guildID.json
            fields["guild_locale"] = .string(guild.locale)
            fields["guild"] = [
                "id": guildID.json, "locale": .string(guild.locale),
                "features": .array(guild.features.map(JSONValue.string)),
            ]
            fields["member"] = world.memberJSON(member).adding(
                "permissions", world.permissions(of: interaction.user, in: channel, at: now).json)
        } else {
            fields["user"] = world.userJSON(interaction.user)
        }
        if let source { fields["message"] = world.postJSON(source) }
        return .object(fields)
    }

    /// A channel as resolved data and interactions carry it.
    func resolvedChannel(_ channel: Channel, for user: Flake) -> JSONValue {
        var fields = world.channelJSON(channel).fields ?? [:]
        fields["permission_overwrites"] = nil
        fields["permissions"] = world.permissions(of: user, in: channel, at: now).json
        fields["app_permissions"] = world.botPermissions(in: channel, at: now).json
        return .object(fields)
    }

    mutating func notePlaceholder(_ type: String, _ id: Flake) {
        guard let interaction = interactions[id] else { return }
        let message = placeholderJSON(interaction)
        tell(type, concerns: { $1 == interaction.user }) { _, _ in
            ["channel_id": interaction.channel.json, "message": message]
        }
    }

    // MARK: - Time out

    /// Three seconds have passed without an answer.
    mutating func interactionUnanswered(_ id: Flake) {
        guard let interaction = interactions[id], interaction.state == .pending else { return }
        let sentence =
            switch interaction.type {
            case 4: "Loading options failed"
            case 3: "This interaction failed"
            case 5: "Something went wrong. Try again."
            default: "The application did not respond"
            }
        interactions.change(id) { interaction in
            interaction.state = .failed
            interaction.error = sentence
        }
        if interaction.type == 2 { notePlaceholder("message_update", id) }
        noteInteraction(id)
    }

    /// Fifteen minutes have passed: what still shows "thinking" will not be filled any more.
    mutating func interactionTokenEnded(_ id: Flake) {
        guard let interaction = interactions[id], interaction.state == .thinking else { return }
        interactions.change(id) { interaction in
            interaction.state = .failed
            interaction.error = "The application did not respond"
        }
        if let original = interaction.original, let post = world.post(original, in: interaction.channel) {
            notePost("message_update", post)
        }
        noteInteraction(id)
    }
}

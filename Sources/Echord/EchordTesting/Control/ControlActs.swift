import JSON

/// The acts of the control API: one member does one thing.
struct ControlActs: Sendable {
    /// How long an act waits for the bot in the machine's time.
    static let patience = Duration.seconds(20)

    let discord: LocalDiscord

    private var hub: Hub { discord.hub }

    func perform(_ act: String, _ body: JSONValue) async throws -> JSONValue? {
        let user = try body.requiredID("as")
        if act == "modal" {
            let opener = try body.requiredID("interaction_id")
            let values = try body.dictionary("values")
            return try await interaction(body) { realm throws(ActRefusal) in
                try realm.actModal(user, interaction: opener, values: values)
            }
        }
        if act == "voice" { return try voice(user, body) }
        let channel = try body.requiredID("channel_id")
        switch act {
        case "message", "edit": return try message(act, user, channel, body)
        case "typing":
            try hub.change { realm throws(ActRefusal) in try realm.actTyping(user, in: channel) }
            return nil
        case "reaction": return try react(user, channel, body)
        case "slash", "autocomplete", "context-menu": return try await command(act, user, channel, body)
        case "click", "select": return try await component(act, user, channel, body)
        default: throw ActRefusal(.notFound, "There is no act \(act.prefix(40)).")
        }
    }

    // MARK: - Without an interaction

    private func message(_ act: String, _ user: Flake, _ channel: Flake, _ body: JSONValue) throws -> JSONValue {
        let content = body.present("content")?.text ?? ""
        let edited = act == "edit" ? try body.requiredID("message_id") : nil
        let reference = try body.optionalID("reference")
        let files = try body.idList("attachments")
        return try hub.change { realm throws(ActRefusal) in
            let post: Post
            if let edited {
                post = try realm.actEdit(user, in: channel, message: edited, content: content)
            } else {
                post = try realm.actMessage(user, in: channel, content: content, reference: reference, files: files)
            }
            return ["message": realm.localJSON(post, for: user)]
        }
    }

    /// Comes into a voice channel, or leaves the one of a server.
    private func voice(_ user: Flake, _ body: JSONValue) throws -> JSONValue? {
        let channel = try body.optionalID("channel_id")
        let guild = try body.optionalID("guild_id")
        let (mutes, deafens) = (body.present("self_mute")?.flag ?? false, body.present("self_deaf")?.flag ?? false)
        try hub.change { realm throws(ActRefusal) in
            guard let channel else {
                guard let guild else { throw ActRefusal(.badRequest, "Say channel_id, or guild_id to leave.") }
                return realm.leaveVoice(user, in: guild)
            }
            let session = realm.random.hexadecimal(32)
            do throws(Refusal) {
                try realm.enterVoice(user, channel, session: session, selfMute: mutes, selfDeaf: deafens)
            } catch {
                throw ActRefusal(error)
            }
        }
        return nil
    }

    private func react(_ user: Flake, _ channel: Flake, _ body: JSONValue) throws -> JSONValue? {
        let message = try body.requiredID("message_id")
        let emoji = try body.requiredText("emoji")
        let remove = body.present("remove")?.flag ?? false
        try hub.change { realm throws(ActRefusal) in
            try realm.actReact(user, in: channel, message: message, emoji: emoji, remove: remove)
        }
        return nil
    }

    // MARK: - With an interaction

    private func command(
        _ act: String, _ user: Flake, _ channel: Flake, _ body: JSONValue
    ) async throws -> JSONValue {
        let options = try body.dictionary("options")
        let path = try commandPath(body)
        switch act {
        case "context-menu":
            let target = try body.requiredID("target_id")
            let name = path.joined(separator: " ")
            return try await interaction(body) { realm throws(ActRefusal) in
                try realm.actContextMenu(user, in: channel, command: name, target: target)
            }
        case "autocomplete":
            let focused = try body.requiredText("focused")
            return try await interaction(body) { realm throws(ActRefusal) in
                try realm.actAutocomplete(user, in: channel, path: path, options: options, focused: focused)
            }
        default:
            return try await interaction(body) { realm throws(ActRefusal) in
                try realm.actSlash(user, in: channel, path: path, options: options)
            }
        }
    }

    /// The command's name and those below it, from `command`, or from `command_id` and `path`.
    private func commandPath(_ body: JSONValue) throws -> [String] {
        if let id = try body.optionalID("command_id") {
            guard let command = hub.read({ $0.world.commands[id] }) else {
                throw ActRefusal(.unknownCommand, "There is no command \(id.text).")
            }
            return [command.name.text] + (body.present("path")?.list ?? []).compactMap(\.text)
        }
        return ControlActs.words(try body.requiredText("command"))
    }

    /// "/task create" as ["task", "create"].
    static func words(_ command: String) -> [String] {
        let bare = command.hasPrefix("/") ? command.dropFirst() : Substring(command)
        return bare.split(separator: " ").map(String.init)
    }

    private func component(
        _ act: String, _ user: Flake, _ channel: Flake, _ body: JSONValue
    ) async throws -> JSONValue {
        let message = try body.requiredID("message_id")
        let customID = try body.requiredText("custom_id")
        guard act == "select" else {
            return try await interaction(body) { realm throws(ActRefusal) in
                try realm.actClick(user, in: channel, message: message, customID: customID)
            }
        }
        let list = body.present("values")?.list ?? []
        let values = list.compactMap(\.text)
        guard values.count == list.count else { throw ActRefusal(.badRequest, "values must be a list of texts.") }
        return try await interaction(body) { realm throws(ActRefusal) in
            try realm.actSelect(user, in: channel, message: message, customID: customID, values: values)
        }
    }

    /// Begins an interaction and waits as far as the body asks.
    private func interaction(
        _ body: JSONValue, _ begin: (inout Realm) throws(ActRefusal) -> Flake
    ) async throws -> JSONValue {
        let wanted = body.present("wait")?.text ?? "answer"
        guard ["none", "answer", "final"].contains(wanted) else {
            throw ActRefusal(.badRequest, "wait must be none, answer or final.")
        }
        let id = try hub.change(begin)
        if wanted != "none" {
            _ = try await hub.wait(atMost: Self.patience, "The bot's answer") { realm -> Bool? in
                realm.isSettled(id, finally: wanted == "final") ? true : nil
            }
        }
        return hub.read { realm in
            let found = realm.interactions[id]
            return ["interaction": found.map { realm.interactionJSON($0, for: $0.user) } ?? .null]
        }
    }
}

extension Realm {
    /// Whether an interaction has its first answer (or its last, when it was deferred), or has failed.
    func isSettled(_ id: Flake, finally: Bool) -> Bool {
        guard let interaction = interactions[id] else { return true }
        switch interaction.state {
        case .pending: return false
        case .thinking: return !finally
        case .answered, .failed: return true
        }
    }
}

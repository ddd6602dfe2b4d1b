import JSON

/// What the control API does.
struct ControlRoutes: Sendable {
    let discord: LocalDiscord

    var hub: Hub { discord.hub }

    /// Answers a request; nil is 204.
    func perform(_ call: ControlCall) async throws -> JSONValue? {
        let words = call.path.map { Flake($0) == nil ? $0 : "*" }.joined(separator: "/")
        switch (call.method, words) {
        case ("GET", "state"):
            let isRunning = discord.clock.isRunning
            return hub.change { $0.stateJSON(isRunning: isRunning) }
        case ("GET", "clock"): return clock()
        case ("POST", "clock"): return try moveClock(try call.body())
        case ("GET", "recorder"): return try recorder(call)
        case ("DELETE", "recorder"):
            hub.change { $0.recorder.clear() }
            return nil
        case ("GET", "channels/*/messages"): return try messages(call)
        case ("DELETE", "channels/*/messages/*"): return try deleteMessage(call)
        case ("GET", "interactions/*"): return try interaction(call)
        case ("GET", "guilds/*/commands"): return try commands(call)
        case ("POST", "files"): return try upload(call)
        case ("POST", _) where call.path.first == "act" && call.path.count == 2:
            return try await ControlActs(discord: discord).perform(call.path[1], try call.body())
        case (_, _) where call.path.first == "faults": return try ControlFaults(hub: hub).perform(call)
        default:
            return try ControlMaking(discord: discord).perform(words, call)
        }
    }

    // MARK: - Looking

    private func messages(_ call: ControlCall) throws -> JSONValue {
        let channel = try call.id(at: 1)
        let viewer = try call.viewer()
        let limit = try call.number("limit", 1...100, default: 50)
        let before = try call.queryID("before")
        return try hub.read { realm throws(ActRefusal) in
            if let viewer {
                _ = try realm.place(viewer, channel)
            } else if realm.world.channels[channel] == nil {
                throw ActRefusal(.unknownChannel, "There is no channel \(channel.text).")
            }
            return ["messages": .array(realm.visiblePosts(in: channel, for: viewer, limit: limit, before: before))]
        }
    }

    private func deleteMessage(_ call: ControlCall) throws -> JSONValue? {
        let channel = try call.id(at: 1)
        let message = try call.id(at: 3)
        guard let user = try call.viewer() else { throw ActRefusal(.badRequest, "as must be an id.") }
        try hub.change { realm throws(ActRefusal) in
            try realm.actDelete(user, in: channel, message: message)
        }
        return nil
    }

    private func interaction(_ call: ControlCall) throws -> JSONValue {
        let id = try call.id(at: 1)
        return try hub.read { realm throws(ActRefusal) in
            guard let found = realm.interactions[id] else {
                throw ActRefusal(.unknownInteraction, "There is no interaction \(id.text).")
            }
            return ["interaction": realm.interactionJSON(found, for: found.user)]
        }
    }

    private func commands(_ call: ControlCall) throws -> JSONValue {
        let guild = try call.id(at: 1)
        guard let user = try call.viewer() else { throw ActRefusal(.badRequest, "as must be an id.") }
        return try hub.read { realm throws(ActRefusal) in
            guard let found = realm.world.guilds[guild] else {
                throw ActRefusal(.unknownGuild, "There is no server \(guild.text).")
            }
            guard found.members[user] != nil else {
                throw ActRefusal(.unknownMember, "User \(user.text) is no member of this server.")
            }
            return ["commands": realm.localizedCommands(for: user, in: found)]
        }
    }

    private func recorder(_ call: ControlCall) throws -> JSONValue {
        let after = try call.number("after", 0...Int.max, default: 0)
        let limit = try call.number("limit", 1...1000, default: 100)
        let kind = call.query["kind"]
        guard kind == nil || kind == "rest" || kind == "gateway" else {
            throw ActRefusal(.badRequest, "kind must be rest or gateway.")
        }
        return hub.read { realm in
            let found = realm.recorder.entries(after: after, limit: limit) { entry in
                switch entry.body {
                case .rest: kind != "gateway"
                case .gateway: kind != "rest"
                }
            }
            let next = found.count < limit ? realm.recorder.lastNumber : found.last?.number ?? after
            return [
                "entries": .array(found.map(\.json)), "next": .number(max(next, after)),
                "dropped": .number(realm.recorder.dropped),
            ]
        }
    }

    // MARK: - The clock

    private func clock() -> JSONValue {
        let isRunning = discord.clock.isRunning
        return ["clock": hub.change { $0.clockJSON(isRunning: isRunning) }]
    }

    private func moveClock(_ body: JSONValue) throws -> JSONValue {
        if let advance = body.present("advance_ms") {
            guard let milliseconds = advance.integer, (0...315_360_000_000).contains(milliseconds) else {
                throw ActRefusal(.badRequest, "advance_ms must be a number from 0 to 315360000000.")
            }
            discord.clock.advance(by: .milliseconds(milliseconds))
        } else {
            switch body.present("action")?.text {
            case "stop": discord.clock.stop()
            case "start": discord.clock.start()
            default: throw ActRefusal(.badRequest, "Say action (stop or start) or advance_ms.")
            }
        }
        let isRunning = discord.clock.isRunning
        hub.change { $0.noteClock(isRunning: isRunning) }
        return clock()
    }

    // MARK: - Files

    private func upload(_ call: ControlCall) throws -> JSONValue {
        guard call.bytes.count <= FileStore.limitPerFile else {
            throw ActRefusal(.tooLarge, "A file has at most 10 MiB.")
        }
        guard let name = call.query["filename"], !name.isEmpty else {
            throw ActRefusal(.badRequest, "filename is missing.")
        }
        return hub.change { realm in
            ["file": realm.storeFile(name, call.contentType, call.bytes).json]
        }
    }
}

extension Realm {
    /// Keeps an uploaded file that no message has yet.
    mutating func storeFile(_ name: String, _ type: String?, _ bytes: [UInt8]) -> Attachment {
        let attachment = makeAttachment(named: name, type: type, bytes: bytes, channel: Flake(0))
        world.files.add(.init(attachment: attachment, bytes: bytes))
        return attachment
    }

    /// The commands a member may use in a guild, with their texts in the member's language.
    func localizedCommands(for user: Flake, in guild: Guild) -> JSONValue {
        let locale = world.users[user]?.locale ?? "en-US"
        let channels = world.channels(of: guild).filter { seesChannel(user, $0.id) }
        var seen: Set<Flake> = []
        var result: [JSONValue] = []
        for channel in channels {
            for command in usableCommands(for: user, in: channel) where seen.insert(command.id).inserted {
                let json = command.json(application: world.application.id).adding(
                    "guild_id", command.guild?.json ?? .null)
                result.append(Self.localized(json, locale))
            }
        }
        return .array(result)
    }

    /// Adds `name_localized` and `description_localized` at every level.
    private static func localized(_ value: JSONValue, _ locale: String) -> JSONValue {
        guard var fields = value.fields else { return value }
        for key in ["name", "description"] {
            guard let text = fields[key]?.text else { continue }
            fields[key + "_localized"] = .string(fields[key + "_localizations"]?[locale]?.text ?? text)
        }
        for key in ["options", "choices"] {
            if let list = fields[key]?.list { fields[key] = .array(list.map { localized($0, locale) }) }
        }
        return .object(fields)
    }
}

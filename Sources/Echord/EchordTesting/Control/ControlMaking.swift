import JSON

/// The part of the control API that makes and changes the world.
struct ControlMaking: Sendable {
    let discord: LocalDiscord

    private var hub: Hub { discord.hub }

    func perform(_ words: String, _ call: ControlCall) throws -> JSONValue? {
        switch (call.method, words) {
        case ("POST", "users"): return try addUser(try call.body())
        case ("PATCH", "users/*"): return try editUser(try call.id(at: 1), try call.body())
        case ("POST", "dms"): return try openDirect(try call.body())
        case ("POST", "guilds"): return try addGuild(try call.body())
        case ("POST", "guilds/*/channels"): return try addChannel(try call.id(at: 1), try call.body())
        case ("DELETE", "guilds/*/channels/*"):
            let channel = try call.id(at: 3)
            try hub.change { realm throws(ActRefusal) in
                guard realm.world.channels[channel] != nil else {
                    throw ActRefusal(.unknownChannel, "There is no such channel.")
                }
                realm.removeChannel(channel)
            }
            return nil
        case ("POST", "guilds/*/roles"): return try addRole(try call.id(at: 1), try call.body())
        case ("PUT", "guilds/*/members/*"):
            return try putMember(try call.id(at: 1), try call.id(at: 3), try call.body())
        case ("DELETE", "guilds/*/members/*"):
            let guild = try call.id(at: 1)
            let user = try call.id(at: 3)
            try hub.change { realm throws(ActRefusal) in
                _ = try Self.guild(guild, realm)
                realm.removeMember(user, from: guild)
            }
            return nil
        default:
            throw ActRefusal(
                .notFound, "There is no \(call.method) /control/\(call.path.joined(separator: "/").prefix(80)).")
        }
    }

    private static func guild(_ id: Flake, _ realm: Realm) throws(ActRefusal) -> Guild {
        guard let guild = realm.world.guilds[id] else {
            throw ActRefusal(.unknownGuild, "There is no server \(id.text).")
        }
        return guild
    }

    private static func name(_ body: JSONValue, _ key: String, _ range: ClosedRange<Int>) throws(ActRefusal) -> String {
        let text = try body.requiredText(key).trimmed
        guard range.contains(text.unicodeScalars.count) else {
            throw ActRefusal(.invalidValue, "\(key) has \(range.lowerBound) to \(range.upperBound) characters.")
        }
        return text
    }

    private static func locale(_ body: JSONValue) throws(ActRefusal) -> String? {
        guard let locale = body.present("locale")?.text else { return nil }
        guard CommandValidator.locales.contains(locale) else {
            throw ActRefusal(.invalidValue, "Discord has no such locale.")
        }
        return locale
    }

    // MARK: - Users

    private func addUser(_ body: JSONValue) throws -> JSONValue {
        let username = try Self.name(body, "username", 2...32)
        let locale = try Self.locale(body) ?? "en-US"
        return try hub.change { realm throws(ActRefusal) in
            guard realm.world.users.count < realm.world.limits.users else {
                throw ActRefusal(.notPossible, "There are too many users.")
            }
            return ["user": realm.addUser(username, globalName: body.present("global_name")?.text, locale: locale).json]
        }
    }

    private func editUser(_ id: Flake, _ body: JSONValue) throws -> JSONValue {
        let locale = try Self.locale(body)
        return try hub.change { realm throws(ActRefusal) in
            guard var user = realm.world.users[id] else {
                throw ActRefusal(.unknownMember, "There is no user \(id.text).")
            }
            if body.has("global_name") { user.globalName = body.present("global_name")?.text }
            if let locale { user.locale = locale }
            realm.changeUser(user)
            return ["user": user.json]
        }
    }

    /// A person opens the direct messages with the bot.
    private func openDirect(_ body: JSONValue) throws -> JSONValue {
        let user = try body.requiredID("as")
        return try hub.change { realm throws(ActRefusal) in
            guard let person = realm.world.users[user], !person.isBot else {
                throw ActRefusal(.unknownMember, "There is no person \(user.text).")
            }
            return ["dm": realm.directJSON(realm.directChannel(with: user))]
        }
    }

    // MARK: - Guilds

    private func addGuild(_ body: JSONValue) throws -> JSONValue {
        let name = try Self.name(body, "name", 2...100)
        let owner = try body.requiredID("owner")
        return try hub.change { realm throws(ActRefusal) in
            guard realm.world.users[owner] != nil else {
                throw ActRefusal(.unknownMember, "There is no user \(owner.text).")
            }
            guard realm.world.guilds.count < realm.world.limits.guilds else {
                throw ActRefusal(.notPossible, "There are too many servers.")
            }
            let guild = realm.addGuild(name, owner: owner, botPermissions: Realm.usualBotPermissions)
            realm.addTextChannel("general", in: guild.id)
            return ["guild": realm.guildJSON(realm.world.guilds[guild.id] ?? guild)]
        }
    }

    private func addChannel(_ id: Flake, _ body: JSONValue) throws -> JSONValue {
        try hub.change { realm throws(ActRefusal) in
            let guild = try Self.guild(id, realm)
            do throws(Refusal) {
                return ["channel": realm.world.channelJSON(try realm.createChannel(in: guild, body, by: nil))]
            } catch {
                throw ActRefusal(error)
            }
        }
    }

    private func addRole(_ id: Flake, _ body: JSONValue) throws -> JSONValue {
        let name = try Self.name(body, "name", 1...100)
        let permissions = body.present("permissions").flatMap { Perm(json: $0) } ?? []
        let color = Int(body.present("color")?.integer ?? 0)
        return try hub.change { realm throws(ActRefusal) in
            _ = try Self.guild(id, realm)
            guard (0...0xFF_FFFF).contains(color),
                let role = realm.addRole(name, permissions: permissions, color: color, in: id)
            else { throw ActRefusal(.notPossible, "The role cannot be made.") }
            return ["role": role.json]
        }
    }

    private func putMember(_ id: Flake, _ user: Flake, _ body: JSONValue) throws -> JSONValue {
        let roles = body.has("roles") ? try body.idList("roles") : nil
        let nick: String?? = body.has("nick") ? .some(body.present("nick")?.text) : nil
        return try hub.change { realm throws(ActRefusal) in
            let guild = try Self.guild(id, realm)
            guard realm.world.users[user] != nil else {
                throw ActRefusal(.unknownMember, "There is no user \(user.text).")
            }
            if let roles, roles.contains(where: { guild.roles[$0] == nil }) {
                throw ActRefusal(.invalidValue, "The server has no such role.")
            }
            guard guild.bans[user] == nil else { throw ActRefusal(Refusal.userBanned) }
            realm.putMember(user, in: id, roles: roles, nick: nick)
            return ["member": realm.world.membership(user, in: id).map(realm.world.memberJSON) ?? .null]
        }
    }
}

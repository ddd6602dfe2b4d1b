import JSON

/// Application commands. Source: https://discord.com/developers/docs/interactions/application-commands#endpoints
extension RouteTable {
    static var commandRoutes: [Route] {
        scopedCommandRoutes("/applications/{application}/commands")
            + scopedCommandRoutes("/applications/{application}/guilds/{guild}/commands") + permissionRoutes
    }

    /// The same operations exist for global commands and for those of a guild.
    private static func scopedCommandRoutes(_ base: String) -> [Route] {
        let bulk = RateLimiter.Rule(base + "-bulk", 5, per: .seconds(20))
        let single = RateLimiter.Rule(base + "-single", 5, per: .seconds(20))
        let reading = RateLimiter.Rule(base + "-read", 10, per: .seconds(10))
        return [
            Route("GET", base, reading) { realm, call throws(Refusal) in
                let scope = try realm.commandScope(call)
                let translations = call.queryFlag("with_localizations")
                return .ok(
                    .array(
                        realm.commands(of: scope).map {
                            $0.json(application: realm.world.application.id, translations: translations)
                        }))
            },
            Route("POST", base, single) { realm, call throws(Refusal) in
                try realm.createCommand(call.body, scope: try realm.commandScope(call))
            },
            Route("PUT", base, bulk) { realm, call throws(Refusal) in
                try realm.overwriteCommands(call.body, scope: try realm.commandScope(call))
            },
            Route("GET", base + "/{command}", reading) { realm, call throws(Refusal) in
                .ok(try realm.command(call).json(application: realm.world.application.id))
            },
            Route("PATCH", base + "/{command}", single) { realm, call throws(Refusal) in
                try realm.editCommand(try realm.command(call), call.body)
            },
            Route("DELETE", base + "/{command}", single) { realm, call throws(Refusal) in
                let command = try realm.command(call)
                realm.world.commands[command.id] = nil
                realm.noteCommands()
                return .noContent
            },
        ]
    }

    private static var permissionRoutes: [Route] {
        let base = "/applications/{application}/guilds/{guild}/commands"
        let rule = RateLimiter.Rule("command-permissions", 10, per: .seconds(10))
        return [
            Route("GET", base + "/permissions", rule) { realm, call throws(Refusal) in
                _ = try realm.commandScope(call)
                return .ok([])
            },
            Route("GET", base + "/{command}/permissions", rule) { realm, call throws(Refusal) in
                _ = try realm.commandScope(call)
                guard realm.world.commands[try call.id("command")] != nil else { throw .unknownCommand }
                throw .unknownCommandPermissions
            },
            Route("PUT", base + "/{command}/permissions", rule) { realm, call throws(Refusal) in
                _ = try realm.commandScope(call)
                throw Refusal(403, 20001, "Bots cannot use this endpoint")
            },
        ]
    }
}

extension Realm {
    static let commandLimits = [1: 100, 2: 15, 3: 15]
    static let dailyCreates = 200

    /// The guild of the path, nil for global commands.
    fileprivate func commandScope(_ call: RESTCall) throws(Refusal) -> Flake? {
        try requireOwnApplication(call)
        guard call.parameters["guild"] != nil else { return nil }
        let guild = try call.id("guild")
        guard world.guilds[guild]?.botJoinedAt != nil else { throw .missingAccess }
        return guild
    }

    fileprivate func commands(of scope: Flake?) -> [Command] {
        world.commands.values.filter { $0.guild == scope }.sorted { $0.id < $1.id }
    }

    fileprivate func command(_ call: RESTCall) throws(Refusal) -> Command {
        let scope = try commandScope(call)
        guard let command = world.commands[try call.id("command")], command.guild == scope else {
            throw .unknownCommand
        }
        return command
    }

    fileprivate mutating func createCommand(_ body: JSONValue, scope: Flake?) throws(Refusal) -> RESTReply {
        var validator = CommandValidator()
        guard let draft = validator.read(body, guild: scope) else { throw .invalidForm(validator.errors) }
        let existing = commands(of: scope)
        let same = existing.first { $0.type == draft.type && $0.name.text == draft.name.text }
        if same == nil {
            try takeCreate(scope)
            let limit = Self.commandLimits[draft.type] ?? 100
            if existing.filter({ $0.type == draft.type }).count >= limit { throw Self.tooMany(limit) }
        }
        let stored = store(draft, over: same)
        noteCommands()
        return RESTReply(status: same == nil ? 201 : 200, body: stored.json(application: world.application.id))
    }

    private static func tooMany(_ limit: Int) -> Refusal {
        Refusal(400, 30032, "Maximum number of application commands reached (\(limit)).")
    }

    /// Discord lets an application create 200 commands a day in each scope; overwriting is free.
    private mutating func takeCreate(_ scope: Flake?) throws(Refusal) {
        let key = scope ?? Flake(0)
        let recent = (commandCreates[key] ?? []).filter { $0 + .seconds(86_400) > now }
        guard recent.count < Self.dailyCreates else {
            var refusal = Refusal(429, 30034, "Max number of daily application command creates has been reached (200)")
            refusal.extra["retry_after"] = .double(Double((recent[0] + .seconds(86_400) - now).milliseconds) / 1000)
            refusal.extra["global"] = false
            throw refusal
        }
        commandCreates[key] = recent + [now]
    }

    private mutating func store(_ draft: Command, over existing: Command?) -> Command {
        var command = draft
        command.id = existing?.id ?? flake()
        command.version = flake()
        world.commands[command.id] = command
        return command
    }

    fileprivate mutating func overwriteCommands(_ body: JSONValue, scope: Flake?) throws(Refusal) -> RESTReply {
        var validator = CommandValidator()
        guard let list = validator.errors.list(body, [], 0...130) else { throw .invalidForm(validator.errors) }
        var drafts: [Command] = []
        var errors = FieldErrors()
        var seen: Set<String> = []
        for (index, value) in list.enumerated() {
            var one = CommandValidator()
            if let draft = one.read(value, path: [String(index)], guild: scope) {
                drafts.append(draft)
                if !seen.insert("\(draft.type):\(draft.name.text)").inserted {
                    errors.add(
                        [String(index), "name"], "APPLICATION_COMMANDS_DUPLICATE_NAME",
                        "Application command names must be unique")
                }
            }
            for entry in one.errors.entries { errors.add(entry.path, entry.code, entry.message) }
        }
        try errors.throwIfAny()
        for (type, limit) in Self.commandLimits where drafts.filter({ $0.type == type }).count > limit {
            throw Self.tooMany(limit)
        }
        let before = commands(of: scope)
        for old in before where !seen.contains("\(old.type):\(old.name.text)") { world.commands[old.id] = nil }
        var stored: [Command] = []
        for draft in drafts {
            let same = before.first { $0.type == draft.type && $0.name.text == draft.name.text }
            if same == nil { try takeCreate(scope) }
            stored.append(store(draft, over: same))
        }
        noteCommands()
        return .ok(.array(stored.map { $0.json(application: world.application.id) }))
    }

    fileprivate mutating func editCommand(_ command: Command, _ body: JSONValue) throws(Refusal) -> RESTReply {
        guard let given = body.fields else {
            throw .invalidField([], "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType")
        }
        // What the body leaves out stays; the rest is read like a new command.
        var whole = command.json(application: world.application.id).fields ?? [:]
        for (key, value) in given { whole[key] = value }
        whole["type"] = .number(command.type)
        if given["contexts"] == nil, given["dm_permission"] != nil { whole["contexts"] = nil }
        if command.type != 1 { whole["description"] = nil }
        var validator = CommandValidator()
        guard let draft = validator.read(.object(whole), guild: command.guild) else {
            throw .invalidForm(validator.errors)
        }
        let clash = commands(of: command.guild).contains {
            $0.id != command.id && $0.type == draft.type && $0.name.text == draft.name.text
        }
        if clash {
            throw .invalidField(
                ["name"], "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique")
        }
        let stored = store(draft, over: command)
        noteCommands()
        return .ok(stored.json(application: world.application.id))
    }
}

import JSON
import Testing

@testable import EchordTesting

/// A realm with the default world at a fixed moment, and short ways to use it.
struct Fixture {
    static let start = Moment(1_795_000_000_000)

    var realm: Realm

    init(limits: Bool = false, privileged: Bool = true) {
        var settings = Realm.Settings(token: "bot.token.value")
        if !privileged { settings.allowedPrivileged = [] }
        var flakes = FlakeSource()
        let application = flakes.next(at: Self.start)
        var world = World(application: .init(id: application, name: "Tester", owner: application, flags: 0))
        world.flakes = flakes
        world.users[application] = Person(id: application, username: "Tester", isBot: true)
        realm = Realm(settings: settings, world: world, now: Self.start, seed: 7)
        realm.limiter.settings.isEnabled = limits
        realm.makeDefaultWorld()
        realm.effects = []
    }

    // MARK: - Names

    var bot: Flake { realm.world.application.id }
    var guild: Flake { realm.world.botGuilds.first?.id ?? Flake(0) }
    var general: Flake { channel("general") }

    func channel(_ name: String) -> Flake {
        realm.world.channels.values.first { $0.name == name }?.id ?? Flake(0)
    }

    func user(_ name: String) -> Flake {
        realm.world.users.values.first { $0.username == name }?.id ?? Flake(0)
    }

    func role(_ name: String) -> Flake {
        realm.world.guilds[guild]?.roles.values.first { $0.name == name }?.id ?? Flake(0)
    }

    /// The role that is the bot's own.
    var botRole: Flake { role("Tester") }

    /// Fills in `{guild}`, `{general}`, `{ann}`, `{role Adults}` and so on.
    func filled(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            result += rest[..<open]
            rest = rest[rest.index(after: open)...]
            let name = rest.prefix { $0.isLetter || $0 == " " || $0 == "-" }
            if rest[name.endIndex...].first == "}", let id = named(String(name)) {
                result += id.text
                rest = rest[name.endIndex...].dropFirst()
            } else {
                result += "{"
            }
        }
        return result + rest
    }

    private func named(_ name: String) -> Flake? {
        if name.hasPrefix("role ") { return role(String(name.dropFirst(5))) }
        switch name {
        case "guild": return guild
        case "bot": return bot
        case "ann", "ben", "cas", "kid": return user(name)
        default: return name.isEmpty ? nil : realm.world.channels.values.first { $0.name == name }?.id
        }
    }

    // MARK: - Rights

    /// Gives the bot these permissions and no others.
    mutating func grant(_ permissions: Perm) {
        let (guild, role) = (guild, botRole)
        realm.world.guilds[guild]?.roles[role]?.permissions = permissions
    }

    /// Gives the bot these permissions besides those it has.
    mutating func add(_ permissions: Perm) {
        let (guild, role) = (guild, botRole)
        realm.world.guilds[guild]?.roles[role]?.permissions.formUnion(permissions)
    }

    /// Takes permissions from everyone who has them by no other role.
    mutating func withhold(_ permissions: Perm) {
        let guild = guild
        realm.world.guilds[guild]?.roles[guild]?.permissions.subtract(permissions)
    }

    /// Puts the bot's role above all others.
    mutating func raise(to position: Int = 50) {
        let (guild, role) = (guild, botRole)
        realm.world.guilds[guild]?.roles[role]?.position = position
    }

    /// Takes the bot's permissions in a channel away.
    mutating func deny(_ permissions: Perm, in channel: Flake) {
        let overwrite = Overwrite(id: bot, isMember: true, allow: [], deny: permissions)
        realm.world.channels[channel]?.overwrites = [overwrite]
    }

    /// Makes a role for a member, on top of what is there.
    @discardableResult
    mutating func promote(_ name: String, _ permissions: Perm, position: Int = 40) -> Flake {
        let role = realm.addRole("of \(name)", permissions: permissions, color: 0, in: guild)?.id ?? Flake(0)
        let guild = guild
        realm.world.guilds[guild]?.roles[role]?.position = position
        realm.changeMember(user(name), in: guild) { $0.roles.append(role) }
        return role
    }

    /// The newest entry of the audit log.
    var lastAudit: AuditEntry? { realm.world.guilds[guild]?.audit.entries.last }

    // MARK: - Time

    /// - Parameter beating: Whether the bot's heartbeats go on meanwhile.
    mutating func advance(_ duration: Duration, beating: Bool = false) {
        if beating {
            for id in realm.gateway.connections.keys { realm.timers[.heartbeat(id)] = realm.now + duration * 2 }
        }
        realm.now = realm.now + duration
        realm.fireDue()
    }

    // MARK: - REST

    /// Asks as the bot, and holds the answer against Discord's description of it.
    mutating func rest(
        _ method: String, _ path: String, _ body: JSONValue? = nil, query: [String: String] = [:],
        files: [UploadedFile] = [], reason: String? = nil, token: String? = "Bot bot.token.value",
        arrivedAt: ContinuousClock.Instant = .now, location: SourceLocation = #_sourceLocation
    ) -> RESTReply {
        var request = Self.request(method, path, body, query, files, reason, token)
        request.arrivedAt = arrivedAt
        return Self.checked(realm.handle(request), method, path, location)
    }

    /// Asks as a member's client does.
    mutating func rest(
        as user: Flake, _ method: String, _ path: String, _ body: JSONValue? = nil, query: [String: String] = [:],
        files: [UploadedFile] = [], reason: String? = nil, location: SourceLocation = #_sourceLocation
    ) -> RESTReply {
        let request = Self.request(method, path, body, query, files, reason, nil)
        return Self.checked(realm.handle(request, as: user), method, path, location)
    }

    private static func request(
        _ method: String, _ path: String, _ body: JSONValue?, _ query: [String: String], _ files: [UploadedFile],
        _ reason: String?, _ token: String?
    ) -> RESTRequest {
        let form: RESTBody = body.map { .form($0, files: files, bytes: 10) } ?? .none
        return RESTRequest(
            method: method, path: "/api/v10" + path, query: query, authorization: token, auditReason: reason, body: form
        )
    }

    private static func checked(
        _ reply: RESTReply, _ method: String, _ path: String, _ location: SourceLocation
    ) -> RESTReply {
        let parts = path.split(separator: "/").map { Realm.percentDecoded(String($0)) }
        if case .found(let route, _) = RouteTable.discord.find(method, parts) {
            let faults = AnswerSchema.discord.faults(method, route.template, status: reply.status, body: reply.body)
            for fault in faults.prefix(5) {
                Issue.record("\(method) \(route.template) \(reply.status): \(fault)", sourceLocation: location)
            }
        }
        return reply
    }

    /// Registers a global command and gives its id.
    @discardableResult
    mutating func register(_ command: JSONValue) -> RESTReply {
        rest("POST", "/applications/\(bot.text)/commands", command)
    }

    mutating func send(_ body: JSONValue, to channel: Flake? = nil) -> RESTReply {
        rest("POST", "/channels/\((channel ?? general).text)/messages", body)
    }

    mutating func callback(
        _ interaction: Flake, _ body: JSONValue, withResponse: Bool = false,
        arrivedAt: ContinuousClock.Instant = .now
    ) -> RESTReply {
        let token = realm.interactions[interaction]?.token ?? "none"
        return rest(
            "POST", "/interactions/\(interaction.text)/\(token)/callback", body,
            query: withResponse ? ["with_response": "true"] : [:], token: nil, arrivedAt: arrivedAt)
    }

    mutating func webhook(_ method: String, _ interaction: Flake, _ path: String, _ body: JSONValue? = nil) -> RESTReply
    {
        let token = realm.interactions[interaction]?.token ?? "none"
        return rest(method, "/webhooks/\(bot.text)/\(token)\(path)", body, token: nil)
    }

    // MARK: - Gateway

    /// Opens a connection and identifies; what was sent by then is taken out.
    mutating func connect(intents: Int = 53_608_447, shard: [Int]? = nil) -> ConnectionID {
        realm.gateway.identified = [:]
        guard let id = realm.openConnection() else { return ConnectionID(value: 0) }
        identify(id, ["intents": .number(intents)], shard: shard)
        return id
    }

    mutating func identify(_ id: ConnectionID, _ fields: JSONObject, shard: [Int]? = nil) {
        var data: JSONObject = ["token": "bot.token.value", "properties": ["os": "linux"], "intents": 0]
        for (key, value) in fields { data[key] = value }
        if let shard { data["shard"] = .array(shard.map { .number($0) }) }
        receive(id, ["op": 2, "d": .object(data)])
    }

    mutating func receive(_ id: ConnectionID, _ payload: JSONValue, bytes: Int = 100) {
        realm.received(payload, bytes: bytes, on: id)
    }

    /// Everything sent since the last look.
    mutating func frames(_ id: ConnectionID, at instant: ContinuousClock.Instant = .now) -> [GatewayFrame] {
        realm.takeFrames(id, at: instant)
    }

    mutating func payloads(_ id: ConnectionID) -> [JSONValue] {
        frames(id).compactMap { if case .payload(let payload, _) = $0 { payload } else { nil } }
    }

    mutating func events(_ id: ConnectionID) -> [String] {
        payloads(id).compactMap { $0["t"]?.text }
    }

    /// The data of the events with a name.
    mutating func data(_ id: ConnectionID, _ event: String) -> [JSONValue] {
        payloads(id).filter { $0["t"]?.text == event }.compactMap { $0["d"] }
    }

    mutating func closeCode(_ id: ConnectionID) -> UInt16? {
        for frame in frames(id) { if case .close(let code, _) = frame { return code } }
        return nil
    }
}

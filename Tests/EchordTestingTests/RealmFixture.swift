import JSON

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

    // MARK: - Time

    mutating func advance(_ duration: Duration) {
        realm.now = realm.now + duration
        realm.fireDue()
    }

    // MARK: - REST

    mutating func rest(
        _ method: String, _ path: String, _ body: JSONValue? = nil, query: [String: String] = [:],
        files: [UploadedFile] = [],
        token: String? = "Bot bot.token.value"
    ) -> RESTReply {
        let form: RESTBody = body.map { .form($0, files: files, bytes: 10) } ?? .none
        return realm.handle(
            RESTRequest(method: method, path: "/api/v10" + path, query: query, authorization: token, body: form))
    }

    /// Registers a global command and gives its id.
    @discardableResult
    mutating func register(_ command: JSONValue) -> RESTReply {
        rest("POST", "/applications/\(bot.text)/commands", command)
    }

    mutating func send(_ body: JSONValue, to channel: Flake? = nil) -> RESTReply {
        rest("POST", "/channels/\((channel ?? general).text)/messages", body)
    }

    mutating func callback(_ interaction: Flake, _ body: JSONValue, withResponse: Bool = false) -> RESTReply {
        let token = realm.interactions[interaction]?.token ?? "none"
        return rest(
            "POST", "/interactions/\(interaction.text)/\(token)/callback", body,
            query: withResponse ? ["with_response": "true"] : [:], token: nil)
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
    mutating func frames(_ id: ConnectionID) -> [GatewayFrame] { realm.takeFrames(id) }

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

extension RESTReply {
    var code: Int64? { body?["code"]?.integer }

    /// The codes of the complaints at a path of the error tree.
    func errors(_ path: String...) -> [String] {
        var value = body?["errors"]
        for part in path { value = value?[part] }
        return (value?["_errors"]?.list ?? []).compactMap { $0["code"]?.text }
    }

    func header(_ name: String) -> String? { headers.first { $0.0 == name }?.1 }
}

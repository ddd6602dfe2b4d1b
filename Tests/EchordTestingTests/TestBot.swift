import EchordTesting
import JSON
import Locking
import Telemetry
import Transport

/// A bot of a few lines, over real sockets: it answers interactions as it is told.
struct TestBot: Sendable {
    typealias Answer = @Sendable (JSONValue) -> [JSONValue]

    let discord: LocalDiscord
    let group: EventLoopGroup
    let http: HTTPClient

    init(_ discord: LocalDiscord) throws {
        self.discord = discord
        group = try EventLoopGroup(threads: 1, name: "test-bot")
        http = HTTPClient(group: group)
    }

    func close() {
        http.shutdown()
        group.shutdown()
    }

    // MARK: - REST

    func rest(_ method: HTTPMethod, _ path: String, _ body: JSONValue? = nil) async throws -> (Int, JSONValue) {
        try await request(
            method, "/api/v10" + path, body, headers: ["Authorization": "Bot \(discord.botToken.reveal())"])
    }

    func control(_ method: HTTPMethod, _ path: String, _ body: JSONValue? = nil) async throws -> (Int, JSONValue) {
        try await request(method, "/control" + path, body, headers: [:])
    }

    func raw(
        _ method: HTTPMethod, _ path: String, headers: HTTPHeaders = [:], body: [UInt8] = []
    ) async throws -> HTTPClientResponse {
        try await http.send(HTTPClientRequest(method: method, url: discord.url + path, headers: headers, body: body))
    }

    private func request(
        _ method: HTTPMethod, _ path: String, _ body: JSONValue?, headers: HTTPHeaders
    ) async throws -> (Int, JSONValue) {
        var headers = headers
        if body != nil { headers.set("Content-Type", "application/json") }
        let response = try await raw(method, path, headers: headers, body: body.map { JSON.encode($0) } ?? [])
        let value = response.body.isEmpty ? .null : try JSON.decode(JSONValue.self, from: response.body)
        return (response.status.rawValue, value)
    }

    // MARK: - Gateway

    func connect(_ query: String = "?v=10&encoding=json") async throws -> WebSocket {
        try await WebSocketClient.connect(url: discord.gatewayURL + "/" + query, loop: group.next())
    }

    static func identify(_ token: String, intents: Int = 53_608_447) -> JSONValue {
        ["op": 2, "d": ["token": .string(token), "intents": .number(intents), "properties": ["os": "test"]]]
    }

    /// Signs in and answers every interaction with the callbacks `answer` gives, until cancelled.
    func serve(_ answer: @escaping Answer) async throws {
        let socket = try await connect()
        try await socket.send(.text(JSON.encode(Self.identify(discord.botToken.reveal()))))
        while let message = try await socket.receive() {
            let payload = try JSON.decode(JSONValue.self, from: message.bytes)
            guard payload["t"]?.stringValue == "INTERACTION_CREATE", let event = payload["d"] else { continue }
            let id = event["id"]?.stringValue ?? ""
            let token = event["token"]?.stringValue ?? ""
            for (index, body) in answer(event).enumerated() {
                if index == 0 {
                    _ = try await rest(.post, "/interactions/\(id)/\(token)/callback", body)
                } else {
                    _ = try await rest(.patch, "/webhooks/\(discord.applicationID)/\(token)/messages/@original", body)
                }
            }
        }
    }
}

extension JSONValue {
    static func number(_ value: Int) -> JSONValue { .int(Int64(value)) }
}

/// Runs a local Discord with a bot for it; the body's result ends both.
func withBot<Result: Sendable>(
    configuration: LocalDiscord.Configuration = .init(), clock: VirtualClock = VirtualClock(),
    answer: TestBot.Answer? = nil, _ body: @escaping @Sendable (LocalDiscord, TestBot) async throws -> Result
) async throws -> Result {
    try await LocalDiscord.running(configuration: configuration, clock: clock) { discord in
        let bot = try TestBot(discord)
        defer { bot.close() }
        return try await withThrowingTaskGroup(of: Result?.self) { tasks in
            if let answer {
                tasks.addTask {
                    try await bot.serve(answer)
                    return nil
                }
                try await discord.waitForBot()
            }
            tasks.addTask { try await body(discord, bot) }
            defer { tasks.cancelAll() }
            while let outcome = try await tasks.next() {
                if let outcome { return outcome }
            }
            throw CancellationError()
        }
    }
}

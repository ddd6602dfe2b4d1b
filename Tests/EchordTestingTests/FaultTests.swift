import JSON
import Telemetry
import Testing
import Transport

@testable import EchordTesting

@Suite("Faults on purpose")
struct FaultTests {
    private func users(_ bot: TestBot) async throws -> HTTPClientResponse {
        try await bot.raw(
            .get, "/api/v10/users/@me", headers: ["Authorization": "Bot \(bot.discord.botToken.reveal())"])
    }

    @Test(
        "A request goes wrong as it was asked, and the next one well",
        arguments: [
            ("server_error", 500, "application/json", "500: Internal Server Error"),
            ("bad_gateway", 502, "text/html", "502 Bad Gateway"),
            ("rate_limit", 429, "application/json", "\"retry_after\":2.5"),
            ("shared_rate_limit", 429, "application/json", "The resource is being rate limited."),
            ("global_rate_limit", 429, "application/json", "\"global\":true"),
            ("blocked", 429, "text/html", "Error 1015"),
            ("missing_permissions", 403, "application/json", "50013"),
        ])
    func answers(_ answer: String, _ status: Int, _ type: String, _ text: String) async throws {
        try await withBot { discord, bot in
            let body: JSONValue = ["answer": .string(answer), "count": 1, "retry_after_ms": 2500]
            #expect(try await bot.control(.patch, "/faults", body).1["faults"]?["answer"] == .string(answer))
            let reply = try await users(bot)
            #expect(reply.status.rawValue == status)
            #expect(reply.headers["Content-Type"]?.hasPrefix(type) == true)
            #expect(String(decoding: reply.body, as: UTF8.self).contains(text))
            if status == 429 { #expect(reply.headers["Retry-After"] == "3") }
            let next = try await users(bot)
            #expect(next.status.rawValue == 200)
            #expect(discord.faults.answer == nil)
            let seen = discord.recordedCalls(route: "/users/@me").map(\.status)
            #expect(seen == [status, 200], "the recorder has it")
        }
    }

    @Test("What is lost on the way back has been done", arguments: [LocalFaults.Answer.lost, .malformed])
    func lost(_ answer: LocalFaults.Answer) async throws {
        try await withBot { discord, bot in
            var faults = LocalFaults()
            faults.answer = answer
            discord.makeFaults(faults)
            let general = try discord.guild("Home").channel("general")
            let sent = try await bot.raw(
                .post, "/api/v10/channels/\(general.id)/messages",
                headers: [
                    "Authorization": "Bot \(discord.botToken.reveal())", "Content-Type": "application/json",
                ], body: JSON.encode(["content": "Here"] as JSONValue))
            #expect(sent.status.rawValue == (answer == .lost ? 502 : 200))
            #expect(throws: (any Error).self) { try JSON.decode(JSONValue.self, from: sent.body) }
            #expect(general.messages().map(\.content) == ["Here"])
            #expect(discord.faults.isActive, "it goes on until it is taken back")
        }
    }

    @Test("Only the requests that are meant are struck; shared limits do not count as invalid")
    func requests() {
        var fixture = Fixture(limits: true)
        func ask(_ path: String) -> Int {
            fixture.realm.handle(
                RESTRequest(method: "GET", path: "/api/v10" + path, authorization: "Bot bot.token.value")
            ).status
        }
        fixture.realm.faults.answer = .sharedRateLimit
        fixture.realm.faults.requests = .interactions
        #expect(ask("/users/@me") == 200)
        #expect(ask("/webhooks/\(fixture.bot.text)/x/messages/@original") == 429)
        #expect(fixture.realm.limiter.invalidCount(at: fixture.realm.now) == 0)
        fixture.realm.faults.requests = .others
        fixture.realm.faults.answer = .globalRateLimit
        #expect(ask("/users/@me") == 429)
        #expect(fixture.realm.limiter.invalidCount(at: fixture.realm.now) == 1)
        fixture.realm.faults.count = 2
        #expect([ask("/users/@me"), ask("/users/@me"), ask("/users/@me")] == [429, 429, 200])
    }

    @Test("A request is under way for as long as was asked, by the virtual clock", .timeLimit(.minutes(1)))
    func latency() async throws {
        let clock = VirtualClock(running: false)
        try await withBot(clock: clock) { discord, bot in
            #expect(try await bot.control(.patch, "/faults", ["latency_ms": 4000, "jitter_ms": 1000]).0 == 200)
            async let slow = users(bot)
            // It has not arrived while the clock stands, so the recorder has nothing of it.
            #expect(try await bot.control(.get, "/recorder?kind=rest").1["entries"] == [])
            for _ in 0..<5 {
                _ = try await bot.control(.get, "/clock")
                clock.advance(by: .seconds(5))
            }
            while discord.recordedCalls().isEmpty {
                try Task.checkCancellation()
                clock.advance(by: .seconds(5))
                await Task.yield()
            }
            #expect(try await slow.status.rawValue == 200)
        }
    }

    @Test("An interaction that the bot answers too late has failed", .timeLimit(.minutes(1)))
    func tooLate() async throws {
        try await withBot(answer: { _ in [["type": 4, "data": ["content": "late"]]] }) { discord, bot in
            _ = try await bot.rest(
                .put, "/applications/\(discord.applicationID)/commands", [["name": "hi", "description": "d"]])
            discord.makeFaults(Self.slow(.seconds(5)))
            let general = try discord.guild("Home").channel("general")
            let ann = try discord.member("ann")
            let body: JSONValue = [
                "as": .string("\(ann.id)"), "channel_id": .string("\(general.id)"), "command": "hi",
            ]
            async let acted = bot.control(.post, "/act/slash", body)
            while discord.recordedPayloads(fromBot: false).allSatisfy({ $0["t"] != "INTERACTION_CREATE" }) {
                try Task.checkCancellation()
                await Task.yield()
            }
            discord.clock.advance(by: .seconds(3))
            #expect(try await acted.1["interaction"]?["error"] == "The application did not respond")
        }
    }

    private static func slow(_ latency: Duration) -> LocalFaults {
        var faults = LocalFaults()
        faults.latency = latency
        return faults
    }

    // MARK: - The gateway

    private func signIn(_ bot: TestBot) async throws -> (WebSocket, JSONValue) {
        let socket = try await bot.connect()
        try await socket.send(.text(JSON.encode(TestBot.identify(bot.discord.botToken.reveal()))))
        return (socket, try await Self.next("READY", socket))
    }

    /// The next event of this name, or the next payload with this opcode.
    private static func next(_ event: String? = nil, op: Int? = nil, _ socket: WebSocket) async throws -> JSONValue {
        while let message = try await socket.receive() {
            let payload = try JSON.decode(JSONValue.self, from: message.bytes)
            if let event, payload["t"]?.stringValue == event { return payload }
            if let op, payload["op"]?.intValue == Int64(op) { return payload }
        }
        throw CancellationError()
    }

    private func strike(_ bot: TestBot, _ body: JSONValue) async throws -> Int {
        try await bot.control(.post, "/faults/gateway", body).0
    }

    @Test("Reconnect, invalid session, a close with a code, and a line that is cut")
    func gateway() async throws {
        var configuration = LocalDiscord.Configuration()
        configuration.identifyWindow = .zero
        try await withBot(configuration: configuration) { discord, bot in
            #expect(try await strike(bot, ["action": "drop"]) == 409, "nobody is there")
            let (first, ready) = try await signIn(bot)
            #expect(try await strike(bot, ["action": "reconnect"]) == 204)
            _ = try await Self.next(op: 7, first)
            #expect(try await strike(bot, ["action": "invalid_session", "resumable": true]) == 204)
            #expect(try await Self.next(op: 9, first)["d"] == true)
            #expect(try await strike(bot, ["action": "close", "code": 4008]) == 204)
            while try await first.receive() != nil {}
            #expect(first.closeCode == 4008)

            // The session outlived it, and a cut line too.
            let resume: JSONValue = [
                "op": 6,
                "d": [
                    "token": .string(discord.botToken.reveal()), "session_id": ready["d"]?["session_id"] ?? .null,
                    "seq": 1,
                ],
            ]
            let second = try await bot.connect()
            try await second.send(.text(JSON.encode(resume)))
            _ = try await Self.next("RESUMED", second)
            #expect(try await strike(bot, ["action": "drop"]) == 204)
            while let message = try? await second.receive() { _ = message }
            #expect(second.closeCode == nil || second.closeCode == 1006, "no close frame came")
            let third = try await bot.connect()
            try await third.send(.text(JSON.encode(resume)))
            _ = try await Self.next("RESUMED", third)
            #expect(try await strike(bot, ["action": "invalid_session"]) == 204)
            #expect(try await Self.next(op: 9, third)["d"] == false)
            #expect(try await strike(bot, ["action": "drop"]) == 409)
        }
    }

    @Test("On a frozen connection nothing comes through; what was missed is replayed by Resume")
    func frozen() async throws {
        try await withBot { discord, bot in
            let (first, ready) = try await signIn(bot)
            _ = try await Self.next("GUILD_CREATE", first)
            #expect(try await strike(bot, ["action": "freeze"]) == 204)
            try await first.send(.text(JSON.encode(["op": 1, "d": 2] as JSONValue)))
            let general = try discord.guild("Home").channel("general")
            try discord.member("ann").say("Anybody?", in: general)
            let second = try await bot.connect()
            let resume: JSONValue = [
                "op": 6,
                "d": [
                    "token": .string(discord.botToken.reveal()), "session_id": ready["d"]?["session_id"] ?? .null,
                    "seq": 2,
                ],
            ]
            try await second.send(.text(JSON.encode(resume)))
            #expect(try await Self.next("MESSAGE_CREATE", second)["d"]?["content"] == "Anybody?")
            // The frozen one has heard nothing since: neither an answer to its heartbeat nor the message.
            var heard = 0
            while (try? await first.receive()) != nil { heard += 1 }
            #expect(heard == 0)
            #expect(discord.recordedPayloads(fromBot: true).allSatisfy { $0["op"] != 1 })
        }
    }

    @Test("Events come twice with their numbers; a server goes out and comes back")
    func repeatsAndOutages() async throws {
        try await withBot { discord, bot in
            let (socket, _) = try await signIn(bot)
            let home = try discord.guild("Home")
            let (ann, general) = (try discord.member("ann"), try home.channel("general"))
            try ann.say("Once", in: general)
            let event = try await Self.next("MESSAGE_CREATE", socket)
            #expect(try await strike(bot, ["action": "repeat", "count": 1]) == 204)
            #expect(try await Self.next("MESSAGE_CREATE", socket) == event)

            let (_, out) = try await bot.control(.patch, "/faults", ["unavailable_guilds": [.string("\(home.id)")]])
            #expect(out["faults"]?["unavailable_guilds"] == [.string("\(home.id)")])
            #expect(try await Self.next("GUILD_DELETE", socket)["d"]?["unavailable"] == true)
            try ann.say("Unheard", in: general)
            #expect(try await bot.control(.delete, "/faults").0 == 204)
            #expect(try await Self.next("GUILD_CREATE", socket)["d"]?["id"] == .string("\(home.id)"))
            try ann.say("Heard", in: general)
            #expect(try await Self.next("MESSAGE_CREATE", socket)["d"]?["content"] == "Heard")
        }
    }

    @Test(
        "What is no fault is refused",
        arguments: [
            ("PATCH", "", #"{"answer": "sulk"}"#, 400), ("PATCH", "", #"{"latency_ms": 20001}"#, 400),
            ("PATCH", "", #"{"latency_ms": -1}"#, 400), ("PATCH", "", #"{"count": 0}"#, 400),
            ("PATCH", "", #"{"requests": 7}"#, 400), ("PATCH", "", #"{"unavailable_guilds": ["5"]}"#, 404),
            ("PATCH", "", "[]", 400), ("POST", "/gateway", #"{"action": "sing"}"#, 400), ("POST", "", "{}", 404),
            ("POST", "/gateway", #"{"action": "close", "code": 1006}"#, 400),
            ("POST", "/gateway", #"{"action": "repeat", "count": 51}"#, 400),
        ])
    func refused(_ method: String, _ path: String, _ body: String, _ status: Int) async throws {
        try await withBot { discord, bot in
            let reply = try await bot.raw(
                HTTPMethod(rawValue: method), "/control/faults" + path, headers: ["Content-Type": "application/json"],
                body: Array(body.utf8))
            #expect(reply.status.rawValue == status)
            #expect(!discord.faults.isActive)
        }
    }
}

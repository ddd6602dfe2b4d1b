import EchordPrimitives
import Foundation
import JSON
import Telemetry
import Testing
import Transport

@testable import EchordTesting

@Suite("Over real sockets")
struct SocketTests {
    private static let commands: JSONValue = [
        [
            "name": "task", "description": "d",
            "options": [
                ["type": 3, "name": "title", "description": "d", "required": true],
                ["type": 3, "name": "tag", "description": "d", "autocomplete": true],
            ],
        ],
        ["name": "form", "description": "d"], ["name": "silent", "description": "d"],
        ["name": "later", "description": "d"],
        ["name": "Keep", "type": 3], ["name": "Greet", "type": 2],
    ]

    private static let answer: TestBot.Answer = { event in
        switch (event["type"]?.intValue, event["data"]?["name"]?.stringValue) {
        case (4, _): return [["type": 8, "data": ["choices": [["name": "Kitchen", "value": "k"]]]]]
        case (3, _):
            if event["data"]?["component_type"]?.intValue == 3 {
                let chosen = event["data"]?["values"]?[0]?.stringValue ?? ""
                return [["type": 4, "data": ["content": .string("chose \(chosen)"), "flags": 64]]]
            }
            return [["type": 7, "data": ["content": "claimed"]]]
        case (5, _): return [["type": 4, "data": ["content": "thanks"]]]
        case (2, "form"):
            let input: JSONValue = ["type": 4, "custom_id": "n", "style": 1]
            return [
                [
                    "type": 9,
                    "data": [
                        "custom_id": "f", "title": "F", "components": [["type": 18, "label": "N", "component": input]],
                    ],
                ]
            ]
        case (2, "silent"): return []
        case (2, "later"): return [["type": 5], ["content": "at last"]]
        case (2, "Keep"), (2, "Greet"): return [["type": 4, "data": ["content": "ok", "flags": 64]]]
        default:
            let title = event["data"]?["options"]?[0]?["value"]?.stringValue ?? ""
            let button: JSONValue = ["type": 2, "style": 1, "label": "Claim", "custom_id": "claim"]
            let select: JSONValue = ["type": 3, "custom_id": "s", "options": [["label": "a", "value": "a"]]]
            let rows: JSONValue = [["type": 1, "components": [button]], ["type": 1, "components": [select]]]
            return [["type": 4, "data": ["content": .string("Task \(title)"), "components": rows]]]
        }
    }

    private func register(_ bot: TestBot) async throws {
        let (status, _) = try await bot.rest(.put, "/applications/\(bot.discord.applicationID)/commands", Self.commands)
        #expect(status == 200)
    }

    @Test("A member's whole story in the typed API")
    func story() async throws {
        try await withBot(answer: Self.answer) { discord, bot in
            try await self.register(bot)
            try await discord.waitForCommand("task")
            let home = try discord.guild("Home")
            let general = try home.channel("general")
            let ann = try discord.member("ann")
            let ben = try discord.member("ben")
            let answer = try await ann.slash("/task", ["title": "Dishes"], in: general)
            #expect(answer.kind == .message)
            let needed = try #require(answer.answerTime)
            #expect(needed > .zero)
            #expect(discord.recordedCalls().allSatisfy { $0.elapsed > .zero })
            let message = try answer.message
            #expect(message.content == "Task Dishes")
            #expect(message.wholeText.contains("Claim"))
            #expect(!message.isEphemeral)
            let clicked = try await ben.click("Claim", on: message)
            #expect(try clicked.message.content == "claimed")
            let chosen = try await ben.choose(["a"], in: message.selects[0], on: message)
            #expect(try chosen.message.isEphemeral)
            #expect(general.messages(seenBy: ann).count == 1)
            #expect(general.messages(seenBy: ben).count == 2)
            #expect(general.messages().count == 2)
            let choices = try await ann.autocomplete("task", ["tag": "ki"], focused: "tag", in: general)
            #expect(choices.map(\.name) == ["Kitchen"])
            let form = try await ann.slash("form", in: general)
            #expect(form.modal?["title"]?.stringValue == "F")
            let submitted = try await ann.submit(["n": "x"], to: form)
            #expect(try submitted.message.content == "thanks")
            let later = try await ann.slash("later", in: general)
            #expect(later.kind == .deferred)
            #expect(try later.message.content == "at last")
            #expect(try await ann.menu("Keep", on: message).message.isEphemeral)
            #expect(try await ann.menu("Greet", on: ben, in: general).message.content == "ok")
            #expect(discord.recordedCalls(route: "/interactions/{interaction}/{token}/callback").count == 9)
            #expect(discord.recordedPayloads(fromBot: true).first?["d"]?["token"]?.stringValue == "***")
            #expect(!discord.recordedPayloads(fromBot: false).isEmpty)
        }
    }

    @Test("A silent bot fails after three virtual seconds, in no time")
    func silence() async throws {
        let clock = VirtualClock(running: false)
        try await withBot(clock: clock, answer: Self.answer) { discord, bot in
            try await self.register(bot)
            let general = try discord.guild("Home").channel("general")
            let ann = try discord.member("ann")
            async let answer = ann.slash("silent", in: general)
            _ = try await discord.hub.wait(atMost: .seconds(10), "the interaction") { realm -> Bool? in
                realm.interactions.placeholders(in: general.flake).isEmpty ? nil : true
            }
            clock.advance(by: .seconds(3))
            #expect(try await answer.failure == "The application did not respond")
            let failed = try await answer
            #expect(throws: LocalDiscordError.self) { try failed.message }
        }
    }

    @Test("Members say, react, delete, switch language; guilds and roles are made")
    func making() async throws {
        try await withBot(answer: Self.answer) { discord, bot in
            let ann = try discord.member("ann")
            let guild = discord.makeGuild("Second", owner: ann)
            let room = guild.makeChannel("room")
            let eve = guild.join("eve", globalName: "Eve", locale: "de")
            _ = try guild.makeRole("Helpers", permissions: [], for: [eve])
            eve.setLocale("nl")
            let said = try eve.say("hello", in: room)
            try ann.react("👍", to: said)
            let reply = try ann.say("hi", in: room, replyingTo: said)
            try ann.delete(reply)
            let found = try await room.message(seenBy: eve) { $0.content == "hello" }
            #expect(found.id == said.id)
            #expect(found.json["reactions"]?[0]?["count"]?.intValue == 1)
            #expect(try guild.channel("room") == room)
            _ = try eve.say("psst", in: eve.directMessages())
            guild.remove(eve)
            #expect(throws: LocalDiscordError.self) { try eve.say("gone", in: room) }
            #expect(throws: LocalDiscordError.self) { try discord.guild("Nowhere") }
            #expect(throws: LocalDiscordError.self) { try discord.member("nobody") }
            #expect(throws: LocalDiscordError.self) { try guild.channel("nowhere") }
            let (status, guilds) = try await bot.rest(.get, "/users/@me/guilds")
            #expect(status == 200)
            #expect(guilds.arrayValue?.count == 2)
        }
    }

    // MARK: - Compression and closing

    @Test("zlib-stream and zstd-stream carry the same events", arguments: ["zlib-stream", "zstd-stream"])
    func compressed(_ kind: String) async throws {
        try await withBot { discord, bot in
            let socket = try await bot.connect("?v=10&encoding=json&compress=\(kind)")
            try await socket.send(.text(JSON.encode(TestBot.identify(discord.botToken.reveal()))))
            var zlib = ZlibInflater()
            var zstd = ZstdInflater()
            var names: [String] = []
            while names.last != "GUILD_CREATE", let message = try await socket.receive() {
                guard case .binary(let bytes) = message else {
                    Issue.record("not binary")
                    return
                }
                let text: [UInt8]
                if kind == "zlib-stream" {
                    text = try zlib.inflate(bytes) ?? []
                } else {
                    text = try zstd.inflate(bytes)
                }
                let payload = try JSON.decode(JSONValue.self, from: text)
                names.append(payload["t"]?.stringValue ?? String(payload["op"]?.intValue ?? -1))
            }
            #expect(names == ["10", "READY", "GUILD_CREATE"])
            await socket.close()
        }
    }

    @Test(
        "Addresses that Discord refuses",
        arguments: [("?v=6", 4012), ("?v=10&encoding=etf", 4002), ("?v=10&compress=lz4", 4002)] as [(String, UInt16)])
    func addresses(_ query: String, _ code: UInt16) async throws {
        try await withBot { _, bot in
            let socket = try await bot.connect(query)
            while try await socket.receive() != nil {}
            #expect(socket.closeCode == code)
        }
    }

    @Test("Wrong payloads close with Discord's codes, and the server goes on")
    func closing() async throws {
        try await withBot { _, bot in
            for (text, code) in [
                ("nonsense", 4002), (#"{"op":99}"#, 4001),
                (#"{"op":2,"d":{"token":"x","properties":{},"intents":0}}"#, 4004),
            ] {
                let socket = try await bot.connect()
                try await socket.send(text: text)
                while try await socket.receive() != nil {}
                #expect(socket.closeCode == UInt16(code))
            }
            #expect(try await bot.rest(.get, "/users/@me").0 == 200)
        }
    }

    @Test("Sessions are resumed over a new socket, cut, ended, asked to reconnect")
    func resumed() async throws {
        var configuration = LocalDiscord.Configuration()
        configuration.identifyWindow = .zero
        try await withBot(configuration: configuration) { discord, bot in
            let token = discord.botToken.reveal()
            let first = try await bot.connect()
            try await first.send(.text(JSON.encode(TestBot.identify(token))))
            var session = ""
            while let message = try await first.receive() {
                let payload = try JSON.decode(JSONValue.self, from: message.bytes)
                if payload["t"] == "READY" { session = payload["d"]?["session_id"]?.stringValue ?? "" }
                if payload["t"] == "GUILD_CREATE" { break }
            }
            discord.closeConnections(code: 4000, reason: "cut")
            while try await first.receive() != nil {}
            #expect(first.closeCode == 4000)
            _ = try discord.member("ann").say("missed", in: discord.guild("Home").channel("general"))
            let second = try await bot.connect()
            try await second.send(
                .text(
                    JSON.encode(
                        ["op": 6, "d": ["token": .string(token), "session_id": .string(session), "seq": 2]] as JSONValue
                    )))
            var names: [String] = []
            while names.last != "RESUMED", let message = try await second.receive() {
                let payload = try JSON.decode(JSONValue.self, from: message.bytes)
                names.append(payload["t"]?.stringValue ?? "-")
            }
            #expect(names == ["-", "MESSAGE_CREATE", "RESUMED"])
            discord.askToReconnect()
            discord.endSessions()
            var ops: [Int64] = []
            while ops.count < 2, let message = try await second.receive() {
                ops.append(try JSON.decode(JSONValue.self, from: message.bytes)["op"]?.intValue ?? -1)
            }
            #expect(ops == [7, 9])
            await second.close()
        }
    }

    // MARK: - Files and pages

    @Test("Files come up in a form and go down again, never as a page")
    func files() async throws {
        try await withBot { discord, bot in
            let general = try discord.guild("Home").channel("general")
            var random = SystemRandomNumberGenerator()
            let form = MultipartForm([
                .init(
                    name: "payload_json", contentType: "application/json",
                    body: Array(#"{"content":"see","attachments":[{"id":"0","description":"d"}]}"#.utf8)),
                .init(name: "files[0]", filename: "a b.png", contentType: "image/png", body: [1, 2, 3]),
                .init(name: "files[1]", filename: "page.html", contentType: "text/html", body: Array("<b>".utf8)),
            ])
            let (type, bytes) = form.encoded(using: &random)
            let headers: HTTPHeaders = ["Authorization": "Bot \(discord.botToken.reveal())", "Content-Type": type]
            let path = "/api/v10/channels/\(general.id)/messages"
            let sent = try await bot.raw(.post, path, headers: headers, body: bytes)
            #expect(sent.status == .ok)
            let attachments = try JSON.decode(JSONValue.self, from: sent.body)["attachments"]?.arrayValue ?? []
            #expect(attachments[0]["filename"]?.stringValue == "a_b.png")
            let image = try await bot.raw(
                .get, String((attachments[0]["url"]?.stringValue ?? "").dropFirst(discord.url.count)))
            #expect(image.body == [1, 2, 3])
            #expect(image.headers["Content-Type"] == "image/png")
            let page = try await bot.raw(
                .get, String((attachments[1]["url"]?.stringValue ?? "").dropFirst(discord.url.count)))
            #expect(page.headers["Content-Type"] == "application/octet-stream")
            #expect(try await bot.raw(.get, "/attachments/1/2/x").status == .notFound)
            let broken = try await bot.raw(.post, path, headers: headers, body: Array("nonsense".utf8))
            #expect(broken.status == .badRequest)
            let malformed = try await bot.raw(
                .post, path, headers: ["Authorization": "Bot \(discord.botToken.reveal())"], body: Array("{".utf8))
            #expect(malformed.status == .badRequest)
        }
    }

    @Test("The Playground's files: types, tags, policy, nothing outside")
    func playground() async throws {
        try await withBot { _, bot in
            let page = try await bot.raw(.get, "/")
            #expect(page.status == .ok)
            #expect(page.headers["Content-Type"] == "text/html; charset=utf-8")
            let policy = page.headers["Content-Security-Policy"] ?? ""
            #expect(policy.contains("default-src 'none'; script-src 'self'; style-src 'self';"))
            #expect(!policy.contains("unsafe") && !policy.contains("http"))
            let tag = page.headers["ETag"] ?? ""
            #expect(try await bot.raw(.get, "/", headers: ["If-None-Match": tag]).status == .notModified)
            #expect(try await bot.raw(.get, "/../Package.swift").status == .notFound)
            #expect(try await bot.raw(.get, "/%2e%2e/etc/passwd").status == .notFound)
            #expect(try await bot.raw(.post, "/").status == .methodNotAllowed)
        }
        for name in ["a.html", "a.css", "a.js", "a.json", "a.svg", "a.png", "a.ico", "a.webp", "a.woff2", "a.txt"] {
            #expect(PlaygroundFiles.contentType(of: name) != "application/octet-stream")
        }
        #expect(PlaygroundFiles.contentType(of: "a.bin") == "application/octet-stream")
        #expect(PlaygroundFiles(folder: "/nowhere").files.isEmpty)
    }

    @Test("A folder of one's own is the Playground, as it is at each request")
    func ownPlayground() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("page-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var configuration = LocalDiscord.Configuration()
        configuration.playgroundFolder = folder
        try await withBot(configuration: configuration) { _, bot in
            #expect(try await bot.raw(.get, "/").status == .notFound)
            for text in ["one", "two"] {
                try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/index.html"))
                #expect(try await bot.raw(.get, "/").body == Array(text.utf8))
            }
        }
    }

    @Test("A port in use is told in one sentence")
    func portInUse() async throws {
        try await withBot { discord, _ in
            let port = Int(discord.url.split(separator: ":").last ?? "") ?? 0
            do {
                try await LocalDiscord.running(configuration: .init(port: port)) { _ in }
                Issue.record("it listens twice")
            } catch let error as LocalDiscordError {
                #expect(error.code == .cannotListen)
                #expect(!error.description.isEmpty)
            }
        }
    }
}

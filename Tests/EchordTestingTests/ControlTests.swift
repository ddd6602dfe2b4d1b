import JSON
import Telemetry
import Testing
import Transport

@testable import EchordTesting

@Suite("The control API")
struct ControlTests {
    private static let answer: TestBot.Answer = { event in
        switch (event["type"]?.intValue, event["data"]?["name"]?.stringValue) {
        case (4, _): return [["type": 8, "data": ["choices": [["name": "One", "value": "1"]]]]]
        case (2, "silent"): return []
        case (2, "form"):
            return [
                [
                    "type": 9,
                    "data": [
                        "custom_id": "f", "title": "F",
                        "components": [
                            ["type": 18, "label": "N", "component": ["type": 4, "custom_id": "n", "style": 1]]
                        ],
                    ],
                ]
            ]
        default:
            let select: JSONValue = ["type": 5, "custom_id": "u"]
            let button: JSONValue = ["type": 2, "style": 1, "label": "B", "custom_id": "b"]
            return [
                [
                    "type": 4,
                    "data": [
                        "content": "hi",
                        "components": [["type": 1, "components": [button]], ["type": 1, "components": [select]]],
                    ],
                ]
            ]
        }
    }

    /// Ids of the default world, by names.
    private func ids(_ bot: TestBot) async throws -> [String: JSONValue] {
        let (_, state) = try await bot.control(.get, "/state")
        let guild = state["guilds"]?[0]
        var ids: [String: JSONValue] = ["guild": guild?["id"] ?? .null]
        for channel in guild?["channels"]?.arrayValue ?? [] { ids[channel["name"]?.stringValue ?? ""] = channel["id"] }
        for member in guild?["members"]?.arrayValue ?? [] {
            ids[member["user"]?["username"]?.stringValue ?? ""] = member["user"]?["id"]
        }
        return ids
    }

    private func text(_ value: JSONValue?) -> String { value?.stringValue ?? "" }

    @Test("Every act, through HTTP")
    func acts() async throws {
        try await withBot(answer: Self.answer) { discord, bot in
            let commands: JSONValue = [
                [
                    "name": "hi", "description": "d",
                    "options": [["type": 3, "name": "o", "description": "d", "autocomplete": true]],
                ],
                ["name": "form", "description": "d", "name_localizations": ["nl": "formulier"]],
                ["name": "Keep", "type": 3],
            ]
            _ = try await bot.rest(.put, "/applications/\(discord.applicationID)/commands", commands)
            let ids = try await self.ids(bot)
            let place: JSONObject = ["as": ids["ann"] ?? .null, "channel_id": ids["general"] ?? .null]
            func act(_ name: String, _ fields: JSONObject) async throws -> (Int, JSONValue) {
                var body = place
                for (key, value) in fields { body[key] = value }
                return try await bot.control(.post, "/act/" + name, .object(body))
            }
            let (status, slash) = try await act("slash", ["command": "hi", "options": ["o": "x"]])
            #expect(status == 200)
            let message = slash["interaction"]?["message"]
            #expect(message?["content"] == "hi")
            let id = message?["id"] ?? .null
            let byID = try await act("slash", ["command_id": message?["interaction_metadata"]?["id"] ?? .null])
            #expect(byID.0 == 404)
            #expect(
                try await act("autocomplete", ["command": "hi", "focused": "o"]).1["interaction"]?["choices"]?[0]?[
                    "name"] == "One")
            #expect(try await act("click", ["message_id": id, "custom_id": "b"]).0 == 200)
            #expect(
                try await act("select", ["message_id": id, "custom_id": "u", "values": [ids["ben"] ?? .null]]).0 == 200)
            #expect(
                try await act("context-menu", ["command": "Keep", "target_id": id]).1["interaction"]?["state"]
                    == "answered")
            let form = try await act("slash", ["command": "form", "wait": "final"]).1["interaction"]
            #expect(form?["modal"]?["interaction_id"] == form?["id"])
            let submitted = try await act("modal", ["interaction_id": form?["id"] ?? .null, "values": ["n": "x"]])
            #expect(submitted.1["interaction"]?["state"] == "answered")
            let said = try await act("message", ["content": "word", "reference": id]).1["message"]
            #expect(
                try await act("edit", ["message_id": said?["id"] ?? .null, "content": "words"]).1["message"]?["content"]
                    == "words")
            #expect(try await act("reaction", ["message_id": id, "emoji": "👍"]).0 == 204)
            #expect(try await act("reaction", ["message_id": id, "emoji": "👍", "remove": true]).0 == 204)
            #expect(try await act("typing", [:]).0 == 204)
            let one = try await bot.control(.get, "/interactions/\(self.text(form?["id"]))")
            #expect(one.1["interaction"]?["answer"] == "modal")
            let channel = self.text(ids["general"])
            let list = try await bot.control(.get, "/channels/\(channel)/messages?as=\(self.text(ids["ann"]))&limit=3")
            #expect(list.1["messages"]?.arrayValue?.count == 3)
            let all = try await bot.control(.get, "/channels/\(channel)/messages?before=\(self.text(said?["id"]))")
            #expect(all.1["messages"]?.arrayValue?.isEmpty == false)
            let gone = try await bot.control(
                .delete, "/channels/\(channel)/messages/\(self.text(said?["id"]))?as=\(self.text(ids["ann"]))")
            #expect(gone.0 == 204)
            let dutch = try await bot.control(
                .get, "/guilds/\(self.text(ids["guild"]))/commands?as=\(self.text(ids["ben"]))")
            #expect(dutch.1["commands"]?.arrayValue?.contains { $0["name_localized"] == "formulier" } == true)
        }
    }

    @Test(
        "What is wrong is refused with a code",
        arguments: [
            ("GET", "/nothing", "", 404, "not_found"), ("GET", "/channels/5/messages", "", 404, "unknown_channel"),
            ("GET", "/channels/{general}/messages?limit=0", "", 400, "bad_request"),
            ("GET", "/channels/{general}/messages?as=x", "", 400, "bad_request"),
            ("GET", "/interactions/5", "", 404, "unknown_interaction"),
            ("GET", "/guilds/5/commands?as={ann}", "", 404, "unknown_guild"),
            ("GET", "/guilds/{guild}/commands", "", 400, "bad_request"),
            ("GET", "/guilds/{guild}/commands?as=5", "", 404, "unknown_member"),
            ("GET", "/recorder?kind=x", "", 400, "bad_request"), ("POST", "/clock", "{}", 400, "bad_request"),
            ("POST", "/clock", #"{"advance_ms":-1}"#, 400, "bad_request"), ("POST", "/clock", "[]", 400, "bad_request"),
            ("POST", "/files", "x", 400, "bad_request"),
            ("DELETE", "/channels/{general}/messages/5", "", 400, "bad_request"),
            ("DELETE", "/channels/{general}/messages/5?as={ann}", "", 404, "unknown_message"),
            ("POST", "/act/nothing", #"{"as":"{ann}","channel_id":"{general}"}"#, 404, "not_found"),
            ("POST", "/act/slash", #"{"as":"{ann}"}"#, 400, "bad_request"),
            ("POST", "/act/slash", #"{"as":"{ann}","channel_id":"{general}","command":"no"}"#, 404, "unknown_command"),
            (
                "POST", "/act/slash", #"{"as":"{ann}","channel_id":"{general}","command":"no","wait":"long"}"#, 400,
                "bad_request"
            ),
            (
                "POST", "/act/slash", #"{"as":"{ann}","channel_id":"{general}","command":"no","options":3}"#, 400,
                "bad_request"
            ),
            ("POST", "/act/slash", #"{"as":"{ann}","channel_id":"{general}"}"#, 400, "bad_request"),
            (
                "POST", "/act/select",
                #"{"as":"{ann}","channel_id":"{general}","message_id":"1","custom_id":"x","values":[1]}"#, 400,
                "bad_request"
            ),
            (
                "POST", "/act/message", #"{"as":"{ann}","channel_id":"{general}","attachments":["x"]}"#, 400,
                "bad_request"
            ),
            ("POST", "/act/message", #"{"as":"{ann}","channel_id":"{general}","attachments":3}"#, 400, "bad_request"),
            ("POST", "/users", #"{"username":"x"}"#, 400, "invalid_value"),
            ("POST", "/users", #"{"username":"xx","locale":"tlh"}"#, 400, "invalid_value"),
            ("PATCH", "/users/5", "{}", 404, "unknown_member"), ("POST", "/dms", "{}", 400, "bad_request"),
            ("POST", "/dms", #"{"as":"5"}"#, 404, "unknown_member"),
            ("POST", "/guilds", #"{"name":"xx","owner":"5"}"#, 404, "unknown_member"),
            ("POST", "/guilds/5/channels", #"{"name":"x"}"#, 404, "unknown_guild"),
            ("POST", "/guilds/{guild}/channels", "{}", 400, "invalid_value"),
            ("DELETE", "/guilds/{guild}/channels/5", "", 404, "unknown_channel"),
            ("POST", "/guilds/{guild}/roles", #"{"name":"r","color":-1}"#, 409, "not_possible"),
            ("PUT", "/guilds/{guild}/members/5", "{}", 404, "unknown_member"),
            ("PUT", "/guilds/{guild}/members/{ann}", #"{"roles":["5"]}"#, 400, "invalid_value"),
            ("DELETE", "/guilds/5/members/5", "", 404, "unknown_guild"),
        ] as [(String, String, String, Int, String)])
    func refusals(_ method: String, _ path: String, _ body: String, _ status: Int, _ code: String) async throws {
        try await withBot { _, bot in
            let ids = try await self.ids(bot)
            func filled(_ text: String) -> String {
                var text = text
                for (name, id) in ids {
                    text = text.split(separator: "{\(name)}", omittingEmptySubsequences: false).joined(
                        separator: id.stringValue ?? "")
                }
                return text
            }
            let reply = try await bot.raw(
                HTTPMethod(rawValue: method), "/control" + filled(path), body: Array(filled(body).utf8))
            #expect(reply.status.rawValue == status, "\(String(decoding: reply.body, as: UTF8.self))")
            #expect(try JSON.decode(JSONValue.self, from: reply.body)["error"]?["code"]?.stringValue == code)
        }
    }

    @Test("The world is made over HTTP")
    func making() async throws {
        try await withBot { _, bot in
            let (_, made) = try await bot.control(
                .post, "/users", ["username": "eve", "global_name": "Eve", "locale": "de"])
            let eve = made["user"]?["id"] ?? .null
            let name = self.text(eve)
            #expect(
                try await bot.control(.patch, "/users/\(name)", ["global_name": .null, "locale": "nl"]).1["user"]?[
                    "global_name"]?.isNull == true)
            let (_, guild) = try await bot.control(.post, "/guilds", ["name": "Two", "owner": eve])
            let base = "/guilds/\(self.text(guild["guild"]?["id"]))"
            let role = try await bot.control(.post, base + "/roles", ["name": "R", "permissions": "8", "color": 255]).1[
                "role"]
            let channel = try await bot.control(.post, base + "/channels", ["name": "Room", "type": 0]).1["channel"]
            #expect(channel?["name"] == "room")
            let ids = try await self.ids(bot)
            let member = base + "/members/\(self.text(ids["kid"]))"
            #expect(
                try await bot.control(.put, member, ["roles": [role?["id"] ?? .null], "nick": "Kiddo"]).1["member"]?[
                    "nick"] == "Kiddo")
            #expect(try await bot.control(.put, member, ["nick": .null]).1["member"]?["nick"]?.isNull == true)
            #expect(try await bot.control(.delete, member).0 == 204)
            #expect(try await bot.control(.delete, base + "/channels/\(self.text(channel?["id"]))").0 == 204)
            let (_, opened) = try await bot.control(.post, "/dms", ["as": eve])
            #expect(opened["dm"]?["user_id"] == eve)
            #expect(opened["dm"]?["last_message_id"]?.isNull == true)
            #expect(try await bot.control(.post, "/dms", ["as": eve]).1 == opened)
            let file = try await bot.raw(
                .post, "/control/files?filename=a.txt", headers: ["Content-Type": "text/plain"], body: [65])
            #expect(file.status == .ok)
        }
    }

    @Test("The clock stops, moves and starts; the recorder pages and empties")
    func clockAndRecorder() async throws {
        try await withBot { discord, bot in
            let (_, stopped) = try await bot.control(.post, "/clock", ["action": "stop"])
            let before = stopped["clock"]?["now_ms"]?.intValue ?? 0
            let (_, moved) = try await bot.control(.post, "/clock", ["advance_ms": 900_000])
            #expect(moved["clock"]?["now_ms"]?.intValue == before + 900_000)
            #expect(try await bot.control(.get, "/clock").1["clock"]?["running"] == false)
            #expect(try await bot.control(.post, "/clock", ["action": "start"]).1["clock"]?["running"] == true)
            for _ in 0..<3 { _ = try await bot.rest(.get, "/users/@me") }
            let (_, page) = try await bot.control(.get, "/recorder?kind=rest&limit=2")
            #expect(page["entries"]?.arrayValue?.count == 2)
            let (_, rest) = try await bot.control(.get, "/recorder?kind=rest&after=\(page["next"]?.intValue ?? 0)")
            #expect(rest["entries"]?.arrayValue?.count == 1)
            #expect(try await bot.control(.delete, "/recorder").0 == 204)
            #expect(discord.recordedCalls().isEmpty)
            #expect(try await bot.control(.get, "/recorder?kind=gateway").1["entries"] == [])
        }
    }

    @Test("Pages of other sites and foreign names are not answered")
    func foreign() async throws {
        try await withBot { _, bot in
            for headers in [["Origin": "https://evil.example"], ["Host": "evil.example"]] as [HTTPHeaders] {
                let reply = try await bot.raw(.get, "/control/state", headers: headers)
                #expect(reply.status == .forbidden)
            }
        }
        #expect(ControlGate.isLoopback("127.0.0.1"))
        #expect(!ControlGate.isLoopback("10.0.0.1"))
        #expect(ControlGate.hostName("[::1]:80") == "::1")
        #expect(ControlGate.isLoopbackName("app.localhost"))
    }

    @Test("What a member's client asks of Discord is asked under /control/as")
    func asMember() async throws {
        try await withBot { discord, bot in
            let ids = try await self.ids(bot)
            let (ann, kid, guild) = (self.text(ids["ann"]), self.text(ids["kid"]), self.text(ids["guild"]))
            let ban = try await bot.raw(
                .put, "/control/as/\(ann)/guilds/\(guild)/bans/\(kid)",
                headers: ["X-Audit-Log-Reason": "too%20loud", "Content-Type": "application/json"],
                body: Array(#"{"delete_message_seconds":60}"#.utf8))
            #expect(ban.status == .noContent)
            #expect(
                try await bot.control(.get, "/as/\(ann)/guilds/\(guild)/bans/\(kid)").1["reason"] == "too loud")
            let refused = try await bot.control(.get, "/as/\(self.text(ids["ben"]))/guilds/\(guild)/bans")
            #expect(refused.0 == 403)
            #expect(refused.1["code"] == 50013)
            #expect(try await bot.control(.get, "/as/5/users/@me").1["error"]?["code"] == "unknown_member")
            #expect(try await bot.control(.get, "/as/\(ann)/gateway/bot").1["code"] == 20002)
            #expect(try await bot.control(.get, "/as/\(ann)/users/@me").1["username"] == "ann")
            #expect(discord.recordedCalls().isEmpty)
            let member = try discord.member("ann")
            try member.request("DELETE", "/guilds/\(guild)/bans/\(kid)", reason: "it's over")
            #expect(throws: LocalDiscordError.self) { try member.request("DELETE", "/guilds/\(guild)/bans/\(kid)") }
            do {
                try discord.member("ben").request("GET", "/guilds/\(guild)/bans", query: ["limit": "1"])
            } catch let error as LocalDiscordError {
                #expect(error.code == .refused)
                #expect(error.discord?["code"]?.intValue == 50013)
            }
        }
    }

    @Test("Beyond loopback the control API needs its token: in a header or in the cookie the Playground is given")
    func token() async throws {
        var configuration = LocalDiscord.Configuration(host: "0.0.0.0")
        configuration.controlToken = Secret("let-me-in")
        try await withBot(configuration: configuration) { discord, bot in
            #expect(discord.controlToken?.reveal() == "let-me-in")
            func status(_ headers: HTTPHeaders, _ path: String = "/control/state") async throws -> Int {
                try await bot.raw(.get, path, headers: headers).status.rawValue
            }
            let name = ControlGate.cookie
            #expect(try await status([:]) == 401)
            #expect(try await status(["Authorization": "Bearer let-me-out"]) == 401)
            #expect(try await status(["Authorization": "Bearer let-me-in"]) == 200)
            #expect(try await status(["Cookie": "a=b; \(name)=let-me-in"]) == 200)
            #expect(try await status(["Cookie": "\(name)=let-me"]) == 401)
            #expect(try await status(["Cookie": "\(name)=let-me-in", "Origin": "https://evil.example"]) == 403)
            #expect(try await status([:], "/?token=wrong") == 401)
            #expect(try await status([:], "/") == 200)
            let welcome = try await bot.raw(.get, "/?token=let-me-in")
            #expect(welcome.status == .found)
            #expect(welcome.headers["Set-Cookie"]?.hasPrefix("\(name)=let-me-in; ") == true)
        }
    }

    @Test("A token is made where none was given and one is needed", arguments: ["0.0.0.0", "::", "192.168.1.4"])
    func madeToken(_ host: String) {
        let made = LocalDiscord(configuration: .init(host: host)).controlToken?.reveal()
        #expect(made?.count == 43)
        #expect(made != LocalDiscord(configuration: .init(host: host)).controlToken?.reveal())
        #expect(LocalDiscord(configuration: .init(host: "localhost")).controlToken == nil)
    }

    @Test("Watchers hear what their member sees, in order")
    func watching() async throws {
        try await withBot { discord, bot in
            let ann = try discord.member("ann")
            let ben = try discord.member("ben")
            let general = try discord.guild("Home").channel("general")
            let url = "ws" + discord.url.dropFirst(4) + "/control/events?records=1&as=\(ben.id)"
            let socket = try await WebSocketClient.connect(url: url, loop: bot.group.next())
            func next() async throws -> JSONValue {
                guard let message = try await socket.receive() else { return .null }
                return try JSON.decode(JSONValue.self, from: message.bytes)
            }
            #expect(try await next()["type"] == "hello")
            let said = try ann.say("hi", in: general)
            let created = try await next()
            #expect(created["type"] == "message_create")
            #expect(created["message"]?["local"]?["state"] == "sent")
            try ann.react("👍", to: said)
            #expect(try await next()["type"] == "message_update")
            try ann.delete(said)
            #expect(try await next()["type"] == "message_delete")
            discord.hub.change { realm in
                realm.noteTyping(ann.flake, in: general.flake)
                realm.noteClock(isRunning: true)
                realm.noteCommands()
            }
            #expect(try await next()["type"] == "typing_start")
            #expect(try await next()["type"] == "clock_update")
            #expect(try await next()["type"] == "commands_update")
            _ = ann.directMessages()
            _ = ben.directMessages()
            #expect(try await next()["type"] == "dm_create")
            _ = try await bot.rest(.get, "/users/@me")
            #expect(try await next()["type"] == "record")
            try await socket.send(text: #"{"type":"records","on":false}"#)
            try await socket.send(text: #"{"type":"as","user_id":"\#(ann.id)"}"#)
            try await socket.send(text: "nonsense")
            await socket.close()
        }
    }

    @Test("A watcher that does not keep up is told to start over")
    func slowWatcher() {
        var feed = ControlFeed()
        let id = feed.subscribe(viewer: nil, records: false)
        for _ in 0...ControlFeed.outboxLimit { _ = feed.publish("x") { _ in [:] } }
        #expect(id.flatMap { feed.take($0) }?.isLost == true)
        for _ in 1..<ControlFeed.subscriberLimit { #expect(feed.subscribe(viewer: nil, records: false) != nil) }
        #expect(feed.subscribe(viewer: nil, records: false) == nil)
        #expect(feed.take(SubscriberID(value: 9999)) == nil)
    }
}

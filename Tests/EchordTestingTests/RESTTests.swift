import JSON
import Testing

@testable import EchordTesting

@Suite("The REST API")
struct RESTTests {
    @Test("Wrong tokens, paths, methods and versions")
    func shapes() {
        var fixture = Fixture()
        for token in [nil, "bot.token.value", "Bot x", "Bearer bot.token.value"] {
            let reply = fixture.rest("GET", "/users/@me", token: token)
            #expect(reply.status == 401)
            #expect(reply.body == ["message": "401: Unauthorized", "code": 0])
        }
        #expect(fixture.rest("GET", "/nothing").status == 404)
        #expect(fixture.rest("PATCH", "/gateway").status == 405)
        #expect(fixture.realm.handle(RESTRequest(method: "GET", path: "/api/v7/gateway")).code == 50041)
        #expect(fixture.realm.handle(RESTRequest(method: "GET", path: "/api/gateway")).status == 200)
        #expect(fixture.realm.handle(RESTRequest(method: "GET", path: "/other")).status == 404)
        #expect(fixture.rest("GET", "/users/abc").errors("user_id") == ["NUMBER_TYPE_COERCE"])
        let malformed = RESTRequest(
            method: "POST", path: "/api/v10/channels/\(fixture.general.text)/messages",
            authorization: "Bot bot.token.value", body: .malformed)
        #expect(fixture.realm.handle(malformed).code == 50109)
        var large = malformed
        large.body = .tooLarge
        #expect(fixture.realm.handle(large).status == 413)
    }

    static let simple: [(String, String, Int)] = [
        ("GET", "/gateway", 200), ("GET", "/gateway/bot", 200), ("GET", "/users/@me", 200),
        ("GET", "/users/{ann}", 200),
        ("GET", "/users/1", 404), ("GET", "/users/@me/guilds", 200), ("GET", "/users/@me/guilds?with_counts", 200),
        ("GET", "/applications/@me", 200), ("GET", "/oauth2/applications/@me", 200),
        ("GET", "/applications/{bot}/emojis", 200),
        ("GET", "/applications/{bot}/entitlements", 200), ("GET", "/applications/{bot}/skus", 200),
        ("GET", "/applications/1/skus", 403),
        ("GET", "/guilds/{guild}", 200), ("GET", "/guilds/{guild}?with_counts", 200), ("GET", "/guilds/1", 404),
        ("GET", "/guilds/{guild}/channels", 200),
        ("GET", "/guilds/{guild}/roles", 200), ("GET", "/guilds/{guild}/roles/{guild}", 200),
        ("GET", "/guilds/{guild}/roles/1", 404),
        ("GET", "/guilds/{guild}/members", 200), ("GET", "/guilds/{guild}/members/{ann}", 200),
        ("GET", "/guilds/{guild}/members/1", 404),
        ("GET", "/guilds/{guild}/members/search", 400), ("GET", "/guilds/{guild}/threads/active", 200),
        ("GET", "/channels/{general}", 200),
        ("GET", "/channels/1", 404), ("GET", "/channels/{general}/messages", 200),
        ("GET", "/channels/{general}/messages/1", 404),
        ("GET", "/channels/{general}/pins", 200), ("GET", "/channels/{general}/messages/pins", 200),
        ("POST", "/channels/{general}/typing", 204),
        ("GET", "/applications/{bot}/guilds/{guild}/commands/permissions", 200),
        ("GET", "/applications/{bot}/guilds/1/commands", 403),
        ("GET", "/applications/{bot}/guilds/{guild}/commands/1/permissions", 404),
        ("PUT", "/applications/{bot}/guilds/{guild}/commands/1/permissions", 403),
        ("GET", "/applications/{bot}/commands", 200), ("GET", "/applications/{bot}/commands/1", 404),
        ("GET", "/applications/1/commands", 403),
        ("DELETE", "/users/@me/guilds/{guild}", 204),
    ]

    @Test("Plain routes", arguments: simple.indices)
    func plain(_ index: Int) {
        let (method, template, status) = Self.simple[index]
        var fixture = Fixture()
        var path = template
        for (name, id) in [
            ("{ann}", fixture.user("ann")), ("{bot}", fixture.bot), ("{guild}", fixture.guild),
            ("{general}", fixture.general),
        ] {
            path = path.split(separator: name, omittingEmptySubsequences: false).joined(separator: id.text)
        }
        let parts = path.split(separator: "?")
        let query = parts.count > 1 ? [String(parts[1]): "true"] : [:]
        let reply = fixture.rest(method, String(parts[0]), query: query)
        #expect(reply.status == status, "\(reply)")
    }

    @Test("Every route has a template of its own, and the recorder keeps what happened")
    func recorded() {
        var fixture = Fixture()
        let routes = RouteTable.discord.routes
        #expect(Set(routes.map { $0.method + $0.template }).count == routes.count)
        _ = fixture.send(["content": "x"])
        let entry = fixture.realm.recorder.entries().last
        #expect(entry?.json["route"]?.text == "/channels/{channel}/messages")
        #expect(entry?.json["status"]?.integer == 200)
        fixture.realm.recorder.clear()
        #expect(fixture.realm.recorder.entries().isEmpty)
    }

    @Test("The recorder says how long an answer took, to the microsecond")
    func elapsed() {
        var fixture = Fixture()
        let arrival = ContinuousClock.now - .microseconds(5_250)
        _ = fixture.rest("GET", "/users/@me", arrivedAt: arrival)
        guard let entry = fixture.realm.recorder.entries().last,
            case .rest(_, _, _, _, _, _, let elapsed) = entry.body
        else { return #expect(Bool(false), "nothing was recorded") }
        #expect(elapsed >= .microseconds(5_250))
        #expect(elapsed <= arrival.duration(to: .now))
        #expect((entry.json["elapsed_ms"]?.number ?? 0) >= 5.25)
    }

    @Test("The recorder is a ring")
    func ring() {
        var recorder = Recorder(capacity: 3)
        for index in 0..<5 {
            _ = recorder.add(.gateway(isOutgoing: true, shard: nil, payload: ["op": .number(index)]), at: Moment(0))
        }
        #expect(recorder.entries().map(\.number) == [3, 4, 5])
        #expect(recorder.entries(after: 4).count == 1)
        #expect(recorder.entries(limit: 1).count == 1)
        #expect(recorder.dropped == 2)
        #expect(Recorder.kept("x", bytes: 20_000) == ["truncated": 20_000])
    }

    // MARK: - Users

    @Test("Direct messages are opened with people only")
    func direct() {
        var fixture = Fixture()
        let ann = fixture.user("ann")
        let reply = fixture.rest("POST", "/users/@me/channels", ["recipient_id": ann.json])
        #expect(reply.body?["type"]?.integer == 1)
        let id = Flake(json: reply.body?["id"]) ?? Flake(0)
        #expect(
            fixture.rest("POST", "/users/@me/channels", ["recipient_id": ann.json]).body?["id"] == reply.body?["id"])
        #expect(fixture.send(["content": "hi"], to: id).status == 200)
        #expect(fixture.rest("POST", "/users/@me/channels", ["recipient_id": fixture.bot.json]).code == 50033)
        #expect(fixture.rest("POST", "/users/@me/channels", [:]).errors("recipient_id") == ["BASE_TYPE_REQUIRED"])
        let connection = fixture.connect()
        _ = fixture.frames(connection)
        _ = fixture.rest("PATCH", "/users/@me", ["username": "Renamed"])
        #expect(fixture.events(connection) == ["USER_UPDATE", "GUILD_MEMBER_UPDATE"])
        #expect(fixture.rest("PATCH", "/users/@me", ["username": "x"]).status == 400)
        #expect(
            fixture.rest("PATCH", "/applications/@me", ["description": "about"]).body?["description"]?.text == "about")
    }

    // MARK: - Commands

    @Test("Commands: created, overwritten, edited, listed, deleted")
    func commands() {
        var fixture = Fixture()
        let base = "/applications/\(fixture.bot.text)/commands"
        let made = fixture.register(["name": "ping", "description": "d"])
        #expect(made.status == 201)
        #expect(fixture.register(["name": "ping", "description": "e"]).status == 200)
        let id = made.body?["id"]?.text ?? ""
        #expect(fixture.rest("GET", base + "/" + id).body?["description"]?.text == "e")
        #expect(
            fixture.rest("PATCH", base + "/" + id, ["description": "f", "dm_permission": false]).body?["contexts"] == [
                0
            ])
        #expect(fixture.rest("PATCH", base + "/" + id, ["name": "Bad Name"]).errors("name") == ["STRING_TYPE_REGEX"])
        _ = fixture.register(["name": "other", "description": "d"])
        #expect(
            fixture.rest("PATCH", base + "/" + id, ["name": "other"]).errors("name") == [
                "APPLICATION_COMMANDS_DUPLICATE_NAME"
            ])
        #expect(fixture.rest("PATCH", base + "/" + id, "x").code == 50035)
        #expect(fixture.rest("GET", base).body?.list?.count == 2)
        #expect(
            fixture.rest("GET", base, query: ["with_localizations": "true"]).body?[0]?.has("name_localizations") == true
        )
        #expect(fixture.rest("DELETE", base + "/" + id).status == 204)
        #expect(fixture.rest("DELETE", base + "/" + id).code == 10063)
        let menu = fixture.register(["name": "Do it", "type": 3])
        #expect(menu.status == 201)
        #expect(fixture.rest("PATCH", base + "/" + (menu.body?["id"]?.text ?? ""), ["name": "Do That"]).status == 200)
    }

    @Test("Bulk overwrite keeps ids of equal names and refuses doubles")
    func bulk() {
        var fixture = Fixture()
        let base = "/applications/\(fixture.bot.text)/guilds/\(fixture.guild.text)/commands"
        let first = fixture.rest("PUT", base, [["name": "a", "description": "d"], ["name": "b", "description": "d"]])
        let second = fixture.rest("PUT", base, [["name": "b", "description": "e"], ["name": "c", "type": 2]])
        #expect(second.body?[0]?["id"] == first.body?[1]?["id"])
        #expect(second.body?[0]?["guild_id"]?.text == fixture.guild.text)
        #expect(fixture.rest("GET", base).body?.list?.count == 2)
        let doubled = fixture.rest(
            "PUT", base, [["name": "a", "description": "d"], ["name": "a", "description": "d"]])
        #expect(doubled.errors("1", "name") == ["APPLICATION_COMMANDS_DUPLICATE_NAME"])
        #expect(fixture.rest("PUT", base, [["name": "a"]]).errors("0", "description") == ["BASE_TYPE_REQUIRED"])
        #expect(fixture.rest("PUT", base, ["x": 1]).code == 50035)
        let many = JSONValue.array((0..<16).map { ["name": .string("m\($0)"), "type": 3] })
        #expect(fixture.rest("PUT", base, many).code == 30032)
        let single = fixture.rest("POST", base, ["name": "z", "description": "d"])
        #expect(single.status == 201)
        #expect(fixture.rest("GET", base + "/\(single.body?["id"]?.text ?? "")/permissions").code == 10066)
    }

    @Test("Sixteen user commands or two hundred creates a day are too many")
    func tooMany() {
        var fixture = Fixture()
        for index in 0..<15 { #expect(fixture.register(["name": .string("u\(index)"), "type": 2]).status == 201) }
        #expect(fixture.register(["name": "u15", "type": 2]).code == 30032)
        let base = "/applications/\(fixture.bot.text)/commands/"
        var last: RESTReply?
        for index in 0..<200 {
            last = fixture.register(["name": .string("c\(index)"), "description": "d"])
            _ = fixture.rest("DELETE", base + (last?.body?["id"]?.text ?? ""))
        }
        #expect(last?.code == 30034)
        #expect(last?.body?["retry_after"]?.number ?? 0 > 0)
        fixture.advance(.seconds(86_401))
        #expect(fixture.register(["name": "next", "description": "d"]).status == 201)
    }

    // MARK: - Guilds

    @Test("Members are listed, searched, renamed, timed out and given roles within the bot's rank")
    func members() throws {
        var fixture = Fixture()
        let guild = "/guilds/\(fixture.guild.text)"
        let kid = fixture.user("kid")
        let ann = fixture.user("ann")
        #expect(fixture.rest("GET", guild + "/members", query: ["limit": "3"]).body?.list?.count == 3)
        #expect(fixture.rest("GET", guild + "/members", query: ["limit": "0"]).errors("limit") == ["NUMBER_TYPE_MIN"])
        #expect(fixture.rest("GET", guild + "/members", query: ["after": "x"]).code == 50035)
        #expect(fixture.rest("GET", guild + "/members/search", query: ["query": "ki"]).body?.list?.count == 1)
        #expect(fixture.rest("PATCH", guild + "/members/@me", ["nick": "Botty"]).body?["nick"]?.text == "Botty")
        #expect(fixture.rest("PATCH", guild + "/members/\(kid.text)", ["nick": "x"]).code == 50013)
        let until = (fixture.realm.now + .seconds(600)).iso
        let timed = fixture.rest(
            "PATCH", guild + "/members/\(kid.text)", ["communication_disabled_until": .string(until)])
        #expect(timed.body?["communication_disabled_until"]?.text == until)
        #expect(
            fixture.rest("PATCH", guild + "/members/\(kid.text)", ["communication_disabled_until": "x"]).status == 400)
        let tooLong = (fixture.realm.now + .seconds(29 * 86_400)).iso
        #expect(
            fixture.rest("PATCH", guild + "/members/\(kid.text)", ["communication_disabled_until": .string(tooLong)])
                .status == 400)
        #expect(
            fixture.rest("PATCH", guild + "/members/\(ann.text)", ["communication_disabled_until": .string(until)]).code
                == 50013)
        #expect(fixture.rest("PATCH", guild + "/members/1", [:]).code == 10013)
        fixture.advance(.seconds(601))
        #expect(fixture.realm.world.membership(kid, in: fixture.guild)?.timedOutUntil == nil)
        let roleMade = fixture.realm.addRole("R", permissions: [], color: 0, in: fixture.guild)
        let role = try #require(roleMade)
        let path = guild + "/members/\(kid.text)/roles/\(role.id.text)"
        #expect(fixture.rest("PUT", path).status == 204)
        #expect(fixture.rest("PUT", path).status == 204)
        #expect(fixture.realm.world.membership(kid, in: fixture.guild)?.roles == [role.id])
        #expect(fixture.rest("DELETE", path).status == 204)
        #expect(fixture.rest("PUT", guild + "/members/1/roles/\(role.id.text)").code == 10013)
        #expect(fixture.rest("PUT", guild + "/members/\(kid.text)/roles/1").code == 10011)
        let own = fixture.realm.world.guilds[fixture.guild]?.roles.values.first { $0.isManaged }?.id ?? Flake(0)
        #expect(fixture.rest("PUT", guild + "/members/\(kid.text)/roles/\(own.text)").code == 50013)
        #expect(fixture.rest("PATCH", guild + "/members/\(kid.text)", ["roles": ["1"]]).code == 10011)
        #expect(fixture.rest("DELETE", guild + "/members/\(kid.text)").code == 50013)
        let home = fixture.guild
        fixture.realm.world.guilds[home]?.roles[own]?.permissions.insert(.kickMembers)
        #expect(fixture.rest("DELETE", guild + "/members/\(kid.text)").status == 204)
        #expect(fixture.rest("DELETE", guild + "/members/\(kid.text)").code == 10007)
        #expect(fixture.rest("DELETE", guild + "/members/\(ann.text)").code == 50013)
    }

    @Test("Channels are made, changed and removed, with their events")
    func channels() {
        var fixture = Fixture()
        let guild = "/guilds/\(fixture.guild.text)/channels"
        #expect(fixture.rest("POST", guild, ["name": "x"]).code == 50013)
        let own = fixture.realm.world.guilds[fixture.guild]?.roles.values.first { $0.isManaged }?.id ?? Flake(0)
        let home = fixture.guild
        fixture.realm.world.guilds[home]?.roles[own]?.permissions.insert(.manageChannels)
        let connection = fixture.connect()
        _ = fixture.frames(connection)
        let made = fixture.rest(
            "POST", guild,
            [
                "name": "New Room", "topic": "t",
                "permission_overwrites": [["id": fixture.guild.json, "type": 0, "allow": "0", "deny": 2048]],
            ])
        #expect(made.status == 201)
        #expect(made.body?["name"]?.text == "new-room")
        let path = "/channels/" + (made.body?["id"]?.text ?? "")
        #expect(
            fixture.rest(
                "POST", guild, ["name": "", "parent_id": "1", "type": 99, "permission_overwrites": [["id": "x"]]]
            ).code == 50035)
        let category = fixture.rest("POST", guild, ["name": "Cat", "type": 4]).body?["id"] ?? .null
        #expect(
            fixture.rest("POST", guild, ["name": "voice", "type": 2, "parent_id": category]).body?["bitrate"]?.integer
                == 64_000)
        #expect(fixture.rest("POST", guild, ["name": "forum", "type": 15]).body?.has("available_tags") == true)
        let changed = fixture.rest(
            "PATCH", path,
            [
                "name": "b", "topic": .null, "rate_limit_per_user": 5, "position": 9, "nsfw": true,
                "permission_overwrites": [],
            ])
        #expect(changed.body?["rate_limit_per_user"]?.integer == 5)
        #expect(fixture.rest("PATCH", path, ["rate_limit_per_user": 99_999]).status == 400)
        #expect(fixture.rest("DELETE", path).status == 200)
        #expect(fixture.rest("DELETE", "/channels/" + (category.text ?? "")).status == 200)
        #expect(fixture.rest("GET", path).code == 10003)
        #expect(Set(fixture.events(connection)) == ["CHANNEL_CREATE", "CHANNEL_UPDATE", "CHANNEL_DELETE"])
        fixture.realm.world.limits.channelsPerGuild = 1
        #expect(fixture.rest("POST", guild, ["name": "x"]).code == 30013)
    }
}

import JSON
import Testing

@testable import EchordTesting

@Suite("Messages over REST")
struct MessageTests {
    private func make(_ fixture: inout Fixture, _ body: JSONValue = ["content": "x"]) -> String {
        fixture.send(body).body?["id"]?.text ?? ""
    }

    @Test("Created, read, edited, deleted, with their events")
    func life() {
        var fixture = Fixture()
        let connection = fixture.connect()
        _ = fixture.frames(connection)
        let base = "/channels/\(fixture.general.text)/messages"
        let id = make(&fixture, ["content": " hello ", "embeds": [["title": "t"]], "nonce": "n"])
        let read = fixture.rest("GET", base + "/" + id)
        #expect(read.body?["content"]?.text == "hello")
        #expect(read.body?["embeds"]?[0]?["type"]?.text == "rich")
        let edited = fixture.rest("PATCH", base + "/" + id, ["content": "bye", "embeds": []])
        #expect(edited.body?["edited_timestamp"]?.text != nil)
        #expect(fixture.rest("PATCH", base + "/" + id, ["content": ""]).code == 50006)
        #expect(fixture.rest("DELETE", base + "/" + id).status == 204)
        #expect(fixture.rest("DELETE", base + "/" + id).code == 10008)
        #expect(fixture.events(connection) == ["MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE"])
    }

    @Test("Lists page by before, after and around")
    func paging() {
        var fixture = Fixture()
        let ids = (0..<10).map { _ in make(&fixture) }
        let base = "/channels/\(fixture.general.text)/messages"
        func page(_ query: [String: String]) -> [String] {
            (fixture.rest("GET", base, query: query).body?.list ?? []).compactMap { $0["id"]?.text }
        }
        #expect(page(["limit": "2"]) == [ids[9], ids[8]])
        #expect(page(["limit": "2", "before": ids[5]]) == [ids[4], ids[3]])
        #expect(page(["limit": "2", "after": ids[5]]) == [ids[7], ids[6]])
        #expect(
            page(["limit": "4", "around": ids[5]]) == [ids[6], ids[5], ids[4], ids[3]].map { $0 }
                || page(["limit": "4", "around": ids[5]]).contains(ids[5]))
        #expect(fixture.rest("GET", base, query: ["limit": "101"]).status == 400)
        let home = fixture.guild
        fixture.realm.world.guilds[home]?.roles[home]?.permissions.remove(.readHistory)
        let own = fixture.realm.world.guilds[fixture.guild]?.roles.values.first { $0.isManaged }?.id ?? Flake(0)
        fixture.realm.world.guilds[home]?.roles[own]?.permissions.remove(.readHistory)
        #expect(page([:]).isEmpty)
    }

    @Test("Who may write where")
    func rights() throws {
        var fixture = Fixture()
        let bot = fixture.bot
        fixture.realm.world.channels[fixture.general]?.overwrites = [
            Overwrite(id: bot, isMember: true, allow: [], deny: .sendMessages)
        ]
        #expect(fixture.send(["content": "x"]).code == 50013)
        #expect(fixture.rest("POST", "/channels/\(fixture.general.text)/typing").code == 50013)
        fixture.realm.world.channels[fixture.general]?.overwrites = [
            Overwrite(id: bot, isMember: true, allow: [], deny: .embedLinks)
        ]
        #expect(fixture.send(["embeds": [["title": "t"]]]).code == 50013)
        fixture.realm.world.channels[fixture.general]?.overwrites = [
            Overwrite(id: bot, isMember: true, allow: [], deny: [.attachFiles, .sendTTS])
        ]
        #expect(
            fixture.rest(
                "POST", "/channels/\(fixture.general.text)/messages", ["content": "x"],
                files: [.init(index: 0, filename: "a", bytes: [])]
            ).code == 50013)
        #expect(fixture.send(["content": "x", "tts": true]).code == 50013)
        let category = Channel(id: Flake(77), kind: .category, guild: fixture.guild, name: "c")
        fixture.realm.world.channels[Flake(77)] = category
        #expect(fixture.send(["content": "x"], to: Flake(77)).code == 50008)
        #expect(fixture.rest("POST", "/channels/77/typing").code == 50008)
        #expect(fixture.rest("GET", "/channels/77/messages").code == 50024)
        var thread = Channel(id: Flake(78), kind: .publicThread, guild: fixture.guild, name: "t")
        thread.parent = fixture.channel("chores")
        thread.thread = .init(owner: bot, archiveChanged: fixture.realm.now)
        thread.thread?.isArchived = true
        thread.thread?.isLocked = true
        fixture.realm.world.channels[Flake(78)] = thread
        #expect(fixture.send(["content": "x"], to: Flake(78)).code == 50083)
        let ann = try fixture.realm.actMessage(
            fixture.user("ann"), in: fixture.general, content: "x", reference: nil, files: [])
        let path = "/channels/\(fixture.general.text)/messages/\(ann.id.text)"
        #expect(fixture.rest("PATCH", path, ["content": "y"]).code == 50005)
        #expect(fixture.rest("PATCH", path, ["flags": 4]).status == 200)
        #expect(fixture.rest("PATCH", path, ["flags": 0]).body?["flags"]?.integer == 0)
        fixture.realm.world.channels[fixture.general]?.overwrites = [
            Overwrite(id: bot, isMember: true, allow: [], deny: .manageMessages)
        ]
        #expect(fixture.rest("PATCH", path, ["flags": 4]).code == 50013)
        #expect(fixture.rest("DELETE", path).code == 50013)
    }

    @Test("Replies: shown, missing, forgiven")
    func replies() {
        var fixture = Fixture()
        let id = make(&fixture)
        let reply = fixture.send(["content": "y", "message_reference": ["message_id": .string(id)]])
        #expect(reply.body?["type"]?.integer == 19)
        #expect(reply.body?["referenced_message"]?["id"]?.text == id)
        #expect(
            fixture.send(["content": "y", "message_reference": ["message_id": "5"]]).errors("message_reference") == [
                "REPLIES_UNKNOWN_MESSAGE"
            ])
        #expect(
            fixture.send(["content": "y", "message_reference": ["message_id": "5", "fail_if_not_exists": false]]).status
                == 200)
        let bot = fixture.bot
        fixture.realm.world.channels[fixture.general]?.overwrites = [
            Overwrite(id: bot, isMember: true, allow: [], deny: .readHistory)
        ]
        #expect(fixture.send(["content": "y", "message_reference": ["message_id": .string(id)]]).code == 160002)
    }

    @Test("An enforced nonce makes one message")
    func nonce() {
        var fixture = Fixture()
        let first = make(&fixture, ["content": "x", "nonce": "abc", "enforce_nonce": true])
        #expect(make(&fixture, ["content": "x", "nonce": "abc", "enforce_nonce": true]) == first)
        #expect(make(&fixture, ["content": "x", "nonce": 7, "enforce_nonce": true]) != first)
        fixture.advance(.seconds(301))
        #expect(make(&fixture, ["content": "x", "nonce": "abc", "enforce_nonce": true]) != first)
    }

    @Test("Mentions ping whom they may")
    func mentions() throws {
        var fixture = Fixture()
        let ann = fixture.user("ann")
        let roleMade = fixture.realm.addRole("R", permissions: [], color: 0, in: fixture.guild)
        let role = try #require(roleMade)
        let home = fixture.guild
        fixture.realm.world.guilds[home]?.roles[home]?.permissions.remove(.mentionEveryone)
        let text = "<@\(ann.text)> <@&\(role.id.text)> @everyone"
        let open = fixture.send(["content": .string(text)]).body
        #expect(open?["mentions"]?.list?.count == 1)
        #expect(open?["mention_roles"]?.list?.isEmpty == true)
        #expect(open?["mention_everyone"]?.flag == false)
        let own = fixture.realm.world.guilds[fixture.guild]?.roles.values.first { $0.isManaged }?.id ?? Flake(0)
        fixture.realm.world.guilds[home]?.roles[own]?.permissions.insert(.mentionEveryone)
        let all = fixture.send(["content": .string(text)]).body
        #expect(all?["mention_roles"]?.list?.count == 1)
        #expect(all?["mention_everyone"]?.flag == true)
        let none = fixture.send(["content": .string(text), "allowed_mentions": ["parse": []]]).body
        #expect(none?["mentions"]?.list?.isEmpty == true)
        let chosen = fixture.send([
            "content": .string(text),
            "allowed_mentions": ["users": [ann.json], "roles": [role.id.json], "parse": ["everyone"]],
        ]).body
        #expect(chosen?["mentions"]?.list?.count == 1)
        #expect(chosen?["mention_roles"]?.list?.count == 1)
    }

    @Test("Files get links, and components point to them")
    func files() {
        var fixture = Fixture()
        let upload = UploadedFile(index: 0, filename: "photo.png", contentType: nil, bytes: [1, 2, 3])
        let body: JSONValue = [
            "embeds": [["image": ["url": "attachment://photo.png"]]],
            "attachments": [["id": 0, "description": "d", "title": "t"]],
        ]
        let reply = fixture.rest("POST", "/channels/\(fixture.general.text)/messages", body, files: [upload])
        let url = reply.body?["attachments"]?[0]?["url"]?.text
        #expect(reply.body?["attachments"]?[0]?["description"]?.text == "d")
        #expect(reply.body?["embeds"]?[0]?["image"]?["url"]?.text == url)
        let id = reply.body?["id"]?.text ?? ""
        let cleared = fixture.rest(
            "PATCH", "/channels/\(fixture.general.text)/messages/\(id)", ["attachments": [], "content": "c"])
        #expect(cleared.body?["attachments"]?.list?.isEmpty == true)
    }

    @Test("A message switches over to the new components only when emptied")
    func switching() {
        var fixture = Fixture()
        let id = make(&fixture)
        let path = "/channels/\(fixture.general.text)/messages/\(id)"
        let display: JSONValue = [["type": 10, "content": "new"]]
        #expect(fixture.rest("PATCH", path, ["flags": 32_768, "components": display]).code == 50035)
        let switched = fixture.rest("PATCH", path, ["flags": 32_768, "components": display, "content": .null])
        #expect(switched.body?["flags"]?.integer == 32_768)
        #expect(fixture.rest("PATCH", path, ["content": "old"]).code == 50035)
        #expect(
            fixture.rest("PATCH", path, ["components": [["type": 10, "content": "newer"]]]).body?["flags"]?.integer
                == 32_768)
    }

    @Test("Bulk deletion: counts, doubles, age")
    func bulk() {
        var fixture = Fixture()
        let connection = fixture.connect()
        let ids = (0..<3).map { _ in JSONValue.string(make(&fixture)) }
        _ = fixture.frames(connection)
        let path = "/channels/\(fixture.general.text)/messages/bulk-delete"
        #expect(fixture.rest("POST", path, ["messages": .array([ids[0]])]).code == 50016)
        #expect(fixture.rest("POST", path, ["messages": .array([ids[0], ids[0]])]).code == 50035)
        #expect(fixture.rest("POST", path, ["messages": ["1", "2"]]).code == 50034)
        #expect(fixture.rest("POST", path, [:]).errors("messages") == ["BASE_TYPE_REQUIRED"])
        #expect(fixture.rest("POST", path, ["messages": .array(ids)]).status == 204)
        #expect(fixture.data(connection, "MESSAGE_DELETE_BULK").first?["ids"]?.list?.count == 3)
        let direct = fixture.realm.directChannel(with: fixture.user("ann"))
        #expect(
            fixture.rest("POST", "/channels/\(direct.id.text)/messages/bulk-delete", ["messages": ["1", "2"]]).code
                == 50003)
    }

    @Test("Pins: set, listed, taken off")
    func pins() {
        var fixture = Fixture()
        let connection = fixture.connect()
        _ = fixture.frames(connection)
        let id = make(&fixture)
        let base = "/channels/\(fixture.general.text)"
        #expect(fixture.rest("PUT", base + "/messages/pins/" + id).status == 204)
        #expect(fixture.rest("PUT", base + "/pins/" + id).status == 204)
        #expect(fixture.rest("GET", base + "/messages/pins").body?["items"]?.list?.count == 1)
        #expect(fixture.rest("GET", base + "/pins").body?.list?.count == 1)
        #expect(fixture.rest("DELETE", base + "/messages/pins/" + id).status == 204)
        #expect(fixture.rest("DELETE", base + "/pins/" + id).status == 204)
        #expect(fixture.events(connection).contains("CHANNEL_PINS_UPDATE"))
        #expect(fixture.rest("PUT", base + "/pins/5").code == 10008)
    }

    @Test("Reactions: added, counted, taken away, cleared")
    func reactions() throws {
        var fixture = Fixture()
        let connection = fixture.connect()
        let id = make(&fixture)
        _ = fixture.frames(connection)
        let base = "/channels/\(fixture.general.text)/messages/\(id)/reactions"
        let thumb = "%F0%9F%91%8D"
        #expect(fixture.rest("PUT", base + "/\(thumb)/@me").status == 204)
        #expect(fixture.rest("PUT", base + "/\(thumb)/@me").status == 204)
        #expect(fixture.rest("PUT", base + "/nope/@me").code == 10014)
        #expect(fixture.rest("PUT", base + "/x:5/@me").code == 10014)
        let ann = fixture.user("ann")
        let message = Flake(id) ?? Flake(0)
        try fixture.realm.actReact(ann, in: fixture.general, message: message, emoji: "👍", remove: false)
        #expect(fixture.rest("GET", base + "/\(thumb)").body?.list?.count == 2)
        #expect(fixture.rest("GET", base + "/\(thumb)", query: ["after": ann.text]).body?.list?.count == 0)
        let shown = fixture.rest("GET", "/channels/\(fixture.general.text)/messages/\(id)").body?["reactions"]?[0]
        #expect(shown?["count"]?.integer == 2)
        #expect(shown?["me"]?.flag == true)
        #expect(fixture.rest("DELETE", base + "/\(thumb)/\(ann.text)").status == 204)
        #expect(fixture.rest("DELETE", base + "/\(thumb)/@me").status == 204)
        #expect(fixture.rest("DELETE", base + "/\(thumb)").status == 204)
        #expect(fixture.rest("DELETE", base).status == 204)
        #expect(fixture.events(connection).count == 6)
        for index in 0..<20 {
            let emoji = String(UnicodeScalar(0x1F600 + UInt32(index)).map(Character.init) ?? "x")
            try fixture.realm.actReact(ann, in: fixture.general, message: message, emoji: emoji, remove: false)
        }
        #expect(fixture.rest("PUT", base + "/\(thumb)/@me").code == 30010)
        let bot = fixture.bot
        fixture.realm.world.channels[fixture.general]?.overwrites = [
            Overwrite(id: bot, isMember: true, allow: [], deny: .addReactions)
        ]
        #expect(fixture.rest("PUT", base + "/%F0%9F%98%80/@me").status == 204)
        #expect(fixture.rest("PUT", base + "/\(thumb)/@me").code == 50013)
    }
}

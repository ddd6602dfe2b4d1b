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
        fixture.deny(.manageThreads, in: fixture.channel("chores"))
        #expect(fixture.send(["content": "x"], to: Flake(78)).code == 160_005)
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

    @Test("Forwards carry the message as it was, also from elsewhere, but not what the bot cannot read")
    func forwards() throws {
        var fixture = Fixture()
        let (ann, chores) = (fixture.user("ann"), fixture.channel("chores"))
        let said = try fixture.realm.actMessage(ann, in: chores, content: "then", reference: nil, files: [])
        func forward(_ message: Flake, from channel: Flake) -> RESTReply {
            fixture.send([
                "message_reference": ["type": 1, "message_id": message.json, "channel_id": channel.json]
            ])
        }
        let sent = forward(said.id, from: chores)
        _ = try fixture.realm.actEdit(ann, in: chores, message: said.id, content: "now")
        #expect(sent.body?["message_snapshots"]?[0]?["message"]?["content"] == "then")
        #expect(sent.body?["message_reference"]?["type"] == 1)
        #expect(sent.body?["flags"] == .number(Post.Flags.hasSnapshot.rawValue))
        #expect(sent.body?.has("referenced_message") == false)
        // A forward of a forward passes the first one's snapshot on.
        #expect(
            forward(sent.id, from: fixture.general).body?["message_snapshots"]?[0]?["message"]?["content"] == "then")
        #expect(forward(Flake(5), from: chores).code == 10008)
        fixture.deny(.readHistory, in: chores)
        #expect(forward(said.id, from: chores).code == 50013)
        fixture.deny(.viewChannel, in: chores)
        #expect(forward(said.id, from: chores).code == 50001)
        var blind = Fixture(privileged: false)
        let hidden = try blind.realm.actMessage(
            blind.user("ann"), in: blind.general, content: "x", reference: nil, files: [])
        let body: JSONValue = [
            "message_reference": ["type": 1, "message_id": hidden.id.json, "channel_id": blind.general.json]
        ]
        #expect(blind.send(body).code == 160_014)
    }

    @Test("Slowmode holds people, not bots, nor those who may pass it")
    func slowmode() {
        var fixture = Fixture()
        let general = fixture.general
        fixture.realm.world.channels[general]?.slowmode = 10
        let path = "/channels/\(general.text)/messages"
        let (cas, ann) = (fixture.user("cas"), fixture.user("ann"))
        #expect(fixture.rest(as: cas, "POST", path, ["content": "a"]).status == 200)
        let early = fixture.rest(as: cas, "POST", path, ["content": "b"])
        #expect(early.status == 429)
        #expect(early.code == 20016)
        #expect(early.body?["retry_after"]?.number == 10)
        for user in [ann, ann] { #expect(fixture.rest(as: user, "POST", path, ["content": "c"]).status == 200) }
        for _ in 0..<2 { #expect(fixture.send(["content": "d"]).status == 200) }
        fixture.advance(.seconds(10))
        #expect(fixture.rest(as: cas, "POST", path, ["content": "e"]).status == 200)
    }

    @Test("People write no embeds and no components")
    func people() {
        var fixture = Fixture()
        let path = "/channels/\(fixture.general.text)/messages"
        let sent = fixture.rest(as: fixture.user("cas"), "POST", path, ["content": "x", "embeds": [["title": "t"]]])
        #expect(sent.body?["embeds"] == [])
        #expect(fixture.rest(as: fixture.user("cas"), "POST", path, ["embeds": [["title": "t"]]]).code == 50006)
    }

    @Test("Direct messages reach who shares a server and takes them")
    func unreachable() {
        var fixture = Fixture()
        let kid = fixture.user("kid")
        let direct = fixture.realm.directChannel(with: kid).id
        #expect(fixture.send(["content": "hi"], to: direct).status == 200)
        fixture.realm.world.users[kid]?.takesDirectMessages = false
        #expect(fixture.send(["content": "hi"], to: direct).code == 50007)
        fixture.realm.removeMember(kid, from: fixture.guild)
        #expect(fixture.send(["content": "hi"], to: direct).code == 50278)
        #expect(fixture.rest(as: fixture.user("cas"), "GET", "/channels/\(direct.text)").code == 50001)
    }

    @Test("Old messages are edited a few times a minute only")
    func lateEdits() {
        var fixture = Fixture()
        let id = make(&fixture)
        let path = "/channels/\(fixture.general.text)/messages/\(id)"
        for _ in 0..<8 { #expect(fixture.rest("PATCH", path, ["content": "y"]).status == 200) }
        fixture.advance(.seconds(3601))
        for _ in 0..<5 { #expect(fixture.rest("PATCH", path, ["content": "z"]).status == 200) }
        let refused = fixture.rest("PATCH", path, ["content": "z"])
        #expect(refused.code == 30046)
        #expect(refused.header("Retry-After") == "60")
        fixture.advance(.seconds(60))
        #expect(fixture.rest("PATCH", path, ["content": "z"]).status == 200)
    }

    @Test("The audit log tells of others' messages that were deleted, counted while they are of one kind")
    func audited() throws {
        var fixture = Fixture()
        let cas = fixture.user("cas")
        let ids = try (0..<4).map { _ in
            try fixture.realm.actMessage(cas, in: fixture.general, content: "x", reference: nil, files: []).id
        }
        let base = "/channels/\(fixture.general.text)/messages"
        let own = make(&fixture)
        #expect(fixture.rest("DELETE", base + "/" + own).status == 204)
        #expect(fixture.lastAudit == nil)
        for id in ids[..<2] { #expect(fixture.rest("DELETE", base + "/\(id.text)").status == 204) }
        #expect(fixture.lastAudit?.options == ["channel_id": fixture.general.json, "count": "2"])
        #expect(fixture.lastAudit?.target == cas)
        fixture.advance(AuditLog.countingWindow + .seconds(1))
        #expect(fixture.rest("DELETE", base + "/\(ids[2].text)").status == 204)
        #expect(fixture.lastAudit?.options["count"] == "1")
        #expect(
            fixture.rest("POST", base + "/bulk-delete", ["messages": .flakes([ids[3], Flake(1 << 62)])]).status == 204)
        #expect(fixture.lastAudit?.action == .messageBulkDelete)
    }

    @Test("Pins are listed by when they were pinned; each is told of in the channel and in the audit log")
    func pinning() {
        var fixture = Fixture()
        let base = "/channels/\(fixture.general.text)"
        let ids = (0..<3).map { _ in make(&fixture) }
        for id in [ids[2], ids[0]] {
            fixture.advance(.seconds(1))
            #expect(fixture.rest("PUT", base + "/messages/pins/" + id, reason: "read").status == 204)
        }
        let list = fixture.rest("GET", base + "/messages/pins", query: ["limit": "1"]).body
        #expect(list?["items"]?[0]?["message"]?["id"]?.text == ids[0])
        #expect(list?["has_more"] == true)
        let before = list?["items"]?[0]?["pinned_at"]?.text ?? ""
        let rest = fixture.rest("GET", base + "/messages/pins", query: ["before": before]).body
        #expect(rest?["items"]?[0]?["message"]?["id"]?.text == ids[2])
        let notice = fixture.rest("GET", base + "/messages").body?[0]
        #expect(notice?["type"] == 6)
        #expect(notice?["message_reference"]?["message_id"]?.text == ids[0])
        #expect(fixture.lastAudit?.action == .messagePin)
        #expect(fixture.lastAudit?.reason == "read")
        #expect(fixture.rest("PUT", base + "/messages/pins/" + (notice?["id"]?.text ?? "")).code == 50021)
        #expect(fixture.rest("DELETE", base + "/messages/pins/" + ids[0]).status == 204)
        #expect(fixture.lastAudit?.action == .messageUnpin)
        #expect(fixture.rest("PUT", base + "/messages/pins/" + ids[1]).status == 204)
        fixture.deny(.pinMessages, in: fixture.general)
        #expect(fixture.rest("DELETE", base + "/messages/pins/" + ids[1]).code == 50013)
        fixture.deny(.readHistory, in: fixture.general)
        #expect(fixture.rest("GET", base + "/messages/pins").body?["items"] == [])
    }

    @Test("A channel holds 250 pins")
    func manyPins() {
        var fixture = Fixture()
        let moment = fixture.realm.now
        for _ in 0..<Realm.pinLimit {
            let id = Flake(make(&fixture)) ?? Flake(0)
            fixture.realm.world.change(id, in: fixture.general) { $0.pinnedAt = moment }
        }
        let last = make(&fixture)
        #expect(fixture.rest("PUT", "/channels/\(fixture.general.text)/messages/pins/" + last).code == 30003)
    }
}

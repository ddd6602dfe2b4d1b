import JSON
import Testing

@testable import EchordTesting

@Suite("Webhooks")
struct WebhookTests {
    private static let base = "/channels/{general}/webhooks"

    private func make(_ fixture: inout Fixture, as user: Flake? = nil) -> JSONValue {
        fixture.add(.manageWebhooks)
        let (path, body) = (fixture.filled(Self.base), ["name": "Hook"] as JSONValue)
        let reply = user.map { fixture.rest(as: $0, "POST", path, body) } ?? fixture.rest("POST", path, body)
        return reply.body ?? .null
    }

    /// The path with the token.
    private func open(_ webhook: JSONValue) -> String {
        "/webhooks/\(webhook["id"]?.text ?? "")/\(webhook["token"]?.text ?? "")"
    }

    @Test("Made, listed, changed, moved and removed, by members and by who has the token")
    func life() {
        var fixture = Fixture()
        let connection = fixture.connect()
        fixture.add([.manageWebhooks, .viewAuditLog])
        _ = fixture.frames(connection)
        let webhook = make(&fixture)
        #expect(webhook["application_id"] == fixture.bot.json)
        #expect(webhook["token"]?.text?.count == 68)
        #expect(fixture.lastAudit?.changes.contains { $0["key"] == "channel_id" } == true)
        let path = "/webhooks/\(webhook["id"]?.text ?? "")"
        #expect(fixture.rest("GET", path).body?["user"]?["id"] == fixture.bot.json)
        #expect(fixture.rest("GET", fixture.filled(Self.base)).body?.list?.count == 1)
        #expect(fixture.rest("GET", fixture.filled("/guilds/{guild}/webhooks")).body?.list?.count == 1)
        let moved = fixture.rest(
            "PATCH", path,
            ["name": "Other", "avatar": .string(Pictures.png), "channel_id": fixture.channel("chores").json])
        #expect(moved.body?["avatar"]?.text?.count == 32)
        #expect(fixture.lastAudit?.changes.compactMap { $0["key"]?.text } == ["channel_id", "name", "avatar_hash"])
        #expect(
            fixture.events(connection) == [
                "WEBHOOKS_UPDATE", "GUILD_AUDIT_LOG_ENTRY_CREATE", "WEBHOOKS_UPDATE", "WEBHOOKS_UPDATE",
                "GUILD_AUDIT_LOG_ENTRY_CREATE",
            ])
        let open = open(webhook)
        #expect(fixture.rest("GET", open, token: nil).body?.has("user") == false)
        #expect(fixture.rest("PATCH", open, ["name": "Third"], token: nil).body?["name"] == "Third")
        #expect(fixture.rest("GET", path + "/wrong", token: nil).code == 50027)
        #expect(fixture.rest("DELETE", open, token: nil).status == 204)
        #expect(fixture.rest("GET", path).code == 10015)
        #expect(fixture.rest("DELETE", "/webhooks/\(make(&fixture)["id"]?.text ?? "")").status == 204)
        #expect(fixture.lastAudit?.action == .webhookDelete)
    }

    @Test("Executed with another name; the message is read, edited and deleted with the token")
    func executing() {
        var fixture = Fixture()
        let webhook = make(&fixture)
        let open = open(webhook)
        let connection = fixture.connect()
        _ = fixture.frames(connection)
        let body: JSONValue = [
            "content": "@everyone hi", "username": "Herald", "avatar_url": "https://example.com/a.png",
            "components": [["type": 1, "components": [["type": 2, "style": 1, "label": "x", "custom_id": "x"]]]],
        ]
        let sent = fixture.rest("POST", open, body, query: ["wait": "true"], token: nil)
        #expect(sent.body?["author"]?["username"] == "Herald")
        #expect(sent.body?["author"]?["id"] == webhook["id"])
        #expect(sent.body?["webhook_id"] == webhook["id"])
        #expect(sent.body?["application_id"] == fixture.bot.json)
        #expect(sent.body?["mention_everyone"] == true)
        #expect(sent.body?["components"]?.list?.count == 1)
        let path = open + "/messages/\(sent.id.text)"
        #expect(fixture.rest("GET", path, token: nil).body?["content"] == "@everyone hi")
        #expect(fixture.rest("PATCH", path, ["content": "bye"], token: nil).body?["content"] == "bye")
        #expect(fixture.rest("DELETE", path, token: nil).status == 204)
        #expect(fixture.rest("GET", path, token: nil).code == 10008)
        let plain = fixture.rest("POST", open, ["content": "x"], token: nil)
        #expect(plain.status == 204)
        let events = fixture.payloads(connection)
        #expect(
            events.compactMap { $0["t"]?.text } == [
                "MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE", "MESSAGE_CREATE",
            ])
        #expect(events.first?["d"]?.has("member") == false)
        #expect(events.last?["d"]?["author"]?["username"] == "Hook")
        #expect(fixture.rest("POST", open, [:], token: nil).code == 50006)
    }

    @Test("Components of a webhook that no application owns: asked for, and not interactive")
    func foreignComponents() {
        var fixture = Fixture()
        let open = open(make(&fixture, as: fixture.user("ann")))
        let link: JSONValue = ["type": 2, "style": 5, "label": "x", "url": "https://example.com"]
        let button: JSONValue = ["type": 2, "style": 1, "label": "x", "custom_id": "x"]
        func send(_ component: JSONValue, _ query: [String: String]) -> RESTReply {
            let body: JSONValue = ["content": "c", "components": [["type": 1, "components": [component]]]]
            return fixture.rest("POST", open, body, query: query, token: nil)
        }
        #expect(send(link, ["wait": "true"]).body?["components"] == [])
        #expect(send(link, ["wait": "true", "with_components": "true"]).body?["components"]?.list?.count == 1)
        #expect(send(button, ["with_components": "true"]).errors("components") == ["COMPONENT_INTERACTIVE_NOT_ALLOWED"])
        #expect(send(link, ["wait": "true"]).body?.has("application_id") == false)
    }

    @Test("In threads, and opening them in forums")
    func threads() {
        var fixture = Fixture()
        let open = open(make(&fixture))
        let thread = fixture.rest("POST", fixture.filled("/channels/{general}/threads"), ["name": "t", "type": 11]).id
        let query = ["wait": "true", "thread_id": thread.text]
        let sent = fixture.rest("POST", open, ["content": "x"], query: query, token: nil)
        #expect(sent.body?["channel_id"] == thread.json)
        let path = open + "/messages/\(sent.id.text)"
        #expect(fixture.rest("GET", path, token: nil).code == 10008)
        #expect(fixture.rest("GET", path, query: ["thread_id": thread.text], token: nil).status == 200)
        #expect(fixture.rest("POST", open, ["content": "x"], query: ["thread_id": "5"], token: nil).code == 10003)
        #expect(fixture.rest("POST", open, ["content": "x", "thread_name": "n"], token: nil).code == 220_003)
        let general = fixture.general
        fixture.realm.world.channels[general]?.kind = .forum
        #expect(fixture.rest("POST", open, ["content": "x"], token: nil).code == 220_001)
        #expect(
            fixture.rest("POST", open, ["content": "x", "thread_name": "n"], query: ["thread_id": "5"], token: nil).code
                == 220_002)
        let opened = fixture.rest(
            "POST", open, ["content": "x", "thread_name": "n"], query: ["wait": "true"], token: nil)
        #expect(opened.body?["id"] == opened.body?["channel_id"])
        #expect(fixture.rest("GET", "/channels/\(opened.id.text)").body?["name"] == "n")
    }

    @Test("An announcement is published once to those who follow, and its end is told")
    func following() {
        var fixture = Fixture()
        let general = fixture.general
        fixture.realm.world.channels[general]?.kind = .announcement
        fixture.add(.manageWebhooks)
        let chores = fixture.channel("chores")
        let path = fixture.filled("/channels/{general}")
        let followed = fixture.rest("POST", path + "/followers", ["webhook_channel_id": chores.json])
        #expect(followed.body?["channel_id"] == general.json)
        #expect(fixture.rest("GET", "/channels/\(chores.text)/messages").body?[0]?["type"] == 12)
        let webhook = fixture.rest("GET", "/webhooks/\(followed.body?["webhook_id"]?.text ?? "")").body
        #expect(webhook?["type"] == 2)
        #expect(webhook?["source_channel"]?["name"] == "general")
        let message = fixture.send(["content": "news"]).id
        let published = fixture.rest("POST", path + "/messages/\(message.text)/crosspost")
        #expect(published.body?["flags"] == 1)
        let copy = fixture.rest("GET", "/channels/\(chores.text)/messages").body?[0]
        #expect(copy?["content"] == "news")
        #expect(copy?["flags"] == 2)
        #expect(copy?["message_reference"]?["message_id"] == message.json)
        #expect(copy?["author"]?["username"] == "Home #general")
        #expect(fixture.rest("POST", path + "/messages/\(message.text)/crosspost").code == 40033)
        #expect(fixture.rest("DELETE", path + "/messages/\(message.text)").status == 204)
        #expect(fixture.rest("GET", "/channels/\(chores.text)/messages").body?[0]?["flags"] == 10)
        #expect(
            fixture.rest("POST", "/channels/\(chores.text)/messages/\(copy?["id"]?.text ?? "")/crosspost").code == 50024
        )
    }

    @Test("Fifteen in a channel, a thousand in a server")
    func limits() {
        var fixture = Fixture()
        for _ in 0..<Webhook.perChannel { #expect(make(&fixture).has("id")) }
        #expect(fixture.rest("POST", fixture.filled(Self.base), ["name": "x"]).code == 30007)
        for index in 0..<Webhook.perGuild {
            let id = Flake(UInt64(index + 1))
            fixture.realm.world.webhooks[id] = Webhook(
                id: id, kind: .incoming, guild: fixture.guild, channel: Flake(1), user: id, name: "x")
        }
        #expect(fixture.rest("POST", fixture.filled(Self.base), ["name": "x"]).code == 30058)
        // They go with their channel.
        fixture.realm.removeChannel(fixture.general)
        #expect(fixture.realm.world.webhooks.count == Webhook.perGuild)
    }

    @Test(
        "Refused",
        arguments: [
            RefusedCall(.viewChannel, "POST", base, #"{"name":"x"}"#, 50013),
            RefusedCall(.viewChannel, "GET", base, "", 50013),
            RefusedCall(.viewChannel, "GET", "/guilds/{guild}/webhooks", "", 50013),
            RefusedCall(.manageWebhooks, "GET", "/webhooks/5", "", 10015),
            RefusedCall(.manageWebhooks, "POST", base, "{}", field: "name", "BASE_TYPE_REQUIRED"),
            RefusedCall(.manageWebhooks, "POST", base, #"{"name":"§81"}"#, field: "name", "BASE_TYPE_BAD_LENGTH"),
            RefusedCall(
                .manageWebhooks, "POST", base, #"{"name":"My Discord"}"#, field: "name", "USERNAME_INVALID_CONTAINS"),
            RefusedCall(.manageWebhooks, "POST", base, #"{"name":"x","avatar":"y"}"#, field: "avatar", "IMAGE_INVALID"),
            RefusedCall(.manageWebhooks, "POST", "/channels/{general}/followers", "{}", 50024),
            RefusedCall(as: "kid", "POST", base, #"{"name":"x"}"#, 50013),
        ])
    func refused(_ call: RefusedCall) throws {
        var fixture = Fixture()
        try call.check(in: &fixture)
    }

    @Test("Members do not reach a webhook whose channel they do not manage")
    func foreign() {
        var fixture = Fixture()
        let webhook = make(&fixture)
        let path = "/webhooks/\(webhook["id"]?.text ?? "")"
        #expect(fixture.rest(as: fixture.user("kid"), "GET", path).code == 50013)
        #expect(fixture.rest(as: fixture.user("kid"), "DELETE", path).code == 50013)
        // The bot reaches its own even so.
        fixture.grant([.viewChannel])
        #expect(fixture.rest("GET", path).status == 200)
        #expect(fixture.rest("PATCH", path, ["channel_id": "5"]).code == 10003)
        let direct = fixture.realm.directChannel(with: fixture.user("kid")).id
        #expect(fixture.rest("POST", "/channels/\(direct.text)/webhooks", ["name": "x"]).code == 50003)
    }
}

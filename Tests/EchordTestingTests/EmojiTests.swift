import JSON
import Testing

@testable import EchordTesting

@Suite("Emojis")
struct EmojiTests {
    private static let base = "/guilds/{guild}/emojis"
    private static let form = #"{"name":"wave","image":"\#(Pictures.png)"}"#

    private func make(_ fixture: inout Fixture, _ name: String = "wave", _ image: String = Pictures.png) -> RESTReply {
        fixture.add([.createExpressions])
        let body: JSONValue = ["name": .string(name), "image": .string(image)]
        return fixture.rest("POST", fixture.filled(Self.base), body)
    }

    @Test("Made, listed, renamed and removed, with events and the audit log")
    func life() {
        var fixture = Fixture()
        fixture.add([.createExpressions, .viewAuditLog])
        let connection = fixture.connect()
        _ = fixture.frames(connection)
        let made = make(&fixture)
        #expect(made.status == 201)
        #expect(made.body?["user"]?["id"] == fixture.bot.json)
        #expect(made.body?["animated"] == false)
        #expect(fixture.lastAudit?.action == .emojiCreate)
        let path = fixture.filled(Self.base) + "/\(made.id.text)"
        #expect(fixture.rest("GET", path).body?["name"] == "wave")
        #expect(fixture.rest("GET", fixture.filled(Self.base)).body?.list?.count == 1)
        #expect(fixture.rest("GET", fixture.filled("/guilds/{guild}")).body?["emojis"]?.list?.count == 1)
        let adults = fixture.role("Adults")
        let renamed = fixture.rest("PATCH", path, ["name": "hello", "roles": [adults.json]], reason: "nicer")
        #expect(renamed.body?["name"] == "hello")
        #expect(fixture.lastAudit?.changes.compactMap { $0["key"]?.text } == ["name", "roles"])
        #expect(fixture.lastAudit?.reason == "nicer")
        let moving = make(&fixture, "dance", Pictures.gif)
        #expect(moving.body?["animated"] == true)
        #expect(fixture.rest("DELETE", path).status == 204)
        #expect(fixture.rest("GET", path).code == 10014)
        #expect(fixture.rest("GET", path).status == 404)
        let sent = fixture.payloads(connection)
        #expect(
            sent.compactMap { $0["t"]?.text }
                == Array(repeating: ["GUILD_EMOJIS_UPDATE", "GUILD_AUDIT_LOG_ENTRY_CREATE"], count: 4).flatMap { $0 })
        #expect(sent.first?["d"]?["emojis"]?.list?.count == 1)
        #expect(sent.first?["d"]?["emojis"]?[0]?.has("user") == false)
    }

    @Test("Without the intent nothing is heard of them")
    func intent() {
        var fixture = Fixture()
        let connection = fixture.connect(intents: 1)
        _ = fixture.frames(connection)
        _ = make(&fixture)
        #expect(fixture.events(connection).isEmpty)
    }

    @Test("Fifty that stand still and fifty that move")
    func limits() {
        var fixture = Fixture()
        for index in 0..<Emoji.perGuild { #expect(make(&fixture, "e_\(index)").status == 201) }
        #expect(make(&fixture, "more").code == 30008)
        for index in 0..<Emoji.perGuild { #expect(make(&fixture, "a_\(index)", Pictures.gif).status == 201) }
        #expect(make(&fixture, "more", Pictures.gif).code == 30018)
    }

    @Test(
        "Refused",
        arguments: [
            RefusedCall(.viewChannel, "POST", base, form, 50013),
            RefusedCall(.manageExpressions, "POST", base, form, 50013),
            RefusedCall(.createExpressions, "GET", base + "/5", "", 10014),
            RefusedCall(.createExpressions, "GET", base + "/x", "", field: "emoji_id", "NUMBER_TYPE_COERCE"),
            RefusedCall(.createExpressions, "POST", base, "{}", field: "image", "BASE_TYPE_REQUIRED"),
            RefusedCall(
                .createExpressions, "POST", base, #"{"name":"x","image":"\#(Pictures.png)"}"#, field: "name",
                "BASE_TYPE_BAD_LENGTH"),
            RefusedCall(
                .createExpressions, "POST", base, #"{"name":"two words","image":"\#(Pictures.png)"}"#, field: "name",
                "STRING_TYPE_REGEX"),
            RefusedCall(
                .createExpressions, "POST", base, #"{"name":"wave","image":"none"}"#, field: "image", "IMAGE_INVALID"),
            RefusedCall(
                .createExpressions, "POST", base, #"{"name":"wave","image":"\#(Pictures.png)","roles":["5"]}"#,
                field: "roles", "UNKNOWN_ROLE"),
            RefusedCall(as: "kid", "POST", base, form, 50013),
        ])
    func refused(_ call: RefusedCall) throws {
        var fixture = Fixture()
        fixture.withhold(.createExpressions)
        try call.check(in: &fixture)
    }

    @Test("A picture of more than 256 KiB is refused")
    func size() {
        var fixture = Fixture()
        let bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        let large = Pictures.uri("png", bytes + Array(repeating: 0, count: Emoji.sizeLimit))
        #expect(make(&fixture, "wave", large).errors("image") == ["BINARY_TYPE_MAX_LENGTH"])
    }

    @Test("One's own are changed by who may make them, others' by who manages them")
    func owners() {
        var fixture = Fixture()
        fixture.withhold(.createExpressions)
        let own = fixture.filled(Self.base) + "/\(make(&fixture).id.text)"
        fixture.promote("ben", .manageExpressions)
        fixture.promote("cas", .createExpressions)
        #expect(fixture.rest(as: fixture.user("cas"), "PATCH", own, ["name": "mine"]).code == 50013)
        #expect(fixture.rest(as: fixture.user("ben"), "PATCH", own, ["name": "ours"]).status == 200)
        #expect(fixture.rest(as: fixture.user("kid"), "GET", own).body?.has("user") == false)
        #expect(fixture.rest("PATCH", own, ["name": "again"]).status == 200)
        fixture.grant(.viewChannel)
        #expect(fixture.rest("DELETE", own).code == 50013)
    }

    @Test("A role that is gone keeps no emoji to itself")
    func roleGone() {
        var fixture = Fixture()
        let adults = fixture.role("Adults")
        fixture.add([.manageRoles, .createExpressions])
        fixture.raise()
        let body: JSONValue = ["name": "wave", "image": .string(Pictures.png), "roles": [adults.json]]
        let made = fixture.rest("POST", fixture.filled(Self.base), body)
        #expect(made.body?["roles"] == [adults.json])
        #expect(fixture.rest("DELETE", fixture.filled("/guilds/{guild}/roles/\(adults.text)")).status == 204)
        #expect(fixture.rest("GET", fixture.filled(Self.base) + "/\(made.id.text)").body?["roles"] == [])
    }

    // MARK: - The application's

    @Test("The application has emojis of its own, usable anywhere")
    func ofApplication() {
        var fixture = Fixture()
        let base = "/applications/\(fixture.bot.text)/emojis"
        let made = fixture.rest("POST", base, ["name": "own", "image": .string(Pictures.webp)])
        #expect(made.status == 201)
        let path = base + "/\(made.id.text)"
        #expect(fixture.rest("GET", base).body?["items"]?.list?.count == 1)
        #expect(fixture.rest("PATCH", path, ["name": "other"]).body?["name"] == "other")
        let sent = fixture.send(["content": "<:own:\(made.id.text)>"])
        #expect(sent.body?["content"] == "<:other:\(made.id.text)>")
        let reaction = fixture.filled("/channels/{general}/messages/\(sent.id.text)/reactions/x:\(made.id.text)")
        #expect(fixture.rest("PUT", reaction + "/@me").status == 204)
        #expect(fixture.rest("DELETE", path).status == 204)
        #expect(fixture.rest("GET", path).code == 10014)
        #expect(fixture.rest("GET", "/applications/5/emojis").code == 50001)
        #expect(fixture.rest(as: fixture.user("ann"), "GET", base).code == 20002)
    }

    // MARK: - In use

    /// A second server with an emoji, which the bot is in and the others are not.
    private func elsewhere(_ fixture: inout Fixture) -> Flake {
        let ann = fixture.user("ann")
        let other = fixture.realm.addGuild("Other", owner: ann, botPermissions: .createExpressions)
        let body: JSONValue = ["name": "far", "image": .string(Pictures.gif)]
        return fixture.rest("POST", "/guilds/\(other.id.text)/emojis", body).id
    }

    @Test("Reacted with: known ones, under their own names, others' with a permission")
    func reactions() {
        var fixture = Fixture()
        let connection = fixture.connect()
        let emoji = make(&fixture).id
        let far = elsewhere(&fixture)
        let message = fixture.send(["content": "x"]).id
        _ = fixture.frames(connection)
        let base = fixture.filled("/channels/{general}/messages/\(message.text)/reactions/")
        #expect(fixture.rest("PUT", base + "other:\(emoji.text)/@me").status == 204)
        #expect(fixture.data(connection, "MESSAGE_REACTION_ADD").first?["emoji"]?["name"] == "wave")
        #expect(fixture.rest("PUT", base + "x:5/@me").code == 10014)
        #expect(fixture.rest("PUT", base + "far:\(far.text)/@me").status == 204)
        let seen = fixture.rest("GET", fixture.filled("/channels/{general}/messages/\(message.text)")).body
        #expect(seen?["reactions"]?[1]?["emoji"]?["animated"] == true)
        #expect(fixture.rest("GET", base + "y:\(emoji.text)").body?.list?.count == 1)
        // Whoever does not know it may still join in.
        let kid = fixture.user("kid")
        #expect(fixture.rest(as: kid, "PUT", base + "far:\(far.text)/@me").status == 204)
        #expect(fixture.rest("DELETE", base + "far:\(far.text)").status == 204)
        #expect(fixture.rest(as: kid, "PUT", base + "far:\(far.text)/@me").code == 10014)
        fixture.grant([.viewChannel, .readHistory, .addReactions])
        fixture.withhold(.externalEmojis)
        #expect(fixture.rest("PUT", base + "far:\(far.text)/@me").code == 50013)
    }

    @Test("In a text those that one may not use are mere names; in components they are refused")
    func messages() {
        var fixture = Fixture()
        let emoji = make(&fixture).id
        let adults = fixture.role("Adults")
        let guild = fixture.guild
        let text: JSONValue = .string("<:a_b:\(emoji.text)> <a:gone:5> <:x:\(emoji.text)>")
        let shown: JSONValue = .string("<:wave:\(emoji.text)> :gone: <:x:\(emoji.text)>")
        #expect(fixture.send(["content": text]).body?["content"] == shown)
        fixture.realm.world.guilds[guild]?.emojis[emoji]?.roles = [adults]
        #expect(fixture.send(["content": .string("<:wave:\(emoji.text)>")]).body?["content"] == ":wave:")
        func send(_ id: String) -> RESTReply {
            let button: JSONValue = [
                "type": 2, "style": 1, "label": "x", "custom_id": "x", "emoji": ["id": .string(id), "name": "w"],
            ]
            return fixture.send(["content": "x", "components": [["type": 1, "components": [button]]]])
        }
        #expect(
            send("5").errors("components", "0", "components", "0", "emoji", "id") == ["BUTTON_COMPONENT_INVALID_EMOJI"])
        #expect(send(emoji.text).status == 400)
        fixture.realm.world.guilds[guild]?.emojis[emoji]?.roles = []
        #expect(send(emoji.text).status == 200)
        let poll: JSONValue = [
            "question": ["text": "q"], "answers": [["poll_media": ["text": "a", "emoji": ["id": "5"]]]],
        ]
        fixture.add(.sendPolls)
        #expect(
            fixture.send(["poll": poll]).errors("poll", "answers", "0", "poll_media", "emoji") == ["POLL_INVALID_EMOJI"]
        )
    }
}

import JSON
import Testing

@testable import EchordTesting

@Suite("Auto-moderation")
struct AutoModerationTests {
    private static let base = "/guilds/{guild}/auto-moderation/rules"

    private static func rule(_ more: JSONObject = [:]) -> JSONValue {
        var fields: JSONObject = [
            "name": "Words", "event_type": 1, "trigger_type": 1, "enabled": true,
            "trigger_metadata": ["keyword_filter": ["bad", "*ugly*"]], "actions": [["type": 1, "metadata": [:]]],
        ]
        for (key, value) in more { fields[key] = value }
        return .object(fields)
    }

    private func make(_ fixture: inout Fixture, _ body: JSONValue = rule()) -> RESTReply {
        fixture.add([.manageGuild, .moderateMembers])
        return fixture.rest("POST", fixture.filled(Self.base), body)
    }

    private func say(_ fixture: inout Fixture, _ text: String, as name: String = "kid") -> RESTReply {
        let path = fixture.filled("/channels/{general}/messages")
        return fixture.rest(as: fixture.user(name), "POST", path, ["content": .string(text)])
    }

    @Test("Made, listed, changed and removed, with events and the audit log")
    func life() {
        var fixture = Fixture()
        fixture.add([.manageGuild, .viewAuditLog])
        let connection = fixture.connect()
        _ = fixture.frames(connection)
        let made = make(&fixture)
        #expect(made.body?["creator_id"] == fixture.bot.json)
        let path = fixture.filled(Self.base) + "/\(made.id.text)"
        #expect(fixture.rest("GET", path).body?["name"] == "Words")
        #expect(fixture.rest("GET", fixture.filled(Self.base)).body?.list?.count == 1)
        let changed = fixture.rest("PATCH", path, ["enabled": false, "trigger_metadata": ["allow_list": ["bad luck"]]])
        #expect(changed.body?["trigger_metadata"]?["keyword_filter"] == ["bad", "*ugly*"])
        #expect(changed.body?["trigger_metadata"]?["allow_list"] == ["bad luck"])
        #expect(fixture.lastAudit?.changes.compactMap { $0["key"]?.text } == ["trigger_metadata", "enabled"])
        #expect(fixture.rest("DELETE", path).status == 204)
        #expect(fixture.rest("GET", path).status == 400)
        #expect(
            fixture.events(connection) == [
                "AUTO_MODERATION_RULE_CREATE", "GUILD_AUDIT_LOG_ENTRY_CREATE", "AUTO_MODERATION_RULE_UPDATE",
                "GUILD_AUDIT_LOG_ENTRY_CREATE", "AUTO_MODERATION_RULE_DELETE", "GUILD_AUDIT_LOG_ENTRY_CREATE",
            ])
    }

    @Test("A message that is blocked is not posted; the author is refused, the bot is told")
    func blocking() {
        var fixture = Fixture()
        _ = make(&fixture)
        let connection = fixture.connect()
        _ = fixture.frames(connection)
        #expect(say(&fixture, "this is BAD.").code == 200_000)
        #expect(fixture.realm.world.posts[fixture.general]?.isEmpty != false)
        let sent = fixture.payloads(connection)
        #expect(sent.compactMap { $0["t"]?.text } == ["AUTO_MODERATION_ACTION_EXECUTION"])
        let event = sent.first?["d"]
        #expect(event?["matched_keyword"] == "bad")
        #expect(event?["matched_content"] == "BAD")
        #expect(event?["content"] == "this is BAD.")
        #expect(event?.has("message_id") == false)
        #expect(fixture.lastAudit?.action == .ruleBlockedMessage)
        #expect(say(&fixture, "badly done").status == 200)
        #expect(say(&fixture, "so sugly1").code == 200_000)
        // Those who manage the server, and applications, are left alone.
        #expect(say(&fixture, "bad", as: "ann").status == 200)
        #expect(fixture.send(["content": "bad"]).status == 200)
        // Nor is a message made bad by an edit.
        let own = say(&fixture, "fine").id
        let path = fixture.filled("/channels/{general}/messages/\(own.text)")
        #expect(fixture.rest(as: fixture.user("kid"), "PATCH", path, ["content": "bad"]).code == 200_000)
        #expect(fixture.rest("GET", path).body?["content"] == "fine")
    }

    @Test("Without the content intent the texts are left out; without Manage Server nothing comes")
    func privacy() {
        var fixture = Fixture()
        _ = make(&fixture)
        let connection = fixture.connect(intents: 1 << 21)
        _ = fixture.frames(connection)
        _ = say(&fixture, "bad")
        let event = fixture.data(connection, "AUTO_MODERATION_ACTION_EXECUTION").first
        #expect(event?["content"] == "")
        #expect(event?["matched_content"] == "")
        #expect(event?["matched_keyword"] == "bad")
        fixture.grant(.viewChannel)
        _ = say(&fixture, "bad")
        #expect(fixture.events(connection).isEmpty)
    }

    @Test("An alert is posted and a member timed out, for as long as the rule says")
    func acting() {
        var fixture = Fixture()
        let chores = fixture.channel("chores")
        let actions: JSONValue = [
            ["type": 2, "metadata": ["channel_id": chores.json]], ["type": 3, "metadata": ["duration_seconds": 60]],
        ]
        _ = make(&fixture, Self.rule(["actions": actions]))
        let posted = say(&fixture, "bad")
        #expect(posted.status == 200)
        let alert = fixture.rest("GET", "/channels/\(chores.text)/messages").body?[0]
        #expect(alert?["type"] == 24)
        #expect(alert?["embeds"]?[0]?["description"] == "bad")
        #expect(fixture.lastAudit?.action == .ruleTimedOut)
        #expect(fixture.lastAudit?.user == nil)
        #expect(say(&fixture, "hello").code == 50013)
        fixture.advance(.seconds(61))
        #expect(say(&fixture, "hello").status == 200)
    }

    @Test(
        "What is caught",
        arguments: [
            ("cat", "the cat sat", true), ("cat", "concatenate", false), ("cat*", "catalogue", true),
            ("*cat", "bobcat", true), ("*cat", "cats", false), ("*cat*", "concatenate", true), ("CAT", "cAt!", true),
            ("the cat", "is the cat in", true), ("cat", "", false), ("*", "anything", false),
        ])
    func keywords(_ keyword: String, _ text: String, _ isCaught: Bool) {
        #expect((AutoModerationRule.find(keyword, in: Array(text)) != nil) == isCaught)
    }

    @Test("Patterns, and phrases that are let through")
    func patterns() {
        var fixture = Fixture()
        let metadata: JSONValue = [
            "regex_patterns": ["b[a4]d\\d+"], "keyword_filter": ["luck"], "allow_list": ["good luck"],
        ]
        _ = make(&fixture, Self.rule(["trigger_metadata": metadata]))
        #expect(say(&fixture, "B4D12").code == 200_000)
        #expect(say(&fixture, "good luck").status == 200)
        #expect(say(&fixture, "good luck and bad luck").code == 200_000)
    }

    @Test("Mentions are counted; exempt roles and channels are left alone")
    func exempt() {
        var fixture = Fixture()
        let adults = fixture.role("Adults")
        let body = Self.rule([
            "trigger_type": 5, "trigger_metadata": ["mention_total_limit": 1], "exempt_roles": [adults.json],
        ])
        let rule = make(&fixture, body).id
        let two = fixture.filled("<@{ann}> <@{ben}>")
        #expect(say(&fixture, fixture.filled("<@{ann}>")).status == 200)
        #expect(say(&fixture, two).code == 200_000)
        #expect(say(&fixture, two, as: "ben").status == 200)
        let path = fixture.filled(Self.base) + "/\(rule.text)"
        #expect(fixture.rest("PATCH", path, ["exempt_channels": [fixture.general.json]]).status == 200)
        #expect(say(&fixture, two).status == 200)
        #expect(fixture.rest("PATCH", path, ["exempt_channels": [], "enabled": false]).status == 200)
        #expect(say(&fixture, two).status == 200)
    }

    @Test("A thread's title is moderated as well")
    func titles() {
        var fixture = Fixture()
        _ = make(&fixture)
        let path = fixture.filled("/channels/{general}/threads")
        let kid = fixture.user("kid")
        #expect(fixture.rest(as: kid, "POST", path, ["name": "bad", "type": 11]).code == 200_001)
        #expect(fixture.rest(as: kid, "POST", path, ["name": "good", "type": 11]).status == 201)
    }

    @Test("A member with a name that a rule catches can do nothing until it is another")
    func names() {
        var fixture = Fixture()
        let body = Self.rule(["event_type": 2, "trigger_type": 6, "actions": [["type": 4, "metadata": [:]]]])
        #expect(make(&fixture, body).status == 200)
        let kid = fixture.user("kid")
        let connection = fixture.connect()
        _ = fixture.frames(connection)
        let path = fixture.filled("/guilds/{guild}/members/@me")
        #expect(fixture.rest(as: kid, "PATCH", path, ["nick": "a bad kid"]).body?["flags"] == 128)
        #expect(
            fixture.events(connection).contains("AUTO_MODERATION_ACTION_EXECUTION"))
        #expect(say(&fixture, "hello").code == 50013)
        let other = fixture.filled("/guilds/{guild}/members/{kid}")
        #expect(fixture.rest(as: fixture.user("ann"), "PATCH", other, ["nick": "kid"]).body?["flags"] == 0)
        #expect(say(&fixture, "hello").status == 200)
    }

    @Test("Six rules on words, one of each other kind")
    func limits() {
        var fixture = Fixture()
        for _ in 0..<6 { #expect(make(&fixture).status == 200) }
        #expect(make(&fixture).errors() == ["AUTO_MODERATION_MAX_RULES_OF_TYPE_EXCEEDED"])
        let spam = Self.rule(["trigger_type": 3, "trigger_metadata": [:]])
        #expect(make(&fixture, spam).status == 200)
        #expect(make(&fixture, spam).status == 400)
        let preset = Self.rule(["trigger_type": 4, "trigger_metadata": ["presets": [1, 2, 3]]])
        #expect(make(&fixture, preset).body?["trigger_metadata"]?["presets"] == [1, 2, 3])
    }

    @Test(
        "Refused",
        arguments: [
            ("name", rule(["name": .null]), "BASE_TYPE_REQUIRED"),
            ("actions", rule(["actions": []]), "BASE_TYPE_BAD_LENGTH"),
            ("trigger_type", rule(["trigger_type": 2]), "BASE_TYPE_CHOICES"),
            ("event_type", rule(["event_type": 2]), "BASE_TYPE_CHOICES"),
            ("trigger_metadata", rule(["trigger_type": 5, "trigger_metadata": .null]), "BASE_TYPE_REQUIRED"),
            (
                "actions/0/metadata/channel_id", rule(["actions": [["type": 2, "metadata": ["channel_id": "5"]]]]),
                "CHANNEL_NOT_FOUND"
            ),
            (
                "actions/0/metadata/duration_seconds",
                rule(["actions": [["type": 3, "metadata": ["duration_seconds": 2_419_201]]]]), "NUMBER_TYPE_MAX"
            ),
            ("actions/0/type", rule(["actions": [["type": 4]]]), "AUTO_MODERATION_INVALID_ACTION"),
            (
                "trigger_metadata/regex_patterns/0", rule(["trigger_metadata": ["regex_patterns": ["a(?=b)"]]]),
                "AUTO_MODERATION_INVALID_REGEX"
            ),
            (
                "trigger_metadata/regex_patterns/0", rule(["trigger_metadata": ["regex_patterns": ["("]]]),
                "AUTO_MODERATION_INVALID_REGEX"
            ),
            (
                "trigger_metadata/mention_total_limit",
                rule(["trigger_type": 5, "trigger_metadata": ["mention_total_limit": 51]]), "NUMBER_TYPE_MAX"
            ),
        ] as [(String, JSONValue, String)])
    func refused(_ field: String, _ body: JSONValue, _ complaint: String) {
        var fixture = Fixture()
        var place = make(&fixture, body).body?["errors"]
        for part in field.split(separator: "/") { place = place?[String(part)] }
        #expect(place?["_errors"]?[0]?["code"]?.text == complaint)
    }

    @Test("Rights: Manage Server, and Moderate Members for rules that time out")
    func rights() {
        var fixture = Fixture()
        fixture.grant(.viewChannel)
        #expect(fixture.rest("GET", fixture.filled(Self.base)).code == 50013)
        #expect(fixture.rest("POST", fixture.filled(Self.base), Self.rule()).code == 50013)
        fixture.grant(.manageGuild)
        let timeout = Self.rule(["actions": [["type": 3, "metadata": ["duration_seconds": 60]]]])
        #expect(fixture.rest("POST", fixture.filled(Self.base), timeout).code == 50013)
        #expect(fixture.rest("POST", fixture.filled(Self.base), Self.rule()).status == 200)
    }
}

import JSON
import Testing

@testable import EchordTesting

@Suite("A server's settings")
struct GuildTests {
    private static let base = "/guilds/{guild}"

    @Test("Changed: name, picture, channels with a purpose, with the event and the audit log")
    func changing() {
        var fixture = Fixture()
        fixture.add([.manageGuild, .viewAuditLog])
        let connection = fixture.connect()
        _ = fixture.frames(connection)
        let path = fixture.filled(Self.base)
        let changed = fixture.rest(
            "PATCH", path,
            [
                "name": "House", "icon": .string(Pictures.png), "system_channel_id": fixture.general.json,
                "system_channel_flags": 3, "verification_level": 2, "default_message_notifications": 1,
                "explicit_content_filter": 2, "afk_timeout": 60, "preferred_locale": "nl", "description": "Ours",
            ], reason: "new year")
        #expect(changed.body?["name"] == "House")
        #expect(changed.body?["icon"]?.text?.count == 32)
        #expect(changed.body?["verification_level"] == 2)
        #expect(changed.body?["preferred_locale"] == "nl")
        #expect(fixture.lastAudit?.action == .guildUpdate)
        #expect(fixture.lastAudit?.reason == "new year")
        #expect(
            Set(fixture.lastAudit?.changes.compactMap { $0["key"]?.text } ?? [])
                == [
                    "name", "icon_hash", "system_channel_id", "system_channel_flags", "verification_level",
                    "default_message_notifications", "explicit_content_filter", "afk_timeout", "preferred_locale",
                    "description",
                ])
        #expect(fixture.events(connection) == ["GUILD_UPDATE", "GUILD_AUDIT_LOG_ENTRY_CREATE"])
        #expect(fixture.rest("PATCH", path, ["verification_level": .null]).body?["verification_level"] == 0)
        let general = fixture.general
        fixture.realm.removeChannel(general)
        #expect(fixture.rest("GET", path).body?["system_channel_id"] == .null)
    }

    @Test(
        "Refused",
        arguments: [
            RefusedCall(.viewChannel, "PATCH", base, #"{"name":"xy"}"#, 50013),
            RefusedCall(.manageGuild, "PATCH", base, #"{"name":"x"}"#, field: "name", "BASE_TYPE_BAD_LENGTH"),
            RefusedCall(.manageGuild, "PATCH", base, #"{"icon":"x"}"#, field: "icon", "IMAGE_INVALID"),
            RefusedCall(.manageGuild, "PATCH", base, #"{"icon":"\#(Pictures.gif)"}"#, 50101),
            RefusedCall(
                .manageGuild, "PATCH", base, #"{"verification_level":5}"#, field: "verification_level",
                "BASE_TYPE_CHOICES"),
            RefusedCall(.manageGuild, "PATCH", base, #"{"afk_timeout":61}"#, field: "afk_timeout", "BASE_TYPE_CHOICES"),
            RefusedCall(
                .manageGuild, "PATCH", base, #"{"preferred_locale":"xx"}"#, field: "preferred_locale",
                "BASE_TYPE_CHOICES"),
            RefusedCall(
                .manageGuild, "PATCH", base, #"{"system_channel_id":"5"}"#, field: "system_channel_id",
                "CHANNEL_INVALID"),
            RefusedCall(
                .manageGuild, "PATCH", base, #"{"afk_channel_id":"{general}"}"#, field: "afk_channel_id",
                "CHANNEL_INVALID"),
            RefusedCall(
                .manageGuild, "PATCH", base, #"{"banner":"\#(Pictures.png)"}"#, field: "banner", "GUILD_FEATURE_MISSING"
            ),
            RefusedCall(.manageGuild, "PATCH", base, #"{"owner_id":"{kid}"}"#, 50013),
            RefusedCall(.manageGuild, "PATCH", base, #"{"features":["COMMUNITY"]}"#, 50013),
            RefusedCall(
                .administrator, "PATCH", base, #"{"features":["COMMUNITY"]}"#, field: "rules_channel_id",
                "BASE_TYPE_REQUIRED"),
            RefusedCall(as: "ann", "PATCH", base, #"{"owner_id":"5"}"#, 10007),
            RefusedCall(as: "kid", "PUT", base + "/incident-actions", "{}", 50013),
            RefusedCall(
                .manageGuild, "PUT", base + "/incident-actions", #"{"invites_disabled_until":"2099-01-01T00:00:00Z"}"#,
                field: "invites_disabled_until", "INCIDENT_ACTIONS_TOO_LONG"),
            RefusedCall(.viewChannel, "GET", base + "/widget", "", 50013),
            RefusedCall(.viewChannel, "GET", base + "/widget.json", "", 50004),
            RefusedCall(.viewChannel, "GET", base + "/integrations", "", 50013),
            RefusedCall(.manageGuild, "DELETE", base + "/integrations/5", "", 10005),
            RefusedCall(.manageGuild, "GET", base + "/welcome-screen", "", 10069),
            RefusedCall(.manageGuild, "PUT", base + "/onboarding", "{}", 50013),
            RefusedCall(as: "kid", "GET", base + "/templates", "", 50013),
        ])
    func refused(_ call: RefusedCall) throws {
        var fixture = Fixture()
        try call.check(in: &fixture)
    }

    @Test("The owner hands the server over; features that only Discord gives stay as they are")
    func owner() {
        var fixture = Fixture()
        let (guild, path, ann) = (fixture.guild, fixture.filled(Self.base), fixture.user("ann"))
        fixture.realm.world.guilds[guild]?.features = ["BANNER"]
        let (general, chores) = (fixture.general.json, fixture.channel("chores").json)
        let body: JSONValue = [
            "features": ["COMMUNITY", "VERIFIED"], "rules_channel_id": general, "public_updates_channel_id": chores,
            "banner": .string(Pictures.jpeg),
        ]
        let changed = fixture.rest(as: ann, "PATCH", path, body)
        #expect(changed.body?["features"] == ["BANNER", "COMMUNITY"])
        #expect(fixture.rest(as: ann, "DELETE", "/channels/\(fixture.general.text)").code == 50074)
        #expect(fixture.rest(as: ann, "PATCH", path, ["owner_id": fixture.user("ben").json]).status == 200)
        #expect(fixture.rest(as: ann, "PATCH", path, ["name": "Mine"]).code == 50013)
        #expect(fixture.rest(as: fixture.user("ben"), "PATCH", path, ["name": "Mine"]).status == 200)
    }

    @Test("Invites are closed for a while, and what is small is looked up")
    func incidents() {
        var fixture = Fixture()
        fixture.add([.manageGuild])
        let path = fixture.filled(Self.base)
        let until = (fixture.realm.now + .seconds(3600)).json
        #expect(
            fixture.rest("PUT", path + "/incident-actions", ["invites_disabled_until": until])
                .body?["invites_disabled_until"] == until)
        #expect(fixture.rest("GET", path).body?["incidents_data"]?["invites_disabled_until"] == until)
        #expect(fixture.rest("GET", path + "/preview").body?["approximate_member_count"] == 5)
        let eve = fixture.realm.addUser("eve", globalName: nil, locale: "en-US").id
        #expect(fixture.rest(as: eve, "GET", path + "/preview").code == 10004)
        #expect(fixture.rest("GET", path + "/regions").body?.list?.count == VoiceRegion.all.count)
        #expect(fixture.rest("GET", "/voice/regions").body?.list?.count(where: { $0["optimal"] == true }) == 1)
    }

    @Test("The widget, turned on, is read without a token")
    func widget() {
        var fixture = Fixture()
        fixture.add([.manageGuild, .createInvite])
        let path = fixture.filled(Self.base)
        let on: JSONValue = ["enabled": true, "channel_id": fixture.general.json]
        #expect(fixture.rest("PATCH", path + "/widget", on).body == on)
        _ = fixture.rest("POST", fixture.filled("/channels/{general}/invites"), [:])
        let widget = fixture.rest("GET", path + "/widget.json", token: nil).body
        #expect(widget?["name"] == "Home")
        #expect(widget?["instant_invite"]?.text?.hasPrefix("https://discord.com/invite/") == true)
        #expect(widget?["members"]?[0]?["id"] == "0")
        #expect(
            fixture.rest("PATCH", path + "/widget", ["channel_id": "5"]).errors("channel_id") == ["CHANNEL_INVALID"])
    }

    @Test("The bot's integration is the only one; deleting it sends the bot away")
    func integrations() {
        var fixture = Fixture()
        fixture.add(.manageGuild)
        let path = fixture.filled(Self.base) + "/integrations"
        #expect(fixture.rest("GET", path).body?[0]?["application"]?["id"] == fixture.bot.json)
        let connection = fixture.connect()
        _ = fixture.frames(connection)
        let ann = fixture.user("ann")
        #expect(fixture.rest(as: ann, "DELETE", path + "/\(fixture.bot.text)").status == 204)
        #expect(
            fixture.events(connection) == ["INTEGRATION_DELETE", "GUILD_INTEGRATIONS_UPDATE", "GUILD_DELETE"])
        #expect(fixture.rest("GET", path).code == 10004)
    }

    @Test("A welcome screen, and onboarding with its questions")
    func welcome() {
        var fixture = Fixture()
        fixture.add([.manageGuild, .manageRoles])
        let (guild, path, general) = (fixture.guild, fixture.filled(Self.base), fixture.general)
        fixture.realm.world.guilds[guild]?.features = ["COMMUNITY"]
        let screen: JSONValue = [
            "enabled": true, "description": "Hello",
            "welcome_channels": [["channel_id": general.json, "description": "talk", "emoji_name": "👋"]],
        ]
        #expect(fixture.rest("PATCH", path + "/welcome-screen", screen).body?["description"] == "Hello")
        let kid = fixture.user("kid")
        #expect(fixture.rest(as: kid, "GET", path + "/welcome-screen").body?["welcome_channels"]?.list?.count == 1)
        #expect(fixture.rest("GET", path).body?["features"] == ["COMMUNITY", "WELCOME_SCREEN_ENABLED"])
        let wrong: JSONValue = ["welcome_channels": [["channel_id": "5", "description": "x"]]]
        #expect(
            fixture.rest("PATCH", path + "/welcome-screen", wrong).errors("welcome_channels", "0", "channel_id")
                == ["CHANNEL_INVALID"])
        let option: JSONValue = ["title": "Yes", "role_ids": [fixture.role("Adults").json], "channel_ids": []]
        let prompt: JSONValue = [
            "id": "0", "title": "Grown up?", "options": [option], "single_select": true, "required": false,
            "in_onboarding": true, "type": 0,
        ]
        let asked = fixture.rest(
            "PUT", path + "/onboarding", ["prompts": [prompt], "default_channel_ids": [general.json]])
        #expect(asked.body?["prompts"]?[0]?["options"]?[0]?["title"] == "Yes")
        #expect(fixture.lastAudit?.action == .onboardingUpdate)
        #expect(fixture.rest(as: kid, "GET", path + "/onboarding").body?["default_channel_ids"] == [general.json])
        #expect(fixture.rest("PUT", path + "/onboarding", ["enabled": true]).code == 350_000)
        #expect(
            fixture.rest("PUT", path + "/onboarding", ["default_channel_ids": ["5"]]).errors("default_channel_ids")
                == ["CHANNEL_INVALID"])
    }

    @Test("A template knows when the server has gone on without it")
    func templates() {
        var fixture = Fixture()
        fixture.add([.manageGuild, .manageChannels])
        let path = fixture.filled(Self.base) + "/templates"
        let made = fixture.rest("POST", path, ["name": "Ours"])
        let code = made.body?["code"]?.text ?? ""
        #expect(made.body?["serialized_source_guild"]?["channels"]?.list?.count == 2)
        #expect(made.body?["is_dirty"] == .null)
        #expect(fixture.rest("POST", path, ["name": "More"]).code == 30031)
        _ = fixture.rest("POST", fixture.filled(Self.base) + "/channels", ["name": "more"])
        #expect(fixture.rest("GET", "/guilds/templates/\(code)").body?["is_dirty"] == true)
        #expect(fixture.rest("PUT", path + "/\(code)").body?["is_dirty"] == .null)
        #expect(fixture.rest("PATCH", path + "/\(code)", ["description": "d"]).body?["description"] == "d")
        #expect(fixture.rest("GET", path).body?.list?.count == 1)
        #expect(fixture.rest("DELETE", path + "/\(code)").body?["code"] == .string(code))
        #expect(fixture.rest("GET", "/guilds/templates/\(code)").code == 10057)
        #expect(fixture.rest("PATCH", path + "/\(code)", [:]).code == 10057)
    }
}

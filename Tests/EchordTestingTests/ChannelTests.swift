import JSON
import Testing

@testable import EchordTesting

@Suite("Channels of a server")
struct ChannelTests {
    private static let base = "/guilds/{guild}/channels"

    private func make(_ fixture: inout Fixture, _ body: JSONValue) -> RESTReply {
        fixture.add([.manageChannels, .manageRoles])
        return fixture.rest("POST", fixture.filled(Self.base), body)
    }

    @Test("Made, changed and removed, with events and the audit log")
    func life() {
        var fixture = Fixture()
        fixture.add([.manageChannels, .manageRoles, .viewAuditLog])
        let connection = fixture.connect()
        _ = fixture.frames(connection)
        let made = make(&fixture, ["name": "New Room", "topic": "Talk", "rate_limit_per_user": 5])
        #expect(made.status == 201)
        #expect(made.body?["name"] == "new-room")
        #expect(fixture.lastAudit?.action == .channelCreate)
        let path = "/channels/\(made.id.text)"
        let changed = fixture.rest(
            "PATCH", path, ["topic": .null, "nsfw": true, "default_auto_archive_duration": 60], reason: "quiet")
        #expect(changed.body?["nsfw"] == true)
        #expect(fixture.lastAudit?.action == .channelUpdate)
        #expect(fixture.lastAudit?.reason == "quiet")
        #expect(
            fixture.lastAudit?.changes.compactMap { $0["key"]?.text } == [
                "topic", "nsfw", "default_auto_archive_duration",
            ])
        #expect(fixture.rest("DELETE", path).status == 200)
        #expect(fixture.lastAudit?.action == .channelDelete)
        #expect(
            fixture.events(connection) == [
                "CHANNEL_CREATE", "GUILD_AUDIT_LOG_ENTRY_CREATE", "CHANNEL_UPDATE", "GUILD_AUDIT_LOG_ENTRY_CREATE",
                "CHANNEL_DELETE", "GUILD_AUDIT_LOG_ENTRY_CREATE",
            ])
    }

    @Test("Voice channels and stages within their bounds")
    func voice() {
        var fixture = Fixture()
        let made = make(
            &fixture,
            [
                "name": "Talk", "type": 2, "bitrate": 96_000, "user_limit": 9, "rtc_region": "japan",
                "video_quality_mode": 2,
            ])
        #expect(made.body?["name"] == "Talk")
        #expect(made.body?["bitrate"] == 96_000)
        #expect(made.body?["rtc_region"] == "japan")
        let stage = make(&fixture, ["name": "s", "type": 13, "bitrate": 96_000])
        #expect(stage.errors("bitrate") == ["NUMBER_TYPE_MAX"])
        #expect(make(&fixture, ["name": "s", "type": 13, "user_limit": 10_000]).status == 201)
    }

    @Test("Forums with tags, which keep their ids when they are changed")
    func forum() {
        var fixture = Fixture()
        let tags: JSONValue = [["name": "bug", "emoji_name": "🐛"], ["name": "idea", "moderated": true]]
        let made = make(
            &fixture,
            [
                "name": "Talk", "type": 15, "available_tags": tags, "default_reaction_emoji": ["emoji_name": "👍"],
                "default_sort_order": 1, "default_forum_layout": 2, "flags": 16,
                "default_thread_rate_limit_per_user": 10,
            ])
        #expect(made.body?["flags"] == 16)
        #expect(made.body?["default_forum_layout"] == 2)
        let list = made.body?["available_tags"]?.list ?? []
        #expect(list.map { $0["name"] } == ["bug", "idea"])
        #expect(Set(list.compactMap { $0["id"]?.text }).count == 2)
        let kept: JSONValue = ["id": list.last?["id"] ?? .null, "name": "wish"]
        let changed = fixture.rest("PATCH", "/channels/\(made.id.text)", ["available_tags": [kept], "flags": 0])
        #expect(changed.body?["available_tags"]?[0]?["id"] == list.last?["id"])
        #expect(changed.body?["available_tags"]?[0]?["moderated"] == true)
        #expect(changed.body?["flags"] == 0)
        #expect(
            make(&fixture, ["name": "x", "type": 15, "default_reaction_emoji": ["emoji_id": "5"]])
                .errors("default_reaction_emoji") == ["INVALID_EMOJI"])
    }

    @Test("Under a category: fifty at most, with its permissions unless they have their own")
    func categories() {
        var fixture = Fixture()
        let rule: JSONValue = ["id": fixture.guild.json, "type": 0, "deny": "2048"]
        let category = make(&fixture, ["name": "Cat", "type": 4, "permission_overwrites": [rule]]).id
        let inside = make(&fixture, ["name": "a", "parent_id": category.json])
        #expect(inside.body?["permission_overwrites"]?[0]?["deny"] == "2048")
        #expect(
            make(&fixture, ["name": "b", "parent_id": category.json, "permission_overwrites": []])
                .body?["permission_overwrites"] == [])
        for index in 2..<Channel.perCategory {
            let id = Flake(UInt64(index))
            var channel = Channel(id: id, kind: .text, guild: fixture.guild, name: "x")
            channel.parent = category
            let guild = fixture.guild
            fixture.realm.world.channels[id] = channel
            fixture.realm.world.guilds[guild]?.channels.insert(id)
        }
        #expect(
            make(&fixture, ["name": "c", "parent_id": category.json]).errors("parent_id") == [
                "CHANNEL_PARENT_MAX_CHANNELS"
            ])
        #expect(
            make(&fixture, ["name": "c", "parent_id": fixture.general.json]).errors("parent_id")
                == ["CHANNEL_PARENT_INVALID"])
        #expect(fixture.rest("DELETE", "/channels/\(category.text)").status == 200)
        #expect(fixture.rest("GET", "/channels/\(inside.id.text)").body?["parent_id"] == .null)
    }

    @Test("Twice renamed in ten minutes and no more")
    func renames() {
        var fixture = Fixture(limits: true)
        fixture.add(.manageChannels)
        let path = fixture.filled("/channels/{general}")
        for name in ["one", "two"] { #expect(fixture.rest("PATCH", path, ["name": .string(name)]).status == 200) }
        let third = fixture.rest("PATCH", path, ["name": "three"])
        #expect(third.status == 429)
        #expect(third.code == 20028)
        #expect(third.body?["retry_after"] == 600.0)
        #expect(fixture.rest("PATCH", path, ["nsfw": true]).status == 200)
        fixture.advance(.seconds(600))
        #expect(fixture.rest("PATCH", path, ["name": "three"]).status == 200)
    }

    @Test("Moved: several at once, under a category with its permissions")
    func moving() {
        var fixture = Fixture()
        let (general, chores) = (fixture.general, fixture.channel("chores"))
        let rule: JSONValue = ["id": fixture.guild.json, "type": 0, "deny": "2048"]
        let category = make(&fixture, ["name": "Cat", "type": 4, "permission_overwrites": [rule]]).id
        let connection = fixture.connect()
        _ = fixture.frames(connection)
        let moves: JSONValue = [
            ["id": general.json, "position": 3],
            ["id": chores.json, "position": 1, "parent_id": category.json, "lock_permissions": true],
        ]
        #expect(fixture.rest("PATCH", fixture.filled(Self.base), moves).status == 204)
        #expect(fixture.events(connection) == ["CHANNEL_UPDATE", "CHANNEL_UPDATE"])
        #expect(fixture.realm.world.channels[general]?.position == 3)
        #expect(fixture.realm.world.channels[chores]?.parent == category)
        #expect(fixture.realm.world.channels[chores]?.overwrites.count == 1)
        #expect(fixture.rest("PATCH", fixture.filled(Self.base), [["id": "5", "position": 1]]).code == 10003)
        let wrong: JSONValue = [["id": chores.json, "parent_id": general.json]]
        #expect(
            fixture.rest("PATCH", fixture.filled(Self.base), wrong).errors("parent_id") == ["CHANNEL_PARENT_INVALID"])
    }

    @Test("Overwrites: put, changed and taken away, each in the audit log")
    func overwrites() {
        var fixture = Fixture()
        fixture.add([.manageRoles, .sendMessages])
        let adults = fixture.role("Adults")
        let path = fixture.filled("/channels/{general}/permissions/\(adults.text)")
        #expect(fixture.rest("PUT", path, ["type": 0, "allow": "2048", "deny": "0"]).status == 204)
        #expect(fixture.lastAudit?.action == .overwriteCreate)
        #expect(fixture.lastAudit?.options["role_name"] == "Adults")
        #expect(fixture.rest("PUT", path, ["type": 0, "allow": "0", "deny": "2048"]).status == 204)
        #expect(fixture.lastAudit?.action == .overwriteUpdate)
        #expect(fixture.lastAudit?.changes.compactMap { $0["key"]?.text } == ["allow", "deny"])
        #expect(fixture.rest("DELETE", path).status == 204)
        #expect(fixture.lastAudit?.action == .overwriteDelete)
        #expect(fixture.rest("DELETE", path).code == 10009)
        let kid = fixture.filled("/channels/{general}/permissions/{kid}")
        #expect(fixture.rest("PUT", kid, ["type": 1, "deny": "2048"]).status == 204)
        #expect(
            fixture.rest(
                as: fixture.user("kid"), "POST", fixture.filled("/channels/{general}/messages"), ["content": "x"]
            ).code == 50013)
    }

    @Test("The status of a voice channel")
    func status() {
        var fixture = Fixture()
        fixture.add([.connect, .setVoiceStatus, .manageChannels])
        let chores = fixture.channel("chores")
        let path = "/channels/\(chores.text)/voice-status"
        #expect(fixture.rest("PUT", path, ["status": "tea"]).code == 50024)
        fixture.realm.world.channels[chores] = Channel(id: chores, kind: .voice, guild: fixture.guild, name: "chores")
        let connection = fixture.connect()
        _ = fixture.frames(connection)
        #expect(fixture.rest("PUT", path, ["status": "tea"]).status == 204)
        #expect(fixture.data(connection, "VOICE_CHANNEL_STATUS_UPDATE").first?["status"] == "tea")
        #expect(fixture.lastAudit?.action == .voiceStatusCreate)
        #expect(fixture.rest("PUT", path, ["status": .null]).status == 204)
        #expect(fixture.lastAudit?.action == .voiceStatusDelete)
    }

    @Test(
        "Refused",
        arguments: [
            RefusedCall(.viewChannel, "POST", base, #"{"name":"x"}"#, 50013),
            RefusedCall(.viewChannel, "PATCH", base, "[]", 50013),
            RefusedCall(.viewChannel, "PATCH", "/channels/{general}", #"{"name":"x"}"#, 50013),
            RefusedCall(.viewChannel, "DELETE", "/channels/{general}", "", 50013),
            RefusedCall(.viewChannel, "PUT", "/channels/{general}/permissions/{kid}", #"{"type":1}"#, 50013),
            RefusedCall(.manageChannels, "POST", base, "{}", field: "name", "BASE_TYPE_REQUIRED"),
            RefusedCall(.manageChannels, "POST", base, #"{"name":"x","type":1}"#, field: "type", "BASE_TYPE_CHOICES"),
            RefusedCall(
                .manageChannels, "POST", base, #"{"name":"x","type":5}"#, field: "type", "CHANNEL_TYPE_INVALID"),
            RefusedCall(
                .manageChannels, "PATCH", "/channels/{general}", #"{"type":2}"#, field: "type", "CHANNEL_TYPE_INVALID"),
            RefusedCall(
                .manageChannels, "POST", base, #"{"name":"x","type":2,"rtc_region":"moon"}"#, field: "rtc_region",
                "CHANNEL_INVALID_RTC_REGION"),
            RefusedCall(
                .manageChannels, "POST", base, #"{"name":"x","permission_overwrites":[{"id":"5","type":2}]}"#,
                field: "permission_overwrites/0/type", "BASE_TYPE_CHOICES"),
            RefusedCall(
                .manageChannels, "PATCH", "/channels/{general}",
                #"{"permission_overwrites":[{"id":"{guild}","type":0,"allow":"16"}]}"#, 50013),
            RefusedCall(
                [.manageChannels, .manageRoles], "PUT", "/channels/{general}/permissions/{kid}",
                #"{"type":1,"allow":"8"}"#, 50013),
            RefusedCall(
                [.manageChannels, .manageRoles], "PUT", "/channels/{general}/permissions/{kid}",
                #"{"type":1,"allow":"268435456"}"#, 50013),
            RefusedCall(
                [.manageChannels, .manageRoles], "PUT", "/channels/{general}/permissions/5", #"{"type":1}"#, 10009),
        ])
    func refused(_ call: RefusedCall) throws {
        var fixture = Fixture()
        try call.check(in: &fixture)
    }
}

import Crypto
import JSON
import Testing

@testable import EchordTesting

@Suite("Voice channels, stages and sounds")
struct VoiceTests {
    /// Makes `chores` a channel one speaks in.
    private func place(_ fixture: inout Fixture, _ kind: Channel.Kind = .voice) -> Flake {
        let chores = fixture.channel("chores")
        fixture.realm.world.channels[chores] = Channel(id: chores, kind: kind, guild: fixture.guild, name: "chores")
        return chores
    }

    @Test("Members come, move and go; the channel's time begins with the first and ends with the last")
    func members() throws {
        var fixture = Fixture()
        let (chores, guild) = (place(&fixture), fixture.guild)
        let (ann, ben) = (fixture.user("ann"), fixture.user("ben"))
        let connection = fixture.connect()
        _ = fixture.frames(connection)
        try fixture.realm.enterVoice(ann, chores, session: "a")
        try fixture.realm.enterVoice(ben, chores, session: "b", selfMute: true)
        let path = fixture.filled("/guilds/{guild}/voice-states/")
        #expect(fixture.rest("GET", path + ben.text).body?["self_mute"] == true)
        #expect(fixture.rest("GET", path + "@me").code == 10065)
        #expect(fixture.realm.world.channels[chores]?.voice?.startedAt == fixture.realm.now)
        fixture.realm.leaveVoice(ann, in: guild)
        fixture.realm.removeMember(ben, from: guild)
        #expect(fixture.realm.world.channels[chores]?.voice?.startedAt == nil)
        let sent = fixture.payloads(connection)
        #expect(
            sent.compactMap { $0["t"]?.text } == [
                "VOICE_STATE_UPDATE", "VOICE_CHANNEL_START_TIME_UPDATE", "VOICE_STATE_UPDATE", "VOICE_STATE_UPDATE",
                "VOICE_STATE_UPDATE", "VOICE_CHANNEL_START_TIME_UPDATE", "GUILD_MEMBER_REMOVE",
            ])
        #expect(sent[3]["d"]?["channel_id"] == .null)
    }

    @Test("Not into a text channel, a closed one or a full one; who is new is told who is there")
    func refused() throws {
        var fixture = Fixture()
        let chores = place(&fixture)
        let (ann, kid) = (fixture.user("ann"), fixture.user("kid"))
        fixture.realm.world.channels[chores]?.voice?.userLimit = 1
        let general = fixture.general
        #expect(throws: Refusal.self) { try fixture.realm.enterVoice(kid, general, session: "a") }
        try fixture.realm.enterVoice(ann, chores, session: "a")
        #expect(throws: Refusal.self) { try fixture.realm.enterVoice(kid, chores, session: "b") }
        let connection = fixture.connect()
        let state = fixture.data(connection, "GUILD_CREATE").first?["voice_states"]?[0]
        #expect(state?["user_id"] == ann.json)
        #expect(state?.has("guild_id") == false)
        fixture.realm.removeChannel(chores)
        #expect(fixture.rest("GET", fixture.filled("/guilds/{guild}/voice-states/{ann}")).code == 10065)
    }

    @Test("A stage is opened, its topic changed, and closed; its audience asks to speak")
    func stage() throws {
        var fixture = Fixture()
        let chores = place(&fixture, .stage)
        fixture.add([.connect, .manageChannels, .muteMembers, .moveMembers, .viewAuditLog])
        let connection = fixture.connect()
        _ = fixture.frames(connection)
        let body: JSONValue = ["channel_id": chores.json, "topic": "News"]
        #expect(fixture.rest("POST", "/stage-instances", body).body?["topic"] == "News")
        #expect(fixture.rest("POST", "/stage-instances", body).code == 150_006)
        let path = "/stage-instances/\(chores.text)"
        #expect(fixture.rest("GET", path).body?["privacy_level"] == 2)
        #expect(fixture.rest("PATCH", path, ["topic": "More"]).body?["topic"] == "More")
        let kid = fixture.user("kid")
        try fixture.realm.enterVoice(kid, chores, session: "a")
        let voices = fixture.filled("/guilds/{guild}/voice-states/")
        #expect(fixture.rest("GET", voices + kid.text).body?["suppress"] == true)
        #expect(fixture.rest(as: kid, "PATCH", voices + "@me", ["suppress": false]).code == 50013)
        let asking: JSONValue = ["request_to_speak_timestamp": fixture.realm.now.json]
        #expect(fixture.rest(as: kid, "PATCH", voices + "@me", asking).status == 204)
        #expect(fixture.rest("PATCH", voices + kid.text, ["channel_id": chores.json, "suppress": false]).status == 204)
        #expect(fixture.rest("GET", voices + kid.text).body?["suppress"] == false)
        #expect(fixture.rest("PATCH", voices + kid.text, ["channel_id": fixture.general.json]).code == 50024)
        #expect(fixture.rest("DELETE", path).status == 204)
        #expect(fixture.rest("GET", path).code == 10067)
        #expect(fixture.lastAudit?.action == .stageDelete)
        let kinds = fixture.events(connection).filter { $0.hasPrefix("STAGE") }
        #expect(kinds == ["STAGE_INSTANCE_CREATE", "STAGE_INSTANCE_UPDATE", "STAGE_INSTANCE_DELETE"])
        #expect(fixture.rest(as: kid, "POST", "/stage-instances", body).code == 50013)
        #expect(
            fixture.rest("POST", "/stage-instances", ["channel_id": fixture.general.json, "topic": "x"]).code == 50024)
    }

    @Test("Sounds are made, played to those in the channel, changed and removed")
    func sounds() throws {
        var fixture = Fixture()
        let chores = place(&fixture)
        fixture.add([.createExpressions, .connect, .speak, .useSoundboard])
        let connection = fixture.connect()
        _ = fixture.frames(connection)
        let base = fixture.filled("/guilds/{guild}/soundboard-sounds")
        let sound = "data:audio/ogg;base64," + Base64.encode(Array("OggS....".utf8))
        let body: JSONValue = ["name": "ping", "sound": .string(sound), "volume": 0.5, "emoji_name": "🔔"]
        let made = fixture.rest("POST", base, body)
        #expect(made.status == 201)
        #expect(made.body?["volume"] == 0.5)
        let id = made.body?["sound_id"] ?? .null
        let path = base + "/\(id.text ?? "")"
        #expect(fixture.rest("GET", base).body?["items"]?.list?.count == 1)
        #expect(fixture.rest("GET", path).body?["user"]?["id"] == fixture.bot.json)
        #expect(fixture.rest("PATCH", path, ["name": "pong"]).body?["name"] == "pong")
        #expect(fixture.rest("PATCH", path, ["volume": 2]).errors("volume") == ["NUMBER_TYPE_MAX"])
        #expect(fixture.rest("POST", base, body.adding("sound", "x")).errors("sound") == ["SOUND_INVALID"])
        let play = "/channels/\(chores.text)/send-soundboard-sound"
        #expect(fixture.rest("POST", play, ["sound_id": id]).code == 40032)
        try fixture.realm.enterVoice(fixture.bot, chores, session: "a")
        #expect(fixture.rest("POST", play, ["sound_id": id]).status == 204)
        #expect(fixture.rest("POST", play, ["sound_id": "1"]).status == 204)
        #expect(fixture.rest("POST", play, ["sound_id": "77"]).code == 10097)
        #expect(fixture.rest("DELETE", path).status == 204)
        #expect(fixture.rest("GET", path).code == 10097)
        let sent = fixture.events(connection)
        #expect(sent.count { $0 == "VOICE_CHANNEL_EFFECT_SEND" } == 2)
        #expect(
            sent.filter { $0.hasPrefix("GUILD_SOUNDBOARD") } == [
                "GUILD_SOUNDBOARD_SOUND_CREATE", "GUILD_SOUNDBOARD_SOUND_UPDATE", "GUILD_SOUNDBOARD_SOUND_DELETE",
            ])
        for _ in 0..<Sound.perGuild { #expect(fixture.rest("POST", base, body).status == 201) }
        #expect(fixture.rest("POST", base, body).code == 30045)
        #expect(fixture.rest("GET", "/soundboard-default-sounds").body?.list?.count == Sound.standard.count)
    }

    @Test("Messages are searched where one may read")
    func search() {
        var fixture = Fixture()
        fixture.add(.pinMessages)
        let first = fixture.send(["content": "a red apple"]).id
        _ = fixture.send(["content": "a green pear https://example.com"])
        let third = fixture.send(["content": "Apple again"], to: fixture.channel("chores")).id
        let path = fixture.filled("/guilds/{guild}/messages/search")
        func found(_ query: [String: String], _ location: SourceLocation = #_sourceLocation) -> [String?] {
            let reply = fixture.rest("GET", path, query: query, location: location)
            return reply.body?["messages"]?.list?.map { $0[0]?["id"]?.text } ?? []
        }
        #expect(found(["content": "apple"]) == [third.text, first.text])
        #expect(found(["content": "apple", "sort_order": "asc", "limit": "1"]) == [first.text])
        #expect(found(["content": "apple", "channel_id": fixture.general.text]) == [first.text])
        #expect(found(["has": "link"]).count == 1)
        #expect(found(["author_id": fixture.user("ann").text]) == [])
        #expect(found(["max_id": third.text, "offset": "1"]) == [first.text])
        #expect(fixture.rest("GET", path, query: ["has": "x"]).errors("has") == ["BASE_TYPE_CHOICES"])
        #expect(fixture.rest("GET", path, query: ["limit": "26"]).errors("limit") == ["NUMBER_TYPE_MAX"])
        #expect(fixture.rest("GET", path, query: ["channel_id": "5"]).code == 50001)
        var blind = Fixture(privileged: false)
        #expect(blind.rest("GET", blind.filled("/guilds/{guild}/messages/search")).code == 50001)
    }
}

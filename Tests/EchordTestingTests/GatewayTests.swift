import JSON
import Testing

@testable import EchordTesting

@Suite("The gateway")
struct GatewayTests {
    @Test("Hello comes first, heartbeats are answered")
    func hello() {
        var fixture = Fixture()
        let id = fixture.connect()
        let frames = fixture.payloads(id)
        #expect(frames.first?["op"]?.integer == 10)
        #expect(frames.first?["d"]?["heartbeat_interval"]?.integer == 41_250)
        fixture.receive(id, ["op": 1, "d": 1])
        #expect(fixture.payloads(id).map { $0["op"]?.integer } == [11])
    }

    @Test("READY names unavailable guilds, then they come whole")
    func ready() throws {
        var fixture = Fixture()
        let id = fixture.connect()
        let payloads = fixture.payloads(id)
        let ready = try #require(payloads.first { $0["t"]?.text == "READY" }?["d"])
        #expect(ready["guilds"]?[0]?["unavailable"]?.flag == true)
        #expect(ready["resume_gateway_url"]?.text == "ws://127.0.0.1:0/gateway")
        #expect(ready["application"]?["id"]?.text == fixture.bot.text)
        #expect(ready["shard"] == [0, 1])
        let guild = try #require(payloads.first { $0["t"]?.text == "GUILD_CREATE" }?["d"])
        #expect(guild["members"]?.list?.count == 5)
        #expect(guild["channels"]?.list?.count == 2)
        #expect(guild["member_count"]?.integer == 5)
        #expect(guild["presences"]?.list?.isEmpty == false)
        #expect(payloads.compactMap { $0["s"]?.integer } == [1, 2])
    }

    @Test("Without GUILDS there is no guild, without presences only the bot's member")
    func intents() {
        var fixture = Fixture()
        let none = fixture.connect(intents: 0)
        #expect(fixture.events(none) == ["READY"])
        let plain = fixture.connect(intents: 1)
        let guild = fixture.data(plain, "GUILD_CREATE").first
        #expect(guild?["members"]?.list?.count == 1)
        #expect(guild?["presences"]?.list?.isEmpty == true)
    }

    static let closing: [(String, JSONValue, Int, UInt16)] = [
        ("unknown opcode", ["op": 99], 10, 4001), ("no JSON", .null, 10, 4002), ("too large", ["op": 1], 4097, 4002),
        ("no opcode", ["d": 1], 10, 4002), ("not authenticated", ["op": 3, "d": [:]], 10, 4003),
        ("wrong token", ["op": 2, "d": ["token": "x", "properties": [:], "intents": 0]], 10, 4004),
        ("no properties", ["op": 2, "d": ["token": "bot.token.value", "intents": 0]], 10, 4002),
        (
            "wrong intents",
            ["op": 2, "d": ["token": "bot.token.value", "properties": [:], "intents": 1_073_741_824]], 10,
            4013
        ),
        ("no intents", ["op": 2, "d": ["token": "bot.token.value", "properties": [:]]], 10, 4013),
        (
            "wrong shard",
            ["op": 2, "d": ["token": "bot.token.value", "properties": [:], "intents": 0, "shard": [1, 1]]], 10, 4010
        ),
        (
            "odd shard",
            ["op": 2, "d": ["token": "bot.token.value", "properties": [:], "intents": 0, "shard": ["a"]]], 10, 4010
        ),
        ("resume without session", ["op": 6, "d": ["token": "bot.token.value"]], 10, 4002),
        ("resume with wrong token", ["op": 6, "d": ["token": "x", "session_id": "s", "seq": 0]], 10, 4004),
    ]

    @Test("Each close code", arguments: closing.indices)
    func closeCodes(_ index: Int) {
        let (name, payload, bytes, code) = Self.closing[index]
        var fixture = Fixture()
        guard let id = fixture.realm.openConnection() else { return }
        fixture.receive(id, payload, bytes: bytes)
        #expect(fixture.closeCode(id) == code, "\(name)")
        fixture.receive(id, ["op": 1])
        #expect(fixture.frames(id).isEmpty)
    }

    @Test("A second Identify or a Resume on top is refused")
    func twice() {
        var fixture = Fixture()
        let id = fixture.connect()
        _ = fixture.frames(id)
        fixture.identify(id, [:])
        #expect(fixture.closeCode(id) == 4005)
        let other = fixture.connect()
        _ = fixture.frames(other)
        fixture.receive(other, ["op": 6, "d": [:]])
        #expect(fixture.closeCode(other) == 4005)
    }

    @Test("Privileged intents must be allowed")
    func privileged() {
        var fixture = Fixture(privileged: false)
        let id = fixture.connect(intents: 1 << 15)
        #expect(fixture.closeCode(id) == 4014)
        let plain = fixture.connect(intents: 1)
        #expect(fixture.closeCode(plain) == nil)
    }

    @Test("More than 120 payloads a minute end the connection")
    func rate() {
        var fixture = Fixture()
        let id = fixture.connect()
        for _ in 0..<119 { fixture.receive(id, ["op": 1]) }
        #expect(fixture.closeCode(id) == nil)
        fixture.receive(id, ["op": 1])
        #expect(fixture.closeCode(id) == 4008)
    }

    @Test("The count begins anew after a minute")
    func rateWindow() {
        var fixture = Fixture()
        let id = fixture.connect()
        for _ in 0..<119 { fixture.receive(id, ["op": 1]) }
        fixture.advance(.seconds(60))
        for _ in 0..<120 { fixture.receive(id, ["op": 1]) }
        #expect(fixture.closeCode(id) == nil)
    }

    @Test("Without heartbeats the connection ends")
    func zombie() {
        var fixture = Fixture()
        let id = fixture.connect()
        _ = fixture.frames(id)
        fixture.advance(.seconds(82))
        #expect(fixture.closeCode(id) == nil)
        fixture.receive(id, ["op": 1])
        fixture.advance(.seconds(82))
        #expect(fixture.closeCode(id) == nil)
        fixture.advance(.seconds(1))
        #expect(fixture.closeCode(id) == 4009)
        #expect(fixture.realm.gateway.sessions.isEmpty)
    }

    // MARK: - Identify limits

    @Test("One Identify per key in five seconds, so many a day")
    func starts() {
        var fixture = Fixture()
        _ = fixture.connect()
        guard let second = fixture.realm.openConnection() else { return }
        fixture.identify(second, [:])
        #expect(fixture.payloads(second).last?["op"]?.integer == 9)
        fixture.advance(.seconds(5))
        fixture.identify(second, [:])
        #expect(fixture.events(second) == ["READY"])
        fixture.realm.settings.sessionStartLimit = 2
        let third = fixture.connect()
        #expect(fixture.payloads(third).last?["op"]?.integer == 9)
        let limit = fixture.rest("GET", "/gateway/bot").body?["session_start_limit"]
        #expect(limit?["remaining"]?.integer == 0)
        #expect(limit?["reset_after"]?.integer ?? 0 > 0)
    }

    @Test("Connections are bounded")
    func bounded() {
        var fixture = Fixture()
        for _ in 0..<GatewayState.connectionLimit { #expect(fixture.realm.openConnection() != nil) }
        #expect(fixture.realm.openConnection() == nil)
    }

    @Test("A client that does not read is cut off")
    func slow() {
        var fixture = Fixture()
        let id = fixture.connect()
        for _ in 0..<GatewayState.outboxLimit { fixture.realm.send(["op": 11], to: id) }
        #expect(fixture.closeCode(id) == 4000)
    }

    // MARK: - Resume

    private func lost(_ fixture: inout Fixture) -> (session: String, seq: Int) {
        let id = fixture.connect()
        let session = fixture.data(id, "READY").first?["session_id"]?.text ?? ""
        let seq = fixture.realm.gateway.sessions[session]?.sequence ?? 0
        fixture.realm.connectionEnded(id, code: 1006)
        return (session, seq)
    }

    private func resume(_ fixture: inout Fixture, _ session: String, _ seq: Int) -> ConnectionID {
        let id = fixture.realm.openConnection() ?? ConnectionID(value: 0)
        fixture.receive(
            id, ["op": 6, "d": ["token": "bot.token.value", "session_id": .string(session), "seq": .number(seq)]])
        return id
    }

    @Test("A lost session is resumed with what it missed")
    func resumed() {
        var fixture = Fixture()
        let (session, seq) = lost(&fixture)
        _ = fixture.send(["content": "while away"])
        let id = resume(&fixture, session, seq)
        #expect(fixture.events(id) == ["MESSAGE_CREATE", "RESUMED"])
        _ = fixture.send(["content": "again"])
        #expect(fixture.events(id) == ["MESSAGE_CREATE"])
    }

    @Test("Too late, unknown, or wrong numbers")
    func notResumed() {
        var fixture = Fixture()
        let (session, seq) = lost(&fixture)
        let wrong = resume(&fixture, session, seq + 5)
        #expect(fixture.closeCode(wrong) == 4007)
        #expect(fixture.realm.gateway.sessions[session] == nil)
        let unknown = resume(&fixture, session, seq)
        let answer = fixture.payloads(unknown).last
        #expect(answer?["op"]?.integer == 9)
        #expect(answer?["d"]?.flag == false)
        let (late, lateSeq) = lost(&fixture)
        fixture.advance(.seconds(181))
        let tooLate = resume(&fixture, late, lateSeq)
        #expect(fixture.payloads(tooLate).last?["op"]?.integer == 9)
    }

    @Test("What the buffer has forgotten cannot be replayed")
    func forgotten() {
        var fixture = Fixture()
        let (session, seq) = lost(&fixture)
        for _ in 0...GatewaySession.bufferLimit { fixture.realm.dispatch("X", .null, session: session) }
        let id = resume(&fixture, session, seq)
        #expect(fixture.payloads(id).last?["op"]?.integer == 9)
    }

    @Test("A normal close ends the session")
    func normalClose() {
        var fixture = Fixture()
        let id = fixture.connect()
        fixture.realm.connectionEnded(id, code: 1000)
        #expect(fixture.realm.gateway.sessions.isEmpty)
        fixture.realm.connectionEnded(id, code: 1000)
    }

    @Test("A resumed session leaves its older connection")
    func takenOver() {
        var fixture = Fixture()
        let first = fixture.connect()
        let session = fixture.data(first, "READY").first?["session_id"]?.text ?? ""
        let second = resume(&fixture, session, 1)
        #expect(fixture.closeCode(first) == 4000)
        fixture.realm.connectionEnded(first, code: 4000)
        #expect(fixture.realm.gateway.sessions[session]?.connection == second)
    }

    // MARK: - Dispatch

    @Test("Events go to the guild's shard")
    func shards() {
        var fixture = Fixture()
        let owner = Int((fixture.guild.value >> 22) % 2)
        let first = fixture.connect(shard: [0, 2])
        let second = fixture.connect(shard: [1, 2])
        for id in [first, second] { _ = fixture.frames(id) }
        _ = fixture.send(["content": "x"])
        #expect(fixture.events(owner == 0 ? first : second) == ["MESSAGE_CREATE"])
        #expect(fixture.events(owner == 0 ? second : first).isEmpty)
    }

    @Test("Others' words need the intent; mentions, own and direct messages do not")
    func content() throws {
        var fixture = Fixture()
        let id = fixture.connect(intents: 1 | 1 << 9 | 1 << 12)
        _ = fixture.frames(id)
        let ann = fixture.user("ann")
        _ = try fixture.realm.actMessage(ann, in: fixture.general, content: "secret", reference: nil, files: [])
        _ = try fixture.realm.actMessage(
            ann, in: fixture.general, content: "hey <@\(fixture.bot.text)>", reference: nil, files: [])
        let direct = fixture.realm.directChannel(with: ann)
        _ = try fixture.realm.actMessage(ann, in: direct.id, content: "direct", reference: nil, files: [])
        _ = fixture.send(["content": "mine"])
        let texts = fixture.data(id, "MESSAGE_CREATE").map { $0["content"]?.text ?? "" }
        #expect(texts == ["", "hey <@\(fixture.bot.text)>", "direct", "mine"])
    }

    @Test("A channel the bot may not see is nameless, and silent")
    func obfuscated() throws {
        var fixture = Fixture()
        let hidden = Overwrite(id: fixture.guild, isMember: false, allow: [], deny: .viewChannel)
        fixture.realm.world.channels[fixture.general]?.overwrites = [hidden]
        let bot = fixture.bot
        fixture.realm.changeMember(bot, in: fixture.guild) { $0.roles = [] }
        let id = fixture.connect()
        let channels = fixture.data(id, "GUILD_CREATE").first?["channels"]?.list ?? []
        #expect(channels.filter { $0["name"]?.text == "___hidden___" }.count == 1)
        #expect(channels.first { $0["name"]?.text == "___hidden___" }?["flags"]?.integer == 1 << 17)
        _ = try fixture.realm.actMessage(
            fixture.user("ann"), in: fixture.general, content: "x", reference: nil, files: [])
        #expect(fixture.events(id).isEmpty)
        #expect(fixture.rest("GET", "/channels/\(fixture.general.text)").code == 50001)
        let listed = fixture.rest("GET", "/guilds/\(fixture.guild.text)/channels").body?.list ?? []
        #expect(listed.count == 1)
    }

    // MARK: - Commands

    @Test("Members come in chunks, by query and by id")
    func chunks() {
        var fixture = Fixture()
        let id = fixture.connect()
        _ = fixture.frames(id)
        let guild = fixture.guild.json
        fixture.receive(
            id, ["op": 8, "d": ["guild_id": guild, "query": "b", "limit": 10, "nonce": "n", "presences": true]])
        let chunk = fixture.data(id, "GUILD_MEMBERS_CHUNK").first
        #expect(chunk?["members"]?.list?.count == 1)
        #expect(chunk?["nonce"]?.text == "n")
        #expect(chunk?["presences"]?.list?.count == 1)
        fixture.receive(id, ["op": 8, "d": ["guild_id": guild, "user_ids": [fixture.user("ann").json, "5"]]])
        #expect(fixture.data(id, "GUILD_MEMBERS_CHUNK").first?["not_found"] == ["5"])
    }

    @Test("The whole list once in thirty seconds, in chunks of a thousand")
    func allMembers() {
        var fixture = Fixture()
        for index in 0..<1200 {
            let user = fixture.realm.addUser("u\(index)", globalName: nil, locale: "en-US")
            fixture.realm.world.guilds[fixture.guild]?.members[user.id] = Membership(
                user: user.id, joinedAt: fixture.realm.now)
        }
        let id = fixture.connect()
        _ = fixture.frames(id)
        let ask: JSONValue = ["op": 8, "d": ["guild_id": fixture.guild.json, "query": "", "limit": 0]]
        fixture.receive(id, ask)
        #expect(fixture.data(id, "GUILD_MEMBERS_CHUNK").map { $0["members"]?.list?.count } == [1000, 205])
        fixture.receive(id, ask)
        #expect(fixture.data(id, "RATE_LIMITED").first?["retry_after"]?.number == 30)
        fixture.advance(.seconds(31))
        fixture.receive(id, ask)
        #expect(fixture.events(id).count == 2)
    }

    @Test("Member requests that are refused")
    func badRequests() {
        var fixture = Fixture()
        let id = fixture.connect(intents: 1)
        _ = fixture.frames(id)
        fixture.receive(id, ["op": 8, "d": ["guild_id": "1", "query": ""]])
        #expect(fixture.frames(id).isEmpty)
        fixture.receive(id, ["op": 8, "d": ["guild_id": fixture.guild.json, "query": "", "limit": 0]])
        #expect(fixture.closeCode(id) == 4014)
        let other = fixture.connect(intents: 1)
        _ = fixture.frames(other)
        fixture.receive(other, ["op": 8, "d": ["guild_id": fixture.guild.json]])
        #expect(fixture.closeCode(other) == 4002)
        let third = fixture.connect(intents: 1)
        fixture.receive(third, ["op": 8, "d": 4])
        #expect(fixture.closeCode(third) == 4002)
    }

    @Test("Presence, voice state, sounds and channel info")
    func others() {
        var fixture = Fixture()
        let id = fixture.connect()
        _ = fixture.frames(id)
        fixture.receive(
            id,
            [
                "op": 3,
                "d": ["status": "idle", "activities": [["name": "x", "type": 0]], "since": .null, "afk": false],
            ])
        #expect(fixture.data(id, "PRESENCE_UPDATE").first?["status"]?.text == "idle")
        let chores = fixture.channel("chores")
        fixture.realm.world.channels[chores]?.kind = .voice
        let voice: JSONValue = ["guild_id": fixture.guild.json, "channel_id": chores.json, "self_mute": true]
        fixture.receive(id, ["op": 4, "d": voice])
        let events = fixture.payloads(id)
        #expect(
            events.map { $0["t"]?.text }
                == ["VOICE_STATE_UPDATE", "VOICE_CHANNEL_START_TIME_UPDATE", "VOICE_SERVER_UPDATE"])
        #expect(events[2]["d"]?["endpoint"]?.isNull == true)
        fixture.receive(id, ["op": 31, "d": ["guild_ids": [fixture.guild.json]]])
        fixture.receive(id, ["op": 43, "d": ["guild_id": fixture.guild.json]])
        #expect(fixture.events(id) == ["SOUNDBOARD_SOUNDS", "CHANNEL_INFO"])
        fixture.receive(id, ["op": 3, "d": [:]])
        #expect(fixture.closeCode(id) == 4002)
    }

    @Test("Identify may carry a presence and ask for compressed payloads")
    func identifyExtras() {
        var fixture = Fixture()
        guard let id = fixture.realm.openConnection() else { return }
        fixture.identify(
            id, ["compress": true, "large_threshold": 9, "presence": ["status": "dnd"], "token": "Bot bot.token.value"])
        let wholly = fixture.frames(id).compactMap { if case .payload(_, let wholly) = $0 { wholly } else { nil } }
        #expect(wholly == [false, true])
        #expect(fixture.realm.world.bot.status == "dnd")
    }

    @Test("A stored zlib stream is one that every inflater reads")
    func stored() {
        let empty = FrameEncoder.stored([])
        #expect(empty == [0x78, 1, 1, 0, 0, 0xFF, 0xFF, 0, 0, 0, 1])
        let long = FrameEncoder.stored([UInt8](repeating: 7, count: 70_000))
        #expect(long.count == 2 + 5 + 65_535 + 5 + 4465 + 4)
        #expect(long[2] == 0)
        #expect(long[2 + 5 + 65_535] == 1)
    }

    @Test("Reconnect requests, members who come and go, and the bot leaving")
    func guildEvents() {
        var fixture = Fixture()
        let id = fixture.connect()
        _ = fixture.frames(id)
        fixture.realm.requestReconnect(id)
        #expect(fixture.payloads(id).map { $0["op"]?.integer } == [7])
        let eve = fixture.realm.addUser("eve", globalName: nil, locale: "en-US")
        fixture.realm.putMember(eve.id, in: fixture.guild, roles: nil, nick: nil)
        fixture.realm.putMember(eve.id, in: fixture.guild, roles: [], nick: "E")
        fixture.realm.removeMember(eve.id, from: fixture.guild)
        fixture.realm.removeMember(eve.id, from: fixture.guild)
        let guild = fixture.guild
        fixture.realm.removeMember(fixture.bot, from: guild)
        #expect(
            fixture.events(id) == ["GUILD_MEMBER_ADD", "GUILD_MEMBER_UPDATE", "GUILD_MEMBER_REMOVE", "GUILD_DELETE"])
        #expect(fixture.rest("GET", "/guilds/\(guild.text)").code == 10004)
        fixture.realm.addBot(to: guild, .all)
        #expect(fixture.events(id) == ["GUILD_CREATE"])
    }
}

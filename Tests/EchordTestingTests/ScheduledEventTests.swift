import JSON
import Testing

@testable import EchordTesting

@Suite("Scheduled events")
struct ScheduledEventTests {
    private static let base = "/guilds/{guild}/scheduled-events"

    private static func party(_ more: JSONObject = [:]) -> JSONValue {
        var fields: JSONObject = [
            "name": "Party", "privacy_level": 2, "entity_type": 3, "entity_metadata": ["location": "Garden"],
            "scheduled_start_time": (Fixture.start + .seconds(3600)).json,
            "scheduled_end_time": (Fixture.start + .seconds(7200)).json,
        ]
        for (key, value) in more { fields[key] = value }
        return .object(fields)
    }

    private func make(_ fixture: inout Fixture, _ body: JSONValue = party()) -> RESTReply {
        fixture.add(.createEvents)
        return fixture.rest("POST", fixture.filled(Self.base), body)
    }

    /// Makes `chores` a voice channel.
    private func voice(_ fixture: inout Fixture, _ kind: Channel.Kind = .voice) -> Flake {
        let chores = fixture.channel("chores")
        fixture.realm.world.channels[chores]?.kind = kind
        return chores
    }

    @Test("Made, listed, changed and removed, with events and the audit log")
    func life() {
        var fixture = Fixture()
        fixture.add([.createEvents, .viewAuditLog])
        let connection = fixture.connect()
        _ = fixture.frames(connection)
        let made = make(&fixture, Self.party(["image": .string(Pictures.png), "description": "Bring a hat"]))
        #expect(made.body?["status"] == 1)
        #expect(made.body?["creator"]?["id"] == fixture.bot.json)
        #expect(made.body?["image"]?.text?.count == 32)
        let path = fixture.filled(Self.base) + "/\(made.id.text)"
        #expect(fixture.rest("GET", path, query: ["with_user_count": "true"]).body?["user_count"] == 0)
        #expect(fixture.rest("GET", fixture.filled(Self.base)).body?.list?.count == 1)
        let changed = fixture.rest("PATCH", path, ["name": "Feast", "description": .null])
        #expect(changed.body?["name"] == "Feast")
        #expect(fixture.lastAudit?.changes.compactMap { $0["key"]?.text } == ["name", "description"])
        #expect(fixture.rest("DELETE", path).status == 204)
        #expect(fixture.rest("GET", path).code == 10070)
        #expect(
            fixture.events(connection) == [
                "GUILD_SCHEDULED_EVENT_CREATE", "GUILD_AUDIT_LOG_ENTRY_CREATE", "GUILD_SCHEDULED_EVENT_UPDATE",
                "GUILD_AUDIT_LOG_ENTRY_CREATE", "GUILD_SCHEDULED_EVENT_DELETE", "GUILD_AUDIT_LOG_ENTRY_CREATE",
            ])
        let log = fixture.rest("GET", fixture.filled("/guilds/{guild}/audit-logs")).body
        #expect(log?["audit_log_entries"]?.list?.count == 3)
    }

    @Test("The clock begins an event outside of Discord and ends it, as the connection is told")
    func clock() {
        var fixture = Fixture()
        let connection = fixture.connect()
        let event = make(&fixture).id
        let path = fixture.filled(Self.base) + "/\(event.text)"
        _ = fixture.frames(connection)
        fixture.advance(.seconds(3600), beating: true)
        #expect(fixture.rest("GET", path).body?["status"] == 2)
        #expect(fixture.data(connection, "GUILD_SCHEDULED_EVENT_UPDATE").map { $0["status"] } == [2])
        fixture.advance(.seconds(3600), beating: true)
        #expect(fixture.rest("GET", path).body?["status"] == 3)
        #expect(fixture.rest("PATCH", path, ["name": "x"]).code == 180_000)
        #expect(fixture.realm.timers.keys.contains { if case .eventTurn = $0 { true } else { false } } == false)
    }

    @Test("An event in a channel is started by someone, or given up")
    func inChannel() {
        var fixture = Fixture()
        let chores = voice(&fixture)
        fixture.add([.connect, .manageEvents])
        let body = Self.party(["entity_type": 2, "channel_id": chores.json, "entity_metadata": .null])
        let event = make(&fixture, body).id
        let path = fixture.filled(Self.base) + "/\(event.text)"
        fixture.advance(.seconds(3600))
        #expect(fixture.rest("GET", path).body?["status"] == 1)
        #expect(fixture.rest("PATCH", path, ["status": 3]).errors("status") == ["TRANSITION_INVALID"])
        #expect(fixture.rest("PATCH", path, ["status": 2]).body?["status"] == 2)
        #expect(fixture.rest("PATCH", path, ["status": 1]).errors("status") == ["TRANSITION_INVALID"])
        #expect(fixture.rest("PATCH", path, ["status": 3]).body?["status"] == 3)
        let later: JSONObject = [
            "entity_type": 2, "channel_id": chores.json, "entity_metadata": .null,
            "scheduled_start_time": (fixture.realm.now + .seconds(60)).json,
            "scheduled_end_time": (fixture.realm.now + .seconds(120)).json,
        ]
        let forgotten = make(&fixture, Self.party(later)).id
        fixture.advance(.seconds(60) + ScheduledEvent.patience)
        #expect(
            fixture.rest("GET", fixture.filled(Self.base) + "/\(forgotten.text)").body?["status"] == 4)
        let third = make(
            &fixture,
            Self.party([
                "entity_type": 2, "channel_id": chores.json, "entity_metadata": .null,
                "scheduled_start_time": (fixture.realm.now + .seconds(60)).json, "scheduled_end_time": .null,
            ])
        ).id
        #expect(third != Flake(0))
        fixture.realm.removeChannel(chores)
        #expect(fixture.rest("GET", fixture.filled(Self.base) + "/\(third.text)").code == 10070)
    }

    @Test("Members say that they are interested; the list is read in pages")
    func interest() {
        var fixture = Fixture()
        let connection = fixture.connect()
        let event = make(&fixture).id
        let path = fixture.filled(Self.base) + "/\(event.text)/users"
        _ = fixture.frames(connection)
        let people = ["ann", "ben", "cas"].map { fixture.user($0) }
        for user in people { #expect(fixture.rest(as: user, "PUT", path + "/@me").status == 204) }
        // Twice is once.
        #expect(fixture.rest(as: people[0], "PUT", path + "/@me").status == 204)
        #expect(fixture.rest("PUT", path + "/@me").code == 20001)
        let all = fixture.rest("GET", path, query: ["with_member": "true"]).body
        #expect(all?.list?.compactMap { $0["user"]?["id"] } == people.map(\.json))
        #expect(all?[0]?["member"]?["user"]?["id"] == people[0].json)
        let page = fixture.rest("GET", path, query: ["after": people[0].text, "limit": "1"]).body
        #expect(page?.list?.compactMap { $0["user"]?["id"] } == [people[1].json])
        let back = fixture.rest("GET", path, query: ["before": people[2].text, "limit": "1"]).body
        #expect(back?.list?.compactMap { $0["user"]?["id"] } == [people[1].json])
        #expect(fixture.rest("GET", path + "/counts").body?["guild_scheduled_event_count"] == 3)
        #expect(fixture.rest(as: people[0], "DELETE", path + "/@me").status == 204)
        #expect(
            fixture.events(connection)
                == Array(repeating: "GUILD_SCHEDULED_EVENT_USER_ADD", count: 3) + ["GUILD_SCHEDULED_EVENT_USER_REMOVE"])
    }

    @Test(
        "Refused",
        arguments: [
            ("name", party(["name": .null]), "BASE_TYPE_REQUIRED"),
            ("privacy_level", party(["privacy_level": 1]), "BASE_TYPE_CHOICES"),
            ("entity_type", party(["entity_type": 9]), "BASE_TYPE_CHOICES"),
            ("entity_metadata", party(["entity_metadata": .null]), "BASE_TYPE_REQUIRED"),
            ("scheduled_end_time", party(["scheduled_end_time": .null]), "BASE_TYPE_REQUIRED"),
            (
                "scheduled_end_time", party(["scheduled_end_time": (Fixture.start + .seconds(60)).json]),
                "GUILD_SCHEDULED_EVENT_END_BEFORE_START"
            ),
            (
                "scheduled_start_time", party(["scheduled_start_time": Fixture.start.json]),
                "GUILD_SCHEDULED_EVENT_SCHEDULE_PAST"
            ),
            ("scheduled_start_time", party(["scheduled_start_time": "soon"]), "DATE_TIME_TYPE_PARSE"),
            ("channel_id", party(["channel_id": "5"]), "GUILD_SCHEDULED_EVENT_EXTERNAL_CHANNEL"),
            ("channel_id", party(["entity_type": 2, "entity_metadata": .null]), "BASE_TYPE_REQUIRED"),
        ] as [(String, JSONValue, String)])
    func refused(_ field: String, _ body: JSONValue, _ complaint: String) {
        var fixture = Fixture()
        #expect(make(&fixture, body).errors(field) == [complaint])
    }

    @Test(
        "Recurring: only in the ways Discord knows",
        arguments: [
            (#"{"frequency":3,"interval":1,"by_weekday":[0,1,2,3,4]}"#, ""),
            (#"{"frequency":2,"interval":2,"by_weekday":[3]}"#, ""),
            (#"{"frequency":1,"interval":1,"by_n_weekday":[{"n":4,"day":2}]}"#, ""),
            (#"{"frequency":0,"interval":1,"by_month":[7],"by_month_day":[24]}"#, ""),
            (#"{"frequency":3,"interval":2}"#, "interval"), (#"{"frequency":2,"interval":1,"count":3}"#, "count"),
            (#"{"frequency":2,"interval":1,"by_weekday":[1,2]}"#, "by_weekday"),
            (#"{"frequency":2,"interval":1,"by_n_weekday":[{"n":4,"day":2}]}"#, "by_n_weekday"),
            (#"{"frequency":0,"interval":1,"by_month":[7]}"#, "by_month"),
        ])
    func recurring(_ rule: String, _ field: String) throws {
        var fixture = Fixture()
        let value = try JSON.decode(JSONValue.self, from: Array(rule.utf8))
            .adding("start", (Fixture.start + .seconds(3600)).json)
        let reply = make(&fixture, Self.party(["recurrence_rule": value]))
        if field.isEmpty {
            #expect(reply.body?["recurrence_rule"]?["frequency"] == value["frequency"])
        } else {
            #expect(reply.errors("recurrence_rule", field) == ["GUILD_SCHEDULED_EVENT_RECURRENCE"], "\(reply)")
        }
    }

    @Test("Rights: Create Events for one's own, Manage Events for others', and those of the place")
    func rights() {
        var fixture = Fixture()
        fixture.withhold(.createEvents)
        fixture.grant(.viewChannel)
        #expect(fixture.rest("POST", fixture.filled(Self.base), Self.party()).code == 50013)
        let event = make(&fixture).id
        let path = fixture.filled(Self.base) + "/\(event.text)"
        fixture.promote("ben", .createEvents)
        #expect(fixture.rest(as: fixture.user("ben"), "PATCH", path, ["name": "x"]).code == 50013)
        #expect(fixture.rest(as: fixture.user("kid"), "DELETE", path).code == 50013)
        #expect(fixture.rest(as: fixture.user("ann"), "PATCH", path, ["name": "x"]).status == 200)
        #expect(fixture.rest("PATCH", path, ["name": "y"]).status == 200)
        let stage = voice(&fixture, .stage)
        let body = Self.party(["entity_type": 1, "channel_id": stage.json, "entity_metadata": .null])
        #expect(make(&fixture, body).code == 50013)
        fixture.add([.manageChannels, .muteMembers, .moveMembers])
        #expect(make(&fixture, body.adding("entity_type", 2)).code == 50024)
        #expect(make(&fixture, body).status == 200)
        // Who does not see the place does not see the event.
        let hidden = Overwrite(id: fixture.guild, isMember: false, allow: [], deny: .viewChannel)
        fixture.realm.world.channels[stage]?.overwrites = [hidden]
        let list = fixture.rest(as: fixture.user("kid"), "GET", fixture.filled(Self.base)).body?.list
        #expect(list?.count == 1)
    }

    @Test("A hundred that are not over")
    func limit() {
        var fixture = Fixture()
        for _ in 0..<ScheduledEvent.perGuild { #expect(make(&fixture).status == 200) }
        #expect(make(&fixture).code == 30038)
    }
}

import JSON
import Testing

@testable import EchordTesting

@Suite("Bans")
struct BanTests {
    private static let base = "/guilds/{guild}/bans"

    @Test("A ban keeps out, deletes what was written lately, and is told to who may know")
    func life() throws {
        var fixture = Fixture()
        fixture.grant([.banMembers, .sendMessages, .viewAuditLog])
        let (kid, ann) = (fixture.user("kid"), fixture.user("ann"))
        let old = try fixture.realm.actMessage(kid, in: fixture.general, content: "old", reference: nil, files: [])
        fixture.advance(.seconds(7200))
        for name in ["general", "general", "chores"] {
            _ = try fixture.realm.actMessage(kid, in: fixture.channel(name), content: "new", reference: nil, files: [])
        }
        let connection = fixture.connect()
        _ = fixture.frames(connection)
        let base = fixture.filled(Self.base)
        let path = "\(base)/\(kid.text)"
        #expect(fixture.rest("PUT", path, ["delete_message_seconds": 3600], reason: "spam").status == 204)
        #expect(fixture.rest("PUT", path).status == 204)
        #expect(fixture.realm.world.posts[fixture.general]?.map(\.id) == [old.id])
        #expect(fixture.rest("GET", path).body?["reason"] == "spam")
        #expect(fixture.rest("GET", base).body?.list?.count == 1)
        #expect(
            fixture.events(connection) == [
                "GUILD_BAN_ADD", "GUILD_AUDIT_LOG_ENTRY_CREATE", "GUILD_MEMBER_REMOVE", "MESSAGE_DELETE_BULK",
                "MESSAGE_DELETE",
            ])
        #expect(fixture.lastAudit?.action == .memberBan)
        #expect(fixture.rest("DELETE", path).status == 204)
        #expect(fixture.lastAudit?.action == .memberUnban)
        #expect(fixture.rest("DELETE", path).code == 10026)
        #expect(fixture.events(connection) == ["GUILD_BAN_REMOVE", "GUILD_AUDIT_LOG_ENTRY_CREATE"])
        // Without the permission the bot hears nothing.
        fixture.grant(.sendMessages)
        #expect(fixture.rest(as: ann, "PUT", path).status == 204)
        #expect(fixture.events(connection).isEmpty)
    }

    @Test("Pages by user id, always rising")
    func paging() {
        var fixture = Fixture()
        fixture.grant(.banMembers)
        let users = ["a", "b", "c"].map { fixture.realm.addUser($0, globalName: nil, locale: "en-US").id }
        let base = fixture.filled(Self.base)
        for user in users { #expect(fixture.rest("PUT", "\(base)/\(user.text)").status == 204) }
        func page(_ query: [String: String]) -> [Flake] {
            (fixture.rest("GET", base, query: query).body?.list ?? []).compactMap { Flake(json: $0["user"]?["id"]) }
        }
        #expect(page([:]) == users)
        #expect(page(["limit": "1"]) == [users[0]])
        #expect(page(["limit": "1", "before": users[2].text]) == [users[1]])
        #expect(page(["after": users[0].text]) == Array(users[1...]))
        #expect(page(["limit": "0"]).isEmpty)
    }

    @Test("In bulk: who can be is banned, the others are named")
    func bulk() {
        var fixture = Fixture()
        fixture.grant([.banMembers, .manageGuild])
        let path = fixture.filled("/guilds/{guild}/bulk-ban")
        let (kid, cas, ann) = (fixture.user("kid"), fixture.user("cas"), fixture.user("ann"))
        let reply = fixture.rest(
            "POST", path, ["user_ids": [kid.json, cas.json, ann.json, "5", kid.json], "delete_message_seconds": 0])
        #expect(reply.body == ["banned_users": .flakes([kid, cas]), "failed_users": .flakes([ann, Flake(5)])])
        #expect(fixture.rest("POST", path, ["user_ids": [kid.json]]).code == 500_000)
    }

    @Test(
        "Refused",
        arguments: [
            RefusedCall([], "GET", base, "", 50013), RefusedCall([], "PUT", base + "/{kid}", "", 50013),
            RefusedCall([], "DELETE", base + "/{kid}", "", 50013), RefusedCall([], "GET", base + "/{kid}", "", 50013),
            RefusedCall(.banMembers, "GET", base + "/{kid}", "", 10026),
            RefusedCall(.banMembers, "GET", base + "?limit=1001", "", 50035),
            RefusedCall(.banMembers, "PUT", base + "/5", "", 10013),
            RefusedCall(.banMembers, "PUT", base + "/{ann}", "", 50013),
            RefusedCall(.banMembers, "PUT", base + "/{ben}", "", 50013),
            RefusedCall(.banMembers, "PUT", base + "/{bot}", "", 50013),
            RefusedCall(
                .banMembers, "PUT", base + "/{kid}", #"{"delete_message_seconds":604801}"#,
                field: "delete_message_seconds", "NUMBER_TYPE_MAX"),
            RefusedCall(
                .banMembers, "PUT", base + "/{kid}", #"{"delete_message_days":8}"#, field: "delete_message_days",
                "NUMBER_TYPE_MAX"),
            RefusedCall(.banMembers, "POST", "/guilds/{guild}/bulk-ban", "{}", 50013),
            RefusedCall(
                [.banMembers, .manageGuild], "POST", "/guilds/{guild}/bulk-ban", "{}", field: "user_ids",
                "BASE_TYPE_REQUIRED"),
            RefusedCall(
                [.banMembers, .manageGuild], "POST", "/guilds/{guild}/bulk-ban",
                #"{"user_ids":{"§times":201,"of":"7"}}"#, field: "user_ids", "BASE_TYPE_BAD_LENGTH"),
            RefusedCall(as: "kid", "PUT", base + "/{cas}", "", 50013),
        ])
    func refused(_ call: RefusedCall) throws {
        var fixture = Fixture()
        fixture.promote("ben", [], position: 30)
        try call.check(in: &fixture)
    }

    @Test("Strangers are banned in a limited number")
    func strangers() {
        var fixture = Fixture()
        fixture.grant(.banMembers)
        fixture.realm.world.limits.strangerBans = 1
        let users = ["a", "b"].map { fixture.realm.addUser($0, globalName: nil, locale: "en-US").id }
        let base = fixture.filled(Self.base)
        #expect(fixture.rest("PUT", "\(base)/\(users[0].text)").status == 204)
        #expect(fixture.rest("PUT", "\(base)/\(users[1].text)").code == 30035)
        #expect(fixture.rest("PUT", "\(base)/\(fixture.user("kid").text)").status == 204)
    }
}

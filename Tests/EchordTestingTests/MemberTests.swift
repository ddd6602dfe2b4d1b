import JSON
import Testing

@testable import EchordTesting

@Suite("Members")
struct MemberTests {
    private static let base = "/guilds/{guild}/members"

    @Test("The bot changes itself")
    func own() {
        var fixture = Fixture()
        let base = fixture.filled(Self.base)
        let changed = fixture.rest(
            "PATCH", base + "/@me", ["nick": "Botty", "avatar": .string(Pictures.gif), "bio": "about"])
        #expect(changed.body?["nick"] == "Botty")
        #expect(changed.body?["avatar"]?.text?.hasPrefix("a_") == true)
        #expect(changed.body?["bio"] == "about")
        #expect(fixture.rest("PATCH", base + "/@me/nick", ["nick": "B"]).body == ["nick": "B"])
        #expect(fixture.rest("PATCH", base + "/@me", ["nick": "", "avatar": .null]).body?["nick"]?.isNull == true)
        #expect(fixture.rest("GET", fixture.filled("/users/@me/guilds/{guild}/member")).body?["bio"] == "about")
        #expect(fixture.lastAudit?.action == .memberUpdate)
        #expect(fixture.lastAudit?.changes == [["key": "nick", "old_value": "B"]])
    }

    @Test("Moderators act as members do in Discord's client, within their rank")
    func moderators() {
        var fixture = Fixture()
        fixture.promote("ben", [.moderateMembers, .manageNicknames, .manageRoles, .kickMembers])
        let (ben, kid, cas) = (fixture.user("ben"), fixture.user("kid"), fixture.user("cas"))
        let path = fixture.filled(Self.base) + "/\(kid.text)"
        let until = (fixture.realm.now + .seconds(60)).iso
        let timed = fixture.rest(
            as: ben, "PATCH", path, ["communication_disabled_until": .string(until), "nick": "Kiddo"], reason: "spam")
        #expect(timed.body?["communication_disabled_until"] == .string(until))
        #expect(fixture.lastAudit?.user == ben)
        #expect(fixture.lastAudit?.reason == "spam")
        #expect(fixture.lastAudit?.changes.compactMap { $0["key"]?.text } == ["nick", "communication_disabled_until"])
        // Under time-out nobody moderates.
        #expect(fixture.rest(as: kid, "PATCH", path, ["nick": "x"]).code == 50013)
        let given = fixture.rest(as: ben, "PUT", path + "/roles/\(fixture.role("Adults").text)")
        #expect(given.status == 204)
        #expect(fixture.lastAudit?.changes.first?["key"] == "$add")
        #expect(fixture.lastAudit?.changes.first?["new_value"]?[0]?["name"] == "Adults")
        #expect(fixture.rest(as: ben, "DELETE", path + "/roles/\(fixture.role("Adults").text)").status == 204)
        #expect(fixture.lastAudit?.changes.first?["key"] == "$remove")
        #expect(fixture.rest(as: cas, "DELETE", path).code == 50013)
        #expect(fixture.rest(as: ben, "DELETE", path).status == 204)
        #expect(fixture.lastAudit?.action == .memberKick)
        #expect(fixture.realm.world.membership(kid, in: fixture.guild) == nil)
        fixture.realm.putMember(kid, in: fixture.guild, roles: nil, nick: nil)
        #expect(fixture.rest("GET", path).body?["flags"] == .number(Membership.rejoined))
    }

    @Test("Flags are set by who may, and only the one that is settable")
    func flags() {
        var fixture = Fixture()
        fixture.grant([.moderateMembers, .kickMembers, .banMembers])
        let path = fixture.filled(Self.base + "/{kid}")
        #expect(fixture.rest("PATCH", path, ["flags": 7]).body?["flags"] == .number(Membership.bypassesVerification))
        fixture.grant(.manageGuild)
        #expect(fixture.rest("PATCH", path, ["flags": 0]).body?["flags"] == 0)
        fixture.grant([.moderateMembers, .kickMembers])
        #expect(fixture.rest("PATCH", path, ["flags": 0]).code == 50013)
    }

    @Test("Pruning takes the silent ones without other roles")
    func pruning() {
        var fixture = Fixture()
        fixture.grant([.manageGuild, .kickMembers])
        fixture.raise()
        let path = fixture.filled("/guilds/{guild}/prune")
        #expect(fixture.rest("GET", path).body == ["pruned": 0])
        fixture.advance(.seconds(8 * 86_400))
        _ = try? fixture.realm.actMessage(
            fixture.user("cas"), in: fixture.general, content: "here", reference: nil, files: [])
        #expect(fixture.rest("GET", path).body == ["pruned": 1])
        #expect(fixture.rest("GET", path, query: ["days": "9"]).body == ["pruned": 0])
        let adults = fixture.role("Adults")
        #expect(fixture.rest("GET", path, query: ["include_roles": adults.text]).body == ["pruned": 2])
        #expect(
            fixture.rest("POST", path, ["compute_prune_count": false, "reason": "quiet"]).body?["pruned"]?.isNull
                == true)
        #expect(fixture.realm.world.membership(fixture.user("kid"), in: fixture.guild) == nil)
        #expect(fixture.lastAudit?.options == ["delete_member_days": "7", "members_removed": "1"])
        #expect(fixture.lastAudit?.reason == "quiet")
        #expect(fixture.rest("POST", path, ["include_roles": [adults.json], "days": 1]).body == ["pruned": 1])
    }

    @Test(
        "Refused",
        arguments: [
            RefusedCall([], "GET", base + "/5", "", 10013), RefusedCall([], "GET", base + "/search", "", 50035),
            RefusedCall([], "PATCH", base + "/@me", #"{"nick":"§33"}"#, 50035),
            RefusedCall([], "PATCH", base + "/@me", #"{"avatar":"x"}"#, field: "avatar", "IMAGE_INVALID"),
            RefusedCall([], "PATCH", base + "/{kid}", #"{"nick":"x"}"#, 50013),
            RefusedCall(
                .manageNicknames, "PATCH", base + "/{kid}", #"{"nick":"§33"}"#, field: "nick", "BASE_TYPE_MAX_LENGTH"),
            RefusedCall(.manageNicknames, "PATCH", base + "/{ann}", #"{"nick":"x"}"#, 50013),
            RefusedCall([], "PATCH", base + "/{kid}", #"{"roles":[]}"#, 50013),
            RefusedCall(.manageRoles, "PATCH", base + "/{kid}", #"{"roles":["5"]}"#, 10011),
            RefusedCall(
                .manageRoles, "PATCH", base + "/{kid}", #"{"roles":["x"]}"#, field: "roles/0", "NUMBER_TYPE_COERCE"),
            RefusedCall(.manageRoles, "PATCH", base + "/{kid}", #"{"roles":["{role Tester}"]}"#, 50013),
            RefusedCall([], "PATCH", base + "/{kid}", #"{"communication_disabled_until":null}"#, 50013),
            RefusedCall(
                .moderateMembers, "PATCH", base + "/{kid}", #"{"communication_disabled_until":"soon"}"#,
                field: "communication_disabled_until", "DATE_TIME_TYPE_PARSE"),
            RefusedCall(
                .moderateMembers, "PATCH", base + "/{kid}", #"{"communication_disabled_until":"2050-01-01"}"#,
                field: "communication_disabled_until", "GUILD_TIMEOUT_TOO_LONG"),
            RefusedCall(.moderateMembers, "PATCH", base + "/{ann}", #"{"communication_disabled_until":null}"#, 50013),
            RefusedCall(.moderateMembers, "PATCH", base + "/{ben}", #"{"communication_disabled_until":null}"#, 50013),
            RefusedCall([], "PUT", base + "/{kid}/roles/{role Adults}", "", 50013),
            RefusedCall(.manageRoles, "PUT", base + "/{kid}/roles/5", "", 10011),
            RefusedCall(.manageRoles, "PUT", base + "/5/roles/{role Adults}", "", 10013),
            RefusedCall([], "DELETE", base + "/{kid}", "", 50013),
            RefusedCall(.kickMembers, "DELETE", base + "/{ann}", "", 50013),
            RefusedCall(.kickMembers, "DELETE", base + "/{bot}", "", 50013),
            RefusedCall(.kickMembers, "GET", "/guilds/{guild}/prune", "", 50013),
            RefusedCall(.manageGuild, "POST", "/guilds/{guild}/prune", "{}", 50013),
            RefusedCall([.manageGuild, .kickMembers], "GET", "/guilds/{guild}/prune?days=31", "", 50035),
            RefusedCall([.manageGuild, .kickMembers], "GET", "/guilds/{guild}/prune?include_roles=x", "", 50035),
            RefusedCall(
                [.manageGuild, .kickMembers], "POST", "/guilds/{guild}/prune", #"{"include_roles":["5"]}"#, 10011),
            RefusedCall(
                [.manageGuild, .kickMembers], "POST", "/guilds/{guild}/prune", #"{"days":0}"#, field: "days",
                "NUMBER_TYPE_MIN"),
            RefusedCall(as: "kid", "PATCH", base + "/{cas}", #"{"nick":"x"}"#, 50013),
        ])
    func refused(_ call: RefusedCall) throws {
        var fixture = Fixture()
        fixture.promote("ben", .administrator, position: 1)
        try call.check(in: &fixture)
    }

    @Test("Without the privileged intent the list stays closed")
    func unprivileged() {
        var fixture = Fixture(privileged: false)
        #expect(fixture.rest("GET", fixture.filled(Self.base)).code == 50001)
    }
}

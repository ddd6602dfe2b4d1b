import JSON
import Testing

@testable import EchordTesting

@Suite("Invites")
struct InviteTests {
    private static let base = "/channels/{general}/invites"

    private func make(_ fixture: inout Fixture, _ body: JSONValue = [:]) -> RESTReply {
        fixture.add(.createInvite)
        return fixture.rest("POST", fixture.filled(Self.base), body)
    }

    private func code(_ reply: RESTReply) -> String { reply.body?["code"]?.text ?? "" }

    /// A user who is in no server.
    private func stranger(_ fixture: inout Fixture) -> Flake {
        fixture.realm.addUser("eve", globalName: nil, locale: "en-US").id
    }

    @Test("Made, listed, looked at and withdrawn, with events and the audit log")
    func life() {
        var fixture = Fixture()
        fixture.add([.createInvite, .manageChannels, .manageGuild, .viewAuditLog])
        let connection = fixture.connect()
        _ = fixture.frames(connection)
        let made = make(&fixture, ["max_age": 3600, "max_uses": 5, "temporary": true])
        #expect(made.body?["uses"] == 0)
        #expect(made.body?["max_age"] == 3600)
        #expect(made.body?["temporary"] == true)
        #expect(made.body?["inviter"]?["id"] == fixture.bot.json)
        let path = "/invites/\(code(made))"
        let seen = fixture.rest("GET", path, query: ["with_counts": "true"])
        #expect(seen.body?["guild"]?["name"] == "Home")
        #expect(seen.body?["approximate_member_count"] == 5)
        #expect(seen.body?.has("uses") == false)
        #expect(fixture.rest("GET", fixture.filled(Self.base)).body?.list?.count == 1)
        #expect(fixture.rest("GET", fixture.filled("/guilds/{guild}/invites")).body?[0]?["max_uses"] == 5)
        #expect(fixture.lastAudit?.action == .inviteCreate)
        #expect(fixture.rest("DELETE", path).status == 200)
        #expect(fixture.lastAudit?.changes.first?["old_value"] == .string(code(made)))
        #expect(fixture.rest("GET", path).code == 10006)
        #expect(
            fixture.events(connection) == [
                "INVITE_CREATE", "GUILD_AUDIT_LOG_ENTRY_CREATE", "INVITE_DELETE", "GUILD_AUDIT_LOG_ENTRY_CREATE",
            ])
    }

    @Test("The same invite is given again unless a unique one is asked for")
    func unique() {
        var fixture = Fixture()
        let first = code(make(&fixture))
        #expect(code(make(&fixture)) == first)
        #expect(code(make(&fixture, ["unique": true])) != first)
        #expect(code(make(&fixture, ["max_age": 0])) != first)
    }

    @Test("Accepted: a member more, with the roles it gives, welcomed in the system channel")
    func accepting() {
        var fixture = Fixture()
        fixture.add([.manageRoles])
        fixture.raise()
        let (guild, general) = (fixture.guild, fixture.general)
        fixture.realm.world.guilds[guild]?.order.systemChannel = general
        let connection = fixture.connect()
        let adults = fixture.role("Adults")
        let invite = code(make(&fixture, ["max_uses": 1, "role_ids": [adults.json]]))
        _ = fixture.frames(connection)
        let eve = stranger(&fixture)
        #expect(fixture.rest("POST", "/invites/\(invite)").code == 20001)
        #expect(fixture.rest(as: eve, "POST", "/invites/\(invite)").status == 200)
        #expect(fixture.realm.world.membership(eve, in: guild)?.roles == [adults])
        let sent = fixture.payloads(connection)
        #expect(sent.compactMap { $0["t"]?.text } == ["GUILD_MEMBER_ADD", "MESSAGE_CREATE"])
        #expect(sent.last?["d"]?["type"] == 7)
        // It was good for one.
        #expect(fixture.rest(as: stranger(&fixture), "POST", "/invites/\(invite)").code == 10006)
        #expect(fixture.rest(as: eve, "POST", "/invites/\(invite)").code == 10006)
    }

    @Test("Not by who is banned, nor while the server is closed; a member's visit is not counted")
    func turnedAway() {
        var fixture = Fixture()
        let guild = fixture.guild
        let invite = code(make(&fixture))
        let eve = stranger(&fixture)
        fixture.realm.world.guilds[guild]?.bans[eve] = Ban(user: eve, reason: nil, wasMember: false)
        #expect(fixture.rest(as: eve, "POST", "/invites/\(invite)").code == 40007)
        fixture.realm.world.guilds[guild]?.bans = [:]
        fixture.realm.world.guilds[guild]?.order.invitesClosedUntil = fixture.realm.now + .seconds(60)
        #expect(fixture.rest(as: eve, "POST", "/invites/\(invite)").code == 40006)
        #expect(fixture.rest(as: fixture.user("kid"), "POST", "/invites/\(invite)").code == 40006)
        fixture.advance(.seconds(61))
        #expect(fixture.rest(as: fixture.user("kid"), "POST", "/invites/\(invite)").status == 200)
        #expect(fixture.realm.world.invites[invite]?.uses == 0)
    }

    @Test("One that has lived its time is gone, and so are those of a channel that is gone")
    func ends() {
        var fixture = Fixture()
        let short = code(make(&fixture, ["max_age": 60]))
        let endless = code(make(&fixture, ["max_age": 0]))
        fixture.advance(.seconds(61))
        #expect(fixture.rest("GET", "/invites/\(short)").code == 10006)
        #expect(fixture.rest("GET", "/invites/\(endless)").body?["expires_at"] == .null)
        let general = fixture.general
        fixture.realm.removeChannel(general)
        #expect(fixture.rest("GET", "/invites/\(endless)").code == 10006)
    }

    @Test("A thousand in a server; what is over does not count")
    func limit() {
        var fixture = Fixture()
        let (guild, general, bot) = (fixture.guild, fixture.general, fixture.bot)
        for index in 0..<Invite.perGuild {
            let invite = Invite(
                code: "c\(index)", guild: guild, channel: general, inviter: bot, createdAt: fixture.realm.now,
                maxUses: index + 1)
            fixture.realm.world.invites[invite.code] = invite
        }
        #expect(make(&fixture).code == 30016)
        fixture.realm.world.invites["c0"]?.uses = 1
        #expect(make(&fixture).status == 200)
    }

    @Test(
        "Refused",
        arguments: [
            RefusedCall(.viewChannel, "GET", base, "", 50013),
            RefusedCall(.viewChannel, "GET", "/guilds/{guild}/invites", "", 50013),
            RefusedCall(.viewChannel, "GET", "/guilds/{guild}/vanity-url", "", 50013),
            RefusedCall(.createInvite, "GET", "/invites/nothing", "", 10006),
            RefusedCall(.createInvite, "DELETE", "/invites/nothing", "", 10006),
            RefusedCall(.createInvite, "POST", base, #"{"max_age":604801}"#, field: "max_age", "NUMBER_TYPE_MAX"),
            RefusedCall(.createInvite, "POST", base, #"{"max_uses":101}"#, field: "max_uses", "NUMBER_TYPE_MAX"),
            RefusedCall(
                .createInvite, "POST", base, #"{"target_type":1}"#, field: "target_user_id", "BASE_TYPE_REQUIRED"),
            RefusedCall(.createInvite, "POST", base, #"{"target_type":1,"target_user_id":"5"}"#, 50024),
            RefusedCall(.createInvite, "POST", base, #"{"role_ids":["{role Adults}"]}"#, 50013),
            RefusedCall([.createInvite, .manageRoles], "POST", base, #"{"role_ids":["5"]}"#, 10011),
        ])
    func refused(_ call: RefusedCall) throws {
        var fixture = Fixture()
        try call.check(in: &fixture)
    }

    @Test("Without Create Invite none is made, and without Manage Channels none is withdrawn")
    func rights() {
        var fixture = Fixture()
        let general = fixture.general
        let invite = code(make(&fixture))
        #expect(fixture.rest(as: fixture.user("kid"), "DELETE", "/invites/\(invite)").code == 50013)
        fixture.deny(.createInvite, in: general)
        #expect(fixture.rest("POST", fixture.filled(Self.base), [:]).code == 50013)
        let direct = fixture.realm.directChannel(with: fixture.user("kid")).id
        #expect(fixture.rest("POST", "/channels/\(direct.text)/invites", [:]).code == 50003)
    }

    @Test("The list tells who sees the audit log less than who manages the server")
    func viewers() {
        var fixture = Fixture()
        _ = make(&fixture)
        fixture.promote("ben", .viewAuditLog)
        let list = fixture.rest(as: fixture.user("ben"), "GET", fixture.filled("/guilds/{guild}/invites")).body
        #expect(list?[0]?.has("uses") == false)
        fixture.add(.manageGuild)
        let vanity = fixture.rest("GET", fixture.filled("/guilds/{guild}/vanity-url")).body
        #expect(vanity == ["code": .null, "uses": 0])
    }
}

import JSON
import Testing

@testable import EchordTesting

@Suite("Roles")
struct RoleTests {
    private static let base = "/guilds/{guild}/roles"

    @Test("Made, listed, changed, removed; events and audit log tell of it")
    func life() {
        var fixture = Fixture()
        let connection = fixture.connect()
        fixture.grant([.manageRoles, .sendMessages, .viewAuditLog])
        fixture.raise()
        _ = fixture.frames(connection)
        let base = fixture.filled(Self.base)
        let made = fixture.rest(
            "POST", base,
            [
                "name": "Helpers", "permissions": "2048", "colors": ["primary_color": 255], "hoist": true,
                "mentionable": true,
            ], reason: "for%20the%20team")
        #expect(made.body?["position"] == 1)
        #expect(made.body?["color"] == 255)
        let path = "\(base)/\(made.id.text)"
        #expect(fixture.rest("GET", path).body?["name"] == "Helpers")
        let entry = fixture.lastAudit
        #expect(entry?.action == .roleCreate)
        #expect(entry?.reason == "for the team")
        #expect(entry?.target == made.id)
        let changed = fixture.rest("PATCH", path, ["name": "", "permissions": .null, "color": 3])
        #expect(changed.body?["name"] == "new role")
        #expect(changed.body?["permissions"] == "2048")
        #expect(
            fixture.lastAudit?.changes.first { $0["key"] == "color" } == [
                "key": "color", "old_value": 255, "new_value": 3,
            ])
        let members = fixture.realm.world.guilds[fixture.guild]?.members[fixture.user("kid")]?.roles
        fixture.realm.changeMember(fixture.user("kid"), in: fixture.guild) { $0.roles.append(made.id) }
        #expect(fixture.rest("GET", base + "/member-counts").body?[made.id.text] == 1)
        #expect(fixture.rest("DELETE", path).status == 204)
        #expect(fixture.realm.world.guilds[fixture.guild]?.members[fixture.user("kid")]?.roles == members)
        #expect(fixture.lastAudit?.action == .roleDelete)
        #expect(fixture.rest("GET", base).body?.list?.count == 3)
        #expect(
            fixture.events(connection) == [
                "GUILD_ROLE_CREATE", "GUILD_AUDIT_LOG_ENTRY_CREATE", "GUILD_ROLE_UPDATE",
                "GUILD_AUDIT_LOG_ENTRY_CREATE", "GUILD_MEMBER_UPDATE", "GUILD_ROLE_DELETE",
                "GUILD_AUDIT_LOG_ENTRY_CREATE",
            ])
    }

    @Test("A new role has what @everyone has and stands at the bottom, the older above the newer")
    func defaults() {
        var fixture = Fixture()
        fixture.grant(.administrator)
        let base = fixture.filled(Self.base)
        let first = fixture.rest("POST", base)
        let second = fixture.rest("POST", base, [:])
        #expect(first.body?["permissions"] == Perm.defaultEveryone.json)
        #expect([first, second].allSatisfy { $0.body?["position"] == 1 })
        let listed = fixture.rest("GET", base).body?.list?.compactMap { Flake(json: $0["id"]) }
        #expect(listed?.first == fixture.guild)
        #expect(listed?[1...2] == [second.id, first.id])
    }

    @Test("Moving closes up the others and tells of each that moved")
    func moving() {
        var fixture = Fixture()
        fixture.grant(.administrator)
        fixture.raise()
        let base = fixture.filled(Self.base)
        let roles = ["a", "b", "c"].map { fixture.rest("POST", base, ["name": .string($0)]).id }
        let connection = fixture.connect()
        _ = fixture.frames(connection)
        let moved = fixture.rest("PATCH", base, [["id": roles[2].json, "position": 3], ["id": roles[0].json]])
        let order = moved.body?.list?.compactMap { $0["name"]?.text }
        #expect(order == ["@everyone", "b", "a", "c", "Adults", "Tester"])
        #expect(moved.body?.list?.compactMap { $0["position"]?.integer } == [0, 1, 2, 3, 4, 5])
        #expect(fixture.data(connection, "GUILD_ROLE_UPDATE").count == 4)
    }

    @Test("Icons and gradients are features")
    func looks() {
        var fixture = Fixture()
        fixture.grant(.administrator)
        let base = fixture.filled(Self.base)
        let gradient: JSONValue = ["colors": ["primary_color": 1, "secondary_color": 2]]
        #expect(fixture.rest("POST", base, ["unicode_emoji": "👍"]).code == 50101)
        #expect(fixture.rest("POST", base, gradient).code == 50101)
        let home = fixture.guild
        fixture.realm.world.guilds[home]?.features = ["ROLE_ICONS", "ENHANCED_ROLE_COLORS"]
        #expect(fixture.rest("POST", base, ["unicode_emoji": "👍"]).body?["unicode_emoji"] == "👍")
        #expect(fixture.rest("POST", base, gradient).body?["colors"]?["secondary_color"] == 2)
        let icon = fixture.rest("POST", base, ["icon": .string(Pictures.png)])
        #expect(icon.body?["icon"]?.text?.count == 32)
        #expect(fixture.rest("PATCH", base + "/" + icon.id.text, ["icon": .null]).body?["icon"]?.isNull == true)
    }

    @Test(
        "Refused",
        arguments: [
            RefusedCall([], "POST", base, "{}", 50013), RefusedCall([], "PATCH", base, "[]", 50013),
            RefusedCall([], "GET", "/guilds/5/roles", "", 10004),
            RefusedCall(.manageRoles, "GET", base + "/5", "", 10011),
            RefusedCall(.manageRoles, "POST", base, #"{"permissions":"8"}"#, 50013),
            RefusedCall(
                .manageRoles, "POST", base, #"{"permissions":"x"}"#, field: "permissions", "PERMISSION_TYPE_COERCE"),
            RefusedCall(.manageRoles, "POST", base, #"{"name":"§101"}"#, field: "name", "BASE_TYPE_MAX_LENGTH"),
            RefusedCall(.manageRoles, "POST", base, #"{"color":-1}"#, field: "color", "NUMBER_TYPE_MIN"),
            RefusedCall(.manageRoles, "POST", base, #"{"colors":3}"#, field: "colors", "MODEL_TYPE_CONVERT"),
            RefusedCall(
                .manageRoles, "POST", base, #"{"colors":{}}"#, field: "colors/primary_color", "BASE_TYPE_REQUIRED"),
            RefusedCall(
                .manageRoles, "POST", base, #"{"colors":{"primary_color":1,"secondary_color":2,"tertiary_color":3}}"#,
                field: "colors/tertiary_color", "INVALID_ROLE_COLORS"),
            RefusedCall(.manageRoles, "POST", base, #"{"hoist":"x"}"#, field: "hoist", "BOOLEAN_TYPE_CONVERT"),
            RefusedCall(.manageRoles, "POST", base, #"{"icon":"x"}"#, field: "icon", "IMAGE_INVALID"),
            RefusedCall(
                .manageRoles, "POST", base, #"{"unicode_emoji":"xy"}"#, field: "unicode_emoji", "INVALID_EMOJI"),
            RefusedCall(.manageRoles, "POST", base, "[]", field: ".", "MODEL_TYPE_CONVERT"),
            RefusedCall(.manageRoles, "PATCH", base + "/{role Adults}", #"{"permissions":"8"}"#, 50013),
            RefusedCall(.manageRoles, "PATCH", base + "/{role Tester}", "{}", 50013),
            RefusedCall(.manageRoles, "PATCH", base + "/5", "{}", 10011),
            RefusedCall(.manageRoles, "DELETE", base + "/{guild}", "", 50028),
            RefusedCall(.manageRoles, "DELETE", base + "/{role Tester}", "", 50013),
            RefusedCall(.manageRoles, "PATCH", base, "{}", field: ".", "LIST_TYPE_CONVERT"),
            RefusedCall(.manageRoles, "PATCH", base, "[3]", field: "0", "MODEL_TYPE_CONVERT"),
            RefusedCall(.manageRoles, "PATCH", base, "[null]", field: "0", "BASE_TYPE_REQUIRED"),
            RefusedCall(.manageRoles, "PATCH", base, "[{}]", field: "0/id", "BASE_TYPE_REQUIRED"),
            RefusedCall(.manageRoles, "PATCH", base, #"[{"id":"5"}]"#, 10011),
            RefusedCall(.manageRoles, "PATCH", base, #"[{"id":"{role Adults}","position":60}]"#, 50013),
            RefusedCall(.manageRoles, "PATCH", base, #"[{"id":"{role Adults}","position":0}]"#, 50028),
            RefusedCall(.manageRoles, "PATCH", base, #"[{"id":"{role Tester}","position":1}]"#, 50013),
            RefusedCall(as: "kid", "POST", base, "{}", 50013),
        ])
    func refused(_ call: RefusedCall) throws {
        var fixture = Fixture()
        fixture.raise()
        try call.check(in: &fixture)
    }

    @Test("A guild holds 250 roles")
    func full() {
        var fixture = Fixture()
        fixture.grant(.administrator)
        fixture.realm.world.limits.rolesPerGuild = 3
        #expect(fixture.rest("POST", fixture.filled(Self.base)).code == 30005)
    }
}

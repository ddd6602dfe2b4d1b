import JSON
import Testing

@testable import EchordTesting

@Suite("The audit log")
struct AuditLogTests {
    /// Three kicks by Ann.
    private func kicked(_ fixture: inout Fixture) -> [Flake] {
        ["ben", "cas", "kid"].map { name in
            let path = fixture.filled("/guilds/{guild}/members/{\(name)}")
            #expect(fixture.rest(as: fixture.user("ann"), "DELETE", path, reason: name).status == 204)
            return fixture.lastAudit?.id ?? Flake(0)
        }
    }

    @Test("Filtered and paged, newest first unless after is given, with the users it names")
    func reading() {
        var fixture = Fixture()
        fixture.grant(.viewAuditLog)
        let ids = kicked(&fixture)
        let path = fixture.filled("/guilds/{guild}/audit-logs")
        func page(_ query: [String: String]) -> [Flake] {
            let list = fixture.rest("GET", path, query: query).body?["audit_log_entries"]?.list ?? []
            return list.compactMap { Flake(json: $0["id"]) }
        }
        #expect(page([:]) == ids.reversed())
        #expect(page(["limit": "1"]) == [ids[2]])
        #expect(page(["before": ids[2].text, "limit": "1"]) == [ids[1]])
        #expect(page(["after": "0", "limit": "2"]) == [ids[0], ids[1]])
        #expect(page(["action_type": "20"]) == ids.reversed())
        #expect(page(["action_type": "22"]).isEmpty)
        #expect(page(["user_id": fixture.user("kid").text]).isEmpty)
        let whole = fixture.rest("GET", path).body
        #expect(whole?["users"]?.list?.count == 4)
        #expect(whole?["audit_log_entries"]?[0]?["reason"] == "kid")
        #expect(fixture.rest("GET", path, query: ["limit": "0"]).code == 50035)
        fixture.grant([])
        #expect(fixture.rest("GET", path).code == 50013)
    }

    @Test("Entries are kept 45 days")
    func forgetting() {
        var fixture = Fixture()
        fixture.grant([.viewAuditLog, .changeNickname])
        _ = kicked(&fixture)
        fixture.advance(AuditLog.memory + .seconds(1))
        let path = fixture.filled("/guilds/{guild}/audit-logs")
        #expect(fixture.rest("GET", path).body?["audit_log_entries"] == [])
        _ = fixture.rest("PATCH", fixture.filled("/guilds/{guild}/members/@me"), ["nick": "x"])
        #expect(fixture.realm.world.guilds[fixture.guild]?.audit.entries.count == 1)
    }

    @Test("A reason has 512 characters at most")
    func reasons() {
        var fixture = Fixture()
        let path = fixture.filled("/guilds/{guild}/members/@me")
        let long = String(repeating: "x", count: 513)
        #expect(fixture.rest("PATCH", path, ["nick": "x"], reason: long).errors("reason") == ["BASE_TYPE_MAX_LENGTH"])
        #expect(fixture.rest("PATCH", path, ["nick": "x"], reason: " ").status == 200)
        #expect(fixture.lastAudit?.reason == nil)
    }

    @Test("The log is bounded")
    func bounded() {
        var log = AuditLog()
        for index in 0...AuditLog.capacity {
            log.add(AuditEntry(id: Flake(UInt64(index) << 22), action: .roleCreate))
        }
        #expect(log.entries.count == AuditLog.capacity)
        #expect(log.entries.first?.id == Flake(1 << 22))
    }
}

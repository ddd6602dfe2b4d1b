import JSON
import Testing

@testable import EchordTesting

@Suite("Rate limits")
struct RateLimiterTests {
    @Test("A bucket counts down, refuses, and opens again")
    func bucket() {
        var fixture = Fixture(limits: true)
        for left in [4, 3, 2, 1, 0] {
            let reply = fixture.send(["content": "x"])
            #expect(reply.status == 200)
            #expect(reply.header("X-RateLimit-Limit") == "5")
            #expect(reply.header("X-RateLimit-Remaining") == String(left))
            #expect(reply.header("X-RateLimit-Bucket")?.count == 32)
        }
        let refused = fixture.send(["content": "x"])
        #expect(refused.status == 429)
        #expect(refused.body?["global"]?.flag == false)
        #expect(refused.body?["retry_after"]?.number == 5)
        #expect(refused.header("Retry-After") == "5")
        #expect(refused.header("X-RateLimit-Scope") == "user")
        #expect(refused.header("X-RateLimit-Reset-After") == "5.000")
        fixture.advance(.seconds(5))
        #expect(fixture.send(["content": "x"]).status == 200)
    }

    @Test("Another channel is another bucket with the same name")
    func major() {
        var fixture = Fixture(limits: true)
        let first = fixture.send(["content": "x"])
        let second = fixture.send(["content": "x"], to: fixture.channel("chores"))
        #expect(second.header("X-RateLimit-Remaining") == "4")
        #expect(first.header("X-RateLimit-Bucket") == second.header("X-RateLimit-Bucket"))
    }

    @Test("Fifty a second in all, interactions left out")
    func global() {
        var limiter = RateLimiter()
        let now = Fixture.start
        for _ in 0..<50 {
            guard case .allowed = limiter.take(nil, resource: "", countsGlobally: true, at: now) else {
                Issue.record("refused too early")
                return
            }
        }
        guard case .globallyLimited(let after) = limiter.take(nil, resource: "", countsGlobally: true, at: now) else {
            Issue.record("not refused")
            return
        }
        #expect(after == .seconds(1))
        guard case .allowed = limiter.take(nil, resource: "", countsGlobally: false, at: now) else {
            Issue.record("interactions are exempt")
            return
        }
        guard case .allowed = limiter.take(nil, resource: "", countsGlobally: true, at: now + .seconds(1)) else {
            Issue.record("the window does not open")
            return
        }
    }

    @Test("The global refusal says so")
    func globalReply() {
        var fixture = Fixture(limits: true)
        fixture.realm.limiter.settings.globalLimit = 1
        _ = fixture.rest("GET", "/users/@me")
        let reply = fixture.rest("GET", "/gateway")
        #expect(reply.status == 429)
        #expect(reply.body?["global"]?.flag == true)
        #expect(reply.header("X-RateLimit-Scope") == "global")
        #expect(reply.header("X-RateLimit-Global") == "true")
    }

    @Test("Too many invalid requests shut the address out, with a page that is no JSON")
    func ban() {
        var fixture = Fixture(limits: true)
        fixture.realm.limiter.settings.invalidLimit = 3
        for _ in 0..<3 { #expect(fixture.rest("GET", "/users/@me", token: "Bot wrong").status == 401) }
        #expect(fixture.realm.limiter.invalidCount(at: fixture.realm.now) == 3)
        let reply = fixture.rest("GET", "/users/@me")
        #expect(reply.status == 429)
        #expect(reply.html?.contains("1015") == true)
        fixture.advance(.seconds(601))
        #expect(fixture.rest("GET", "/users/@me").status == 200)
    }

    @Test("Callbacks carry no bucket")
    func callbacks() throws {
        var fixture = Fixture(limits: true)
        fixture.register(["name": "ping", "description": "d"])
        let id = try fixture.realm.actSlash(fixture.user("ann"), in: fixture.general, path: ["ping"], options: [:])
        let reply = fixture.callback(id, ["type": 4, "data": ["content": "x"]])
        #expect(reply.status == 204)
        #expect(reply.header("X-RateLimit-Bucket") == nil)
    }
}

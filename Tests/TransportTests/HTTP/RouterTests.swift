import Testing

@testable import Transport

@Suite struct RouterTests {
    static func router() throws -> Router<String> {
        var router = Router<String>()
        for (method, template) in [
            (HTTPMethod.get, "/"), (.get, "/guilds/{guild}"), (.patch, "/guilds/{guild}"),
            (.get, "/guilds/{guild}/members"), (.get, "/guilds/{guild}/members/{user}"),
            (.patch, "/guilds/{guild}/members/@me"), (.get, "/guilds/templates/{code}"),
            (.put, "/channels/{channel}/messages/{message}/reactions/{emoji}/@me"), (.get, "/assets/{path...}"),
            (.head, "/own-head"), (.get, "/own-head"),
        ] { try router.add(method, template, "\(method) \(template)") }
        return router
    }

    @Test(arguments: [
        ("GET", "/", "GET /"), ("GET", "/guilds/1", "GET /guilds/{guild}"),
        ("PATCH", "/guilds/1", "PATCH /guilds/{guild}"), ("HEAD", "/guilds/1", "GET /guilds/{guild}"),
        ("GET", "/guilds/%31/members", "GET /guilds/{guild}/members"),
        ("GET", "/gu%69lds/1", "GET /guilds/{guild}"),
        ("PATCH", "/guilds/1/members/@me", "PATCH /guilds/{guild}/members/@me"),
        // A literal leads nowhere for the method: the parameter is tried.
        ("GET", "/guilds/1/members/@me", "GET /guilds/{guild}/members/{user}"),
        ("GET", "/guilds/templates/abc", "GET /guilds/templates/{code}"),
        // And for the path.
        ("GET", "/guilds/templates/members", "GET /guilds/templates/{code}"),
        ("GET", "/guilds/templates/members/2", "GET /guilds/{guild}/members/{user}"),
        ("GET", "/assets/css/a.css", "GET /assets/{path...}"), ("HEAD", "/own-head", "HEAD /own-head"),
    ])
    func finds(method: String, path: String, value: String) throws {
        guard case .found(let match) = try Self.router().resolve(HTTPMethod(rawValue: method), path) else {
            Issue.record("nothing found")
            return
        }
        #expect(match.value == value)
        #expect(value.hasSuffix(" " + match.template))
    }

    @Test func parametersAreDecodedOnTheirOwn() throws {
        let path = "/channels/5/messages/6/reactions/%F0%9F%91%8D%2F%25/@me"
        guard case .found(let match) = try Self.router().resolve(.put, path) else {
            Issue.record("nothing found")
            return
        }
        #expect(match.parameters["channel"] == "5" && match.parameters["message"] == "6")
        #expect(match.parameters["emoji"] == "👍/%" && match.parameters["other"] == nil)
        #expect(match.parameters.count == 3)
        guard case .found(let rest) = try Self.router().resolve(.get, "/assets/a/b%20c") else {
            Issue.record("nothing found")
            return
        }
        #expect(rest.parameters["path"] == "a/b c")
    }

    @Test(arguments: [
        "", "*", "guilds", "/nothing", "/guilds", "/guilds/", "/guilds//members", "/guilds/1/", "/guilds/%zz",
        "/guilds/%00", "/guilds/..", "/guilds/%2e%2e", "/guilds/.", "/assets/../secret", "/assets/a/%2E%2E/b",
        "/assets",
    ])
    func findsNothing(path: String) throws {
        guard case .notFound = try Self.router().resolve(.get, path) else {
            Issue.record("found something")
            return
        }
    }

    @Test func aWrongMethodNamesTheRightOnes() throws {
        guard case .methodNotAllowed(let allowed) = try Self.router().resolve(.delete, "/guilds/1") else {
            Issue.record("not refused")
            return
        }
        #expect(allowed == [.get, .head, .patch])
    }

    @Test(arguments: [
        "", "guilds", "/a/{b", "/a/b}", "/a/x{b}", "/{}", "/{...}", "/{a}/{a}", "/{a...}/b", "/{a b}",
    ])
    func aMalformedTemplateIsRefused(template: String) {
        var router = Router<Int>()
        #expect(throws: TransportError.self) { try router.add(.get, template, 1) }
    }

    @Test func aPathOfLiteralsWinsAndFallsBackByMethod() throws {
        var router = Router<String>()
        try router.add(.get, "/a/b", "literal")
        try router.add(.post, "/a/{x}", "parameter")
        try router.add(.get, "/50%", "percent")
        func found(_ method: HTTPMethod, _ path: String) -> [String] {
            guard case .found(let match) = router.resolve(method, path) else { return [] }
            return [match.value, match.template, router.templates[match.templateNumber]]
        }
        #expect(found(.get, "/a/b") == ["literal", "/a/b", "/a/b"])
        #expect(found(.head, "/a/b") == ["literal", "/a/b", "/a/b"])
        #expect(found(.get, "/a/%62") == ["literal", "/a/b", "/a/b"])
        #expect(found(.post, "/a/b") == ["parameter", "/a/{x}", "/a/{x}"])
        #expect(found(.get, "/50%25") == ["percent", "/50%", "/50%"])
        #expect(found(.get, "/50%") == [])
        #expect(found(.get, "/a/b/") == [])
    }

    @Test func aSecondRouteForThePairIsRefused() throws {
        var router = Router<Int>()
        try router.add(.get, "/a/{b}", 1)
        #expect(throws: TransportError.self) { try router.add(.get, "/a/{c}", 2) }
        #expect(router.count == 1 && router.templates == ["/a/{b}"])
    }

    @Test func twoHundredRoutesAreToldApart() throws {
        var router = Router<Int>()
        for number in 0..<200 { try router.add(.get, "/r\(number % 20)/{id}/s\(number)", number) }
        for number in 0..<200 {
            guard case .found(let match) = router.resolve(.get, "/r\(number % 20)/7/s\(number)") else {
                Issue.record("\(number) not found")
                return
            }
            #expect(match.value == number)
        }
    }
}

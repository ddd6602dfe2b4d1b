import Synchronization
import Telemetry
import Testing

@testable import Transport

@Suite struct HTTPClientTests {
    /// A client on a loop of its own, for the length of a closure.
    static func withClient<Result>(
        _ configure: (inout HTTPClientConfiguration) -> Void = { _ in }, metrics: Metrics = .discarded,
        _ body: (HTTPClient) async throws -> Result
    ) async throws -> Result {
        var configuration = HTTPClientConfiguration()
        configure(&configuration)
        let group = try EventLoopGroup(name: "test-client")
        defer { group.shutdown() }
        let client = HTTPClient(group: group, configuration: configuration, metrics: metrics)
        defer { client.shutdown() }
        return try await body(client)
    }

    static func router() throws -> HTTPRouter {
        var router = HTTPRouter()
        for method in [HTTPMethod.get, .post, .put, .patch, .delete] {
            try router.on(method, "/mirror") { request in
                var headers: HTTPHeaders = ["X-Method": request.method.rawValue]
                for (name, value) in request.headers { headers.add("X-Got-\(name)", "'\(value)'") }
                return .bytes(request.body, type: "application/octet-stream", headers: headers)
            }
        }
        try router.get("/big") { _ in .text(String(repeating: "x", count: 100_000)) }
        try router.get("/redirect") { _ in HTTPServerResponse(status: .found, headers: ["Location": "/mirror"]) }
        try router.get("/never") { _ in
            await HTTPServerTests.untilCancelled()
            return .text("")
        }
        return router
    }

    @Test func aThousandRequestsShareFourConnections() async throws {
        let metrics = Metrics()
        let opened = Opened()
        var router = HTTPRouter()
        try router.post("/echo") { request in
            await Task.yield()
            return .bytes(request.body, type: "text/plain")
        }
        try await ServerHarness.run(router: router) { harness in
            try await Self.withClient({ $0.maximumConnectionsPerHost = 4 }, metrics: metrics) { client in
                try await withThrowingTaskGroup(of: Bool.self) { tasks in
                    for number in 0..<1_000 {
                        tasks.addTask {
                            let body = Array("\(number)".utf8)
                            let request = HTTPClientRequest(
                                method: .post, url: harness.server.url + "/echo", body: body)
                            let response = try await client.send(request)
                            opened.note(harness.openConnections)
                            return response.status == .ok && response.body == body
                        }
                    }
                    for try await isRight in tasks { #expect(isRight) }
                }
            }
        }
        #expect(opened.most <= 4)
        #expect(metrics.prometheusText().contains(#"http_client_requests_total{outcome="2xx"} 1000"#))
    }

    /// The greatest number noted.
    final class Opened: Sendable {
        private let value = Atomic(0)
        var most: Int { value.load(ordering: .relaxed) }
        func note(_ number: Int) { value.max(number, ordering: .relaxed) }
    }

    @Test func aRedirectIsNotFollowed() async throws {
        try await ServerHarness.run(router: Self.router()) { harness in
            try await Self.withClient { client in
                let answer = try await client.send(HTTPClientRequest(url: harness.server.url + "/redirect"))
                #expect(answer.status == .found && answer.headers["location"] == "/mirror")
            }
        }
    }

    @Test func headHasFieldsAndNoBody() async throws {
        try await ServerHarness.run(router: Self.router()) { harness in
            try await Self.withClient { client in
                let answer = try await client.send(HTTPClientRequest(method: .head, url: harness.server.url + "/big"))
                #expect(answer.status == .ok && answer.headers["content-length"] == "100000" && answer.body.isEmpty)
            }
        }
    }

    @Test func aFormGoesThrough() async throws {
        var router = HTTPRouter()
        try router.post("/form") { request in
            do {
                let form = try MultipartForm.parse(request.body, contentType: request.headers["content-type"] ?? "")
                return .bytes(form["files[0]"]?.body ?? [], type: "application/octet-stream")
            } catch { return HTTPServerResponse(status: .badRequest) }
        }
        try await ServerHarness.run(router: router) { harness in
            try await Self.withClient { client in
                var generator = SystemRandomNumberGenerator()
                let file = [UInt8]((0..<200_000).map { UInt8(truncatingIfNeeded: $0) })
                let form = MultipartForm([
                    .init(name: "payload_json", contentType: "application/json", body: Array("{}".utf8)),
                    .init(name: "files[0]", filename: "a.bin", body: file),
                ]).encoded(using: &generator)
                let answer = try await client.send(
                    HTTPClientRequest(
                        method: .post, url: harness.server.url + "/form", headers: ["Content-Type": form.contentType],
                        body: form.body))
                #expect(answer.status == .ok && answer.body == file)
            }
        }
    }

    @Test func contentThatTheClientHasIsNotSentAgain() async throws {
        let content = StaticContent(Array("body".utf8), type: "text/css", cacheControl: "max-age=60")
        var router = HTTPRouter()
        try router.get("/style.css") { content.response(to: $0) }
        try await ServerHarness.run(router: router) { harness in
            try await Self.withClient { client in
                var request = HTTPClientRequest(url: harness.server.url + "/style.css")
                let first = try await client.send(request)
                let tag = try #require(first.headers["etag"])
                #expect(first.body == Array("body".utf8) && first.headers["cache-control"] == "max-age=60")
                for value in [tag, "W/\(tag)", "\"other\", \(tag)", "*"] {
                    request.headers = ["If-None-Match": value]
                    let again = try await client.send(request)
                    #expect(again.status == .notModified && again.body.isEmpty && again.headers["etag"] == tag)
                }
                request.headers = ["If-None-Match": "\"other\""]
                #expect(try await client.send(request).status == .ok)
            }
        }
    }

    @Test(arguments: [HTTPMethod.get, .post, .put, .patch, .delete], ["", "body"])
    func sendsEveryMethodWithAndWithoutABody(method: HTTPMethod, body: String) async throws {
        try await ServerHarness.run(router: Self.router()) { harness in
            try await Self.withClient { client in
                let answer = try await client.send(
                    HTTPClientRequest(
                        method: method, url: harness.server.url + "/mirror", headers: ["X-Empty": "", "X-One": "1"],
                        body: Array(body.utf8)))
                #expect(answer.status == .ok)
                #expect(answer.headers["x-method"] == method.rawValue)
                #expect(answer.headers["x-got-x-one"] == "'1'")
                #expect(answer.headers["x-got-x-empty"] == "''")
                #expect(answer.headers["x-got-accept"] == nil)
                #expect(answer.headers["x-got-content-type"] == nil)
                #expect(answer.headers["x-got-accept-encoding"] == nil)
                let announces = !body.isEmpty || ![HTTPMethod.get, .delete].contains(method)
                #expect(answer.headers["x-got-content-length"] == (announces ? "'\(body.utf8.count)'" : nil))
                #expect(answer.body == Array(body.utf8))
            }
        }
    }
}

import Telemetry
import Testing

@testable import Transport

@Suite struct HTTPServerTests {
    static func router() throws -> HTTPRouter {
        var router = HTTPRouter()
        try router.get("/hello") { _ in .text("hello") }
        try router.get("/late") { _ in
            await Task.yield()
            return .text("late")
        }
        try router.post("/echo") { .bytes($0.body, type: "application/octet-stream") }
        try router.get("/guilds/{guild}/members") { request in
            .text("\(request.parameters["guild"] ?? "") \(request.query("limit") ?? "")")
        }
        return router
    }

    /// Suspends until the task is cancelled.
    static func untilCancelled() async {
        let signal = Signal()
        await withTaskCancellationHandler {
            await signal.wait()
        } onCancel: {
            signal.fire()
        }
    }

    @Test(arguments: ["/hello", "/late"])
    func answersAHandlerThatSuspendsOrNot(path: String) async throws {
        try await ServerHarness.run(router: Self.router()) { harness in
            let client = try RawClient(port: harness.port)
            for _ in 0..<3 {
                client.send("GET \(path) HTTP/1.1\r\nHost: test\r\n\r\n")
                let answer = await client.receiveResponse()
                #expect(answer.status == 200)
                #expect(answer.hasSuffix("\r\n\r\n" + path.dropFirst()))
            }
        }
    }

    @Test func whatIsSentIsCountedEvenIfTheHandlerAnsweredOtherwise() async throws {
        var router = HTTPRouter()
        try router.get("/odd") { _ in .text("", headers: ["X": "a\nb"]) }
        try router.get("/talk") { _ in .webSocket { _ in } }
        try await ServerHarness.run(router: router) { harness in
            let client = try RawClient(port: harness.port)
            client.send("GET /odd HTTP/1.1\r\nHost: test\r\n\r\n")
            #expect(await client.receiveResponse().status == 500)
            client.send("GET /talk HTTP/1.1\r\nHost: test\r\n\r\n")
            #expect(await client.receiveAll().status == 400)
            let text = harness.metrics.prometheusText()
            for (route, status) in [("/odd", "5xx"), ("/talk", "4xx")] {
                let series = #"http_server_requests_total{method="GET",route="\#(route)",status="#
                #expect(text.contains(#"\#(series)"\#(status)"} 1"#))
                #expect(text.split(separator: "\n").filter { $0.hasPrefix(series) && !$0.hasSuffix(" 0") }.count == 1)
            }
        }
    }

    @Test func parametersAndQueryReachTheHandler() async throws {
        try await ServerHarness.run(router: Self.router()) { harness in
            let client = try RawClient(port: harness.port)
            client.send("GET /guilds/a%2Fb/members?limit=1%20000 HTTP/1.1\r\nHost: test\r\n\r\n")
            #expect(await client.receiveResponse().hasSuffix("\r\n\r\na/b 1 000"))
        }
    }
}

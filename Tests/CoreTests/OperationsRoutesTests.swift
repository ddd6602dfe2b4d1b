import JSON
import Lifecycle
import Telemetry
import Testing
import Transport

@testable import Core

@Suite struct OperationsRoutesTests {
    private let metrics = Metrics()

    private func get(_ path: String, _ routes: OperationsRoutes) async throws -> (Int, JSONValue?, String) {
        let group = try EventLoopGroup(threads: 1)
        defer { group.shutdown() }
        let server = HTTPServer(group: group, router: try routes.router())
        let client = HTTPClient(group: group)
        let (ready, signal) = AsyncStream.makeStream(of: Void.self)
        let trigger = ShutdownTrigger()
        async let running: Void = GracefulShutdown.$trigger.withValue(trigger) {
            try await server.run(ReadySignal { signal.finish() })
        }
        for await _ in ready {}
        let response = try await client.send(HTTPClientRequest(method: .get, url: server.url + path))
        trigger.request()
        try await running
        let text = String(decoding: response.body, as: UTF8.self)
        return (response.status.rawValue, try? JSON.decode(JSONValue.self, from: response.body), text)
    }

    private func routes(
        _ checks: [HealthCheck] = [], tickAge: Duration = .zero, clock: any Clock<Duration> = ContinuousClock()
    ) -> OperationsRoutes {
        OperationsRoutes(checks: checks, metrics: metrics, tickAge: { tickAge }, clock: clock)
    }

    @Test func aBusyLoopIsNotAlive() async throws {
        #expect(try await get("/live", routes()).0 == 200)
        let (status, body, _) = try await get("/live", routes(tickAge: .seconds(11)))
        #expect(status == 503)
        #expect(body?["status"] == "down")
    }

    @Test func readinessNamesEveryPart() async throws {
        let checks = [HealthCheck("database") { .up }, HealthCheck("discord") { .degraded("resuming") }]
        let (status, body, _) = try await get("/ready", routes(checks))
        #expect(status == 200)
        #expect(body?["checks"]?["discord"]?["reason"] == "resuming")
        let down = try await get("/ready", routes(checks + [HealthCheck("bus") { .down("stopped") }]))
        #expect(down.0 == 503)
        #expect(down.1?["checks"]?["bus"]?["status"] == "down")
    }

    @Test func aCheckWithoutAnswerCountsAsDown() async {
        let clock = ManualClock()
        let check = HealthCheck("slow") {
            try? await ContinuousClock().sleep(for: .seconds(3_600))
            return .up
        }
        async let answer = check.answer(within: .seconds(2), clock: clock)
        await clock.waitForSleepers()
        clock.advance(by: .seconds(2))
        #expect(await answer == .down("no answer within 2.0 seconds"))
    }

    @Test func metricsAreText() async throws {
        metrics.counter("things_total", help: "Things.").increment()
        let (status, _, text) = try await get("/metrics", routes())
        #expect(status == 200)
        #expect(text.contains("things_total 1\n"))
        #expect(try await get("/elsewhere", routes()).0 == 404)
    }
}

internal import JSON
package import Telemetry
package import Transport

/// The routes for whoever runs the process: is it alive, is it ready, what does it count.
package struct OperationsRoutes: Sendable {
    private let checks: [HealthCheck]
    private let metrics: Metrics
    private let tickAge: @Sendable () -> Duration
    private let clock: any Clock<Duration>

    /// How long an event loop may be busy with one thing before the process no longer counts as alive.
    package static let longestTick = Duration.seconds(10)
    /// How long a check may take.
    package static let checkLimit = Duration.seconds(2)

    /// Routes over `checks` and `metrics`.
    ///
    /// - Parameter tickAge: how long the slowest event loop has been busy with one thing.
    package init(
        checks: [HealthCheck], metrics: Metrics, tickAge: @escaping @Sendable () -> Duration,
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.checks = checks
        self.metrics = metrics
        self.tickAge = tickAge
        self.clock = clock
    }

    /// `GET /live`, `GET /ready` and `GET /metrics`.
    package func router() throws(TransportError) -> HTTPRouter {
        var router = HTTPRouter()
        try router.get("/live") { _ in live() }
        try router.get("/ready") { _ in await ready() }
        try router.get("/metrics") { _ in
            .bytes(Array(metrics.prometheusText().utf8), type: "text/plain; version=0.0.4; charset=utf-8")
        }
        return router
    }

    private func live() -> HTTPServerResponse {
        let age = tickAge()
        let isLive = age < Self.longestTick
        let body: JSONValue = [
            "status": .string(isLive ? "up" : "down"), "loop_tick_seconds": .double(age / .seconds(1)),
        ]
        return .json(JSON.encode(body), status: isLive ? .ok : .serviceUnavailable)
    }

    private func ready() async -> HTTPServerResponse {
        let answers = await withTaskGroup(of: (Int, HealthStatus).self) { group in
            for (index, check) in checks.enumerated() {
                group.addTask { (index, await check.answer(within: Self.checkLimit, clock: clock)) }
            }
            return await group.reduce(into: [Int: HealthStatus]()) { $0[$1.0] = $1.1 }
        }
        var parts = JSONObject()
        var isReady = true
        for (index, check) in checks.enumerated() {
            let status = answers[index] ?? .down("no answer")
            if case .down = status { isReady = false }
            var part: JSONObject = ["status": .string(status.name)]
            if let reason = status.reason { part["reason"] = .string(reason) }
            parts[check.name] = .object(part)
        }
        let body: JSONValue = ["status": .string(isReady ? "up" : "down"), "checks": .object(parts)]
        return .json(JSON.encode(body), status: isReady ? .ok : .serviceUnavailable)
    }
}

internal import Telemetry

/// What is counted of an endpoint's requests.
struct EndpointMetrics: Sendable {
    /// What became of a request.
    enum Outcome: String, CaseIterable {
        case ping, answered, later, taken, twice, busy, malformed, missing, stale, forged
        case tooLarge = "too_large"
    }

    let requests: Counter

    init(_ metrics: Metrics) {
        requests = metrics.counter(
            "echord_endpoint_requests_total", help: "Requests from Discord by endpoint and what became of them.",
            labels: [
                MetricLabel("endpoint", ["interactions", "events"]),
                MetricLabel("outcome", Outcome.allCases.map(\.rawValue)),
            ])
    }
}

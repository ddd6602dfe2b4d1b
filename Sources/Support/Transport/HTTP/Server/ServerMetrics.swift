internal import Telemetry

/// What a server counts. Every label has a closed set of values: no input can make the series grow.
struct ServerMetrics: Sendable {
    /// Why a connection or a request was refused.
    enum Refusal: String, CaseIterable, Sendable {
        case connectionLimit = "connection_limit"
        case addressLimit = "address_limit"
        case requestLimit = "request_limit"
        case malformed
        case unsupported
        case targetTooLong = "target_too_long"
        case fieldsTooLarge = "fields_too_large"
        case bodyTooLarge = "body_too_large"
        case version
        case idleTimeout = "idle_timeout"
        case requestTimeout = "request_timeout"
        case handlerTimeout = "handler_timeout"
        case responseTimeout = "response_timeout"
        case draining
    }

    let requests: Counter
    let seconds: Histogram
    let refusals: Counter
    let connections: Gauge
    let running: Gauge

    init(_ metrics: Metrics, routes: [String]) {
        let route = MetricLabel("route", routes)
        let method = MetricLabel("method", HTTPMethod.known.map(\.rawValue))
        requests = metrics.counter(
            "http_server_requests_total", help: "Requests answered by a handler.",
            labels: [method, route, MetricLabel("status", HTTPStatus.families)])
        seconds = metrics.histogram(
            "http_server_request_seconds", help: "From a request's line to the handler's answer.", labels: [route])
        refusals = metrics.counter(
            "http_server_refusals_total", help: "Connections and requests refused by a limit or as malformed.",
            labels: [MetricLabel("reason", Refusal.allCases.map(\.rawValue))])
        connections = metrics.gauge("http_server_connections", help: "Open connections, WebSockets included.")
        running = metrics.gauge("http_server_requests_running", help: "Requests in handlers.")
    }

    func refused(_ reason: Refusal) { refusals.increment(reason.rawValue) }
}

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

    /// What is counted of one route.
    struct Route: Sendable {
        private let seconds: LabelledHistogram
        private let requests: [[LabelledCounter]]

        fileprivate init(_ label: String, _ requests: Counter, _ seconds: Histogram) {
            self.seconds = seconds.labelled(label)
            self.requests = (HTTPMethod.known.map(\.rawValue) + [MetricLabel.other]).map { method in
                (HTTPStatus.families + [MetricLabel.other]).map { requests.labelled(method, label, $0) }
            }
        }

        func answered(_ method: HTTPMethod, _ status: HTTPStatus, after duration: Duration) {
            let method = HTTPMethod.known.firstIndex(of: method) ?? HTTPMethod.known.count
            requests[method][status.familyIndex ?? HTTPStatus.families.count].increment()
            seconds.record(duration)
        }
    }

    /// By the place of the route's label in the table.
    let routes: [Route]
    let refusals: Counter
    let connections: Gauge
    let running: LabelledGauge

    init(_ metrics: Metrics, routes: [String]) {
        let route = MetricLabel("route", routes)
        let method = MetricLabel("method", HTTPMethod.known.map(\.rawValue))
        let requests = metrics.counter(
            "http_server_requests_total", help: "Requests answered by a handler.",
            labels: [method, route, MetricLabel("status", HTTPStatus.families)])
        let seconds = metrics.histogram(
            "http_server_request_seconds", help: "From a request's line to the handler's answer.", labels: [route])
        self.routes = routes.map { Route($0, requests, seconds) }
        refusals = metrics.counter(
            "http_server_refusals_total", help: "Connections and requests refused by a limit or as malformed.",
            labels: [MetricLabel("reason", Refusal.allCases.map(\.rawValue))])
        connections = metrics.gauge("http_server_connections", help: "Open connections, WebSockets included.")
        running = metrics.gauge("http_server_requests_running", help: "Requests in handlers.").labelled()
    }

    func refused(_ reason: Refusal) { refusals.increment(reason.rawValue) }
}

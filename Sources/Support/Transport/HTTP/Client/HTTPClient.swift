package import Telemetry

/// An HTTP/1.1 client on libcurl: a pool of kept connections on one event loop, usable from any task.
///
/// Redirects are not followed, proxies are not taken from the environment, nothing but `http` and `https` is spoken, and
/// responses are not decompressed. When a kept connection turns out to have been closed by the server before any byte of
/// an answer, curl sends the request once more on a new one, whatever its method.
package final class HTTPClient: Sendable {
    private let engine: CurlEngine
    private let configuration: HTTPClientConfiguration
    private let logger: Logger
    private let metrics: ClientMetrics

    /// A client whose connections live on one loop of `group`, which must outlive it. Opens nothing yet.
    package init(
        group: EventLoopGroup, configuration: HTTPClientConfiguration = HTTPClientConfiguration(),
        logger: Logger = .silent, metrics: Metrics = .discarded
    ) {
        engine = CurlEngine(loop: group.next(), configuration: configuration)
        self.configuration = configuration
        self.logger = logger
        self.metrics = ClientMetrics(metrics)
    }

    deinit { shutdown() }

    /// Ends what is under way with `closed` and closes every connection. Further requests fail. Safe to call twice.
    package func shutdown() {
        let engine = engine
        engine.loop.execute { engine.shutdown() }
    }

    /// Sends a request and reads its response whole. Cancelling the task drops the connection.
    ///
    /// - Throws: before anything is sent, `invalidURL`, `invalidRequest` or `full`; then `nameNotResolved`,
    ///   `connectFailed`, `tls…`, `timeout`, `closed`, `bodyTooLarge`, `headersTooLarge`, `invalidResponse`,
    ///   `cancelled`. The message names scheme, host and port, never path or fields.
    package func send(_ request: HTTPClientRequest) async throws(TransportError) -> HTTPClientResponse {
        let url = try HTTPURL(request.url)
        try check(request, url)
        let transfer = Transfer(request, url: url, configuration: configuration)
        let engine = engine
        let start = MonotonicInstant.now
        metrics.running.add(1)
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                engine.loop.execute { engine.start(transfer, continuation) }
            }
        } onCancel: {
            engine.loop.execute { engine.cancel(transfer) }
        }
        metrics.running.add(-1)
        metrics.seconds.record(start.duration(to: .now))
        switch outcome {
        case .success(let response):
            metrics.requests.increment(response.status.family)
            return response
        case .failure(let error):
            metrics.requests.increment(error.code.rawValue)
            logger.debug("request failed", ["error": .string(error.description)])
            throw error
        }
    }

    private func check(_ request: HTTPClientRequest, _ url: HTTPURL) throws(TransportError) {
        func fault(_ what: String) -> TransportError {
            TransportError(.invalidRequest, "the request to \(url.origin) cannot be sent: \(what)")
        }
        guard url.scheme == .http || url.scheme == .https else {
            throw TransportError(.invalidURL, "the URL cannot be used: its scheme is not http or https")
        }
        guard ASCII.isToken(request.method.rawValue.utf8) else { throw fault("its method is not a token") }
        if let (index, fault: kind) = request.headers.firstFault {
            throw fault("the \(kind == .name ? "name" : "value") of field \(index) has a forbidden character")
        }
        for name in ["Content-Length", "Transfer-Encoding", "Connection"] where request.headers.contains(name) {
            throw fault("\(name) is the client's own to write")
        }
    }
}

/// What a client counts.
private struct ClientMetrics: Sendable {
    let requests: Counter
    let running: Gauge
    let seconds: Histogram

    init(_ metrics: Metrics) {
        let codes: [TransportError.Code] = [
            .nameNotResolved, .connectFailed, .tlsWrongHost, .tlsUnknownIssuer,
            .tlsExpired, .tlsUntrusted, .tlsFailed, .timeout, .closed, .bodyTooLarge,
            .headersTooLarge, .invalidResponse, .cancelled, .full, .system,
        ]
        requests = metrics.counter(
            "http_client_requests_total", help: "Requests by the family of their status or by their error.",
            labels: [MetricLabel("outcome", HTTPStatus.families + codes.map(\.rawValue))])
        running = metrics.gauge("http_client_requests_running", help: "Requests under way.")
        seconds = metrics.histogram("http_client_request_seconds", help: "From asking to the whole answer.")
    }
}

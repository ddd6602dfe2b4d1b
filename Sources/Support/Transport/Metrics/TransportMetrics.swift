package import Telemetry

/// What the connections of a process are counted by. Make one per registry and hand it to every part.
package struct TransportMetrics: Sendable {
    let connectFailures: Counter
    let tlsFailures: Counter
    let handshakeFailures: Counter
    let framesRefused: Counter
    let messagesDiscarded: Counter
    let sendsRefused: Counter
    let dropped: Counter
    let openWebSockets: Gauge
    let inflateRefusals: Counter

    /// Metrics that nobody reads.
    package static let discarded = TransportMetrics(.discarded)

    /// Names the metrics in `metrics`; a second instance on the same registry shares them.
    package init(_ metrics: Metrics) {
        let role = MetricLabel("role", ["client", "server"])
        func reasons(_ codes: [TransportError.Code]) -> MetricLabel { MetricLabel("reason", codes.map(\.rawValue)) }
        connectFailures = metrics.counter(
            "transport_connect_failures_total", help: "Outgoing connections that were not made.",
            labels: [reasons([.nameNotResolved, .connectFailed, .timeout, .cancelled, .full, .system])])
        tlsFailures = metrics.counter(
            "transport_tls_failures_total", help: "TLS handshakes that failed.",
            labels: [role, reasons(TransportError.Code.tlsCodes + [.timeout, .closed])])
        handshakeFailures = metrics.counter(
            "websocket_handshake_failures_total", help: "WebSocket handshakes that failed.",
            labels: [role, reasons([.handshakeInvalid, .handshakeRefused, .handshakeTooBig, .timeout, .closed])])
        framesRefused = metrics.counter(
            "websocket_frames_refused_total", help: "Received frames that broke a rule or a limit.",
            labels: [role, MetricLabel("rule", WebSocketViolation.allCases.map(\.rawValue))])
        messagesDiscarded = metrics.counter(
            "websocket_messages_discarded_total", help: "Messages received while closing and not handed out.",
            labels: [role])
        sendsRefused = metrics.counter(
            "websocket_sends_refused_total", help: "Sends refused because too many were waiting.", labels: [role])
        dropped = metrics.counter(
            "websocket_dropped_total", help: "WebSocket connections that ended without a close handshake.",
            labels: [role, reasons([.closed, .timeout, .system, .loopEnded, .cancelled, .webSocketProtocol])])
        openWebSockets = metrics.gauge("websocket_open", help: "WebSocket connections open now.", labels: [role])
        inflateRefusals = metrics.counter(
            "transport_inflate_refusals_total", help: "Compressed input refused.",
            labels: [MetricLabel("codec", ["zlib", "zstd"]), reasons([.inflatedTooBig, .corruptData])])
    }
}

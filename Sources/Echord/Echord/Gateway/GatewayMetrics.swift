internal import Telemetry

/// What shards count.
struct GatewayMetrics: Sendable {
    let status: Gauge
    let connections: Counter
    let cuts: Counter
    let latency: Histogram
    let sent: Counter
    let refused: Counter
    let waiting: Gauge
    let missed: Counter
    let duplicates: Counter
    let bytes: Counter
    let payloadBytes: Counter
    let startsLeft: Gauge

    init(_ metrics: Metrics) {
        status = metrics.gauge(
            "discord_shards", help: "Shards by what they are doing.",
            labels: [MetricLabel("status", ShardStatus.allCases.map(\.rawValue))])
        connections = metrics.counter(
            "discord_gateway_connections_total", help: "Connections that became usable.",
            labels: [MetricLabel("kind", ["new", "resumed"])])
        cuts = metrics.counter(
            "discord_gateway_cuts_total", help: "Connections that ended, by cause.",
            labels: [MetricLabel("cause", GatewayCut.labels)])
        latency = metrics.histogram(
            "discord_gateway_heartbeat_seconds", help: "From a heartbeat to its acknowledgement.")
        sent = metrics.counter(
            "discord_gateway_sent_total", help: "Payloads sent.",
            labels: [MetricLabel("kind", ["control", "command"])])
        refused = metrics.counter(
            "discord_gateway_commands_refused_total", help: "Commands that were not taken.",
            labels: [MetricLabel("reason", ["full", "too_large", "timeout", "stopped"])])
        waiting = metrics.gauge("discord_gateway_commands_waiting", help: "Commands that wait to be sent.")
        missed = metrics.counter(
            "discord_gateway_missed_total", help: "Sequence numbers that were left out by the gateway.")
        duplicates = metrics.counter(
            "discord_gateway_duplicates_total", help: "Events that came twice and were handed on once.")
        bytes = metrics.counter("discord_gateway_received_bytes_total", help: "Bytes received, packed.")
        payloadBytes = metrics.counter("discord_gateway_payload_bytes_total", help: "Bytes received, unpacked.")
        startsLeft = metrics.gauge("discord_gateway_session_starts_left", help: "Session starts left in this period.")
    }
}

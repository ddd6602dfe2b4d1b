internal import Telemetry

/// What the REST client counts.
struct RESTMetrics: Sendable {
    let requests: Counter
    let seconds: Histogram
    let limiterSeconds: Histogram
    let limited: Counter
    let refused: Counter
    let retries: Counter
    let waiting: Gauge
    let buckets: Gauge
    let invalid: Gauge

    init(_ metrics: Metrics) {
        let outcomes = ["2xx", "3xx", "4xx", "5xx", "429", "none", "cancelled"]
        let families = [
            "gateway", "applications", "interactions", "webhooks", "channels", "guilds", "users", "oauth2", "invites",
            "stickers", "sticker-packs", "soundboard-default-sounds", "stage-instances", "voice", "skus", "lobbies",
            "partner-sdk",
        ]
        requests = metrics.counter(
            "discord_rest_requests_total", help: "Requests sent, by the first part of their route and the answer.",
            labels: [
                MetricLabel("method", ["GET", "POST", "PUT", "PATCH", "DELETE"]), MetricLabel("resource", families),
                MetricLabel("outcome", outcomes),
            ])
        seconds = metrics.histogram(
            "discord_rest_request_seconds", help: "From sending a request to its whole answer.")
        limiterSeconds = metrics.histogram(
            "discord_rest_limiter_wait_seconds", help: "What requests waited for Discord's limits.")
        limited = metrics.counter(
            "discord_rest_limited_total", help: "Answers 429 by whom they limit.",
            labels: [MetricLabel("scope", RateLimitScope.allCases.map(\.rawValue))])
        refused = metrics.counter(
            "discord_rest_refused_total", help: "Requests not sent because a limit would hold them too long.",
            labels: [MetricLabel("cause", RateLimitDetails.Cause.allCases.map(\.rawValue))])
        retries = metrics.counter(
            "discord_rest_retries_total", help: "Requests sent again.",
            labels: [MetricLabel("reason", ["limited", "fault", "connection"])])
        waiting = metrics.gauge("discord_rest_waiting", help: "Requests that wait for Discord's limits.")
        buckets = metrics.gauge("discord_rest_buckets", help: "Rate-limit buckets in memory.")
        invalid = metrics.gauge(
            "discord_rest_invalid_requests", help: "Answers 401, 403 and 429 of the last ten minutes.")
    }

    /// The label for a route.
    static func resource(_ route: APIRoute) -> String {
        route.path.split(separator: "/", maxSplits: 1).first.map(String.init) ?? ""
    }
}

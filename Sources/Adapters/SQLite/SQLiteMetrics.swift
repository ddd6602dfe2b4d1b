import Telemetry

/// What the adapter counts.
struct SQLiteMetrics: Sendable {
    private static let buckets = [
        0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 10, 30,
    ]

    let transactions: Counter
    let transactionSeconds: Histogram
    let readSeconds: Histogram
    let waitSeconds: Histogram
    let refused: Counter
    let timeouts: Counter
    let waiting: Gauge
    let logPages: Gauge

    init(_ metrics: Metrics) {
        transactions = metrics.counter(
            "sqlite_transactions_total", help: "Transactions by how they ended.",
            labels: [MetricLabel("outcome", ["committed", "rolled_back"])])
        transactionSeconds = metrics.histogram(
            "sqlite_transaction_seconds", help: "From getting the writer to the end of the commit.",
            buckets: Self.buckets)
        readSeconds = metrics.histogram(
            "sqlite_read_seconds", help: "From getting a reader to giving it back.", buckets: Self.buckets)
        let kind = MetricLabel("kind", ["read", "write"])
        waitSeconds = metrics.histogram(
            "sqlite_wait_seconds", help: "Waiting for a connection.", buckets: Self.buckets, labels: [kind])
        refused = metrics.counter(
            "sqlite_refused_total", help: "Work that was not begun.",
            labels: [MetricLabel("reason", ["overloaded", "timeout", "closed"])])
        timeouts = metrics.counter(
            "sqlite_timeouts_total", help: "Work that was stopped by a limit of time.",
            labels: [MetricLabel("kind", ["statement", "transaction"])])
        waiting = metrics.gauge("sqlite_waiting", help: "Tasks that wait for a connection.", labels: [kind])
        logPages = metrics.gauge("sqlite_log_pages", help: "Pages in the write-ahead log after the last commit.")
    }
}

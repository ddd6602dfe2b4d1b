internal import Telemetry

/// What the event bus counts. Groups are known when it is made, so every label has a closed set of values.
struct EventBusMetrics: Sendable {
    enum Outcome: String, CaseIterable { case acknowledged, repeated, retried, dead }
    enum Part: String, CaseIterable { case relay, lane }

    let relayed: Counter
    let deliveries: Counter
    let seconds: Histogram
    let waiting: Gauge
    let underWay: Gauge
    let pauses: Counter
    let failures: Counter

    init(_ metrics: Metrics, groups: [String]) {
        let group = MetricLabel("group", groups)
        relayed = metrics.counter("chorestree_events_relayed_total", help: "Events taken from the outbox.")
        deliveries = metrics.counter(
            "chorestree_event_deliveries_total", help: "Attempts to deliver an event, by how they ended.",
            labels: [group, MetricLabel("outcome", Outcome.allCases.map(\.rawValue))])
        seconds = metrics.histogram(
            "chorestree_event_handler_seconds", help: "How long handlers took.", labels: [group])
        waiting = metrics.gauge("chorestree_events_waiting", help: "Events in the outbox.")
        underWay = metrics.gauge("chorestree_event_deliveries_waiting", help: "Deliveries that are not done yet.")
        pauses = metrics.counter(
            "chorestree_event_relay_pauses_total", help: "How often the relay waited because too much was under way.")
        failures = metrics.counter(
            "chorestree_event_bus_failures_total", help: "Failures of the bus itself, such as of its database.",
            labels: [MetricLabel("part", Part.allCases.map(\.rawValue))])
    }

    func count(_ outcome: Outcome, group: String) { deliveries.increment(group, outcome.rawValue) }
    func countFailure(of part: Part) { failures.increment(part.rawValue) }
}

internal import EchordModel
internal import Telemetry

/// What is counted of interactions.
struct InteractionMetrics: Sendable {
    let handled: Counter
    let firstAnswer: Histogram

    init(_ metrics: Metrics) {
        let kind = MetricLabel("type", ["command", "autocomplete", "component", "modal"])
        handled = metrics.counter(
            "echord_interactions_total", help: "Interactions by type and what became of them.",
            labels: [kind, MetricLabel("outcome", ["answered", "unknown", "failed", "cancelled", "refused"])])
        firstAnswer = metrics.histogram(
            "echord_interaction_first_answer_seconds", help: "From receiving an interaction to Discord's receipt.",
            labels: [kind])
    }

    static func kind(_ type: InteractionType) -> String {
        switch type {
        case .applicationCommand: "command"
        case .applicationCommandAutocomplete: "autocomplete"
        case .messageComponent: "component"
        case .modalSubmit: "modal"
        default: MetricLabel.other
        }
    }
}

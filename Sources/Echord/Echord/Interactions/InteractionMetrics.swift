internal import EchordModel
internal import Telemetry

/// What is counted of interactions.
struct InteractionMetrics: Sendable {
    /// A request that answers an interaction.
    enum Step: String, CaseIterable {
        case first
        case editOriginal = "edit_original"
        case deleteOriginal = "delete_original"
        case followUp = "follow_up"
        case editFollowUp = "edit_follow_up"
        case deleteFollowUp = "delete_follow_up"
    }

    let handled: Counter
    let firstAnswer: Histogram
    let failures: Counter
    let retries: Counter

    init(_ metrics: Metrics) {
        let kind = MetricLabel("type", ["command", "autocomplete", "component", "modal"])
        let step = MetricLabel("step", Step.allCases.map(\.rawValue))
        handled = metrics.counter(
            "echord_interactions_total", help: "Interactions by type and what became of them.",
            labels: [
                kind,
                MetricLabel("outcome", ["answered", "unknown", "failed", "unanswered", "cancelled", "refused"]),
            ])
        firstAnswer = metrics.histogram(
            "echord_interaction_first_answer_seconds", help: "From receiving an interaction to Discord's receipt.",
            labels: [kind])
        failures = metrics.counter(
            "echord_interaction_answer_failures_total", help: "Answers that Discord did not take, by request.",
            labels: [step])
        retries = metrics.counter(
            "echord_interaction_answer_retries_total", help: "Answers that were sent again, by request.",
            labels: [step])
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

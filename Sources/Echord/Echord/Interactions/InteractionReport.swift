internal import Telemetry

/// Where the failures of answers are told: an answer that does not reach the person must not go unseen.
struct InteractionReport: Sendable {
    var metrics = InteractionMetrics(.discarded)
    var logger = Logger.silent

    /// A request failed and is sent again.
    func retried(_ step: InteractionMetrics.Step, _ error: EchordError, after wait: Duration) {
        metrics.retries.increment(step.rawValue)
        logger.warning(
            "an answer was not taken and is sent again",
            [
                "step": .string(step.rawValue), "error": .string(error.description),
                "after": .double(wait.inSeconds),
            ])
    }

    /// A request failed for good.
    func failed(_ step: InteractionMetrics.Step, _ error: EchordError) {
        metrics.failures.increment(step.rawValue)
        logger.error(
            "an answer was not taken", ["step": .string(step.rawValue), "error": .string(error.description)])
    }
}

internal import JSON
internal import Telemetry

/// What both endpoints do first with a request: look at its size and its signature, and read it.
struct SignedRequests: Sendable {
    private let name: String
    private let signature: RequestSignature
    private let metrics: EndpointMetrics
    let configuration: EndpointConfiguration
    let logger: Logger

    init(
        _ name: String, publicKey: String, _ configuration: EndpointConfiguration, logger: Logger, metrics: Metrics
    ) throws(EchordError) {
        self.name = name
        self.configuration = configuration
        self.logger = logger.labelled("endpoint.\(name)")
        self.metrics = EndpointMetrics(metrics)
        signature = try RequestSignature(publicKey: publicKey, tolerance: configuration.tolerance)
    }

    /// The body, when it is Discord's and has the documented shape; else what is answered.
    func read<Value: JSONDecodable>(_ type: Value.Type, of request: EndpointRequest) -> Result<Value, Refused> {
        guard request.body.count <= configuration.maximumBodyBytes else {
            return refuse(413, "the body is too large", .tooLarge)
        }
        do throws(RequestSignature.Fault) {
            try signature.check(request, at: configuration.wallClock())
        } catch {
            // Discord sends bad signatures on purpose, so this is nothing to be alarmed at.
            return refuse(
                401, "invalid request signature", EndpointMetrics.Outcome(rawValue: error.rawValue) ?? .forged)
        }
        do throws(JSONError) {
            return .success(try JSON.decode(type, from: request.body))
        } catch {
            logger.error("a request does not have the documented shape", ["error": .string(error.description)])
            return refuse(400, "the body does not have the documented shape", .malformed)
        }
    }

    /// Counts what became of a request.
    func count(_ outcome: EndpointMetrics.Outcome) { metrics.requests.increment(name, outcome.rawValue) }

    /// What is answered to a request that is not taken.
    struct Refused: Error {
        let response: EndpointResponse
    }

    private func refuse<Value>(
        _ status: Int, _ words: String, _ outcome: EndpointMetrics.Outcome
    ) -> Result<Value, Refused> {
        count(outcome)
        return .failure(Refused(response: .refusal(status, words)))
    }
}

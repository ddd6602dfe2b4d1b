internal import EchordModel
internal import EchordPrimitives
internal import JSON
internal import Locking
public import Telemetry
internal import Transport

/// Takes interactions over HTTP instead of the gateway: checks that they are Discord's, hands them to the same service,
/// and answers in the response.
///
/// Give it to an ``EndpointServer``, or call ``respond(to:)`` from any other server. The service must run.
///
/// ```swift
/// let service = tree.service(api: rest)
/// let endpoint = try InteractionEndpoint(publicKey: key, service: service, api: rest)
/// ```
///
/// Discord waits 3 s for a first answer. A handler that takes longer is acknowledged by the service meanwhile; if that
/// does not come in time either, Discord gets a 202, and the answer goes by REST.
/// <https://docs.discord.com/developers/interactions/overview#setting-up-an-endpoint>
public final class InteractionEndpoint: Sendable {
    private let requests: SignedRequests
    private let service: InteractionService
    private let api: any InteractionAPI
    private let time: TimeSource
    private let seen: Locked<RecentKeys<InteractionID>>

    /// An endpoint.
    ///
    /// - Parameters:
    ///   - publicKey: the application's, in 64 hexadecimal digits, from the Developer Portal.
    ///   - service: handles what comes.
    ///   - api: sends what follows the first answer; usually a `RESTClient`.
    ///   - time: the same as the service's.
    /// - Throws: ``EchordError`` with code `configuration` when the key is none.
    public init(
        publicKey: String, service: InteractionService, api: any InteractionAPI,
        configuration: EndpointConfiguration = .init(), time: TimeSource = .continuous, logger: Logger = .silent,
        metrics: Metrics = .discarded
    ) throws(EchordError) {
        requests = try SignedRequests(
            "interactions", publicKey: publicKey, configuration, logger: logger, metrics: metrics)
        self.service = service
        self.api = api
        self.time = time
        // A request can be sent again for as long as its time is tolerated, on either side.
        seen = Locked(RecentKeys(span: configuration.tolerance * 2, capacity: configuration.remembered))
    }

    /// How large a body may be, for a server that limits it while reading.
    public var maximumBodyBytes: Int { requests.configuration.maximumBodyBytes }

    /// Answers a request.
    ///
    /// - Returns: 200 with the answer; 202 when it goes by REST; 401 for a bad signature, 400, 409, 413 and 503 for what
    ///   cannot be taken.
    public func respond(to request: EndpointRequest) async -> EndpointResponse {
        switch requests.read(Interaction.self, of: request) {
        case .failure(let refused): return refused.response
        case .success(let interaction) where interaction.type == .ping:
            requests.count(.ping)
            return EndpointResponse(status: 200, body: JSON.encode(InteractionCallback.pong))
        case .success(let interaction): return await take(interaction)
        }
    }

    private func take(_ interaction: Interaction) async -> EndpointResponse {
        let now = time.now
        guard seen.withLock({ $0.note(interaction.id, at: now) }) else {
            requests.count(.twice)
            return .refusal(409, "this interaction was received already")
        }
        let answer = InlineAnswer(interaction, rest: api, time: time)
        guard service.receive(interaction, answeringThrough: answer) else {
            seen.withLock { $0.forget(interaction.id) }
            requests.count(.busy)
            return .refusal(503, "too many interactions wait")
        }
        guard let first = await answer.first(by: now + requests.configuration.answerWithin) else {
            requests.count(.later)
            return EndpointResponse(status: 202)
        }
        requests.count(.answered)
        return Self.response(first)
    }

    private static func response(_ first: InlineAnswer.First) -> EndpointResponse {
        let payload = JSON.encode(first.callback)
        guard !first.files.isEmpty else { return EndpointResponse(status: 200, body: payload) }
        var random = SystemRandomNumberGenerator()
        let parts = [FormPart(name: "payload_json", contentType: "application/json", body: payload)]
        let files = first.files.enumerated().map { FormPart(name: "files[\($0.offset)]", file: $0.element) }
        let form = MultipartForm(parts + files).encoded(using: &random)
        return EndpointResponse(status: 200, contentType: form.contentType, body: form.body)
    }
}

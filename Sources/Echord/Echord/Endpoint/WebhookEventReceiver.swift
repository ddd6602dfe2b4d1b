internal import Crypto
public import EchordModel
internal import EchordPrimitives
public import Lifecycle
internal import Locking
public import Telemetry

/// Takes webhook events over HTTP: checks that they are Discord's, answers at once, and brings them to listeners.
///
/// Give it to an ``EndpointServer``, or call ``respond(to:)`` from any other server. It must run: `run` hands events to
/// the listeners in the order they came, one after the other. Discord sends an event again that is not taken within 3 s;
/// an event that comes twice is handed out once.
///
/// ```swift
/// let events = try WebhookEventReceiver(publicKey: key)
/// events.on(.applicationAuthorized) { event in
///     if case .authorized(let data) = event.data { print("installed by \(data.user.username)") }
/// }
/// ```
/// <https://docs.discord.com/developers/events/webhook-events>
public final class WebhookEventReceiver: Service {
    /// What is done with an event. What it throws is logged, and the next event follows.
    public typealias Listener = @Sendable (WebhookEvent) async throws -> Void

    private struct Entry: Sendable {
        let type: WebhookEventType?
        let listener: Listener
    }

    /// `webhook-events`.
    public let name = "webhook-events"
    private let requests: SignedRequests
    private let time: TimeSource
    private let listeners = Locked<[Entry]>([])
    private let seen: Locked<RecentKeys<[UInt8]>>
    private let buffer: EventBuffer<WebhookEvent>

    /// A receiver.
    ///
    /// - Parameters:
    ///   - publicKey: the application's, in 64 hexadecimal digits, from the Developer Portal.
    ///   - capacity: how many events may wait for their listeners; with more Discord is told to send them again later.
    /// - Throws: ``EchordError`` with code `configuration` when the key is none.
    public init(
        publicKey: String, capacity: Int = 1_000, configuration: EndpointConfiguration = .init(),
        time: TimeSource = .continuous, logger: Logger = .silent, metrics: Metrics = .discarded
    ) throws(EchordError) {
        requests = try SignedRequests("events", publicKey: publicKey, configuration, logger: logger, metrics: metrics)
        self.time = time
        // Discord tries again for up to 10 minutes.
        seen = Locked(RecentKeys(span: .seconds(1_200), capacity: configuration.remembered))
        buffer = EventBuffer(capacity: capacity, policy: .dropNewest)
    }

    /// How large a body may be, for a server that limits it while reading.
    public var maximumBodyBytes: Int { requests.configuration.maximumBodyBytes }

    /// Does something with every event of a kind, or of all kinds.
    public func on(_ type: WebhookEventType? = nil, _ listener: @escaping Listener) {
        listeners.withLock { $0.append(Entry(type: type, listener: listener)) }
    }

    /// Answers a request.
    ///
    /// - Returns: 204 for pings and for events that are taken; 401 for a bad signature, 400, 413 and 503 for what cannot
    ///   be taken.
    public func respond(to request: EndpointRequest) -> EndpointResponse {
        switch requests.read(WebhookEventEnvelope.self, of: request) {
        case .failure(let refused): return refused.response
        case .success(let envelope):
            guard envelope.type != .ping, let event = envelope.event else {
                requests.count(.ping)
                return EndpointResponse(status: 204)
            }
            return take(event, key: SHA256.digest(request.body))
        }
    }

    /// - Parameter key: what is the same when Discord sends the event again, which has no id of its own.
    private func take(_ event: WebhookEvent, key: [UInt8]) -> EndpointResponse {
        guard seen.withLock({ $0.note(key, at: time.now) }) else {
            requests.count(.twice)
            return EndpointResponse(status: 204)
        }
        guard buffer.put(event) == .taken else {
            seen.withLock { $0.forget(key) }
            requests.count(.busy)
            requests.logger.error(
                "an event was not taken: too many wait for their listeners",
                ["type": .string(event.type.rawValue), "capacity": .int(Int64(buffer.capacity))])
            return .refusal(503, "too many events wait")
        }
        requests.count(.taken)
        return EndpointResponse(status: 204)
    }

    /// Hands events to the listeners until asked to finish, and then those that had been taken.
    public func run(_ ready: ReadySignal) async throws {
        ready()
        await GracefulShutdown.onRequest({ self.buffer.finish() }) {
            while let event = await buffer.next() { await handOut(event) }
        }
    }

    private func handOut(_ event: WebhookEvent) async {
        let entries = listeners.withLock { $0 }.filter { $0.type == nil || $0.type == event.type }
        for entry in entries {
            do {
                try await entry.listener(event)
            } catch {
                requests.logger.error(
                    "a listener failed", ["type": .string(event.type.rawValue), "error": .string("\(error)")])
            }
        }
    }
}

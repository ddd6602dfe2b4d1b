internal import Atoms
internal import JSON
internal import Locking
internal import Telemetry

/// What relay and lanes share.
final class EventBusCore: Sendable {
    let store: DeliveryStore
    let registry: EventRegistry
    let configuration: EventBusConfiguration
    let time: TimeSource
    let logger: Logger
    let metrics: EventBusMetrics
    /// Signalled when deliveries were finished, for the relay that waits for room.
    let roomMade = Wake()
    private let random: Locked<any RandomNumberGenerator & Sendable>
    private let state = Locked(State())

    private struct State {
        var isStopping = false
        var underWay = 0
    }

    init(
        store: DeliveryStore, registry: EventRegistry, configuration: EventBusConfiguration, time: TimeSource,
        random: any RandomNumberGenerator & Sendable, logger: Logger, metrics: EventBusMetrics
    ) {
        self.store = store
        self.registry = registry
        self.configuration = configuration
        self.time = time
        self.random = Locked(random)
        self.logger = logger
        self.metrics = metrics
    }

    var isStopping: Bool { state.withLock { $0.isStopping } }
    var hasRoom: Bool { state.withLock { $0.underWay < configuration.underWay } }

    func stop() { state.withLock { $0.isStopping = true } }
    func start(underWay: Int) {
        state.withLock { state in
            state.isStopping = false
            state.underWay = underWay
        }
        metrics.underWay.set(Double(underWay))
    }

    func added(_ count: Int) { change(by: count) }

    func finished(_ count: Int) {
        change(by: -count)
        if hasRoom { roomMade.signal() }
    }

    private func change(by count: Int) {
        let underWay = state.withLock { state in
            state.underWay = max(0, state.underWay + count)
            return state.underWay
        }
        metrics.underWay.set(Double(underWay))
    }

    func delay(after attempt: Int, _ policy: RetryPolicy) -> Duration {
        random.withLock { policy.delay(after: attempt, using: &$0) }
    }

    /// Reads what was stored, in the version that the handler wants.
    func context(for delivery: Delivery, version: Int?) throws -> EventContext {
        var envelope: EventEnvelope = try JSON.decode(from: delivery.envelope)
        if let version { envelope = try registry.upgrade(envelope, to: version) }
        return EventContext(
            envelope: envelope, group: delivery.group, attempt: delivery.failures + 1, deliveries: store)
    }

    /// Runs a handler in a child task of its own, with its limit of time; whatever it throws ends here.
    func outcome(of subscription: Subscription, _ context: EventContext) async -> EventOutcome {
        do {
            return try await limited(to: subscription.timeout) {
                try await LogContext.$fields.withValue(self.logFields(context)) {
                    try await subscription.handler(context.envelope, context)
                }
            }
        } catch let rejection as EventRejected {
            return .deadLetter(reason: rejection.reason)
        } catch {
            context.lastError.value = "\(error)"
            return .retry()
        }
    }

    /// Runs one round of a loop. A failure of the database is logged and counted, and the loop goes on after a pause.
    func guarding(_ part: EventBusMetrics.Part, _ round: () async throws -> Void) async throws {
        do {
            try await round()
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            try Task.checkCancellation()
            metrics.countFailure(of: part)
            logger.error("event bus failed", ["part": .string(part.rawValue), "error": .string("\(error)")])
            try await time.sleep(configuration.pauseAfterFailure)
        }
    }

    private func logFields(_ context: EventContext) -> LogFields {
        var fields = LogContext.fields
        fields["guild_id"] = .string("\(context.envelope.guildID)")
        fields["event"] = .string(context.envelope.name)
        fields["group"] = .string(context.group)
        fields["event_id"] = .string("\(context.envelope.id)")
        fields["request_id"] = context.envelope.correlationID.map { .string($0) }
        return fields
    }

    private func limited<Result: Sendable>(
        to limit: Duration, _ work: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        try await withThrowingTaskGroup(of: Result?.self) { group in
            group.addTask { try await work() }
            group.addTask { [time] in
                try await time.sleep(limit)
                return nil
            }
            defer { group.cancelAll() }
            guard let result = try await group.next() ?? nil else {
                throw EventBusError(.handlerTimeout, "the handler did not finish within \(limit)")
            }
            return result
        }
    }
}

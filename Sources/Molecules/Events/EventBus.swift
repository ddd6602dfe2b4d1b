public import Atoms
public import Lifecycle
public import SQL
public import Telemetry

/// Delivers what was written to the outbox: at least once, to each consumer group that wants it, in order per guild.
///
/// Two verbs: `publish` stores an event and returns; `emit` calls the handlers now and waits for them.
/// The bus of a database must run (`run`) in one process at a time; what it has not delivered when the process ends
/// is delivered after the next start.
public final class EventBus: Service {
    /// The name under which logs and health know it.
    public let name = "event-bus"
    /// Where features write events in their own transactions.
    public let outbox: Outbox
    /// What could not be delivered.
    public let deadLetters: DeadLetters
    private let core: EventBusCore
    private let relay: EventRelay
    private let lanes: [EventLane]
    private let subscriptions: [String: [Subscription]]

    /// A bus between an outbox and those who want its events.
    ///
    /// - Parameters:
    ///   - database: where outbox, deliveries, inbox and dead letters are.
    ///   - outbox: the one that the features of this database write to.
    ///   - subscribers: who wants what.
    ///   - upcasters: how to read events of older versions.
    ///   - random: for the waits between attempts.
    /// - Throws: `EventBusError` `.duplicateSubscription`.
    public init(
        database: any Database, outbox: Outbox, subscribers: [any EventSubscriber],
        upcasters: [EventUpcaster] = [], configuration: EventBusConfiguration = EventBusConfiguration(),
        time: TimeSource = .system, random: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator(),
        logger: Logger = .silent, metrics: Metrics = .discarded
    ) throws(EventBusError) {
        let all = subscribers.flatMap(\.subscriptions)
        let groups = try Self.grouped(all)
        let store = DeliveryStore(database: database)
        let core = EventBusCore(
            store: store, registry: EventRegistry(upcasters), configuration: configuration, time: time,
            random: random, logger: logger.labelled("events"),
            metrics: EventBusMetrics(metrics, groups: groups.keys.sorted()))
        let count = configuration.lanes
        let lanes = groups.mapValues { subscriptions in
            (0..<count).map { index in
                EventLane(
                    lane: LaneMap.Lane(group: subscriptions.values.first?.group ?? "", index: index, count: count),
                    subscriptions: subscriptions, core: core)
            }
        }
        self.core = core
        self.outbox = outbox
        self.lanes = lanes.sorted { $0.key < $1.key }.flatMap(\.value)
        subscriptions = Dictionary(grouping: all, by: \.event)
        relay = EventRelay(
            core: core, outbox: outbox, groups: subscriptions.mapValues { $0.map(\.group).sorted() },
            notify: { group, guild in lanes[group]?[LaneMap.lane(of: guild, count: count)].wake.signal() })
        deadLetters = DeadLetters(database: database, time: time) { [lanes] group, guild in
            core.added(1)
            lanes[group]?[LaneMap.lane(of: guild, count: count)].wake.signal()
        }
    }

    private static func grouped(_ all: [Subscription]) throws(EventBusError) -> [String: [String: Subscription]] {
        var groups: [String: [String: Subscription]] = [:]
        for subscription in all {
            guard groups[subscription.group, default: [:]].updateValue(subscription, forKey: subscription.event) == nil
            else {
                throw EventBusError(
                    .duplicateSubscription,
                    "\(subscription.event) is handled twice in the group \(subscription.group): name another group")
            }
        }
        return groups
    }

    /// Delivers until shutdown is requested; then the handlers at work finish, and the rest waits for the next start.
    public func run(_ ready: ReadySignal) async throws {
        try await prepare()
        try await GracefulShutdown.onRequest { [self] in
            stop()
        } during: {
            try await withThrowingTaskGroup { group in
                group.addTask { try await self.relay.run() }
                for lane in lanes { group.addTask { try await lane.run() } }
                ready()
                try await group.waitForAll()
            }
        }
    }

    /// Delivers all that is due now, in this task, and returns how many deliveries were attempted.
    ///
    /// For tests and one-off commands; not beside `run`.
    @discardableResult
    public func drain() async throws -> Int {
        try await prepare()
        var attempts = 0
        while true {
            let relayed = try await relay.step()
            var handled = 0
            for lane in lanes { handled += try await lane.step() }
            attempts += handled
            if relayed == 0, handled == 0 { return attempts }
        }
    }

    private func prepare() async throws {
        core.start(underWay: try await core.store.count())
        if let (first, last) = try await core.store.outboxBounds() { outbox.noteStored(from: first, to: last) }
    }

    private func stop() {
        core.stop()
        outbox.wake.signal()
        core.roomMade.signal()
        for lane in lanes { lane.wake.signal() }
    }

    // MARK: - The two verbs

    /// Stores an event in a transaction of its own and returns when it is stored; it is delivered later.
    ///
    /// Waits while the outbox is full. A feature that changes something writes to the outbox in its own transaction.
    @discardableResult
    public func publish<Event: DomainEvent>(
        _ event: Event, about subject: EventSubject, origin: EventOrigin
    ) async throws -> EventEnvelope {
        while outbox.waiting >= outbox.capacity {
            try Task.checkCancellation()
            await outbox.roomMade.wait(atMost: core.configuration.pollInterval, core.time)
        }
        return try await core.store.database.transaction { transaction in
            try await outbox.publish(event, about: subject, origin: origin, in: transaction)
        }
    }

    /// Calls every handler of an event now, one child task each, and waits for all. Nothing is stored or repeated.
    ///
    /// - Returns: how each group took it. A group that fails does not touch the others.
    public func emit<Event: DomainEvent>(
        _ event: Event, about subject: EventSubject, origin: EventOrigin
    ) async throws -> [String: EventOutcome] {
        let envelope = try outbox.envelope(event, about: subject, origin: origin)
        let core = core
        return await withTaskGroup { group in
            for subscription in subscriptions[Event.name] ?? [] {
                let context = EventContext(
                    envelope: envelope, group: subscription.group, attempt: 1, deliveries: core.store)
                group.addTask { (subscription.group, await core.outcome(of: subscription, context)) }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
    }
}

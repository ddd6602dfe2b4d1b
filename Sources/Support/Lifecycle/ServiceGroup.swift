public import Telemetry

/// Starts services in the order of their dependencies and stops them in reverse.
///
/// A service starts once everything it comes after is ready. At shutdown (a signal, `shutDown()`, or a service that
/// ended) one service at a time is asked to finish, the last started first. What has not finished within the graceful
/// limit is cancelled; what still runs after the cancellation limit is reported to `stuck`, which should end the
/// process.
public final class ServiceGroup: Sendable {
    /// A service and what it comes after.
    public struct Entry: Sendable {
        let service: any Service
        let after: [String]

        /// The service's name.
        public var name: String { service.name }

        /// `service`, to be started once the services named in `after` are ready.
        public init(_ service: any Service, after: [String] = []) {
            self.service = service
            self.after = after
        }
    }

    /// How long stopping may take.
    public struct Limits: Sendable {
        /// From the request to cancellation.
        public var graceful: Duration
        /// From cancellation to giving up.
        public var cancellation: Duration

        /// Ten and five seconds unless said otherwise.
        public init(graceful: Duration = .seconds(10), cancellation: Duration = .seconds(5)) {
            self.graceful = graceful
            self.cancellation = cancellation
        }
    }

    private let entries: [Entry]
    private let limits: Limits
    private let logger: Logger
    private let clock: any Clock<Duration>
    private let stuck: @Sendable ([String]) -> Void
    private let external = ShutdownTrigger()

    /// A group of `entries`.
    ///
    /// - Parameters:
    ///   - stuck: called with the names of services that ignore cancellation; should end the process.
    /// - Throws: `LifecycleError` for a name that is used twice, an unknown dependency or a cycle.
    public init(
        _ entries: [Entry], limits: Limits = Limits(), logger: Logger, clock: any Clock<Duration> = ContinuousClock(),
        stuck: @escaping @Sendable ([String]) -> Void
    ) throws(LifecycleError) {
        self.entries = try StartOrder.sorted(entries)
        self.limits = limits
        self.logger = logger.labelled("lifecycle")
        self.clock = clock
        self.stuck = stuck
    }

    /// Asks the group to stop, as a signal would.
    public func shutDown() { external.request() }

    /// Runs all services until one ends or shutdown is requested, and returns when all have stopped.
    ///
    /// - Parameters:
    ///   - signals: what asks the group to stop.
    ///   - ready: called once, when every service is ready.
    /// - Throws: the error of the service that ended the group; `LifecycleError` `endedEarly` if it just returned.
    public func run(
        stoppingOn signals: [UnixSignal] = [.interrupt, .terminate], ready: @escaping @Sendable () async -> Void = {}
    ) async throws {
        // A cancelled task cannot wait for its services to finish, so the supervision has a task of its own and
        // cancellation becomes a request to stop.
        let supervision = Task { try await supervise(stoppingOn: signals, ready: ready) }
        let external = external
        try await withTaskCancellationHandler {
            try await supervision.value
        } onCancel: {
            external.request()
        }
    }

    private func supervise(
        stoppingOn signals: [UnixSignal], ready: @escaping @Sendable () async -> Void
    ) async throws {
        let capacity = entries.count * 2 + 16
        let (events, feed) = AsyncStream.makeStream(of: GroupEvent.self, bufferingPolicy: .bufferingOldest(capacity))
        let external = external
        try await withThrowingTaskGroup(of: Void.self) { group in
            let arrivals = UnixSignal.arrivals(of: signals)
            group.addTask {
                for await _ in arrivals { feed.yield(.stopRequested) }
            }
            group.addTask {
                await GracefulShutdown.$trigger.withValue(external) { await GracefulShutdown.wait() }
                feed.yield(.stopRequested)
            }
            var machine = GroupMachine(names: entries.map(\.service.name), after: entries.map(\.after))
            let triggers = entries.map { _ in ShutdownTrigger() }
            var tasks: [Int: Task<Void, Never>] = [:]
            var pending = machine.start()
            var iterator = events.makeAsyncIterator()
            while true {
                for action in pending {
                    switch action {
                    case .start(let index): tasks[index] = start(index, triggers[index], feed)
                    case .allReady: group.addTask { await ready() }
                    case .requestStop(let index): triggers[index].request()
                    case .startGracefulTimer: addTimer(limits.graceful, .gracefulLimitPassed, feed, to: &group)
                    case .startCancellationTimer:
                        addTimer(limits.cancellation, .cancellationLimitPassed, feed, to: &group)
                    case .cancel(let indices):
                        logger.warning("services cancelled: they did not finish in time", fields(indices))
                        for index in indices { tasks[index]?.cancel() }
                    case .giveUp(let indices):
                        logger.critical("services ignore cancellation", fields(indices))
                        stuck(indices.map { entries[$0].service.name })
                    case .finished(let failure):
                        group.cancelAll()
                        feed.finish()
                        if let failure { throw failure }
                        return
                    }
                }
                guard let event = await iterator.next() else { return }
                log(event)
                pending = machine.handle(event)
            }
        }
    }

    // A service outlives the loop iteration that starts it and is cancelled by index, so it is a task handle; the loop
    // in `run` does not return before every handle has reported its end.
    private func start(
        _ index: Int, _ trigger: ShutdownTrigger, _ feed: AsyncStream<GroupEvent>.Continuation
    ) -> Task<Void, Never> {
        let service = entries[index].service
        return Task {
            await GracefulShutdown.$trigger.withValue(trigger) {
                do {
                    try await service.run(ReadySignal { feed.yield(.ready(index)) })
                    feed.yield(.ended(index, nil))
                } catch {
                    feed.yield(.ended(index, error))
                }
            }
        }
    }

    private func addTimer(
        _ limit: Duration, _ event: GroupEvent, _ feed: AsyncStream<GroupEvent>.Continuation,
        to group: inout ThrowingTaskGroup<Void, any Error>
    ) {
        let clock = clock
        group.addTask {
            do { try await clock.sleep(for: limit) } catch { return }
            feed.yield(event)
        }
    }

    private func fields(_ indices: [Int]) -> LogFields {
        ["services": .string(indices.map { entries[$0].service.name }.joined(separator: ","))]
    }

    private func log(_ event: GroupEvent) {
        switch event {
        case .ready(let index): logger.debug("ready", fields([index]))
        case .ended(let index, let error?):
            logger.error("service failed", fields([index]).merging(["error": .string("\(error)")]) { old, _ in old })
        case .ended(let index, nil): logger.debug("ended", fields([index]))
        case .stopRequested: logger.info("stopping")
        case .gracefulLimitPassed, .cancellationLimitPassed: break
        }
    }
}

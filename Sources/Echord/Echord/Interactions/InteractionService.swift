public import EchordModel
internal import EchordPrimitives
public import Lifecycle
public import Telemetry

/// Takes interactions, runs their handlers side by side and sees that every one is acknowledged in time.
///
/// The first answer leaves as soon as the handler gives one; an interaction without one after `acknowledgeAfter` is
/// acknowledged for it, also while it waits for its turn. How many run and how many wait is bounded; beyond that an
/// interaction is not taken, which the person sees as "did not respond", and is counted.
public final class InteractionService: Service {
    /// The bounds.
    public struct Configuration: Sendable {
        /// After which time an interaction without an answer is acknowledged.
        public var acknowledgeAfter: Duration
        /// How many handlers run at once.
        public var maxRunning: Int
        /// How many interactions may wait for a handler.
        public var maxWaiting: Int
        /// How an edit of the first answer is sent again that did not reach Discord.
        public var retries: RetryPolicy

        /// Bounds; 300 ms leave room within the 500 ms in which a person should see something.
        public init(
            acknowledgeAfter: Duration = .milliseconds(300), maxRunning: Int = 512, maxWaiting: Int = 2_048,
            retries: RetryPolicy = InteractionResponder.standardRetries
        ) {
            self.acknowledgeAfter = acknowledgeAfter
            self.maxRunning = max(1, maxRunning)
            self.maxWaiting = max(1, maxWaiting)
            self.retries = retries
        }
    }

    /// What is said when something went wrong: the error and a short reference that the log has too.
    public typealias Excuse = @Sendable (any Error, InteractionContext, _ reference: String) async -> InteractionMessage
    /// What is said to an interaction that nobody handles.
    public typealias UnknownAnswer = @Sendable (InteractionContext) async -> InteractionMessage

    /// One interaction on its way to its handler.
    private struct Arrival: Sendable {
        let context: InteractionContext
        let route: InteractionRouter.Route?
        let acknowledgement: AcknowledgementQueue.Entry?
    }

    /// `interactions`.
    public let name = "interactions"
    private let router: InteractionRouter
    private let api: any InteractionAPI
    private let configuration: Configuration
    private let time: TimeSource
    private let logger: Logger
    private let metrics: InteractionMetrics
    private let excuse: Excuse
    private let unknown: UnknownAnswer
    private let arrivals: AsyncStream<Arrival>
    private let feed: AsyncStream<Arrival>.Continuation
    private let acknowledgements = AcknowledgementQueue()

    /// A service over the routes of `router`.
    ///
    /// - Parameters:
    ///   - api: usually a `RESTClient`.
    ///   - excuse: words for the person when a handler threw.
    ///   - unknown: words for the person when nobody handles it.
    public init(
        router: InteractionRouter, api: any InteractionAPI, configuration: Configuration = .init(),
        time: TimeSource = .continuous, logger: Logger = .silent, metrics: Metrics = .discarded,
        excuse: @escaping Excuse, unknown: @escaping UnknownAnswer
    ) {
        self.router = router
        self.api = api
        self.configuration = configuration
        self.time = time
        self.logger = logger.labelled("interactions")
        self.metrics = InteractionMetrics(metrics)
        self.excuse = excuse
        self.unknown = unknown
        (arrivals, feed) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(configuration.maxWaiting))
    }

    /// Takes an interaction without waiting.
    ///
    /// - Parameters:
    ///   - shard: where it arrived, for the log.
    ///   - own: what carries the answers of this one, where it is not what carries all others'.
    /// - Returns: whether it was taken; not when too many wait.
    @discardableResult
    public func receive(
        _ interaction: Interaction, on shard: ShardID? = nil, answeringThrough own: (any InteractionAPI)? = nil
    ) -> Bool {
        let received = time.now
        let responder = InteractionResponder(
            interaction, api: own ?? api, time: time, received: received, retries: configuration.retries,
            report: InteractionReport(metrics: metrics, logger: logger))
        let context = InteractionContext(interaction, responder: responder, received: received, shard: shard)
        let route = router.route(context)
        let entry = route.map { route in
            AcknowledgementQueue.Entry(
                context, route.acknowledgement, deadline: received + configuration.acknowledgeAfter)
        }
        guard case .enqueued = feed.yield(Arrival(context: context, route: route, acknowledgement: entry)) else {
            metrics.handled.increment(InteractionMetrics.kind(interaction.type), "refused")
            logger.error(
                "an interaction was not taken: too many wait", ["waiting": .int(Int64(configuration.maxWaiting))])
            return false
        }
        if let entry { acknowledgements.append(entry) }
        return true
    }

    /// Handles what is received until asked to finish, and then what had been received.
    public func run(_ ready: ReadySignal) async throws {
        ready()
        let feed = feed
        await GracefulShutdown.onRequest({ feed.finish() }) {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await self.acknowledgeInTime() }
                await self.handleArrivals()
                acknowledgements.finish()
            }
        }
    }

    private func handleArrivals() async {
        let places = Places(configuration.maxRunning)
        await withDiscardingTaskGroup { group in
            for await arrival in arrivals {
                await places.take()
                group.addTask {
                    await self.handle(arrival)
                    places.giveBack()
                }
            }
        }
    }

    /// Acknowledges what has no answer in time, whether its handler runs or still waits for its turn.
    private func acknowledgeInTime() async {
        await withDiscardingTaskGroup { group in
            while let entry = await acknowledgements.next(time) {
                group.addTask { await self.acknowledge(entry) }
            }
        }
    }

    private func acknowledge(_ entry: AcknowledgementQueue.Entry) async {
        await LogContext.with(fields(of: entry.context)) {
            do {
                guard !entry.isDone else { return }
                try await entry.context.responder.acknowledge(entry.acknowledgement.deferral(entry.context))
            } catch is CancellationError {
                // The client is being stopped.
            } catch {
                logger.error("an acknowledgement failed", ["error": .string("\(error)")])
            }
        }
    }

    // MARK: - One interaction

    /// Handles one interaction: runs its handler and excuses what goes wrong.
    private func handle(_ arrival: Arrival) async {
        let context = arrival.context
        await LogContext.with(fields(of: context)) {
            let outcome = await outcome(of: arrival)
            arrival.acknowledgement?.finish()
            let kind = InteractionMetrics.kind(context.interaction.type)
            metrics.handled.increment(kind, outcome)
            if let first = await context.responder.firstAnswerTime { metrics.firstAnswer.record(first, kind) }
        }
    }

    private func fields(of context: InteractionContext) -> LogFields {
        let interaction = context.interaction
        var fields: LogFields = [
            "interaction_id": .string("\(interaction.id)"),
            "guild_id": .string(interaction.guildID.map { "\($0)" } ?? ""),
            "user_id": .string(interaction.author.map { "\($0.id)" } ?? ""),
        ]
        if let shard = context.shard { fields["shard"] = .string(shard.description) }
        return fields
    }

    private func outcome(of arrival: Arrival) async -> String {
        let context = arrival.context
        guard let route = arrival.route else {
            logger.warning("nobody handles this interaction", ["path": .string(context.path.joined(separator: " "))])
            return await say(await unknown(context), to: context) ? "unknown" : "unanswered"
        }
        do {
            try await route.handler(context)
            guard await !context.responder.leavesWaiting() else {
                throw EchordError(.interactionState, "The handler returned without an answer.")
            }
            return await context.responder.isTooLate ? "unanswered" : "answered"
        } catch is CancellationError where Task.isCancelled {
            return "cancelled"
        } catch {
            let reference = Self.reference(context)
            logger.error("a handler failed", ["error": .string("\(error)"), "reference": .string(reference)])
            return await say(await excuse(error, context, reference), to: context) ? "failed" : "unanswered"
        }
    }

    /// Tells the person something that no handler said.
    ///
    /// - Returns: whether Discord took it, or has another handler's answer.
    private func say(_ message: InteractionMessage, to context: InteractionContext) async -> Bool {
        let responder = context.responder
        do {
            guard await !responder.isClosed else { return await !responder.isTooLate }
            if context.interaction.type == .applicationCommandAutocomplete {
                // Suggestions are given once; there is nothing to be said after them.
                if await !responder.isAnswered { try await responder.suggest([]) }
            } else {
                try await responder.excuse(message)
            }
            return await !responder.isTooLate
        } catch {
            logger.error("an excuse could not be sent", ["error": .string("\(error)")])
            return false
        }
    }

    /// Six characters that stand in the log and in the excuse, made of the interaction's id.
    private static func reference(_ context: InteractionContext) -> String {
        let digits = String(context.interaction.id.rawValue, radix: 36, uppercase: true)
        return String(digits.suffix(6))
    }
}

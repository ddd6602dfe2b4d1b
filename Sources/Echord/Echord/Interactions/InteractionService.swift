public import EchordModel
internal import EchordPrimitives
public import Lifecycle
public import Telemetry

/// Takes interactions, runs their handlers side by side and sees that every one is acknowledged in time.
///
/// The first answer leaves as soon as the handler gives one; a handler that is slower than `acknowledgeAfter` is
/// acknowledged for it. How many run and how many wait is bounded; beyond that an interaction is not taken, which the
/// person sees as "did not respond", and is counted.
public final class InteractionService: Service {
    /// The bounds.
    public struct Configuration: Sendable {
        /// After which time an interaction without an answer is acknowledged.
        public var acknowledgeAfter: Duration
        /// How many handlers run at once.
        public var maxRunning: Int
        /// How many interactions may wait for a handler.
        public var maxWaiting: Int

        /// Bounds; 300 ms leave room within the 500 ms in which a person should see something.
        public init(
            acknowledgeAfter: Duration = .milliseconds(300), maxRunning: Int = 512, maxWaiting: Int = 2_048
        ) {
            self.acknowledgeAfter = acknowledgeAfter
            self.maxRunning = max(1, maxRunning)
            self.maxWaiting = max(1, maxWaiting)
        }
    }

    /// What is said when something went wrong: the error and a short reference that the log has too.
    public typealias Excuse = @Sendable (any Error, InteractionContext, _ reference: String) async -> InteractionMessage
    /// What is said to an interaction that nobody handles.
    public typealias UnknownAnswer = @Sendable (InteractionContext) async -> InteractionMessage

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
    private let arrivals: AsyncStream<InteractionContext>
    private let feed: AsyncStream<InteractionContext>.Continuation

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
    public func receive(_ interaction: Interaction) {
        let received = time.now
        let responder = InteractionResponder(interaction, api: api, time: time, received: received)
        let context = InteractionContext(interaction, responder: responder, received: received)
        guard case .enqueued = feed.yield(context) else {
            metrics.handled.increment(InteractionMetrics.kind(interaction.type), "refused")
            logger.error(
                "an interaction was not taken: too many wait", ["waiting": .int(Int64(configuration.maxWaiting))])
            return
        }
    }

    /// Handles what is received until asked to finish, and then what had been received.
    public func run(_ ready: ReadySignal) async throws {
        ready()
        let feed = feed
        await GracefulShutdown.onRequest({ feed.finish() }) {
            await withTaskGroup(of: Void.self) { group in
                var running = 0
                for await context in arrivals {
                    if running == configuration.maxRunning {
                        await group.next()
                        running -= 1
                    }
                    running += 1
                    group.addTask { await self.handle(context) }
                }
            }
        }
    }

    /// Handles one interaction: finds its route, runs it, acknowledges in time, and excuses what goes wrong.
    func handle(_ context: InteractionContext) async {
        let interaction = context.interaction
        let fields: LogFields = [
            "interaction_id": .string("\(interaction.id)"),
            "guild_id": .string(interaction.guildID.map { "\($0)" } ?? ""),
            "user_id": .string(interaction.author.map { "\($0.id)" } ?? ""),
        ]
        await LogContext.with(fields) {
            let outcome = await outcome(of: context)
            let kind = InteractionMetrics.kind(interaction.type)
            metrics.handled.increment(kind, outcome)
            if let first = await context.responder.firstAnswerTime { metrics.firstAnswer.record(first, kind) }
        }
    }

    private func outcome(of context: InteractionContext) async -> String {
        guard let route = router.route(context) else {
            logger.warning("nobody handles this interaction", ["path": .string(context.path.joined(separator: " "))])
            await say(await unknown(context), to: context)
            return "unknown"
        }
        do {
            try await run(route, context)
            guard await context.responder.isAnswered else {
                throw EchordError(.interactionState, "The handler returned without an answer.")
            }
            return "answered"
        } catch is CancellationError {
            return "cancelled"
        } catch {
            let reference = Self.reference(context)
            logger.error("a handler failed", ["error": .string("\(error)"), "reference": .string(reference)])
            await say(await excuse(error, context, reference), to: context)
            return "failed"
        }
    }

    /// Runs the handler, with an acknowledgement beside it that falls away when the handler is faster.
    private func run(_ route: InteractionRouter.Route, _ context: InteractionContext) async throws {
        let deferral = route.acknowledgement.deferral(context)
        guard deferral != .none else { return try await route.handler(context) }
        async let _: Void = acknowledge(context, deferral)
        // Leaving this scope cancels the acknowledgement and waits for it.
        try await route.handler(context)
    }

    private func acknowledge(_ context: InteractionContext, _ deferral: InteractionDeferral) async {
        do {
            try await time.sleep(until: context.received + configuration.acknowledgeAfter)
            guard await !context.responder.isAnswered else { return }
            try await context.responder.acknowledge(deferral)
        } catch is CancellationError {
        } catch {
            logger.error("an acknowledgement failed", ["error": .string("\(error)")])
        }
    }

    private func say(_ message: InteractionMessage, to context: InteractionContext) async {
        do {
            if context.interaction.type == .applicationCommandAutocomplete {
                try await context.responder.suggest([])
            } else {
                try await context.responder.reply(message)
            }
        } catch {
            logger.error("an excuse could not be sent", ["error": .string("\(error)")])
        }
    }

    /// Six characters that stand in the log and in the excuse, made of the interaction's id.
    private static func reference(_ context: InteractionContext) -> String {
        let digits = String(context.interaction.id.rawValue, radix: 36, uppercase: true)
        return String(digits.suffix(6))
    }
}

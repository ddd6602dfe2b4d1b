public import EchordModel
public import EchordPrimitives
public import Lifecycle
internal import Locking
public import Telemetry
package import Transport

/// A bot's connection to Discord: REST, gateway and listeners in one service.
///
/// ```swift
/// let client = try DiscordClient(.init(token: token, gateway: .init(intents: [.guilds, .guildMessages])))
/// client.on(.messageCreate) { event, _ in print(event.message.content) }
/// try await client.run(ReadySignal {})
/// ```
public final class DiscordClient: Service {
    /// `discord`.
    public let name = "discord"
    /// What it connects to.
    public let configuration: DiscordClientConfiguration
    /// Sends requests.
    public let rest: RESTClient
    /// Brings events to listeners.
    public let hub: EventHub
    /// What the gateway has told. It is up to date with an event before any listener gets the event.
    public let cache: DiscordCache

    private struct State {
        var shards: [GatewayShard] = []
        var services: [any Service] = []
    }

    private let state = Locked(State())
    private let group: EventLoopGroup
    private let http: HTTPClient?
    private let ownsGroup: Bool
    private let trust: TLSTrust
    private let coordinator: LocalIdentifyCoordinator
    private let board: ShardBoard
    private let gatewayMetrics: GatewayMetrics
    private let transportMetrics: TransportMetrics
    let time: TimeSource
    /// What structures call Discord with.
    public let discord: Discord
    /// Brings interactions to collectors and services.
    let interactions: InteractionSwitch
    let logger: Logger

    /// Makes a client with an event loop of its own.
    ///
    /// - Throws: `EchordError.Code.configuration` when the system gives no event loop.
    public convenience init(
        _ configuration: DiscordClientConfiguration, logger: Logger = .silent, metrics: Metrics = .discarded
    ) throws {
        let group: EventLoopGroup
        do { group = try EventLoopGroup(threads: 1, name: "discord") } catch {
            throw EchordError(.configuration, "No event loop could be started: \(error.message).", underlying: error)
        }
        self.init(configuration, group: group, ownsGroup: true, logger: logger, metrics: metrics)
    }

    /// Makes a client on loops that others use too.
    ///
    /// - Parameters:
    ///   - group: The loops; they must outlive the client unless `ownsGroup`.
    ///   - transport: What carries requests; `nil` for a client of its own.
    package init(
        _ configuration: DiscordClientConfiguration, group: EventLoopGroup, ownsGroup: Bool = false,
        transport: (any RESTTransport)? = nil, trust: TLSTrust = .system, time: TimeSource = .continuous,
        logger: Logger = .silent, metrics: Metrics = .discarded
    ) {
        self.configuration = configuration
        self.group = group
        self.ownsGroup = ownsGroup
        self.trust = trust
        self.time = time
        self.logger = logger.labelled("discord")
        if let transport {
            http = nil
            rest = RESTClient(
                token: configuration.token, configuration: configuration.rest, transport: transport, time: time,
                logger: logger.labelled("rest"), metrics: metrics)
        } else {
            var settings = HTTPClientConfiguration()
            settings.trust = trust
            let client = HTTPClient(
                group: group, configuration: settings, logger: logger.labelled("http"), metrics: metrics)
            http = client
            rest = RESTClient(
                token: configuration.token, configuration: configuration.rest,
                transport: HTTPClientTransport(client: client), time: time, logger: logger.labelled("rest"),
                metrics: metrics)
        }
        hub = EventHub(logger: logger.labelled("events"), metrics: metrics)
        interactions = InteractionSwitch(hub: hub)
        cache = DiscordCache(configuration.cache, time: time, metrics: metrics)
        cache.attach(to: hub)
        let link = ClientLink()
        discord = Discord(rest: rest, cache: cache, link: link)
        gatewayMetrics = GatewayMetrics(metrics)
        transportMetrics = TransportMetrics(metrics)
        board = ShardBoard(metrics: gatewayMetrics)
        var queue = IdentifyQueue.Configuration()
        queue.reserve = configuration.gateway.sessionStartReserve
        queue.interval = configuration.gateway.identifyInterval
        coordinator = LocalIdentifyCoordinator(configuration: queue, time: time, metrics: gatewayMetrics)
        link.client = self
    }

    deinit {
        http?.shutdown()
        if ownsGroup { group.shutdown() }
    }

    /// Logs in, connects all shards and serves the listeners until asked to finish.
    ///
    /// Ready means that every shard has its session. At the end the shards close first, and what waits for listeners
    /// is still handled.
    ///
    /// - Throws: `EchordError` with one sentence when the token is refused, the API cannot be reached or is none of
    ///   Discord's, an intent is not allowed, or Discord refuses a shard for another lasting reason.
    public func run(_ ready: ReadySignal) async throws {
        let address: GatewayBot
        do {
            address = try await GracefulShutdown.cancelling { try await self.logIn() }
        } catch is CancellationError where GracefulShutdown.isRequested {
            return
        }
        let shards = try makeShards(address)
        let services = state.withLock { state in
            state.shards = shards
            return state.services
        }
        let readiness = Countdown(shards.count) { ready() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await self.hub.run() }
            for service in services { group.addTask { try await service.run(ReadySignal {}) } }
            do {
                defer { cache.finish() }
                // It ends with the shards.
                async let _ = cache.run()
                try await runShards(shards, readiness)
            } catch {
                hub.finish()
                group.cancelAll()
                throw error
            }
            hub.finish()
            if !GracefulShutdown.isRequested { group.cancelAll() }
            for try await _ in group {}
        }
    }

    private func runShards(_ shards: [GatewayShard], _ readiness: Countdown) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for shard in shards {
                let step = readiness.step()
                group.addTask { try await shard.run(ReadySignal(step)) }
            }
            for try await _ in group {}
        }
    }

    private func makeShards(_ address: GatewayBot) throws -> [GatewayShard] {
        try configuration.shards.shards(recommended: address.shards).map { id in
            let shard = GatewayShard(
                id: id, session: configuration.sessions[id],
                GatewayShard.Dependencies(
                    token: configuration.token, configuration: configuration.gateway, url: address.url, hub: hub,
                    coordinator: coordinator, board: board, loop: group.next(), trust: trust, time: time,
                    logger: logger, metrics: gatewayMetrics, transportMetrics: transportMetrics,
                    webSocketLogger: logger.labelled("websocket")))
            shard.keepSessionAtEnd(configuration.keepsSessionsAtEnd)
            return shard
        }
    }

    // MARK: - Logging in

    /// Asks where the gateway is, which also shows whether the token is good.
    private func logIn() async throws -> GatewayBot {
        var attempt = 0
        while true {
            do {
                let address = try await rest.send(.getGatewayBot())
                let limit = address.sessionStartLimit
                coordinator.update(
                    SessionStartBudget(
                        total: limit.total, remaining: limit.remaining, resetAfter: .milliseconds(limit.resetAfter),
                        maxConcurrency: limit.maxConcurrency))
                return address
            } catch let error as EchordError where error.code != .unauthorized {
                let failure = error.atLogin(configuration.rest.apiURL)
                guard configuration.keepsTryingAtStart, error.isPassing else { throw failure }
                var random = SystemRandomNumberGenerator()
                let backoff = configuration.gateway.backoff.delay(attempt: attempt, using: &random)
                let wait = max(backoff, error.rateLimit?.retryAfter ?? .zero)
                attempt += 1
                logger.error(
                    "the API cannot be reached, trying again",
                    ["error": .string(failure.message), "after": .double(wait.inSeconds)])
                try await time.sleep(for: wait)
            }
        }
    }

    // MARK: - Shards

    /// What every shard of this process is doing.
    public var shardStatuses: [ShardID: ShardStatus] { board.statuses }

    /// Whether every shard of this process delivers events.
    public var isReady: Bool {
        let statuses = board.statuses
        return !statuses.isEmpty && statuses.values.allSatisfy { $0 == .ready }
    }

    /// Every change of a shard's status from now on.
    public func shardStatusChanges() -> AsyncStream<ShardStatusChange> { board.changes() }

    /// What another process needs to go on with the sessions of this one, by shard.
    public var sessions: [ShardID: GatewaySession] {
        let shards = state.withLock { $0.shards }
        return shards.reduce(into: [:]) { sessions, shard in sessions[shard.id] = shard.session }
    }

    /// The shard of this process that receives a guild's events, if it is one of this process.
    public func shard(of guild: GuildID) -> GatewayShard? {
        let shards = state.withLock { $0.shards }
        return shards.first { UInt64($0.id.index) == (guild.rawValue >> 22) % UInt64($0.id.count) }
    }

    /// Asks something of the gateway on the shard of a guild.
    ///
    /// - Throws: as `GatewayShard.send`; `configuration` when the guild's shard is not in this process.
    public func send(_ command: GatewayCommand, guild: GuildID) async throws {
        guard let shard = shard(of: guild) else {
            throw EchordError(.configuration, "The shard of guild \(guild) does not run in this process.")
        }
        try await shard.send(command)
    }

    /// Shows the bot as doing something, on every shard of this process.
    public func updatePresence(_ presence: UpdatePresence) async throws {
        let shards = state.withLock { $0.shards }
        for shard in shards { try await shard.send(.updatePresence(presence)) }
    }

    // MARK: - Interactions

    /// Hands interactions to a service and runs it with the client. Call it before `run`.
    public func handleInteractions(with service: InteractionService) {
        interactions.serve(service)
        state.withLock { $0.services.append(service) }
    }

    /// The application's id: from READY, or asked for.
    public func applicationID() async throws -> ApplicationID {
        if let known = board.application { return known }
        let id = try await rest.send(.getCurrentApplication()).id
        board.learned(id)
        return id
    }
}

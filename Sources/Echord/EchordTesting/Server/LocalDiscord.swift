import Crypto
public import Lifecycle
import Locking
public import Telemetry
import Transport

/// A Discord of one's own: gateway v10 and REST v10 on a local address, a world of members who act, a clock that obeys, and the
/// Playground as its face.
///
/// It is a server like any other: every Discord library can use it by its address and ``botToken``. It must run (``run(_:)``, or
/// ``running(configuration:clock:logger:_:)`` in tests). How to look at it and act in it over HTTP says
/// `docs/local-discord-control.md`; in Swift there are ``guild(_:)``, ``member(_:)`` and what hangs on them.
public final class LocalDiscord: Service {
    /// How the server is set up.
    public struct Configuration: Sendable {
        /// The address to listen on. Beyond this machine's own addresses the control API needs a token. Default `127.0.0.1`.
        public var host = "127.0.0.1"
        /// The port, 0 for any free one. Default 0.
        public var port = 0
        /// The bot's token; nil makes one from `seed`.
        public var botToken: Secret<String>?
        /// What callers of the control API must present; nil needs nothing from callers of this machine, and makes a token from the
        /// kernel's randomness when `host` is no loopback address. Default nil.
        public var controlToken: Secret<String>?
        /// Where ids, tokens and session names come from: equal seeds and an equal clock give equal ones. Default 1.
        public var seed: UInt64 = 1
        /// The application's and the bot's name. Default `ChoresTree`.
        public var applicationName = "ChoresTree"
        /// Whether the world begins with the server Home, its channels and members. Default true.
        public var hasDefaultWorld = true
        /// Whether requests are limited as Discord limits them. Default true.
        public var limitsRequests = true
        /// Whether the bot may have the privileged intents (members, presences, message content). Default true.
        public var allowsPrivilegedIntents = true
        /// How far apart two Identifies of one concurrency key must be. Discord: 5 s. Default 5 s.
        public var identifyWindow = Duration.seconds(5)
        /// How often the bot must heartbeat. Default 41.25 s.
        public var heartbeatInterval = Duration.milliseconds(41_250)
        /// Where OAuth2 may send users back to, letter by letter. Default none.
        public var redirectURIs: [String] = []
        /// Entries the recorder keeps. Default 5,000.
        public var recorderCapacity = 5000
        /// A folder whose files are served as the Playground and read anew for every request, for whoever is changing the page;
        /// nil serves the files built into the product. Default nil.
        public var playgroundFolder: String?

        /// The defaults.
        public init(host: String = "127.0.0.1", port: Int = 0) {
            self.host = host
            self.port = port
        }
    }

    /// `local-discord`.
    public let name = "local-discord"
    /// The token the bot signs in with.
    public let botToken: Secret<String>
    /// The clock all rules follow.
    public let clock: VirtualClock

    /// What callers of the control API must present, as `Authorization: Bearer …`; nil when it listens on loopback and none was asked for.
    public var controlToken: Secret<String>? { gate.token }

    let hub: Hub
    let gate: ControlGate
    private let configuration: Configuration
    private let logger: Logger
    private let metrics: Metrics
    private let port = Locked(0)
    private let client = Locked<HTTPClient?>(nil)
    private let signingKey: Ed25519.PrivateKey?

    /// Makes the server; it listens once ``run(_:)`` runs.
    public init(
        configuration: Configuration = Configuration(), clock: VirtualClock = VirtualClock(), logger: Logger = .silent,
        metrics: Metrics = .discarded
    ) {
        self.configuration = configuration
        self.clock = clock
        self.logger = logger
        self.metrics = metrics
        let (realm, key) = Self.realm(configuration, at: Moment(clock.now.milliseconds))
        signingKey = key
        botToken = Secret(realm.settings.token)
        hub = Hub(realm, clock: clock)
        gate = ControlGate(token: ControlGate.token(configured: configuration.controlToken, host: configuration.host))
    }

    // MARK: - Addresses

    /// `http://host:port`; the port is 0 before the server is ready.
    public var url: String {
        let host = ["0.0.0.0", "::"].contains(configuration.host) ? "127.0.0.1" : configuration.host
        return "http://\(host.contains(":") ? "[\(host)]" : host):\(port.withLock { $0 })"
    }

    /// Where the REST API is, without a version: `http://…/api`.
    public var apiURL: String { url + "/api" }

    /// Where the gateway is: `ws://…/gateway`.
    public var gatewayURL: String { "ws" + url.dropFirst(4) + "/gateway" }

    /// Where the Playground is; with ``controlToken`` add `?token=` and it, once per browser.
    public var playgroundURL: String { url + "/" }

    // MARK: - Running

    /// Listens and serves until asked to finish.
    ///
    /// - Throws: ``LocalDiscordError`` `cannot_listen` or `address_not_available` with the reason.
    public func run(_ ready: ReadySignal) async throws {
        let group = try EventLoopGroup(threads: 1, name: "local-discord")
        defer { group.shutdown() }
        let client = HTTPClient(group: group, logger: logger, metrics: metrics)
        self.client.withLock { $0 = client }
        defer {
            self.client.withLock { $0 = nil }
            client.shutdown()
        }
        let server = makeServer(group)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { [clock] in await clock.run() }
            if let caller = caller() {
                let loop = DeliveryLoop(hub: hub, caller: caller, logger: logger)
                tasks.addTask { await loop.run() }
            }
            do {
                try await server.run(
                    ReadySignal { [self] in
                        listening(on: server.boundPort())
                        ready()
                    })
            } catch let error as TransportError {
                let code: LocalDiscordError.Code =
                    error.code == .addressNotAvailable ? .addressNotAvailable : .cannotListen
                throw LocalDiscordError(code, "The local Discord cannot serve: \(error.message)")
            }
            tasks.cancelAll()
        }
    }

    /// Runs the server while `body` runs, for a test.
    ///
    /// - Returns: What `body` returns.
    /// - Throws: What `body` throws; ``LocalDiscordError`` when the server cannot listen.
    public static func running<Result: Sendable>(
        configuration: Configuration = Configuration(), clock: VirtualClock = VirtualClock(), logger: Logger = .silent,
        _ body: @escaping @Sendable (LocalDiscord) async throws -> Result
    ) async throws -> Result {
        let discord = LocalDiscord(configuration: configuration, clock: clock, logger: logger)
        let listening = Signal()
        let trigger = ShutdownTrigger()
        return try await withThrowingTaskGroup(of: Result?.self) { tasks in
            tasks.addTask {
                try await GracefulShutdown.$trigger.withValue(trigger) {
                    try await discord.run(ReadySignal { listening.raise() })
                }
                return nil
            }
            tasks.addTask {
                await listening.wait()
                try Task.checkCancellation()
                return try await body(discord)
            }
            defer { tasks.cancelAll() }
            while let outcome = try await tasks.next() {
                guard let outcome else { continue }
                trigger.request()
                return outcome
            }
            throw LocalDiscordError(.notRunning, "The local Discord ended before it was asked to.")
        }
    }

    private func listening(on bound: Int) {
        port.withLock { $0 = bound }
        let origin = url
        hub.change { $0.settings.origin = origin }
        logger.info("local Discord listens", ["url": .string(origin)])
    }

    /// The key that an endpoint checks requests with, in 64 hexadecimal digits.
    public var publicKey: String { hub.read { $0.settings.verifyKey } }

    /// What the application proves itself with when it asks for users' tokens.
    public var clientSecret: Secret<String> { Secret(hub.read { $0.settings.clientSecret }) }

    /// Calls the bot's own addresses; nil while the server does not run.
    func caller() -> EndpointCaller? {
        guard let client = client.withLock({ $0 }), let signingKey else { return nil }
        return EndpointCaller(client: client, key: signingKey, clock: clock)
    }

    private func makeServer(_ group: EventLoopGroup) -> HTTPServer {
        var settings = HTTPServerConfiguration(host: configuration.host, port: configuration.port)
        settings.maximumBodyBytes = 32 * 1024 * 1024
        settings.handlerTimeout = .seconds(60)
        settings.drainTimeout = .seconds(2)
        let files = configuration.playgroundFolder.map(PlaygroundFiles.live) ?? PlaygroundFiles.bundled()
        let front = FrontDoor(discord: self, files: files)
        return HTTPServer(
            name: "local-discord.http", configuration: settings, group: group, logger: logger, metrics: metrics
        ) { request in await front.respond(to: request) }
    }

    // MARK: - Setting up

    private static func realm(_ configuration: Configuration, at now: Moment) -> (Realm, Ed25519.PrivateKey?) {
        var random = SplitMix(seed: configuration.seed)
        var flakes = FlakeSource(worker: configuration.seed)
        let application = flakes.next(at: now)
        let token = configuration.botToken?.reveal() ?? Self.makeToken(application, &random)
        var settings = Realm.Settings(token: token)
        settings.identifyWindow = configuration.identifyWindow
        settings.heartbeatInterval = configuration.heartbeatInterval
        let key = try? Ed25519.PrivateKey(seed: Hex.decode(random.hexadecimal(64)) ?? [])
        if let key { settings.verifyKey = Hex.encode(key.publicKey.bytes) }
        settings.clientSecret = String(Base64URL.encode(SHA256.digest("secret of \(settings.verifyKey)")).prefix(32))
        settings.redirectURIs = configuration.redirectURIs
        if !configuration.allowsPrivilegedIntents { settings.allowedPrivileged = [] }
        // The bits say which privileged intents a bot in few servers may use.
        let flags = configuration.allowsPrivilegedIntents ? 1 << 13 | 1 << 15 | 1 << 19 | 1 << 23 : 1 << 23
        var world = World(
            application: .init(id: application, name: configuration.applicationName, owner: application, flags: flags))
        world.flakes = flakes
        world.users[application] = Person(
            id: application, username: configuration.applicationName, isBot: true)
        var realm = Realm(
            settings: settings, world: world, now: now, seed: random.next(),
            recorderCapacity: configuration.recorderCapacity)
        realm.limiter.settings.isEnabled = configuration.limitsRequests
        if configuration.hasDefaultWorld { realm.makeDefaultWorld() }
        return (realm, key)
    }

    /// A token of Discord's shape: the id in Base64, a time, a signature.
    private static func makeToken(_ id: Flake, _ random: inout SplitMix) -> String {
        Base64Text.encode(Array(id.text.utf8)) + "." + random.token(6) + "." + random.token(38)
    }
}

internal import Bot
internal import Core
internal import EchordTesting
internal import Injection
internal import Lifecycle
internal import Locking
internal import Telemetry
internal import Transport

/// Everything but the local Discord, built when the address of Discord is known.
///
/// A service around the services of the dependency graph: it starts them in their order and stops them in reverse.
final class BotStack: Service {
    let name = "bot-stack"
    private let configuration: Configuration
    private let discord: LocalDiscord?
    private let loops: EventLoopGroup
    private let logger: Logger
    private let metrics: Metrics
    private let boundURL = Locked("")

    init(
        _ configuration: Configuration, discord: LocalDiscord?, loops: EventLoopGroup, logger: Logger, metrics: Metrics
    ) {
        self.configuration = configuration
        self.discord = discord
        self.loops = loops
        self.logger = logger
        self.metrics = metrics
    }

    /// Where the bot's own HTTP server answers, once it is ready.
    var httpURL: String { boundURL.withLock { $0 } }

    func run(_ ready: ReadySignal) async throws {
        let status = BotStatus()
        let address = BotModule.Address(
            apiURL: discord?.apiURL ?? configuration.discordAPIURL,
            token: discord?.botToken ?? configuration.discordToken ?? Secret(""))
        let container = try await ContainerBuilder([
            TelemetryModule(logger: logger, metrics: metrics),
            OperationsModule(configuration, loops: loops, checks: [Self.check(status)]),
            StorageModule(configuration, use: .own), ChoresModule(configuration), BotModule(address, status: status),
        ]).build()
        let server: HTTPServer = try await container.resolve()
        let group = try ServiceGroup(
            container.services, limits: .init(graceful: configuration.shutdownLimit), logger: logger
        ) { [logger] names in
            logger.critical("parts did not stop", ["services": .string(names.joined(separator: ","))])
        }
        try await GracefulShutdown.onRequest {
            group.shutDown()
        } during: {
            try await group.run(stoppingOn: []) {
                self.boundURL.withLock { $0 = server.url }
                ready()
            }
        }
    }

    private static func check(_ status: BotStatus) -> HealthCheck {
        HealthCheck("discord") { status.isConnected ? .up : .down(status.description) }
    }
}

internal import Atoms
internal import Echord
internal import EchordModel
package import Injection
internal import Molecules
internal import Organisms
package import Telemetry
internal import Transport

/// The bot: its connection to Discord, its commands, and the board on which cards hang.
package struct BotModule: Module {
    /// Which Discord, and as whom.
    package struct Address: Sendable {
        let apiURL: String
        let token: Secret<String>

        /// The Discord at `apiURL`, without a version, as the bot of `token`.
        package init(apiURL: String, token: Secret<String>) {
            self.apiURL = apiURL
            self.token = token
        }
    }

    private let address: Address
    private let status: BotStatus

    /// The bot at an address; `status` is told how the connection stands.
    package init(_ address: Address, status: BotStatus) {
        self.address = address
        self.status = status
    }

    /// Registers client, router, interactions and connection.
    package func register(in builder: inout ContainerBuilder) {
        let (address, status) = (address, status)
        builder.register(BotClient.self) { (loops: EventLoopGroup, logger: Logger, metrics: Metrics) in
            let configuration = DiscordClientConfiguration(
                token: address.token, gateway: GatewayConfiguration(intents: [.guilds]),
                rest: RESTConfiguration(apiURL: address.apiURL), cache: .off)
            return BotClient(
                client: DiscordClient(configuration, group: loops, logger: logger, metrics: metrics))
        }
        builder.register(RESTClient.self) { (client: BotClient) in client.client.rest }
        builder.register((any TaskCardBoard).self) { (client: RESTClient, store: GuildStore, logger: Logger) in
            DiscordTaskCardBoard(client: client, store: store, logger: logger)
        }
        builder.register(TaskRoutes.self, TaskRoutes.init(feature:cards:store:))
        builder.register(SettingsRoutes.self, SettingsRoutes.init(feature:time:))
        builder.register(BotInteractions.self, Self.interactions)
        builder.register(BotConnection.self) { (client: BotClient, interactions: BotInteractions, _: EventBus) in
            BotConnection(client, interactions: interactions, status: status)
        }
    }

    private static func interactions(
        tasks: TaskRoutes, settings: SettingsRoutes, limiter: any CommandLimiter, rest: RESTClient, logger: Logger,
        metrics: Metrics
    ) -> BotInteractions {
        var router = InteractionRouter()
        router.use(BotMiddleware.commandLimit(limiter))
        tasks.register(in: &router)
        settings.register(in: &router)
        let service = InteractionService(
            router: router, api: rest, logger: logger, metrics: metrics,
            excuse: { error, context, reference in
                let texts = context.language.general
                return Notice.privately(error is NotInServer ? texts.serverOnly : texts.failed(reference: reference))
            },
            unknown: { context in
                let texts = context.language.general
                let isCommand = context.interaction.type == .applicationCommand
                return Notice.privately(isCommand ? texts.unknownCommand : texts.outOfDate)
            })
        return BotInteractions(service: service)
    }

    /// A board on which nothing can hang, for commands that do not connect to Discord.
    package static func registerAbsentBoard(in builder: inout ContainerBuilder) {
        builder.register((any TaskCardBoard).self) { AbsentBoard() }
    }
}

/// No card can be shown while there is no connection; it is tried again later.
private struct AbsentBoard: TaskCardBoard {
    func refresh(_ card: TaskCard, showing task: ChoreTask) async throws -> TaskCardRefresh { .later(.seconds(60)) }
}

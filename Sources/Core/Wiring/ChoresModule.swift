internal import Atoms
package import Injection
internal import Molecules
internal import Organisms
internal import SQL
internal import Telemetry

/// The chores: their feature, the refresher of their cards, and the bus that carries their events.
///
/// Somebody else provides `any TaskCardBoard`, through which cards reach Discord.
package struct ChoresModule: Module {
    private let configuration: Configuration

    /// The chores with the limits of `configuration`.
    package init(_ configuration: Configuration) { self.configuration = configuration }

    /// Registers features, zones, refresher, command limit and bus.
    package func register(in builder: inout ContainerBuilder) {
        let limit = configuration.commandsPerMinute
        builder.register((any CommandLimiter).self) { (time: TimeSource) in
            MemoryCommandLimiter(limit: limit, time: time)
        }
        let zone = configuration.zone
        builder.register(ZoneCatalogue.self) { .system }
        builder.register(MemberZones.self) { (catalogue: ZoneCatalogue) in
            MemberZones(catalogue: catalogue, standard: zone)
        }
        builder.register(ZoneFeature.self, ZoneFeature.init(store:zones:))
        builder.register(TaskFeature.self, TaskFeature.init(store:zones:))
        builder.register(CardRefresher.self, CardRefresher.init(store:board:))
        builder.register(TaskCardFeature.self, TaskCardFeature.init(store:refresher:))
        builder.register(Housekeeping.self) {
            (shards: any ShardMap, time: TimeSource, logger: Logger, metrics: Metrics) in
            Housekeeping(shards: shards, time: time, logger: logger, metrics: metrics)
        }
        builder.register(EventBus.self) {
            (database: any Database, outbox: Outbox, cards: CardRefresher, logger: Logger, metrics: Metrics) in
            try EventBus(
                database: database, outbox: outbox, subscribers: [cards], logger: logger, metrics: metrics)
        }
    }
}

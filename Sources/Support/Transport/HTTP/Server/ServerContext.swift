internal import Synchronization
internal import Telemetry

/// What all loops of a server share.
final class ServerContext: Sendable {
    let configuration: HTTPServerConfiguration
    let routes: RouteTable
    let ledger: ConnectionLedger
    let metrics: ServerMetrics
    let transportMetrics: TransportMetrics
    let logger: Logger
    private let running = Atomic<Int>(0)

    init(configuration: HTTPServerConfiguration, routes: RouteTable, logger: Logger, metrics: Metrics) {
        self.configuration = configuration
        self.routes = routes
        self.logger = logger
        transportMetrics = TransportMetrics(metrics)
        self.metrics = ServerMetrics(metrics, routes: routes.labels)
        ledger = ConnectionLedger(
            maximum: configuration.maximumConnections, maximumPerAddress: configuration.maximumConnectionsPerAddress)
    }

    /// Takes a place for a request in a handler; false when all are taken.
    func takePlace() -> Bool {
        if running.wrappingAdd(1, ordering: .relaxed).newValue <= configuration.maximumConcurrentRequests {
            return true
        }
        running.wrappingSubtract(1, ordering: .relaxed)
        return false
    }

    func givePlace() { running.wrappingSubtract(1, ordering: .relaxed) }

    func refused(_ reason: ServerMetrics.Refusal) {
        metrics.refused(reason)
        logger.debug("refused", ["reason": .string(reason.rawValue)])
    }
}

package import Injection
internal import SQL
internal import Telemetry
package import Transport

/// The bot's own HTTP server: `/live`, `/ready` and `/metrics`.
package struct OperationsModule: Module {
    private let configuration: Configuration
    private let loops: EventLoopGroup
    private let checks: [HealthCheck]

    /// A server on the address of `configuration`.
    ///
    /// - Parameter checks: what readiness asks besides the database.
    package init(
        _ configuration: Configuration, loops: EventLoopGroup, checks: [HealthCheck]
    ) {
        self.configuration = configuration
        self.loops = loops
        self.checks = checks
    }

    /// Registers the server and the event loops.
    package func register(in builder: inout ContainerBuilder) {
        let (loops, checks) = (loops, checks)
        let address = HTTPServerConfiguration(host: configuration.httpHost, port: configuration.httpPort)
        builder.register(EventLoopGroup.self) { loops }
        builder.register(HTTPServer.self) { (database: any Database, logger: Logger, metrics: Metrics) in
            let routes = OperationsRoutes(
                checks: [Self.check(database)] + checks, metrics: metrics, tickAge: { loops.tickAge })
            return HTTPServer(
                name: "http", configuration: address, group: loops, logger: logger, metrics: metrics,
                router: try routes.router())
        }
    }

    private static func check(_ database: any Database) -> HealthCheck {
        HealthCheck("database") {
            do {
                _ = try await database.read { try await $0.query("SELECT 1") }
                return .up
            } catch {
                return .down("a query failed")
            }
        }
    }
}

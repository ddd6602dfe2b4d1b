package import Injection
package import Telemetry

/// The logger and the metrics of the process.
package struct TelemetryModule: Module {
    private let logger: Logger
    private let metrics: Metrics

    /// These two.
    package init(logger: Logger, metrics: Metrics) {
        self.logger = logger
        self.metrics = metrics
    }

    /// Registers both.
    package func register(in builder: inout ContainerBuilder) {
        let (logger, metrics) = (logger, metrics)
        builder.register(Logger.self) { logger }
        builder.register(Metrics.self) { metrics }
    }
}

import SQL
import Telemetry

extension SQLiteDatabase {
    /// The thread that turns away who waits too long, throws out who stays too long, and moves the log.
    static func makeKeeper(
        writer: Session, readers: [Session], gates: [ConnectionGate], location: SQLiteLocation,
        configuration: SQLiteConfiguration,
        metrics: SQLiteMetrics, logger: Logger
    ) -> Keeper {
        let checkpointer = Checkpointer(location, configuration, logger: logger)
        let shortest = min(configuration.queueTimeout, configuration.transactionTimeout).nanoseconds
        let tick = min(max(shortest / 4, 2_000_000), 50_000_000)
        return Keeper(
            tick: tick,
            check: { now in
                for gate in gates {
                    let count = gate.expire(now: now)
                    metrics.waiting.set(Double(gate.waiting), gate.kind.rawValue)
                    if count > 0 { logger.warning("waited too long for the database", ["count": .int(Int64(count))]) }
                }
                let leases = ([writer] + readers).compactMap(\.lease)
                for lease in leases where lease.deadline <= now {
                    logger.error("a transaction took too long and was rolled back")
                    lease.expire()
                }
                return !leases.isEmpty
            },
            checkpoint: {
                guard !checkpointer.run() else { return }
                writer.perform { connection in
                    guard !connection.isInTransaction, connection.pagesInLog >= configuration.logLimit else { return }
                    // That this fails is seen by the background, which tries again and reports it.
                    _ = try? connection.checkpoint()
                }
            }, finish: { checkpointer.close() })
    }
}

internal import Atoms
public import Lifecycle
public import SQL
public import Telemetry

/// Takes away, a little at a time, what no longer serves: answers that Discord will not ask for again, and the states of
/// buttons whose time is over.
public struct Housekeeping: Service {
    /// The name under which logs and health know it.
    public let name = "housekeeping"
    private let databases: [any Database]
    private let time: TimeSource
    private let interval: Duration
    private let answersKept: Duration
    private let logger: Logger
    private let removed: Counter

    private static let batch = 1_000

    /// Keeps house in all databases of a shard map.
    ///
    /// - Parameters:
    ///   - interval: how often; every 10 minutes.
    ///   - answersKept: how long the answer to an interaction is kept; a day. Discord repeats one within minutes.
    public init(
        shards: any ShardMap, time: TimeSource = .system, interval: Duration = .seconds(600),
        answersKept: Duration = .seconds(86_400), logger: Logger = .silent, metrics: Metrics = .discarded
    ) {
        databases = shards.databases
        self.time = time
        self.interval = interval
        self.answersKept = answersKept
        self.logger = logger.labelled("housekeeping")
        removed = metrics.counter(
            "chorestree_housekeeping_removed_total", help: "Rows that were taken away because their time was over.")
    }

    /// Keeps house at every interval until shutdown is requested. A failure is logged, and the next round tries again.
    public func run(_ ready: ReadySignal) async throws {
        ready()
        while !GracefulShutdown.isRequested {
            do {
                try await sweep()
            } catch is CancellationError {
                throw CancellationError()
            } catch {
                logger.error("housekeeping failed", ["error": .string("\(error)")])
            }
            await pause()
        }
    }

    /// One round: goes on until nothing is left whose time is over.
    ///
    /// - Returns: how many rows were taken away.
    @discardableResult
    public func sweep() async throws -> Int {
        let now = time.now()
        let operations = OperationLog(time: time)
        let states = ComponentStateRepository()
        var total = 0
        for database in databases {
            var count: Int
            repeat {
                count = try await database.transaction { transaction in
                    let answers = try await operations.prune(
                        before: now - answersKept, atMost: Self.batch, in: transaction)
                    return answers
                        + (try await states.prune(expiredBefore: now, atMost: Self.batch, in: transaction))
                }
                total += count
                removed.increment(by: count)
            } while count > 0
        }
        return total
    }

    /// Waits for the next round or for shutdown.
    private func pause() async {
        await withTaskGroup(of: Void.self) { group in
            // A cancelled sleep means that shutdown came first.
            group.addTask { try? await time.sleep(interval) }
            group.addTask { await GracefulShutdown.wait() }
            await group.next()
            group.cancelAll()
        }
    }
}

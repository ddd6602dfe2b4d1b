import Locking
import SQL
import Telemetry

/// Moves the write-ahead log into the database, on a connection of its own; used on the keeper's thread only.
///
/// Inside a commit this would cost the wait for the disk.
final class Checkpointer: @unchecked Sendable {
    private static let attempts = 2

    private let location: SQLiteLocation
    private let configuration: SQLiteConfiguration
    private let logger: Logger
    // Touched on the keeper's thread only.
    private var connection: Connection?

    init(_ location: SQLiteLocation, _ configuration: SQLiteConfiguration, logger: Logger) {
        self.location = location
        self.configuration = configuration
        self.logger = logger
    }

    /// Moves the log; true when nothing is left in it.
    func run() -> Bool {
        do {
            let connection = try self.connection ?? Connection(location, configuration, role: .keeper)
            self.connection = connection
            // What is committed meanwhile is left over, less each time; only an empty log begins anew.
            for _ in 0..<Self.attempts { if try connection.checkpoint() { return true } }
        } catch {
            logger.error("the write-ahead log could not be moved", ["error": .string("\(error)")])
        }
        return false
    }

    func close() {
        connection?.close()
        connection = nil
    }
}

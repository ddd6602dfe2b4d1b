import Locking
import SQL

/// One connection, the thread it lives on, and the lease that has it now.
final class Session: @unchecked Sendable {
    let thread: ConnectionThread
    // Touched on `thread` only, and by `deinit`, when nobody else is left.
    private let connection: Connection
    private let holder = Locked<Lease?>(nil)

    /// Opens the connection on the calling thread and hands it over to its own.
    init(
        _ location: SQLiteLocation, _ configuration: SQLiteConfiguration, role: Connection.Role, name: String
    ) throws(SQLError) {
        connection = try Connection(location, configuration, role: role)
        thread = ConnectionThread(name: name)
    }

    deinit { thread.stop() }

    var lease: Lease? { holder.withLock { $0 } }

    func give(to lease: Lease?) { holder.withLock { $0 = lease } }

    /// Runs `body` with the connection: at once when the task is on the thread already, after a change of thread
    /// otherwise.
    func use<Result: Sendable>(_ body: @Sendable (Connection) throws -> Result) async throws -> Result {
        if thread.isCurrent { return try body(connection) }
        return try await useFromElsewhere(body)
    }

    @concurrent
    private func useFromElsewhere<Result: Sendable>(
        _ body: @Sendable (Connection) throws -> Result
    ) async throws -> Result {
        try await withTaskExecutorPreference(thread) {
            precondition(thread.isCurrent, "a task on a connection's thread ran elsewhere")
            return try body(connection)
        }
    }

    /// Closes the connection; the thread ends with the last reference.
    func close() async {
        // Closing cannot be refused: `use` throws what its closure throws, and this one throws nothing.
        try? await use { $0.close() }
    }

    /// Runs `body` on the thread, between two jobs of tasks.
    func perform(_ body: @escaping @Sendable (Connection) -> Void) {
        thread.perform { [self] in body(connection) }
    }
}

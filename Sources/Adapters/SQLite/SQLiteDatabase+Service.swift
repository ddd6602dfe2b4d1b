package import Lifecycle

extension SQLiteDatabase: Service {
    /// The name under which other services say that they need the database.
    package var name: String { "sqlite" }

    /// Keeps the database open until shutdown is requested, then closes it. Whatever uses the database starts after
    /// this service, and so stops before it.
    package func run(_ ready: ReadySignal) async throws {
        ready()
        await GracefulShutdown.wait()
        await close()
    }
}

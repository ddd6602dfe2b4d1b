import Locking

/// Remembers in the task that it is inside a `read` or a `transaction`.
///
/// A connection asked for while one is held can wait for itself for ever, and a read beside a transaction does not
/// see what that transaction wrote; so the second one is refused. A task started inside and still running after the
/// end is free again.
package final class AccessScope: Sendable {
    @TaskLocal static var current: AccessScope?
    private let isOpen = Locked(true)

    package init() {}

    /// Throws `.nestedTransaction` when the task is inside a scope.
    package static func refuseNesting() throws(SQLError) {
        guard let current, current.isOpen.withLock({ $0 }) else { return }
        throw SQLError(
            .nestedTransaction,
            "a read or transaction was begun inside another one; use the one at hand, or a savepoint")
    }

    /// Runs `body` inside this scope and closes it.
    package func run<Result>(_ body: () async throws -> Result) async rethrows -> Result {
        defer { isOpen.withLock { $0 = false } }
        return try await Self.$current.withValue(self, operation: body)
    }
}

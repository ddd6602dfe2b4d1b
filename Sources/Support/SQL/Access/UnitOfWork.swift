/// Runs the closure of a transaction on a leased connection: the part that is the same for every adapter.
package enum UnitOfWork {
    /// What a committed transaction leaves behind.
    package struct Outcome<Result> {
        package let result: Result
        /// To be run once the connection was given back.
        package let hooks: [@Sendable () async -> Void]
    }

    /// Begins, runs `body`, and commits or rolls back.
    package static func run<Result>(
        on connection: some TransactionConnection, isolation: Isolation,
        _ body: (Transaction) async throws -> Result
    ) async throws -> Outcome<Result> {
        try await connection.begin(isolation: isolation)
        let transaction = Transaction(connection: connection)
        let scope = AccessScope()
        do {
            let result = try await scope.run { try await body(transaction) }
            transaction.end()
            try transaction.checkSound()
            try Task.checkCancellation()
            try await connection.commit()
            return Outcome(result: result, hooks: transaction.takeHooks())
        } catch {
            transaction.end()
            await connection.rollback()
            throw error
        }
    }
}

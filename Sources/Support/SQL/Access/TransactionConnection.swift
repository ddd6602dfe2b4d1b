/// What an adapter puts under a `Transaction`: one connection, leased for one transaction.
package protocol TransactionConnection: Sendable {
    var dialect: Dialect { get }
    func query(_ sql: SQL) async throws -> [Row]
    func execute(_ sql: SQL) async throws -> Int
    /// Runs several statements without values, separated by semicolons.
    func script(_ text: String) async throws
    func begin(isolation: Isolation) async throws
    /// Throws when nothing was committed.
    func commit() async throws
    /// Ends the transaction without its changes. Never fails: a connection that cannot roll back is thrown away.
    /// Runs to its end in a cancelled task too.
    func rollback() async
    /// Undoes what happened since the savepoint and forgets it. Never fails: where it cannot, the transaction can no
    /// longer be committed. Runs to its end in a cancelled task too.
    func rollback(toSavepoint name: String) async
}

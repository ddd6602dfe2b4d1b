/// The fields that every line logged inside a task carries: request, guild, user.
public enum LogContext {
    /// The fields in force for the current task and its children.
    @TaskLocal public static var fields: LogFields = [:]
    /// Fields that are built when a line is written, and not before.
    @TaskLocal private static var deferred: (@Sendable () -> LogFields)?

    /// All that a line written now carries.
    static var current: LogFields {
        guard let deferred else { return fields }
        return deferred().merging(fields) { _, new in new }
    }

    /// Runs `operation` with `added` on top of the fields in force.
    public static func with<Result>(
        _ added: LogFields, isolation: isolated (any Actor)? = #isolation, _ operation: () async throws -> Result
    ) async rethrows -> Result {
        try await $fields.withValue(fields.merging(added) { _, new in new }, operation: operation)
    }

    /// The same with fields that cost nothing unless a line is written; for what is done very often. Those that `with`
    /// adds go before them.
    public static func deferring<Result>(
        _ added: @escaping @Sendable () -> LogFields, isolation: isolated (any Actor)? = #isolation,
        _ operation: () async throws -> Result
    ) async rethrows -> Result {
        guard let outer = deferred else { return try await $deferred.withValue(added, operation: operation) }
        return try await $deferred.withValue(
            { outer().merging(added()) { _, new in new } }, operation: operation)
    }
}

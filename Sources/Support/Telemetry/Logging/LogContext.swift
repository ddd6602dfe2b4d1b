/// The fields that every line logged inside a task carries: request, guild, user.
public enum LogContext {
    /// The fields in force for the current task and its children.
    @TaskLocal public static var fields: LogFields = [:]

    /// Runs `operation` with `added` on top of the fields in force.
    public static func with<Result>(
        _ added: LogFields, isolation: isolated (any Actor)? = #isolation, _ operation: () async throws -> Result
    ) async rethrows -> Result {
        try await $fields.withValue(fields.merging(added) { _, new in new }, operation: operation)
    }
}

public import SQL

/// The shape of the database, step by step. A step that was released never changes; a correction is a new step.
///
/// Every table that a guild owns has `guild_id` first in its indexes, for it is the shard key. The steps for PostgreSQL
/// come with its adapter; until then `Migration` refuses them there.
public enum Schema {
    /// All steps in order.
    public static let migrations: [Migration] = [
        Migration(1, "tasks", sqlite: tasks, postgresql: nil),
        Migration(2, "operations", sqlite: operations, postgresql: nil),
        Migration(3, "audit_log", sqlite: auditLog, postgresql: nil),
        Migration(4, "components", sqlite: components, postgresql: nil),
        Migration(5, "events", sqlite: events, postgresql: nil),
        Migration(6, "settings", sqlite: settings, postgresql: nil),
        Migration(7, "task_dates", sqlite: taskDates, postgresql: nil),
    ]
}

public import EchordPrimitives
public import JSON

/// Something somebody did in a guild.
///
/// <https://docs.discord.com/developers/resources/audit-log#audit-log-entry-object>
@JSONModel
public struct AuditLogEntry: Hashable, Sendable {
    /// What it was done to; most often an id.
    public var targetID: String?
    /// What changed.
    public var changes: [AuditLogChange]?
    /// Who did it.
    public var userID: UserID?
    /// The entry's id.
    public var id: AuditLogEntryID
    /// What was done.
    public var actionType: AuditLogEvent
    /// More about it, by kind.
    public var options: JSONValue?
    /// Why, 1 to 512 characters.
    public var reason: String?
    /// The guild; in gateway events only.
    public var guildID: GuildID?
}

/// A field that changed.
///
/// <https://docs.discord.com/developers/resources/audit-log#audit-log-change-object>
@JSONModel
public struct AuditLogChange: Hashable, Sendable {
    /// What it is now.
    public var newValue: JSONValue?
    /// What it was.
    public var oldValue: JSONValue?
    /// The field; `$add` and `$remove` for roles.
    public var key: String?
}

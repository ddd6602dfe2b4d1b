public import EchordPrimitives
public import JSON

/// What was done in a guild, and what it was done with.
///
/// <https://docs.discord.com/developers/resources/audit-log#audit-log-object>
@JSONModel
public struct AuditLog: Hashable, Sendable {
    /// The entries, the last first.
    public var auditLogEntries: [AuditLogEntry] = []
    /// Application commands that are mentioned.
    public var applicationCommands: [ApplicationCommand] = []
    /// Rules that are mentioned.
    public var autoModerationRules: [AutoModerationRule] = []
    /// Scheduled events that are mentioned.
    public var guildScheduledEvents: [ScheduledEvent] = []
    /// Integrations that are mentioned, partially.
    public var integrations: [PartialIntegration] = []
    /// Threads that are mentioned.
    public var threads: [Channel] = []
    /// Users who are mentioned.
    public var users: [User] = []
    /// Webhooks that are mentioned.
    public var webhooks: [Webhook] = []
}

/// As much of an integration as the audit log tells.
///
/// <https://docs.discord.com/developers/resources/audit-log#audit-log-object-example-partial-integration-object>
@JSONModel
public struct PartialIntegration: Hashable, Sendable {
    /// The integration's id.
    public var id: IntegrationID
    /// Its kind.
    public var type: IntegrationType
    /// Its name.
    public var name: String?
    /// The account there.
    public var account: IntegrationAccount?
    /// The application, for Discord's own kind.
    public var applicationID: ApplicationID?
}

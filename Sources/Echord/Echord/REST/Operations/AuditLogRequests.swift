public import EchordModel
public import EchordPrimitives

extension APIRequest {
    /// What was done in a guild in the last 45 days, the last first. Needs VIEW_AUDIT_LOG.
    ///
    /// <https://docs.discord.com/developers/resources/audit-log#get-guild-audit-log>
    ///
    /// - Parameters:
    ///   - user: By this user.
    ///   - target: To this, by its id.
    ///   - action: Only this.
    ///   - before: Entries with smaller ids.
    ///   - after: Entries with greater ids, then in rising order.
    ///   - limit: 1 to 100; 50 when left out.
    public static func getAuditLog(
        of guild: GuildID, user: UserID? = nil, target: GenericID? = nil, action: AuditLogEvent? = nil,
        before: AuditLogEntryID? = nil, after: AuditLogEntryID? = nil, limit: Int? = nil
    ) -> APIRequest<AuditLog> {
        .init(
            .get, "/guilds/\(guild)/audit-logs",
            query: [
                .value("user_id", user), .value("target_id", target), .choice("action_type", action),
                .value("before", before), .value("after", after), .number("limit", limit, in: 1...100),
            ])
    }
}

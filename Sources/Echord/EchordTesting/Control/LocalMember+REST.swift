public import JSON
import Transport

/// What a member's client asks of Discord.
extension LocalMember {
    /// Makes a request of Discord's REST API as this member: the same rules as for the bot, with the member's permissions.
    ///
    /// Whatever a member does without the bot's interactions can be done this way: ban, pin, start a thread, vote.
    ///
    /// - Parameters:
    ///   - method: `GET`, `POST`, `PUT`, `PATCH` or `DELETE`.
    ///   - path: The path after the version: `/guilds/1/bans/2`.
    ///   - reason: For the audit log.
    /// - Returns: Discord's answer; null where it has none.
    /// - Throws: ``LocalDiscordError`` with what Discord refuses.
    @discardableResult
    public func request(
        _ method: String, _ path: String, _ body: JSONValue? = nil, query: [String: String] = [:],
        reason: String? = nil
    ) throws -> JSONValue {
        let form: RESTBody = body.map { .form($0, files: [], bytes: 0) } ?? .none
        let request = RESTRequest(
            method: method, path: "/api/v10" + path, query: query,
            auditReason: reason.map(PercentCoding.encode), body: form)
        let reply = hub.change { $0.handle(request, as: flake) }
        guard reply.status < 400 else {
            let message = reply.body?["message"]?.text ?? "status \(reply.status)"
            throw LocalDiscordError(.refused, message, discord: reply.body)
        }
        return reply.body ?? .null
    }
}

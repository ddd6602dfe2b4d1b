public import JSON
import Transport

/// Webhook events. Source: https://discord.com/developers/docs/events/webhook-events
extension LocalDiscord {
    /// How often an event is sent that the application does not take; Discord tries for up to 10 minutes.
    private static let eventAttempts = 5

    /// Sends a webhook event to the application, and again with growing pauses when it is not taken.
    ///
    /// Nothing is sent unless the application has set `event_webhooks_url`, has switched the events on
    /// (`event_webhooks_status` 2) and wants this kind (`event_webhooks_types`).
    ///
    /// - Parameters:
    ///   - type: Discord's name, such as `APPLICATION_AUTHORIZED`.
    ///   - copies: how often a delivery is sent although it was taken, as happens when an answer gets lost.
    /// - Returns: The statuses that came back, in order; 0 for none. Empty when nothing was sent.
    @discardableResult
    public func sendWebhookEvent(_ type: String, _ data: JSONValue, copies: Int = 1) async throws -> [Int] {
        let (url, body): (String?, JSONValue) = hub.read { realm in
            let application = realm.world.application
            let isWanted = application.eventsStatus == 2 && application.eventTypes.contains(type)
            let body: JSONValue = [
                "version": 1, "application_id": application.id.json, "type": 1,
                "event": ["type": .string(type), "timestamp": .string(realm.now.iso), "data": data],
            ]
            return (isWanted ? application.eventsURL : nil, body)
        }
        guard let url, let caller = caller() else { return [] }
        var statuses: [Int] = []
        var taken = 0
        var wait = Duration.seconds(1)
        while taken < copies, statuses.count < copies + Self.eventAttempts {
            let status = (try? await caller.post(body, to: url))?.status.rawValue ?? 0
            statuses.append(status)
            if status == 204 {
                taken += 1
            } else {
                try await clock.sleep(for: wait)
                wait *= 2
            }
        }
        return statuses
    }
}

import JSON
import Locking
import Telemetry
import Transport

/// Takes what is to go to the bot's addresses there, while the server runs.
struct DeliveryLoop: Sendable {
    let hub: Hub
    let caller: EndpointCaller
    let logger: Logger

    /// Delivers until cancelled; many at a time, as Discord does.
    func run() async {
        let signal = hub.signal(for: .deliver)
        await withDiscardingTaskGroup { group in
            while !Task.isCancelled {
                for delivery in hub.change({ $0.takeDeliveries() }) {
                    group.addTask { await deliver(delivery) }
                }
                await signal.wait()
            }
        }
    }

    private func deliver(_ delivery: Delivery) async {
        let answer = await caller.deliver(delivery)
        guard !Task.isCancelled, let fault = hub.change({ $0.delivered(delivery.interaction, answer) }) else { return }
        logger.error(
            "an interaction was not answered",
            ["interaction": .string(delivery.interaction.text), "why": .string(fault)])
    }
}

/// Proves the addresses that the bot sets, before its request is carried out.
struct EndpointProof: Sendable {
    let hub: Hub
    let caller: EndpointCaller

    /// The faults of addresses in a change of the application.
    func faults(of body: JSONValue) async -> FieldErrors {
        var errors = FieldErrors()
        let application = hub.read { $0.world.application.id }
        if let url = body["interactions_endpoint_url"]?.text, !url.isEmpty {
            if await !caller.provesInteractions(url, application: application) {
                errors.add(
                    ["interactions_endpoint_url"], "APPLICATION_INTERACTIONS_ENDPOINT_URL_INVALID",
                    "The specified interactions endpoint URL could not be verified.")
            }
        }
        if let url = body["event_webhooks_url"]?.text, !url.isEmpty {
            if await !caller.provesEvents(url, application: application) {
                errors.add(
                    ["event_webhooks_url"], "APPLICATION_EVENT_WEBHOOKS_URL_INVALID",
                    "The specified event webhooks URL could not be verified.")
            }
        }
        return errors
    }
}

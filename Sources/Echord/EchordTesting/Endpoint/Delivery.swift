import JSON

/// Something that goes to an address of the bot's instead of over the gateway.
struct Delivery: Sendable {
    let url: String
    let body: JSONValue
    /// The interaction that the response answers.
    let interaction: Flake
}

/// Interactions over HTTP. Source: https://discord.com/developers/docs/interactions/overview#configuring-an-interactions-endpoint-url
extension Realm {
    /// Sends an interaction where the application wants it: to its endpoint, and then not over the gateway.
    mutating func deliver(_ interaction: Interaction, _ event: JSONValue) {
        guard let url = world.application.interactionsEndpoint else {
            dispatch("INTERACTION_CREATE", guild: interaction.guild) { _ in event }
            return
        }
        deliveries.append(Delivery(url: url, body: event, interaction: interaction.id))
        effects.append(.deliver)
    }

    mutating func takeDeliveries() -> [Delivery] {
        defer { deliveries = [] }
        return deliveries
    }

    /// What came back: the first answer, or none that Discord takes.
    ///
    /// - Returns: why it was not taken, for the log.
    mutating func delivered(_ id: Flake, _ answer: EndpointAnswer) -> String? {
        guard let interaction = interactions[id] else { return nil }
        switch answer {
        // The application answers by REST.
        case .later: return nil
        case .body(let body, let files):
            do throws(Refusal) {
                _ = try self.answer(id, token: interaction.token, body: body, uploads: files)
                return nil
            } catch {
                interactionUnanswered(id)
                return "\(error.code): \(error.message)"
            }
        case .failed(let why):
            interactionUnanswered(id)
            return why
        }
    }
}

/// What an endpoint said to an interaction.
enum EndpointAnswer: Sendable {
    case body(JSONValue, [UploadedFile])
    case later
    case failed(String)
}

package import Atoms
package import Echord
internal import EchordModel
internal import EchordPrimitives
package import Molecules
package import Organisms
package import Telemetry

/// Edits the messages in which cards of tasks hang.
package struct DiscordTaskCardBoard: TaskCardBoard {
    private let client: RESTClient
    private let store: GuildStore
    private let logger: Logger

    /// Discord limits how often a message older than an hour may change (error 30046).
    private static let oldMessagePause = Duration.seconds(60)

    /// A board that edits through `client`.
    package init(client: RESTClient, store: GuildStore, logger: Logger) {
        self.client = client
        self.store = store
        self.logger = logger.labelled("cards")
    }

    /// Shows the task as it is now.
    package func refresh(_ card: TaskCard, showing task: ChoreTask) async throws -> TaskCardRefresh {
        guard let subject = try await TaskCardFeature.subject(of: card, in: store) else { return .gone }
        let language = Catalogue.language(for: DiscordLocale(rawValue: subject.language))
        let view = TaskCardView(language, at: store.time.now())
        let message = try view.message(task, state: card.stateID).editMessage()
        do {
            try await client.send(.editMessage(card.messageID, in: card.channelID, message))
            return .shown
        } catch let error as EchordError {
            return try outcome(of: error, card)
        }
    }

    private func outcome(of error: EchordError, _ card: TaskCard) throws -> TaskCardRefresh {
        if let wait = error.rateLimit?.retryAfter { return .later(wait) }
        guard let refusal = error.api else { throw error }
        switch refusal.code {
        case .unknownChannel, .unknownMessage: return .gone
        case .maximumOldMessageEditsReached: return .later(Self.oldMessagePause)
        case .missingAccess, .missingPermissions, .threadArchived:
            logger.warning(
                "a card cannot be edited: the bot lacks a permission or the thread is archived",
                ["channel_id": .string("\(card.channelID)"), "code": .int(Int64(refusal.code.rawValue))])
            return .gone
        default: throw error
        }
    }
}

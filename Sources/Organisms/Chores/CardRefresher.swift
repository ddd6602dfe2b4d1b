internal import Atoms
public import Molecules

/// Keeps every card of a task up to date, wherever it hangs.
///
/// It shows the newest version of the task, not the one of the event, and a card that shows it already is left alone:
/// so ten events in a row are one edit.
public struct CardRefresher: EventSubscriber {
    /// The durable name of the consumer group.
    public static let group = "cards"
    private let store: GuildStore
    private let board: any TaskCardBoard
    private let tasks = TaskRepository()
    private let cards = TaskCardRepository()

    /// A refresher of the cards on a board.
    public init(store: GuildStore, board: any TaskCardBoard) {
        self.store = store
        self.board = board
    }

    /// Everything that happens to tasks.
    public var subscriptions: [Subscription] {
        TaskEventNames.all.map { name in
            Subscription(event: name, group: Self.group) { [self] envelope, _ in
                guard let id = TaskID(envelope.subject.id) else {
                    return .deadLetter(reason: "the subject is no task: \(envelope.subject.type)")
                }
                return try await refresh(id, in: envelope.guildID)
            }
        }
    }

    /// Brings all cards of a task up to date that show an older version.
    @discardableResult
    func refresh(_ id: TaskID, in guild: GuildID) async throws -> EventOutcome {
        let (task, stale) = try await store.read(guild) { connection -> (ChoreTask?, [TaskCard]) in
            guard let task = try await tasks.find(id, in: guild, connection) else { return (nil, []) }
            return (task, try await cards.cards(of: id, in: guild, olderThan: task.version, connection))
        }
        guard let task else { return .acknowledge }
        var wait: Duration?
        for card in stale {
            switch try await board.refresh(card, showing: task) {
            case .shown: try await store.write(guild) { try await cards.noteShown(task.version, on: card, in: $0) }
            case .gone: try await store.write(guild) { try await cards.delete(card, in: $0) }
            case .later(let duration): wait = max(wait ?? duration, duration)
            }
        }
        return wait.map { .retry(after: $0) } ?? .acknowledge
    }
}

public import Atoms
public import Molecules

/// The cards of tasks: what their buttons point to, where they hang, and what a press on one means.
public struct TaskCardFeature: Sendable {
    /// Who handles a card's buttons, as in their custom ids.
    public static let kind = "task"
    private let store: GuildStore
    private let refresher: CardRefresher
    private let states = ComponentStateRepository()
    private let cards = TaskCardRepository()

    /// What a card shows, and in which language.
    public struct Subject: Hashable, Sendable {
        /// The task.
        public let task: TaskID
        /// The language it was written in, as Discord's code for it; it stays, whoever presses.
        public let language: String
    }

    /// What a press on a card's button meets.
    public enum Press: Hashable, Sendable {
        /// Somebody wants to do this with the task of this card; whether they may is asked by the action.
        case action(TaskAction, Subject)
        /// The card is of another time: the button is out of date.
        case outOfDate
        /// The button is for somebody else.
        case forbidden
    }

    /// The cards in a store.
    ///
    /// - Parameter refresher: brings a card up to date that was overtaken on its way.
    public init(store: GuildStore, refresher: CardRefresher) {
        self.store = store
        self.refresher = refresher
    }

    /// Prepares a new card, before it is sent.
    ///
    /// - Parameter language: Discord's code of the language that it is written in.
    /// - Returns: what its buttons point to.
    public func open(_ task: ChoreTask, language: String) async throws -> ComponentStateID {
        let state = ComponentState(
            id: store.identifiers.next(), guildID: task.guildID, kind: Self.kind,
            subject: "\(task.id) \(language)")
        try await store.write(task.guildID) { try await states.insert(state, in: $0) }
        return state.id
    }

    /// Notes a card that has just been sent, and brings it up to date if the task has changed meanwhile.
    public func hang(_ card: TaskCard) async throws {
        try await store.write(card.guildID) { try await cards.insert(card, in: $0) }
        try await refresher.refresh(card.taskID, in: card.guildID)
    }

    /// The custom id of a button.
    public static func customID(
        _ action: TaskAction, pointingTo state: ComponentStateID
    ) throws(ValidationIssue) -> CustomID {
        try CustomID(kind: kind, id: state, argument: action.rawValue)
    }

    /// What a member's press on a button of a card means.
    public func press(_ customID: CustomID, by member: MemberContext) async throws -> Press {
        let now = store.time.now()
        let press = try await store.read(member.guildID) {
            try await states.press(customID, by: member.userID, in: member.guildID, at: now, $0)
        }
        switch press {
        case .granted(let state):
            guard let subject = Self.subject(state), let action = customID.argument.flatMap(TaskAction.init(rawValue:))
            else { return .outOfDate }
            return .action(action, subject)
        case .outOfDate: return .outOfDate
        case .forbidden: return .forbidden
        }
    }

    /// What a card shows; nil when its buttons are of another time. Static, for the board comes before the feature.
    public static func subject(of card: TaskCard, in store: GuildStore) async throws -> Subject? {
        try await store.read(card.guildID) {
            try await ComponentStateRepository().find(card.stateID, in: card.guildID, $0).flatMap(subject)
        }
    }

    private static func subject(_ state: ComponentState) -> Subject? {
        let parts = state.subject.split(separator: " ")
        guard state.kind == kind, parts.count == 2, let task = TaskID(String(parts[0])) else { return nil }
        return Subject(task: task, language: String(parts[1]))
    }
}

public import Atoms

/// The port through which a card on Discord is brought up to date.
public protocol TaskCardBoard: Sendable {
    /// Shows the task as it is now on a card that hangs.
    ///
    /// - Throws: when it could not be tried; the card is tried again later.
    func refresh(_ card: TaskCard, showing task: ChoreTask) async throws -> TaskCardRefresh
}

/// What became of a card.
public enum TaskCardRefresh: Hashable, Sendable {
    /// It shows the task as it is.
    case shown
    /// Its message or channel is gone; it is forgotten.
    case gone
    /// Not before this time; Discord limits how often old messages may change.
    case later(Duration)
}

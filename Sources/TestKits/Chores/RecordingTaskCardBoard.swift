public import Atoms
internal import Locking
public import Organisms

/// A board that remembers what it was asked to show.
public final class RecordingTaskCardBoard: TaskCardBoard {
    /// One call.
    public struct Shown: Hashable, Sendable {
        /// The card.
        public let card: TaskCard
        /// The task on it.
        public let task: ChoreTask
    }

    private struct State {
        var shown: [Shown] = []
        var answers: [MessageID: [TaskCardRefresh]] = [:]
    }

    private let state = Locked(State())

    /// A board that can show everything.
    public init() {}

    /// What was shown, in order.
    public var shown: [Shown] { state.withLock { $0.shown } }

    /// Has the next refreshes of a message end so.
    public func answer(_ message: MessageID, with answers: TaskCardRefresh...) {
        state.withLock { $0.answers[message, default: []] += answers }
    }

    /// Remembers the call.
    public func refresh(_ card: TaskCard, showing task: ChoreTask) async throws -> TaskCardRefresh {
        state.withLock { state in
            if state.answers[card.messageID]?.isEmpty == false {
                return state.answers[card.messageID]?.removeFirst() ?? .shown
            }
            state.shown.append(Shown(card: card, task: task))
            return .shown
        }
    }
}

public import Atoms
internal import Locking
public import SQL

/// What a handler is told beside the event.
public struct EventContext: Sendable {
    /// The event as it was stored: who, when, why, and the ids.
    public let envelope: EventEnvelope
    /// The consumer group that handles it.
    public let group: String
    /// Which attempt this is, from 1.
    public let attempt: Int
    let deliveries: DeliveryStore
    let settled = Settled()
    let lastError = LastError()

    /// Runs `body` in a transaction that also records that this group has acted on the event, so that its changes are
    /// made once however often the event comes.
    ///
    /// - Returns: false when the group had acted already; `body` is not run then.
    @discardableResult
    public func transaction(_ body: (Transaction) async throws -> Void) async throws -> Bool {
        let isFirst = try await deliveries.database.transaction { transaction in
            guard try await deliveries.settle(envelope.id, group: group, in: transaction) else { return false }
            try await body(transaction)
            return true
        }
        settled.mark()
        return isFirst
    }

    /// Whether the delivery was recorded as done in the handler's own transaction.
    final class Settled: Sendable {
        private let isDone = Locked(false)
        func mark() { isDone.withLock { $0 = true } }
        var isMarked: Bool { isDone.withLock { $0 } }
    }

    /// What the handler threw, for the row of its next attempt.
    final class LastError: Sendable {
        private let text = Locked("the handler asked for another attempt")
        var value: String {
            get { text.withLock { $0 } }
            set { text.withLock { $0 = String(newValue.prefix(500)) } }
        }
    }
}

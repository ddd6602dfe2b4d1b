public import Atoms
internal import JSON
internal import Locking
public import SQL

/// Where events are written, in the transaction of the change that they tell of: both are kept or neither.
public final class Outbox: Sendable {
    private struct Backlog {
        var written: Int64 = 0
        var relayed: Int64 = 0
    }

    /// How many events may wait for the relay before `publish` refuses more.
    public let capacity: Int64
    private let identifiers: Identifiers
    private let backlog = Locked(Backlog())
    let wake = Wake()
    let roomMade = Wake()

    /// An outbox.
    ///
    /// - Parameters:
    ///   - identifiers: make the identities of events.
    ///   - capacity: how many events may wait for the relay; 100,000 unless told otherwise.
    public init(identifiers: Identifiers, capacity: Int64 = 100_000) {
        self.identifiers = identifiers
        self.capacity = capacity
    }

    /// How many events wait for the relay.
    public var waiting: Int64 { backlog.withLock { max(0, $0.written - $0.relayed) } }

    /// Writes an event. It is delivered at least once after the commit, and never without it.
    ///
    /// - Returns: the envelope that was stored.
    /// - Throws: `EventBusError` `.overloaded`, `JSONError`, `SQLError`.
    @discardableResult
    public func publish<Event: DomainEvent>(
        _ event: Event, about subject: EventSubject, origin: EventOrigin, in transaction: Transaction
    ) async throws -> EventEnvelope {
        let envelope = try envelope(event, about: subject, origin: origin)
        try await append([envelope], in: transaction)
        return envelope
    }

    /// Wraps an event without writing it.
    public func envelope<Event: DomainEvent>(
        _ event: Event, about subject: EventSubject, origin: EventOrigin
    ) throws -> EventEnvelope {
        try EventEnvelope(event, id: identifiers.next(), subject: subject, origin: origin)
    }

    /// Writes events that are wrapped already, in their order.
    ///
    /// - Throws: `EventBusError` `.overloaded`, `SQLError`.
    public func append(_ envelopes: [EventEnvelope], in transaction: Transaction) async throws {
        guard !envelopes.isEmpty else { return }
        let waiting = waiting
        guard waiting < capacity else {
            throw EventBusError(.overloaded, "\(waiting) events wait for delivery, and no more than \(capacity) may")
        }
        var last: Int64 = 0
        for start in stride(from: 0, to: envelopes.count, by: DeliveryStore.rowsPerStatement) {
            let rows: [SQL] = envelopes[start..<min(start + DeliveryStore.rowsPerStatement, envelopes.count)].map {
                "(\($0.id), \($0.guildID), \($0.name), \(JSON.encodeToString($0)))"
            }
            let positions = try await transaction.values(
                "INSERT INTO event_outbox (id, guild_id, name, envelope) VALUES \(rows.joined()) RETURNING position",
                as: Int64.self)
            last = positions.max() ?? last
        }
        transaction.afterCommit { [self, last] in
            backlog.withLock { $0.written = max($0.written, last) }
            wake.signal()
        }
    }

    func noteRelayed(upTo position: Int64) {
        backlog.withLock { backlog in
            backlog.relayed = max(backlog.relayed, position)
            backlog.written = max(backlog.written, position)
        }
        if waiting < capacity { roomMade.signal() }
    }

    func noteStored(from first: Int64, to last: Int64) {
        backlog.withLock { backlog in
            backlog.relayed = max(backlog.relayed, first - 1)
            backlog.written = max(backlog.written, last)
        }
    }
}

extension Transaction {
    /// Writes an event to the outbox in this transaction. See ``Outbox/publish(_:about:origin:in:)``.
    @discardableResult
    public func publish<Event: DomainEvent>(
        _ event: Event, about subject: EventSubject, origin: EventOrigin, to outbox: Outbox
    ) async throws -> EventEnvelope {
        try await outbox.publish(event, about: subject, origin: origin, in: self)
    }
}

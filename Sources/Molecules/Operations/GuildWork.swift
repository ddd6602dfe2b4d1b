public import Atoms
public import SQL

/// One operation of a member or the system in a guild, in one transaction.
///
/// Whatever an operation changes, it writes here the events and the line of the audit log that belong to it, so that
/// all are kept or none.
public struct GuildWork: Sendable {
    /// The transaction, for the repositories.
    public let transaction: Transaction
    /// Who, where, when and why.
    public let origin: EventOrigin
    private let outbox: Outbox
    private let audit = AuditRepository()

    init(transaction: Transaction, origin: EventOrigin, outbox: Outbox) {
        self.transaction = transaction
        self.origin = origin
        self.outbox = outbox
    }

    /// When the operation happens: the same instant in all that it writes.
    public var now: Instant { origin.occurredAt }

    /// Writes the events of the operation, in order, and a line in the audit log.
    ///
    /// - Parameters:
    ///   - principal: what happened, which is also the line of the audit log.
    ///   - others: what it means besides.
    ///   - subject: what they are about.
    public func record(
        _ principal: any DomainEvent, _ others: [any DomainEvent] = [], about subject: EventSubject
    ) async throws {
        let envelope = try outbox.envelope(principal, about: subject, origin: origin)
        var envelopes = [envelope]
        for event in others { envelopes.append(try outbox.envelope(event, about: subject, origin: origin)) }
        try await outbox.append(envelopes, in: transaction)
        try await audit.append(AuditEntry(envelope), in: transaction)
    }
}

/// One line of the audit log: who did what to what, for ever.
///
/// It is the principal event of an operation, so the log and the events can never tell two stories.
public struct AuditEntry: Hashable, Sendable {
    /// What happened.
    public let envelope: EventEnvelope
    /// Its place in the log; nil until it is written.
    public let position: Int64?

    /// The line for an event.
    public init(_ envelope: EventEnvelope, position: Int64? = nil) {
        self.envelope = envelope
        self.position = position
    }
}

/// How a delivery ended.
public enum EventOutcome: Hashable, Sendable {
    /// Done; the event does not come again.
    case acknowledge
    /// Not now. Later events of the same guild wait for it.
    ///
    /// - Parameter after: the wait; nil leaves it to the policy.
    case retry(after: Duration? = nil)
    /// Never: the event goes to the dead letters, and later ones go on.
    case deadLetter(reason: String)
}

/// Thrown by a handler that will never be able to handle the event.
public struct EventRejected: Error, Hashable, Sendable {
    /// Why, for whoever looks at the dead letters.
    public let reason: String

    /// A refusal for this reason.
    public init(_ reason: String) { self.reason = reason }
}

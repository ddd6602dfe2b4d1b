public import Atoms

/// A wish of a consumer group to be given certain events.
///
/// A group is one purpose, for instance `cards`. However many processes have it, each event goes to one of them; other
/// groups get it for themselves and are not touched when this one fails.
public struct Subscription: Sendable {
    /// Handles one delivery.
    public typealias Handler = @Sendable (EventEnvelope, EventContext) async throws -> EventOutcome

    /// The durable name of the group.
    public let group: String
    /// The durable name of the event.
    public let event: String
    /// The version that the handler reads; nil when it takes any.
    public let version: Int?
    /// What becomes of failures.
    public let retry: RetryPolicy
    /// How long one attempt may take.
    public let timeout: Duration
    let handler: Handler

    /// A wish for events of one type.
    ///
    /// - Parameters:
    ///   - type: the event.
    ///   - group: the durable name of the purpose.
    ///   - retry: what becomes of a failure: anything thrown, and `.retry`.
    ///   - timeout: after which the handler is cancelled and the attempt has failed.
    ///   - handler: must bear to be called again for an event it has handled, unless it works in
    ///     ``EventContext/transaction(_:)``.
    public init<Event: DomainEvent>(
        _ type: Event.Type, group: String, retry: RetryPolicy = RetryPolicy(), timeout: Duration = .seconds(30),
        handler: @escaping @Sendable (Event, EventContext) async throws -> EventOutcome
    ) {
        self.init(
            event: Event.name, version: Event.version, group: group, retry: retry, timeout: timeout
        ) { envelope, context in
            let event: Event
            do { event = try envelope.event() } catch { return .deadLetter(reason: "unreadable: \(error)") }
            return try await handler(event, context)
        }
    }

    /// A wish for events of one name in whatever version they have, as they were stored.
    public init(
        event: String, version: Int? = nil, group: String, retry: RetryPolicy = RetryPolicy(),
        timeout: Duration = .seconds(30), handler: @escaping Handler
    ) {
        self.group = group
        self.event = event
        self.version = version
        self.retry = retry
        self.timeout = timeout
        self.handler = handler
    }
}

/// A type that wants events. `@EventSubscriber` writes `subscriptions` from the methods marked `@EventHandler`.
public protocol EventSubscriber: Sendable {
    /// What it wants.
    var subscriptions: [Subscription] { get }
}

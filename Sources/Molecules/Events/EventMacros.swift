public import Atoms
public import SQL

/// Makes a type an ``EventSubscriber``: writes `subscriptions` from its methods marked ``EventHandler(_:group:retry:timeout:)``.
///
/// Sugar for `Subscription(TaskClaimed.self, group: "cards") { event, context in … }`. Nothing is found by itself: the
/// subscriber is given to the bus.
@attached(member, names: named(subscriptions))
@attached(extension, conformances: EventSubscriber)
public macro EventSubscriber() = #externalMacro(module: "MacroPlugin", type: "EventSubscriberMacro")

/// Marks a method that handles an event: `(event)` or `(event, context)`, returning nothing or an ``EventOutcome``.
///
/// - Parameters:
///   - event: the type of the event.
///   - group: the durable name of the purpose.
///   - retry: what becomes of a failure.
///   - timeout: how long one attempt may take.
@attached(peer)
public macro EventHandler<Event: DomainEvent>(
    _ event: Event.Type, group: String, retry: RetryPolicy = RetryPolicy(), timeout: Duration = .seconds(30)
) = #externalMacro(module: "MacroPlugin", type: "EventHandlerMacro")

/// Writes the events of what a method returns, in the transaction that the method was given.
///
/// Sugar for ``Outbox/publishing(in:_:)`` around the body; the type needs an `outbox`. The method has a parameter of type
/// `Transaction`, is `async throws` and returns an ``EventSource``.
@attached(body)
public macro EventPublisher() = #externalMacro(module: "MacroPlugin", type: "EventPublisherMacro")

/// A result that says which events led to it.
public protocol EventSource {
    /// The events, in their order.
    var events: [EventEnvelope] { get }
}

extension Outbox {
    /// Runs `body` and writes the events of its result.
    public func publishing<Result: EventSource>(
        in transaction: Transaction, _ body: () async throws -> Result
    ) async throws -> Result {
        let result = try await body()
        try await append(result.events, in: transaction)
        return result
    }
}

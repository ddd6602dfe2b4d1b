public import JSON

/// The payload of an event the gateway dispatches.
///
/// Every documented event has a type here, listed in ``DispatchEvents``; any other reaches a listener as
/// ``JSONValue`` by its name.
///
/// <https://docs.discord.com/developers/events/gateway-events#receive-events>
public protocol DispatchEvent: JSONDecodable, JSONEncodable, Sendable {
    /// The event's name, which is `t` of its payload.
    static var eventName: DispatchEventName { get }
}

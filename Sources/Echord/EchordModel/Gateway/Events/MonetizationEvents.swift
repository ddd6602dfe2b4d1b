import EchordPrimitives
public import JSON

/// Somebody got something.
///
/// <https://docs.discord.com/developers/events/gateway-events#entitlement-create>
public struct EntitlementCreate: Hashable, Sendable, DispatchEvent {
    /// `ENTITLEMENT_CREATE`.
    public static let eventName = DispatchEventName.entitlementCreate
    /// What the event is about.
    public var entitlement: Entitlement

    /// An event.
    public init(entitlement: Entitlement) { self.entitlement = entitlement }

    /// Reads the payload, which is what the event is about.
    public init(json: JSONReader) throws(JSONError) { entitlement = try Entitlement(json: json) }

    /// Writes the payload.
    public func encode(to writer: inout JSONWriter) { entitlement.encode(to: &writer) }
}

/// An entitlement changed or was renewed.
///
/// <https://docs.discord.com/developers/events/gateway-events#entitlement-update>
public struct EntitlementUpdate: Hashable, Sendable, DispatchEvent {
    /// `ENTITLEMENT_UPDATE`.
    public static let eventName = DispatchEventName.entitlementUpdate
    /// What the event is about.
    public var entitlement: Entitlement

    /// An event.
    public init(entitlement: Entitlement) { self.entitlement = entitlement }

    /// Reads the payload, which is what the event is about.
    public init(json: JSONReader) throws(JSONError) { entitlement = try Entitlement(json: json) }

    /// Writes the payload.
    public func encode(to writer: inout JSONWriter) { entitlement.encode(to: &writer) }
}

/// An entitlement was deleted.
///
/// <https://docs.discord.com/developers/events/gateway-events#entitlement-delete>
public struct EntitlementDelete: Hashable, Sendable, DispatchEvent {
    /// `ENTITLEMENT_DELETE`.
    public static let eventName = DispatchEventName.entitlementDelete
    /// What the event is about.
    public var entitlement: Entitlement

    /// An event.
    public init(entitlement: Entitlement) { self.entitlement = entitlement }

    /// Reads the payload, which is what the event is about.
    public init(json: JSONReader) throws(JSONError) { entitlement = try Entitlement(json: json) }

    /// Writes the payload.
    public func encode(to writer: inout JSONWriter) { entitlement.encode(to: &writer) }
}

/// Somebody subscribed.
///
/// <https://docs.discord.com/developers/events/gateway-events#subscription-create>
public struct SubscriptionCreate: Hashable, Sendable, DispatchEvent {
    /// `SUBSCRIPTION_CREATE`.
    public static let eventName = DispatchEventName.subscriptionCreate
    /// What the event is about.
    public var subscription: Subscription

    /// An event.
    public init(subscription: Subscription) { self.subscription = subscription }

    /// Reads the payload, which is what the event is about.
    public init(json: JSONReader) throws(JSONError) { subscription = try Subscription(json: json) }

    /// Writes the payload.
    public func encode(to writer: inout JSONWriter) { subscription.encode(to: &writer) }
}

/// A subscription changed.
///
/// <https://docs.discord.com/developers/events/gateway-events#subscription-update>
public struct SubscriptionUpdate: Hashable, Sendable, DispatchEvent {
    /// `SUBSCRIPTION_UPDATE`.
    public static let eventName = DispatchEventName.subscriptionUpdate
    /// What the event is about.
    public var subscription: Subscription

    /// An event.
    public init(subscription: Subscription) { self.subscription = subscription }

    /// Reads the payload, which is what the event is about.
    public init(json: JSONReader) throws(JSONError) { subscription = try Subscription(json: json) }

    /// Writes the payload.
    public func encode(to writer: inout JSONWriter) { subscription.encode(to: &writer) }
}

/// A subscription was deleted.
///
/// <https://docs.discord.com/developers/events/gateway-events#subscription-delete>
public struct SubscriptionDelete: Hashable, Sendable, DispatchEvent {
    /// `SUBSCRIPTION_DELETE`.
    public static let eventName = DispatchEventName.subscriptionDelete
    /// What the event is about.
    public var subscription: Subscription

    /// An event.
    public init(subscription: Subscription) { self.subscription = subscription }

    /// Reads the payload, which is what the event is about.
    public init(json: JSONReader) throws(JSONError) { subscription = try Subscription(json: json) }

    /// Writes the payload.
    public func encode(to writer: inout JSONWriter) { subscription.encode(to: &writer) }
}

import EchordPrimitives
public import JSON

/// Where the gateway is.
///
/// <https://docs.discord.com/developers/events/gateway#get-gateway>
@JSONModel
public struct GatewayAddress: Hashable, Sendable {
    /// The address.
    public var url: String
}

/// Where the gateway is, and how to connect.
///
/// <https://docs.discord.com/developers/events/gateway#get-gateway-bot>
@JSONModel
public struct GatewayBot: Hashable, Sendable {
    /// The address.
    public var url: String
    /// How many shards Discord recommends.
    public var shards: Int
    /// How many sessions can still be begun.
    public var sessionStartLimit: SessionStartLimit
}

/// How many sessions can still be begun.
///
/// <https://docs.discord.com/developers/events/gateway#session-start-limit-object>
@JSONModel
public struct SessionStartLimit: Hashable, Sendable {
    /// A day's number.
    public var total: Int
    /// What is left of it.
    public var remaining: Int
    /// Milliseconds until it is full again.
    public var resetAfter: Int
    /// How many can be begun in five seconds.
    public var maxConcurrency: Int = 1
}

import EchordPrimitives
public import JSON

/// The session has begun.
///
/// <https://docs.discord.com/developers/events/gateway-events#ready>
@JSONModel
public struct Ready: Hashable, Sendable, DispatchEvent {
    /// `READY`.
    public static let eventName = DispatchEventName.ready

    /// The gateway's version.
    @JSONKey("v") public var version: Int
    /// The bot itself.
    public var user: User
    /// The guilds it is in; they come one by one as GUILD_CREATE.
    public var guilds: [UnavailableGuild] = []
    /// What it takes to resume.
    public var sessionID: String
    /// Where to resume.
    public var resumeGatewayURL: String
    /// This shard's number and how many there are.
    public var shard: [Int]?
    /// The application, with id and flags.
    public var application: PartialApplication
}

/// The session goes on; all that was missed has been sent.
///
/// <https://docs.discord.com/developers/events/gateway-events#resumed>
@JSONModel
public struct Resumed: Hashable, Sendable, DispatchEvent {
    /// `RESUMED`.
    public static let eventName = DispatchEventName.resumed

}

/// Something was asked of the gateway too often.
///
/// <https://docs.discord.com/developers/events/gateway-events#rate-limited>
@JSONModel
public struct RateLimited: Hashable, Sendable, DispatchEvent {
    /// `RATE_LIMITED`.
    public static let eventName = DispatchEventName.rateLimited

    /// What was asked.
    public var opcode: GatewayOpcode
    /// Seconds to wait.
    public var retryAfter: Double
    /// More about it, by opcode: for members `guild_id` and `nonce`.
    public var meta: JSONValue?
}

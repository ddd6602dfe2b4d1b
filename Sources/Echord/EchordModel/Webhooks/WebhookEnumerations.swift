public import EchordPrimitives
public import JSON

/// Kinds of webhook.
///
/// <https://docs.discord.com/developers/resources/webhook#webhook-object-webhook-types>
public struct WebhookType: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `INCOMING`.
    public static let incoming = Self(rawValue: 1)
    /// `CHANNEL_FOLLOWER`.
    public static let channelFollower = Self(rawValue: 2)
    /// `APPLICATION`.
    public static let application = Self(rawValue: 3)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "INCOMING": .incoming,
            "CHANNEL_FOLLOWER": .channelFollower,
            "APPLICATION": .application,
        ]
    }
}

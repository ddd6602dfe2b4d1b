public import EchordPrimitives
public import JSON

/// How an effect in a voice channel moves.
///
/// <https://docs.discord.com/developers/events/gateway-events#voice-channel-effect-send-animation-types>
public struct VoiceEffectAnimation: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `PREMIUM`.
    public static let premium = Self(rawValue: 0)
    /// `BASIC`.
    public static let basic = Self(rawValue: 1)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "PREMIUM": .premium,
            "BASIC": .basic,
        ]
    }
}

public import EchordPrimitives
public import JSON

/// How a poll is laid out.
///
/// <https://docs.discord.com/developers/resources/poll#layout-type>
public struct PollLayout: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `DEFAULT`.
    public static let `default` = Self(rawValue: 1)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "DEFAULT": .`default`
        ]
    }
}

public import EchordPrimitives
public import JSON

/// The fleeting facts of a channel.
///
/// <https://docs.discord.com/developers/events/gateway-events#channel-info>
@JSONModel
public struct ChannelInfoEntry: Hashable, Sendable {
    /// The channel.
    public var id: ChannelID
    /// The status of a voice channel.
    public var status: String?
    /// Since when people are there, in seconds since 1970.
    public var voiceStartTime: Int64?
}

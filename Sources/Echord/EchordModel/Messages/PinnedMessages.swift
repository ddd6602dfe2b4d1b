public import EchordPrimitives
public import JSON

/// A page of pinned messages, the last pinned first.
///
/// <https://docs.discord.com/developers/resources/message#get-channel-pins-response-structure>
@JSONModel
public struct PinnedMessagePage: Hashable, Sendable {
    /// The messages.
    public var items: [PinnedMessage] = []
    /// Whether there are more.
    @JSONKey("has_more") public var hasMore: Bool = false
}

/// A pinned message.
///
/// <https://docs.discord.com/developers/resources/message#message-pin-object>
@JSONModel
public struct PinnedMessage: Hashable, Sendable {
    /// When it was pinned.
    public var pinnedAt: DiscordTimestamp
    /// The message.
    public var message: Message
}

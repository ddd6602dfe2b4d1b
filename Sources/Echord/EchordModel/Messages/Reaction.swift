import EchordPrimitives
public import JSON

/// How often somebody reacted with an emoji.
///
/// <https://docs.discord.com/developers/resources/message#reaction-object>
@JSONModel
public struct Reaction: Hashable, Sendable {
    /// How often in all.
    public var count: Int = 0
    /// How often by kind.
    public var countDetails: ReactionCountDetails?
    /// Whether the bot did.
    @JSONKey("me") public var isMine: Bool = false
    /// Whether the bot did with a super reaction.
    @JSONKey("me_burst") public var isMineBurst: Bool = false
    /// The emoji.
    public var emoji: PartialEmoji
    /// Colours of super reactions.
    public var burstColors: [String] = []
}

/// How often somebody reacted, by kind.
///
/// <https://docs.discord.com/developers/resources/message#reaction-count-details-object>
@JSONModel
public struct ReactionCountDetails: Hashable, Sendable {
    /// Super reactions.
    public var burst: Int = 0
    /// Plain ones.
    public var normal: Int = 0
}

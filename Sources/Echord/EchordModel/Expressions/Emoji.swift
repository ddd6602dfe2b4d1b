public import EchordPrimitives
public import JSON

/// A custom emoji with all about it.
///
/// <https://docs.discord.com/developers/resources/emoji#emoji-object>
@JSONModel
public struct Emoji: Hashable, Sendable {
    /// Its id; `nil` for a standard emoji.
    public var id: EmojiID?
    /// Its name, or the standard emoji itself.
    public var name: String?
    /// Roles that may use it.
    public var roles: [RoleID]?
    /// Who added it.
    public var user: User?
    /// Whether colons must stand around it.
    @JSONKey("require_colons") public var requiresColons: Bool?
    /// Whether an integration owns it.
    @JSONKey("managed") public var isManaged: Bool?
    /// Whether it moves.
    @JSONKey("animated") public var isAnimated: Bool?
    /// Whether it can be used at present.
    @JSONKey("available") public var isAvailable: Bool?
}

/// As much of an emoji as it takes to show it.
///
/// <https://docs.discord.com/developers/resources/emoji#emoji-object>
@JSONModel
public struct PartialEmoji: Hashable, Sendable {
    /// Its id; `nil` for a standard emoji.
    public var id: EmojiID?
    /// Its name, or the standard emoji itself.
    public var name: String?
    /// Whether it moves.
    @JSONKey("animated") public var isAnimated: Bool?
}

extension PartialEmoji {
    /// A standard emoji.
    public static func unicode(_ emoji: String) -> Self { Self(name: emoji) }

    /// A custom emoji.
    public static func custom(_ id: EmojiID, name: String? = nil, isAnimated: Bool? = nil) -> Self {
        Self(id: id, name: name, isAnimated: isAnimated)
    }

    /// How the emoji is written in a path: `name:id`, or the standard emoji itself, not percent-encoded.
    public var pathForm: String { id.map { "\(name ?? "_"):\($0)" } ?? name ?? "" }
}

public import EchordPrimitives
public import JSON

/// A row of up to five buttons, or of one select.
///
/// <https://docs.discord.com/developers/components/reference#action-row>
@JSONModel
public struct ActionRow: Hashable, Sendable {
    /// Always `actionRow`.
    public let type = ComponentType.actionRow
    /// Tells it apart in the message.
    public var id: Int?
    /// What stands in it.
    public var components: [Component]
}

/// Texts with something beside them.
///
/// <https://docs.discord.com/developers/components/reference#section>
@JSONModel
public struct Section: Hashable, Sendable {
    /// Always `section`.
    public let type = ComponentType.section
    /// Tells it apart in the message.
    public var id: Int?
    /// One to three texts.
    public var components: [Component]
    /// A thumbnail or a button.
    public var accessory: Box<Component>
}

/// A frame around other components.
///
/// <https://docs.discord.com/developers/components/reference#container>
@JSONModel
public struct Container: Hashable, Sendable {
    /// Always `container`.
    public let type = ComponentType.container
    /// Tells it apart in the message.
    public var id: Int?
    /// What stands in it.
    public var components: [Component]
    /// The colour of its edge.
    public var accentColor: Colour?
    /// Whether it stays blurred until it is clicked.
    @JSONKey("spoiler") public var isSpoiler: Bool?
}

/// Room between others.
///
/// <https://docs.discord.com/developers/components/reference#separator>
@JSONModel
public struct Separator: Hashable, Sendable {
    /// Always `separator`.
    public let type = ComponentType.separator
    /// Tells it apart in the message.
    public var id: Int?
    /// Whether a line is drawn; it is by default.
    @JSONKey("divider") public var hasDivider: Bool?
    /// How much room.
    public var spacing: SeparatorSpacing?
}

/// A name and an explanation around a component of a modal.
///
/// <https://docs.discord.com/developers/components/reference#label>
@JSONModel
public struct Label: Hashable, Sendable {
    /// Always `label`.
    public let type = ComponentType.label
    /// Tells it apart in the modal.
    public var id: Int?
    /// The name, up to 45 characters.
    public var label: String
    /// The explanation, up to 100 characters.
    public var description: String?
    /// What is filled in.
    public var component: Box<Component>
}

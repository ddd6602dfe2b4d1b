public import EchordPrimitives
public import JSON

/// A button.
///
/// <https://docs.discord.com/developers/components/reference#button>
@JSONModel
public struct Button: Hashable, Sendable {
    /// Always `button`.
    public let type = ComponentType.button
    /// Tells it apart in the message.
    public var id: Int?
    /// How it looks, and what it needs.
    public var style: ButtonStyle
    /// What stands on it, up to 80 characters.
    public var label: String?
    /// An emoji on it.
    public var emoji: PartialEmoji?
    /// What comes back when it is clicked, 1 to 100 characters; not for links and purchases.
    public var customID: String?
    /// What it sells.
    public var skuID: SKUID?
    /// Where it leads, up to 512 characters.
    public var url: String?
    /// Whether it can not be clicked.
    @JSONKey("disabled") public var isDisabled: Bool?
}

/// A choice of texts.
///
/// <https://docs.discord.com/developers/components/reference#string-select>
@JSONModel
public struct StringSelect: Hashable, Sendable {
    /// Always `stringSelect`.
    public let type = ComponentType.stringSelect
    /// Tells it apart in the message.
    public var id: Int?
    /// What comes back when something is chosen, 1 to 100 characters.
    public var customID: String
    /// Up to 25 choices.
    public var options: [SelectOption]
    /// What stands there before, up to 150 characters.
    public var placeholder: String?
    /// How many at least, 1 by default.
    public var minValues: Int?
    /// How many at most, 1 by default.
    public var maxValues: Int?
    /// In modals, whether something must be chosen; it must by default.
    @JSONKey("required") public var isRequired: Bool?
    /// In messages, whether nothing can be chosen.
    @JSONKey("disabled") public var isDisabled: Bool?
}

/// A choice of a select.
///
/// <https://docs.discord.com/developers/components/reference#string-select-select-option-structure>
@JSONModel
public struct SelectOption: Hashable, Sendable {
    /// What is read, up to 100 characters.
    public var label: String
    /// What comes back, up to 100 characters.
    public var value: String
    /// What it means, up to 100 characters.
    public var description: String?
    /// An emoji before it.
    public var emoji: PartialEmoji?
    /// Whether it is chosen at the start.
    @JSONKey("default") public var isDefault: Bool?
}

/// A choice of users.
///
/// <https://docs.discord.com/developers/components/reference#user-select>
@JSONModel
public struct UserSelect: Hashable, Sendable {
    /// Always `userSelect`.
    public let type = ComponentType.userSelect
    /// Tells it apart in the message.
    public var id: Int?
    /// What comes back when something is chosen, 1 to 100 characters.
    public var customID: String
    /// What stands there before, up to 150 characters.
    public var placeholder: String?
    /// Who is chosen at the start.
    public var defaultValues: [SelectDefaultValue]?
    /// How many at least, 1 by default.
    public var minValues: Int?
    /// How many at most, 1 by default.
    public var maxValues: Int?
    /// In modals, whether something must be chosen; it must by default.
    @JSONKey("required") public var isRequired: Bool?
    /// In messages, whether nothing can be chosen.
    @JSONKey("disabled") public var isDisabled: Bool?
}

/// A choice of roles.
///
/// <https://docs.discord.com/developers/components/reference#role-select>
@JSONModel
public struct RoleSelect: Hashable, Sendable {
    /// Always `roleSelect`.
    public let type = ComponentType.roleSelect
    /// Tells it apart in the message.
    public var id: Int?
    /// What comes back when something is chosen, 1 to 100 characters.
    public var customID: String
    /// What stands there before, up to 150 characters.
    public var placeholder: String?
    /// What is chosen at the start.
    public var defaultValues: [SelectDefaultValue]?
    /// How many at least, 1 by default.
    public var minValues: Int?
    /// How many at most, 1 by default.
    public var maxValues: Int?
    /// In modals, whether something must be chosen; it must by default.
    @JSONKey("required") public var isRequired: Bool?
    /// In messages, whether nothing can be chosen.
    @JSONKey("disabled") public var isDisabled: Bool?
}

/// A choice of users and roles.
///
/// <https://docs.discord.com/developers/components/reference#mentionable-select>
@JSONModel
public struct MentionableSelect: Hashable, Sendable {
    /// Always `mentionableSelect`.
    public let type = ComponentType.mentionableSelect
    /// Tells it apart in the message.
    public var id: Int?
    /// What comes back when something is chosen, 1 to 100 characters.
    public var customID: String
    /// What stands there before, up to 150 characters.
    public var placeholder: String?
    /// What is chosen at the start.
    public var defaultValues: [SelectDefaultValue]?
    /// How many at least, 1 by default.
    public var minValues: Int?
    /// How many at most, 1 by default.
    public var maxValues: Int?
    /// In modals, whether something must be chosen; it must by default.
    @JSONKey("required") public var isRequired: Bool?
    /// In messages, whether nothing can be chosen.
    @JSONKey("disabled") public var isDisabled: Bool?
}

/// A choice of channels.
///
/// <https://docs.discord.com/developers/components/reference#channel-select>
@JSONModel
public struct ChannelSelect: Hashable, Sendable {
    /// Always `channelSelect`.
    public let type = ComponentType.channelSelect
    /// Tells it apart in the message.
    public var id: Int?
    /// What comes back when something is chosen, 1 to 100 characters.
    public var customID: String
    /// Which kinds are offered.
    public var channelTypes: [ChannelType]?
    /// What stands there before, up to 150 characters.
    public var placeholder: String?
    /// What is chosen at the start.
    public var defaultValues: [SelectDefaultValue]?
    /// How many at least, 1 by default.
    public var minValues: Int?
    /// How many at most, 1 by default.
    public var maxValues: Int?
    /// In modals, whether something must be chosen; it must by default.
    @JSONKey("required") public var isRequired: Bool?
    /// In messages, whether nothing can be chosen.
    @JSONKey("disabled") public var isDisabled: Bool?
}

/// What is chosen at the start.
///
/// <https://docs.discord.com/developers/components/reference#user-select-select-default-value-structure>
@JSONModel
public struct SelectDefaultValue: Hashable, Sendable {
    /// The user, role or channel.
    public var id: GenericID
    /// Which of them.
    public var type: SelectDefaultKind
}

extension SelectDefaultValue {
    /// A user.
    public static func user(_ id: UserID) -> Self { Self(id: id.cast(), type: .user) }
    /// A role.
    public static func role(_ id: RoleID) -> Self { Self(id: id.cast(), type: .role) }
    /// A channel.
    public static func channel(_ id: ChannelID) -> Self { Self(id: id.cast(), type: .channel) }
}

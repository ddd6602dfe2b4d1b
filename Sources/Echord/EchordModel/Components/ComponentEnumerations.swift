public import EchordPrimitives
public import JSON

/// Kinds of component.
///
/// <https://docs.discord.com/developers/components/reference#component-object-component-types>
public struct ComponentType: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `ACTION_ROW`.
    public static let actionRow = Self(rawValue: 1)
    /// `BUTTON`.
    public static let button = Self(rawValue: 2)
    /// `STRING_SELECT`.
    public static let stringSelect = Self(rawValue: 3)
    /// `TEXT_INPUT`.
    public static let textInput = Self(rawValue: 4)
    /// `USER_SELECT`.
    public static let userSelect = Self(rawValue: 5)
    /// `ROLE_SELECT`.
    public static let roleSelect = Self(rawValue: 6)
    /// `MENTIONABLE_SELECT`.
    public static let mentionableSelect = Self(rawValue: 7)
    /// `CHANNEL_SELECT`.
    public static let channelSelect = Self(rawValue: 8)
    /// `SECTION`.
    public static let section = Self(rawValue: 9)
    /// `TEXT_DISPLAY`.
    public static let textDisplay = Self(rawValue: 10)
    /// `THUMBNAIL`.
    public static let thumbnail = Self(rawValue: 11)
    /// `MEDIA_GALLERY`.
    public static let mediaGallery = Self(rawValue: 12)
    /// `FILE`.
    public static let file = Self(rawValue: 13)
    /// `SEPARATOR`.
    public static let separator = Self(rawValue: 14)
    /// `CONTAINER`.
    public static let container = Self(rawValue: 17)
    /// `LABEL`.
    public static let label = Self(rawValue: 18)
    /// `FILE_UPLOAD`.
    public static let fileUpload = Self(rawValue: 19)
    /// `RADIO_GROUP`.
    public static let radioGroup = Self(rawValue: 21)
    /// `CHECKBOX_GROUP`.
    public static let checkboxGroup = Self(rawValue: 22)
    /// `CHECKBOX`.
    public static let checkbox = Self(rawValue: 23)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "ACTION_ROW": .actionRow,
            "BUTTON": .button,
            "STRING_SELECT": .stringSelect,
            "TEXT_INPUT": .textInput,
            "USER_SELECT": .userSelect,
            "ROLE_SELECT": .roleSelect,
            "MENTIONABLE_SELECT": .mentionableSelect,
            "CHANNEL_SELECT": .channelSelect,
            "SECTION": .section,
            "TEXT_DISPLAY": .textDisplay,
            "THUMBNAIL": .thumbnail,
            "MEDIA_GALLERY": .mediaGallery,
            "FILE": .file,
            "SEPARATOR": .separator,
            "CONTAINER": .container,
            "LABEL": .label,
            "FILE_UPLOAD": .fileUpload,
            "RADIO_GROUP": .radioGroup,
            "CHECKBOX_GROUP": .checkboxGroup,
            "CHECKBOX": .checkbox,
        ]
    }
}

/// How a button looks, and what it needs.
///
/// <https://docs.discord.com/developers/components/reference#button-button-styles>
public struct ButtonStyle: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `PRIMARY`.
    public static let primary = Self(rawValue: 1)
    /// `SECONDARY`.
    public static let secondary = Self(rawValue: 2)
    /// `SUCCESS`.
    public static let success = Self(rawValue: 3)
    /// `DANGER`.
    public static let danger = Self(rawValue: 4)
    /// `LINK`.
    public static let link = Self(rawValue: 5)
    /// `PREMIUM`.
    public static let premium = Self(rawValue: 6)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "PRIMARY": .primary,
            "SECONDARY": .secondary,
            "SUCCESS": .success,
            "DANGER": .danger,
            "LINK": .link,
            "PREMIUM": .premium,
        ]
    }
}

/// How high a text input is.
///
/// <https://docs.discord.com/developers/components/reference#text-input-text-input-styles>
public struct TextInputStyle: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `SHORT`.
    public static let short = Self(rawValue: 1)
    /// `PARAGRAPH`.
    public static let paragraph = Self(rawValue: 2)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "SHORT": .short,
            "PARAGRAPH": .paragraph,
        ]
    }
}

/// How much room a separator takes.
///
/// <https://docs.discord.com/developers/components/reference#separator>
public struct SeparatorSpacing: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `SMALL`.
    public static let small = Self(rawValue: 1)
    /// `LARGE`.
    public static let large = Self(rawValue: 2)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "SMALL": .small,
            "LARGE": .large,
        ]
    }
}

/// What a default value of a select is.
///
/// <https://docs.discord.com/developers/components/reference#user-select-select-default-value-structure>
public struct SelectDefaultKind: OpenEnum {
    /// The value on the wire.
    public let rawValue: String

    /// Wraps a value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `USER`.
    public static let user = Self(rawValue: "user")
    /// `ROLE`.
    public static let role = Self(rawValue: "role")
    /// `CHANNEL`.
    public static let channel = Self(rawValue: "channel")

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "USER": .user,
            "ROLE": .role,
            "CHANNEL": .channel,
        ]
    }
}

/// Flags of media in a component.
///
/// <https://docs.discord.com/developers/components/reference#unfurled-media-item>
public struct MediaItemFlags: DiscordBitSet {
    /// The bits.
    public let rawValue: UInt64

    /// Wraps bits, known or not.
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// `IS_ANIMATED`, bit 0.
    public static let isAnimated = Self(rawValue: 1 << 0)

    /// Every documented flag by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "IS_ANIMATED": .isAnimated
        ]
    }
}

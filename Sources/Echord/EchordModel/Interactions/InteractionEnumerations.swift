public import EchordPrimitives
public import JSON

/// Kinds of interaction.
///
/// <https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-interaction-type>
public struct InteractionType: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `PING`.
    public static let ping = Self(rawValue: 1)
    /// `APPLICATION_COMMAND`.
    public static let applicationCommand = Self(rawValue: 2)
    /// `MESSAGE_COMPONENT`.
    public static let messageComponent = Self(rawValue: 3)
    /// `APPLICATION_COMMAND_AUTOCOMPLETE`.
    public static let applicationCommandAutocomplete = Self(rawValue: 4)
    /// `MODAL_SUBMIT`.
    public static let modalSubmit = Self(rawValue: 5)
    /// `SOCIAL_LAYER_SKU_PURCHASE_ELIGIBILITY`.
    public static let socialLayerSKUPurchaseEligibility = Self(rawValue: 6)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "PING": .ping,
            "APPLICATION_COMMAND": .applicationCommand,
            "MESSAGE_COMPONENT": .messageComponent,
            "APPLICATION_COMMAND_AUTOCOMPLETE": .applicationCommandAutocomplete,
            "MODAL_SUBMIT": .modalSubmit,
            "SOCIAL_LAYER_SKU_PURCHASE_ELIGIBILITY": .socialLayerSKUPurchaseEligibility,
        ]
    }
}

/// Where an interaction happens.
///
/// <https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-interaction-context-types>
public struct InteractionContextType: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `GUILD`.
    public static let guild = Self(rawValue: 0)
    /// `BOT_DM`.
    public static let botDM = Self(rawValue: 1)
    /// `PRIVATE_CHANNEL`.
    public static let privateChannel = Self(rawValue: 2)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "GUILD": .guild,
            "BOT_DM": .botDM,
            "PRIVATE_CHANNEL": .privateChannel,
        ]
    }
}

/// Kinds of answer.
///
/// <https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type>
public struct InteractionCallbackType: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `PONG`.
    public static let pong = Self(rawValue: 1)
    /// `CHANNEL_MESSAGE_WITH_SOURCE`.
    public static let channelMessageWithSource = Self(rawValue: 4)
    /// `DEFERRED_CHANNEL_MESSAGE_WITH_SOURCE`.
    public static let deferredChannelMessageWithSource = Self(rawValue: 5)
    /// `DEFERRED_UPDATE_MESSAGE`.
    public static let deferredUpdateMessage = Self(rawValue: 6)
    /// `UPDATE_MESSAGE`.
    public static let updateMessage = Self(rawValue: 7)
    /// `APPLICATION_COMMAND_AUTOCOMPLETE_RESULT`.
    public static let applicationCommandAutocompleteResult = Self(rawValue: 8)
    /// `MODAL`.
    public static let modal = Self(rawValue: 9)
    /// `PREMIUM_REQUIRED`.
    public static let premiumRequired = Self(rawValue: 10)
    /// `LAUNCH_ACTIVITY`.
    public static let launchActivity = Self(rawValue: 12)
    /// `SOCIAL_LAYER_SKU_PURCHASE_ELIGIBILITY`.
    public static let socialLayerSKUPurchaseEligibility = Self(rawValue: 13)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "PONG": .pong,
            "CHANNEL_MESSAGE_WITH_SOURCE": .channelMessageWithSource,
            "DEFERRED_CHANNEL_MESSAGE_WITH_SOURCE": .deferredChannelMessageWithSource,
            "DEFERRED_UPDATE_MESSAGE": .deferredUpdateMessage,
            "UPDATE_MESSAGE": .updateMessage,
            "APPLICATION_COMMAND_AUTOCOMPLETE_RESULT": .applicationCommandAutocompleteResult,
            "MODAL": .modal,
            "PREMIUM_REQUIRED": .premiumRequired,
            "LAUNCH_ACTIVITY": .launchActivity,
            "SOCIAL_LAYER_SKU_PURCHASE_ELIGIBILITY": .socialLayerSKUPurchaseEligibility,
        ]
    }
}

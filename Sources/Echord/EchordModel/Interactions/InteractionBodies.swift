import EchordPrimitives
public import JSON

/// A message as the first answer, or in place of the one with the component.
///
/// <https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-messages>
@JSONModel
public struct InteractionMessage: Hashable, Sendable {
    /// Whether it is read out.
    @JSONKey("tts") public var isTTS: Bool?
    /// The text, up to 2000 characters.
    public var content: String?
    /// Up to 10 embeds of 6000 characters in all.
    public var embeds: [Embed]?
    /// Who is pinged; Discord pings everybody when this is left out.
    public var allowedMentions: AllowedMentions?
    /// `suppressEmbeds`, `ephemeral`, `isComponentsV2`, `isVoiceMessage`, `suppressNotifications`.
    public var flags: MessageFlags?
    /// Components.
    public var components: [Component]?
    /// What is said of the files.
    public var attachments: [AttachmentRequest]?
    /// A poll.
    public var poll: CreatePoll?
}

/// Choices while somebody types.
///
/// <https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-autocomplete>
@JSONModel
public struct AutocompleteChoices: Hashable, Sendable {
    /// Up to 25 choices.
    public var choices: [CommandChoice]
}

/// A window with fields.
///
/// <https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-modal>
@JSONModel
public struct ModalBody: Hashable, Sendable {
    /// What comes back with it, 1 to 100 characters.
    public var customID: String
    /// Its title, up to 45 characters.
    public var title: String
    /// One to five labels and texts.
    public var components: [Component]
}

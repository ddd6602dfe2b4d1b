public import EchordPrimitives
public import JSON

/// The interaction a message answers.
///
/// <https://docs.discord.com/developers/resources/message#message-interaction-metadata-object>
@JSONModel
public struct InteractionMetadata: Hashable, Sendable {
    /// The interaction's id.
    public var id: InteractionID
    /// Its kind.
    public var type: InteractionType
    /// Who did it.
    public var user: User?
    /// Who installed the application.
    public var authorizingIntegrationOwners: IntegrationOwners?
    /// The first answer, of follow-ups.
    public var originalResponseMessageID: MessageID?
    /// The user a command was used on.
    public var targetUser: User?
    /// The message a command was used on.
    public var targetMessageID: MessageID?
    /// The message whose component it was.
    public var interactedMessageID: MessageID?
    /// What opened the modal.
    public var triggeringInteractionMetadata: Box<InteractionMetadata>?
    /// The command's name; not documented.
    public var name: String?
    /// The command's kind; not documented.
    public var commandType: CommandType?
}

/// The interaction a message answers, in the form of old.
///
/// <https://docs.discord.com/developers/interactions/receiving-and-responding#message-interaction-object>
@JSONModel
public struct MessageInteraction: Hashable, Sendable {
    /// The interaction's id.
    public var id: InteractionID
    /// Its kind.
    public var type: InteractionType
    /// The command's name with group and subcommand.
    public var name: String
    /// The name in the reader's language.
    public var nameLocalized: String?
    /// Who did it.
    public var user: User?
    /// The member.
    public var member: Member?
}

public import EchordModel
public import EchordPrimitives
import JSON

/// What a message says, wherever it is sent: to a channel, as an answer, as a follow-up, in place of another.
///
/// It pings nobody unless ``allowedMentions`` says so. Checks and bodies come from ``createMessage()``,
/// ``editMessage()``, ``interactionMessage()`` and ``followUp()``.
///
/// ```swift
/// let card = MessageContent {
///     Container(accentColor: .green) {
///         TextDisplay("### \(Markdown.escape(title))")
///         ActionRow { Button("Claim", customID: "claim", style: .primary) }
///     }
/// }
/// ```
public struct MessageContent: Hashable, Sendable {
    /// The text.
    public var content: String?
    /// Embeds.
    public var embeds: [Embed]
    /// Components.
    public var components: [Component]
    /// Who is pinged; nobody by default.
    public var allowedMentions: AllowedMentions
    /// Flags.
    public var flags: MessageFlags
    /// What is said of files that are sent along.
    public var attachments: [AttachmentRequest]
    /// A poll.
    public var poll: CreatePoll?
    /// Stickers of the guild.
    public var stickers: [StickerID]
    /// The message that is answered or forwarded.
    public var reference: MessageReference?
    /// Something to recognise the message by.
    public var nonce: Nonce?
    /// Whether the message is read out.
    public var isTTS: Bool

    /// A message of a text and embeds, with components of the first version.
    public init(
        _ content: String? = nil, embeds: [Embed] = [], components: [Component] = [],
        allowedMentions: AllowedMentions = .none
    ) {
        self.content = content
        self.embeds = embeds
        self.components = components
        self.allowedMentions = allowedMentions
        flags = []
        attachments = []
        stickers = []
        isTTS = false
    }

    /// A message of components of the second version alone.
    public init(allowedMentions: AllowedMentions = .none, @ComponentBuilder _ components: () -> [Component]) {
        self.init(components: components(), allowedMentions: allowedMentions)
        flags = .isComponentsV2
    }
}

// MARK: - Variations

extension MessageContent {
    /// Seen by the person of the interaction only.
    public func ephemeral(_ isEphemeral: Bool = true) -> Self { setting(.ephemeral, to: isEphemeral) }

    /// Sent without a notification.
    public func silent(_ isSilent: Bool = true) -> Self { setting(.suppressNotifications, to: isSilent) }

    /// Sent without unfolding links.
    public func suppressingEmbeds(_ isSuppressing: Bool = true) -> Self { setting(.suppressEmbeds, to: isSuppressing) }

    /// Pinging whom the value says.
    public func mentioning(_ mentions: AllowedMentions) -> Self { with { $0.allowedMentions = mentions } }

    /// With one more embed.
    public func embed(_ embed: Embed) -> Self { with { $0.embeds.append(embed) } }

    /// With more components, of either version.
    public func adding(@ComponentBuilder _ components: () -> [Component]) -> Self {
        let more = components()
        return with { $0.components += more }
    }

    /// As an answer to a message.
    ///
    /// - Parameters:
    ///   - message: the message.
    ///   - pingsAuthor: whether its author is pinged.
    public func replying(to message: MessageID, pingsAuthor: Bool = false) -> Self {
        with {
            $0.reference = .reply(to: message)
            $0.allowedMentions.repliedUser = pingsAuthor
        }
    }

    private func setting(_ flag: MessageFlags, to isSet: Bool) -> Self {
        with { if isSet { $0.flags.insert(flag) } else { $0.flags.remove(flag) } }
    }

    private func with(_ change: (inout Self) -> Void) -> Self {
        var copy = self
        change(&copy)
        return copy
    }
}

// MARK: - Bodies

extension MessageContent {
    /// The body for a new message in a channel.
    ///
    /// - Throws: ``EchordError`` with code `validation` and every fault at once.
    public func createMessage() throws(EchordError) -> CreateMessage {
        try CreateMessage(
            content: content, nonce: nonce, isTTS: isTTS ? true : nil, embeds: embeds.nonEmpty,
            allowedMentions: allowedMentions, messageReference: reference, components: components.nonEmpty,
            stickerIDs: stickers.nonEmpty, attachments: attachments.nonEmpty, flags: flags.nonEmpty, poll: poll
        ).validated()
    }

    /// The body that makes a message say this and nothing else; files stay as they are unless some are named.
    ///
    /// - Throws: ``EchordError`` with code `validation` and every fault at once.
    public func editMessage() throws(EchordError) -> EditMessage {
        let isV2 = flags.contains(.isComponentsV2)
        let edited = flags.intersection([.suppressEmbeds, .isComponentsV2])
        return try EditMessage(
            content: isV2 ? .keep : Patch(settingOrClearing: content), embeds: isV2 ? .keep : .set(embeds),
            flags: edited.isEmpty ? .keep : .set(edited), allowedMentions: .set(allowedMentions),
            components: .set(components), attachments: attachments.isEmpty ? .keep : .set(attachments)
        ).validated()
    }

    /// The body for the first answer to an interaction.
    ///
    /// - Throws: ``EchordError`` with code `validation` and every fault at once.
    public func interactionMessage() throws(EchordError) -> InteractionMessage {
        try uncheckedInteractionMessage().validated()
    }

    /// The body for changing the message whose component was used: it says this and nothing else.
    ///
    /// - Throws: ``EchordError`` with code `validation` and every fault at once.
    public func updateMessage() throws(EchordError) -> InteractionMessage {
        var body = uncheckedInteractionMessage()
        // An absent list would leave what stands there.
        body.components = components
        if !flags.contains(.isComponentsV2) {
            body.embeds = embeds
            body.content = content ?? ""
        }
        let issues = InteractionCallback.updateMessage(body).issues
        guard issues.isEmpty else { throw EchordError.validation(issues) }
        return body
    }

    /// The body for a follow-up of an interaction, and for a webhook.
    ///
    /// - Throws: ``EchordError`` with code `validation` and every fault at once.
    public func followUp() throws(EchordError) -> ExecuteWebhook {
        try ExecuteWebhook(
            content: content, isTTS: isTTS ? true : nil, embeds: embeds.nonEmpty, allowedMentions: allowedMentions,
            components: components.nonEmpty, attachments: attachments.nonEmpty, flags: flags.nonEmpty, poll: poll
        ).validated()
    }

    private func uncheckedInteractionMessage() -> InteractionMessage {
        InteractionMessage(
            isTTS: isTTS ? true : nil, content: content, embeds: embeds.nonEmpty, allowedMentions: allowedMentions,
            flags: flags.nonEmpty, components: components.nonEmpty, attachments: attachments.nonEmpty, poll: poll)
    }
}

extension Array {
    fileprivate var nonEmpty: Self? { isEmpty ? nil : self }
}

extension MessageFlags {
    fileprivate var nonEmpty: Self? { isEmpty ? nil : self }
}

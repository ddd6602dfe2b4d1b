public import EchordPrimitives
public import JSON

/// What is sent to make a message.
///
/// <https://docs.discord.com/developers/resources/message#create-message>
@JSONModel
public struct CreateMessage: Hashable, Sendable {
    /// The text, up to 2000 characters.
    public var content: String?
    /// Something to recognise it by, up to 25 characters.
    public var nonce: Nonce?
    /// Whether it is read out.
    @JSONKey("tts") public var isTTS: Bool?
    /// Up to 10 embeds of 6000 characters in all.
    public var embeds: [Embed]?
    /// Who is pinged; Discord pings everybody when this is left out.
    public var allowedMentions: AllowedMentions?
    /// The message it answers or forwards.
    public var messageReference: MessageReference?
    /// Components.
    public var components: [Component]?
    /// Up to three stickers of the guild.
    @JSONKey("sticker_ids") public var stickerIDs: [StickerID]?
    /// What is said of the files.
    public var attachments: [AttachmentRequest]?
    /// `suppressEmbeds`, `suppressNotifications`, `isVoiceMessage`, `isComponentsV2`.
    public var flags: MessageFlags?
    /// Whether an earlier message with the same nonce is given back instead of a second one.
    public var enforceNonce: Bool?
    /// A poll.
    public var poll: CreatePoll?
    /// A theme.
    public var sharedClientTheme: SharedClientTheme?
}

/// What is sent to change a message; `keep` leaves a part as it is, `clear` takes it away.
///
/// <https://docs.discord.com/developers/resources/message#edit-message>
@JSONModel
public struct EditMessage: Hashable, Sendable {
    /// The text.
    public var content: Patch<String> = .keep
    /// Embeds.
    public var embeds: Patch<[Embed]> = .keep
    /// `suppressEmbeds` and `isComponentsV2`.
    public var flags: Patch<MessageFlags> = .keep
    /// Who is pinged.
    public var allowedMentions: Patch<AllowedMentions> = .keep
    /// Components.
    public var components: Patch<[Component]> = .keep
    /// The files that stay, and what is said of new ones.
    public var attachments: Patch<[AttachmentRequest]> = .keep
    /// Stickers of the guild.
    @JSONKey("sticker_ids") public var stickerIDs: Patch<[StickerID]> = .keep
    /// A poll, where an answer that was put off is filled in.
    public var poll: Patch<CreatePoll> = .keep
}

/// What is sent to a webhook, and as a follow-up of an interaction.
///
/// <https://docs.discord.com/developers/resources/webhook#execute-webhook>
@JSONModel
public struct ExecuteWebhook: Hashable, Sendable {
    /// The text, up to 2000 characters.
    public var content: String?
    /// Another name than the webhook's.
    public var username: String?
    /// Another picture than the webhook's.
    public var avatarURL: String?
    /// Whether it is read out.
    @JSONKey("tts") public var isTTS: Bool?
    /// Up to 10 embeds of 6000 characters in all.
    public var embeds: [Embed]?
    /// Who is pinged; Discord pings everybody when this is left out.
    public var allowedMentions: AllowedMentions?
    /// Components.
    public var components: [Component]?
    /// What is said of the files.
    public var attachments: [AttachmentRequest]?
    /// `suppressEmbeds`, `suppressNotifications`, `isComponentsV2`, and `ephemeral` for follow-ups.
    public var flags: MessageFlags?
    /// The post to make, in a forum.
    public var threadName: String?
    /// The post's tags.
    public var appliedTags: [ForumTagID]?
    /// A poll.
    public var poll: CreatePoll?
}

/// What is sent to delete several messages.
///
/// <https://docs.discord.com/developers/resources/message#bulk-delete-messages>
@JSONModel
public struct BulkDeleteMessages: Hashable, Sendable {
    /// 2 to 100 ids of messages younger than two weeks.
    public var messages: [MessageID]
}

public import EchordPrimitives
public import JSON

/// A message, as the API and the gateway send it.
///
/// <https://docs.discord.com/developers/resources/message#message-object>
@JSONModel
public struct Message: Hashable, Sendable {
    /// The message's id.
    public var id: MessageID
    /// Where it stands.
    public var channelID: ChannelID
    /// The guild; in gateway events only.
    public var guildID: GuildID?
    /// Who wrote it; for webhooks a user made of their name and picture.
    public var author: User
    /// The author's member without the user; in gateway events only.
    public var member: Member?
    /// The text; empty without the message-content intent.
    public var content: String = ""
    /// When it was sent.
    public var timestamp: DiscordTimestamp
    /// When it was last edited.
    public var editedTimestamp: DiscordTimestamp?
    /// Whether it is read out.
    @JSONKey("tts") public var isTTS: Bool = false
    /// Whether it pings everyone.
    @JSONKey("mention_everyone") public var mentionsEveryone: Bool = false
    /// Users it mentions.
    public var mentions: [User] = []
    /// Roles it mentions.
    public var mentionRoles: [RoleID] = []
    /// Channels it mentions, in crossposts.
    public var mentionChannels: [ChannelMention] = []
    /// Files that stand on their own.
    public var attachments: [Attachment] = []
    /// Embeds.
    public var embeds: [Embed] = []
    /// Reactions.
    public var reactions: [Reaction] = []
    /// What the sender gave to recognise it.
    public var nonce: Nonce?
    /// Whether it is pinned.
    @JSONKey("pinned") public var isPinned: Bool = false
    /// The webhook that sent it.
    public var webhookID: WebhookID?
    /// Its kind.
    public var type: MessageType
    /// What a Rich Presence message invites to.
    public var activity: MessageActivity?
    /// The application of a Rich Presence message.
    public var application: Box<PartialApplication>?
    /// Whether it is what a search looked for, rather than what stands around it; of searches only.
    @JSONKey("hit") public var isHit: Bool?
    /// Discord does not say what it counts; of searches only.
    public var restrictionCount: Int?
    /// The application that sent it by an interaction or a webhook of its own.
    public var applicationID: ApplicationID?
    /// Its flags.
    public var flags: MessageFlags?
    /// The message it belongs to.
    public var messageReference: MessageReference?
    /// Copies of forwarded messages.
    public var messageSnapshots: [MessageSnapshot] = []
    /// The message it answers; `.clear` when that is gone, `.keep` when it was not looked up.
    public var referencedMessage: Patch<Box<Message>> = .keep
    /// The interaction it answers.
    public var interactionMetadata: InteractionMetadata?
    /// The interaction it answers, in the form of old.
    public var interaction: MessageInteraction?
    /// The thread that was started from it.
    public var thread: Channel?
    /// Components.
    public var components: [Component] = []
    /// Stickers.
    public var stickerItems: [StickerItem] = []
    /// Stickers, in the form of old.
    public var stickers: [Sticker] = []
    /// Its approximate place in a thread.
    public var position: Int?
    /// The subscription that prompted it.
    public var roleSubscriptionData: RoleSubscriptionData?
    /// What the message names, for selects with default values.
    public var resolved: ResolvedData?
    /// A poll.
    public var poll: Poll?
    /// The call it belongs to.
    public var call: MessageCall?
    /// A theme that is shared.
    public var sharedClientTheme: SharedClientTheme?
    /// What was bought.
    public var purchaseNotification: PurchaseNotification?
    /// Whom a lobby's message is from.
    public var lobbyMember: MessageLobbyMember?
    /// The channel's kind; in gateway events only.
    public var channelType: ChannelType?
}

extension Message {
    /// The message it answers, if that is known.
    public var replied: Message? { referencedMessage.value?.value }

    /// Opens the message in Discord.
    public var link: String { DiscordLink.message(id, in: channelID, of: guildID) }
}

/// A channel that a crossposted message mentions.
///
/// <https://docs.discord.com/developers/resources/message#channel-mention-object>
@JSONModel
public struct ChannelMention: Hashable, Sendable {
    /// The channel's id.
    public var id: ChannelID
    /// Its guild.
    public var guildID: GuildID
    /// Its kind.
    public var type: ChannelType
    /// Its name.
    public var name: String
}

/// What a Rich Presence message invites to.
///
/// <https://docs.discord.com/developers/resources/message#message-object-message-activity-structure>
@JSONModel
public struct MessageActivity: Hashable, Sendable {
    /// The kind.
    public var type: MessageActivityType
    /// The party.
    public var partyID: String?
}

/// A call in a direct message.
///
/// <https://docs.discord.com/developers/resources/message#message-call-object>
@JSONModel
public struct MessageCall: Hashable, Sendable {
    /// Who took part.
    public var participants: [UserID] = []
    /// When it ended.
    public var endedTimestamp: DiscordTimestamp?
}

/// A message that another belongs to.
///
/// <https://docs.discord.com/developers/resources/message#message-reference-structure>
@JSONModel
public struct MessageReference: Hashable, Sendable {
    /// How they belong together.
    public var type: MessageReferenceType?
    /// The message.
    public var messageID: MessageID?
    /// Its channel; needed to forward.
    public var channelID: ChannelID?
    /// Its guild.
    public var guildID: GuildID?
    /// When sending: whether a missing message is an error, which it is by default.
    public var failIfNotExists: Bool?
}

extension MessageReference {
    /// An answer to a message of the same channel.
    ///
    /// - Parameters:
    ///   - message: the message.
    ///   - failIfMissing: whether Discord refuses when it is gone.
    public static func reply(to message: MessageID, failIfMissing: Bool = true) -> Self {
        Self(messageID: message, failIfNotExists: failIfMissing ? nil : false)
    }

    /// A copy of a message of another channel.
    public static func forward(_ message: MessageID, from channel: ChannelID) -> Self {
        Self(type: .forward, messageID: message, channelID: channel)
    }
}

/// A copy of a forwarded message.
///
/// <https://docs.discord.com/developers/resources/message#message-snapshot-object>
@JSONModel
public struct MessageSnapshot: Hashable, Sendable {
    /// What was copied.
    public var message: SnapshotContent
}

/// The part of a message that is copied when it is forwarded.
///
/// <https://docs.discord.com/developers/resources/message#message-snapshot-object>
@JSONModel
public struct SnapshotContent: Hashable, Sendable {
    /// Its kind.
    public var type: MessageType
    /// The text.
    public var content: String = ""
    /// Embeds.
    public var embeds: [Embed] = []
    /// Files.
    public var attachments: [Attachment] = []
    /// When the original was sent.
    public var timestamp: DiscordTimestamp
    /// When it was last edited.
    public var editedTimestamp: DiscordTimestamp?
    /// Its flags.
    public var flags: MessageFlags?
    /// Users it mentions.
    public var mentions: [User] = []
    /// Roles it mentions.
    public var mentionRoles: [RoleID] = []
    /// Stickers.
    public var stickerItems: [StickerItem] = []
    /// Stickers, in the form of old.
    public var stickers: [Sticker] = []
    /// Components.
    public var components: [Component] = []
}

/// The subscription that prompted a message.
///
/// <https://docs.discord.com/developers/resources/message#role-subscription-data-object>
@JSONModel
public struct RoleSubscriptionData: Hashable, Sendable {
    /// What was bought.
    public var roleSubscriptionListingID: SKUID
    /// The tier's name.
    public var tierName: String
    /// For how long in all.
    public var totalMonthsSubscribed: Int
    /// Whether it goes on rather than begins.
    public var isRenewal: Bool
}

/// Something that was bought.
///
/// <https://docs.discord.com/developers/resources/message#message-object>
@JSONModel
public struct PurchaseNotification: Hashable, Sendable {
    /// What kind of thing.
    public var type: PurchaseType
    /// The guild's product.
    public var guildProductPurchase: GuildProductPurchase?
}

/// A guild's product that was bought.
///
/// <https://docs.discord.com/developers/resources/message#message-object>
@JSONModel
public struct GuildProductPurchase: Hashable, Sendable {
    /// The listing's id.
    public var listingID: GenericID
    /// The product's name.
    public var productName: String
}

/// Whom a lobby's message is from.
///
/// <https://docs.discord.com/developers/resources/lobby#lobby-member-object>
@JSONModel
public struct MessageLobbyMember: Hashable, Sendable {
    /// The name in the lobby.
    public var additionalName: String
}

/// A theme that is shared in a message.
///
/// <https://docs.discord.com/developers/resources/message#shared-client-theme-object>
@JSONModel
public struct SharedClientTheme: Hashable, Sendable {
    /// Up to five colours in hexadecimal digits.
    public var colors: [String] = []
    /// The direction, up to 360.
    public var gradientAngle: Int
    /// How strong, up to 100.
    public var baseMix: Int
    /// What it is built on.
    public var baseTheme: ThemeBase?
}

/// A message that is pinned.
///
/// <https://docs.discord.com/developers/resources/message#message-pin-object>
@JSONModel
public struct MessagePin: Hashable, Sendable {
    /// When.
    public var pinnedAt: DiscordTimestamp
    /// The message.
    public var message: Message
}

/// A page of pinned messages.
///
/// <https://docs.discord.com/developers/resources/message#get-channel-pins>
@JSONModel
public struct MessagePins: Hashable, Sendable {
    /// The pins, latest first.
    public var items: [MessagePin] = []
    /// Whether there are older ones.
    public var hasMore: Bool
}

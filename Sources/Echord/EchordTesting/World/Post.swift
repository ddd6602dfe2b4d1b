import JSON

/// A message: in a channel for all to see, or to one member only.
struct Post: Sendable {
    /// Source: https://discord.com/developers/docs/resources/message#message-object-message-flags
    struct Flags: OptionSet, Sendable {
        let rawValue: Int
        static let crossposted = Flags(rawValue: 1 << 0)
        static let isCrosspost = Flags(rawValue: 1 << 1)
        static let suppressEmbeds = Flags(rawValue: 1 << 2)
        static let sourceDeleted = Flags(rawValue: 1 << 3)
        static let hasThread = Flags(rawValue: 1 << 5)
        static let ephemeral = Flags(rawValue: 1 << 6)
        static let loading = Flags(rawValue: 1 << 7)
        static let suppressNotifications = Flags(rawValue: 1 << 12)
        static let voiceMessage = Flags(rawValue: 1 << 13)
        static let hasSnapshot = Flags(rawValue: 1 << 14)
        static let componentsV2 = Flags(rawValue: 1 << 15)
    }

    /// Discord's message types that occur here.
    ///
    /// Source: https://discord.com/developers/docs/resources/message#message-object-message-types
    enum Kind: Int, Sendable {
        case plain = 0
        case recipientAdd = 1
        case recipientRemove = 2
        case nameChange = 4
        case pinned = 6
        case join = 7
        case followAdd = 12
        case threadCreated = 18
        case reply = 19
        case command = 20
        case threadStarter = 21
        case contextMenu = 23
        case autoModeration = 24
        case stageStart = 27
        case stageEnd = 28
        case stageTopic = 31
        case pollResult = 46

        /// Written by nobody.
        var isSystem: Bool { ![.plain, .reply, .command, .contextMenu].contains(self) }
        /// Whether it may be deleted.
        var isDeletable: Bool { ![.recipientAdd, .recipientRemove, .nameChange, .threadStarter].contains(self) }
    }

    /// What a message points to: the one it answers, forwards, copies or tells of.
    ///
    /// Source: https://discord.com/developers/docs/resources/message#message-reference-structure
    struct Reference: Sendable {
        enum Kind: Int, Sendable {
            case standard = 0
            case forward = 1
        }

        var kind = Kind.standard
        var message: Flake?
        var channel: Flake
        var guild: Flake?

        var json: JSONValue {
            var fields: JSONObject = ["type": .number(kind.rawValue), "channel_id": channel.json]
            if let message { fields["message_id"] = message.json }
            if let guild { fields["guild_id"] = guild.json }
            return .object(fields)
        }
    }

    /// Where an interaction's message comes from.
    ///
    /// Source: https://discord.com/developers/docs/resources/message#message-interaction-metadata-object
    struct Origin: Sendable {
        var interaction: Flake
        var interactionType: Int
        var user: Flake
        var commandName: String?
        var commandType: Int?
        var owners: JSONValue
        var targetUser: Flake?
        var targetMessage: Flake?
        var originalResponse: Flake?
        var interactedMessage: Flake?
        var triggering: JSONValue?
    }

    /// What a webhook calls itself in a message of its own.
    struct Persona: Sendable {
        var name: String
        var avatar: String?
    }

    var id: Flake
    var channel: Flake
    var guild: Flake?
    /// A user, or the webhook.
    var author: Flake
    var kind = Kind.plain
    var content = ""
    var createdAt: Moment
    var editedAt: Moment?
    /// Edits since it was an hour old, in the present window.
    var lateEdits: (count: Int, since: Moment)?
    var isTTS = false
    var mentionsEveryone = false
    var mentions: [Flake] = []
    var mentionedRoles: [Flake] = []
    var attachments: [Attachment] = []
    var embeds: [JSONValue] = []
    var components: [JSONValue] = []
    var stickers: [Flake] = []
    var poll: Poll?
    var reactions: [(emoji: EmojiReference, users: [Flake])] = []
    var nonce: JSONValue?
    var pinnedAt: Moment?
    var flags: Flags = []
    var reference: Reference?
    /// The forwarded message, as it was then.
    var snapshot: JSONValue?
    var origin: Origin?
    /// The webhook it was posted through; for answers to interactions that is the application.
    var webhook: Flake?
    var persona: Persona?
    /// The only member who sees it.
    var visibleTo: Flake?

    var isEphemeral: Bool { visibleTo != nil }
    var isPinned: Bool { pinnedAt != nil }

    init(id: Flake, channel: Flake, author: Flake, createdAt: Moment) {
        (self.id, self.channel, self.author, self.createdAt) = (id, channel, author, createdAt)
    }

    /// Whether nothing in it would be seen.
    var isEmpty: Bool {
        content.isEmpty && embeds.isEmpty && components.isEmpty && attachments.isEmpty && stickers.isEmpty
            && poll == nil && snapshot == nil
    }
}

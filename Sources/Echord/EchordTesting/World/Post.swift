import JSON

/// A file that was uploaded with a message, an option or a modal.
struct Attachment: Sendable {
    var id: Flake
    var filename: String
    var title: String?
    var description: String?
    var contentType: String?
    var size: Int
    var url: String
    var isSpoiler: Bool { filename.hasPrefix("SPOILER_") }
    var isEphemeral = false

    /// Source: https://discord.com/developers/docs/resources/message#attachment-object
    var json: JSONValue {
        var fields: JSONObject = [
            "id": id.json, "filename": .string(filename), "size": .number(size), "url": .string(url),
            "proxy_url": .string(url),
        ]
        if let title { fields["title"] = .string(title) }
        if let description { fields["description"] = .string(description) }
        if let contentType { fields["content_type"] = .string(contentType) }
        if isEphemeral { fields["ephemeral"] = true }
        if isSpoiler { fields["flags"] = 8 }
        return .object(fields)
    }
}

/// A message: in a channel for all to see, or to one member only.
struct Post: Sendable {
    /// Message flags.
    struct Flags: OptionSet, Sendable {
        let rawValue: Int
        static let suppressEmbeds = Flags(rawValue: 1 << 2)
        static let ephemeral = Flags(rawValue: 1 << 6)
        static let loading = Flags(rawValue: 1 << 7)
        static let suppressNotifications = Flags(rawValue: 1 << 12)
        static let voiceMessage = Flags(rawValue: 1 << 13)
        static let componentsV2 = Flags(rawValue: 1 << 15)
    }

    /// Discord's message types that occur here.
    enum Kind: Int, Sendable {
        case plain = 0
        case pinned = 6
        case join = 7
        case reply = 19
        case command = 20
        case contextMenu = 23
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

    var id: Flake
    var channel: Flake
    var guild: Flake?
    var author: Flake
    var kind = Kind.plain
    var content = ""
    var createdAt: Moment
    var editedAt: Moment?
    var isTTS = false
    var mentionsEveryone = false
    var mentions: [Flake] = []
    var mentionedRoles: [Flake] = []
    var attachments: [Attachment] = []
    var embeds: [JSONValue] = []
    var components: [JSONValue] = []
    var reactions: [(emoji: EmojiReference, users: [Flake])] = []
    var nonce: JSONValue?
    var isPinned = false
    var flags: Flags = []
    var reference: Flake?
    var origin: Origin?
    /// The application, for answers to interactions: they are posted through its webhook.
    var webhook: Flake?
    /// The only member who sees it.
    var visibleTo: Flake?

    var isEphemeral: Bool { visibleTo != nil }
}

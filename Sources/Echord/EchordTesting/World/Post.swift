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

/// An emoji as reactions name it: a Unicode one, or a custom one with an id.
struct ReactionEmoji: Hashable, Sendable {
    var name: String
    var id: Flake?

    var json: JSONValue { ["id": id?.json ?? .null, "name": .string(name)] }

    /// Reads the form of the reaction routes: "👍" or "name:id".
    init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        if parts.count == 2 {
            guard let id = Flake(parts[1]), !parts[0].isEmpty else { return nil }
            name = String(parts[0])
            self.id = id
        } else {
            guard Self.isUnicodeEmoji(text) else { return nil }
            name = text
        }
    }

    /// Whether the text is one Unicode emoji.
    static func isUnicodeEmoji(_ text: String) -> Bool {
        guard text.count == 1, let character = text.first else { return false }
        let scalars = character.unicodeScalars
        if scalars.contains(where: { $0.properties.isEmojiPresentation }) { return true }
        // Keycaps (1️⃣) and symbols such as ✔ that count as emoji with or without the variation selector.
        if scalars.contains(where: { $0.value == 0x20E3 || $0.value == 0xFE0F }) { return true }
        return scalars.count == 1 && scalars.allSatisfy { $0.properties.isEmoji && $0.value > 0xFF }
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
    var reactions: [(emoji: ReactionEmoji, users: [Flake])] = []
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

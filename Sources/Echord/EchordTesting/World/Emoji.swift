import JSON

/// A custom emoji of a guild, or of the application.
struct Emoji: Sendable {
    static let nameLength = 2...32
    /// Bytes of its picture at most.
    static let sizeLimit = 262_144
    /// How many a guild without boosts holds, still ones and moving ones each.
    static let perGuild = 50
    static let perApplication = 2000

    var id: Flake
    var name: String
    /// Who made it.
    var user: Flake
    /// Its picture, by its hash.
    var image: String
    var isAnimated: Bool
    /// Roles that may use it; all when empty.
    var roles: [Flake] = []

    var reference: EmojiReference { EmojiReference(name: name, id: id, isAnimated: isAnimated) }

    /// Without its maker, as guilds list it.
    ///
    /// Source: https://discord.com/developers/docs/resources/emoji#emoji-object
    var json: JSONValue {
        [
            "id": id.json, "name": .string(name), "roles": .flakes(roles), "require_colons": true, "managed": false,
            "animated": .bool(isAnimated), "available": true,
        ]
    }
}

extension World {
    /// With its maker.
    func emojiJSON(_ emoji: Emoji) -> JSONValue {
        emoji.json.adding("user", userJSON(emoji.user))
    }

    /// A custom emoji and the guild it belongs to; nil for one of the application.
    func emoji(_ id: Flake) -> (emoji: Emoji, guild: Flake?)? {
        if let emoji = application.emojis[id] { return (emoji, nil) }
        guard let guild = expressionHomes[id], let emoji = guilds[guild]?.emojis[id] else { return nil }
        return (emoji, guild)
    }
}

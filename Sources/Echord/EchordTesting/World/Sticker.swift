import JSON

/// A sticker of a guild.
struct Sticker: Sendable {
    /// Source: https://discord.com/developers/docs/resources/sticker#sticker-object-sticker-format-types
    enum Format: Int, Sendable {
        case png = 1
        case apng = 2
        case lottie = 3
        case gif = 4

        var contentType: String {
            switch self {
            case .png: "image/png"
            case .apng: "image/apng"
            case .lottie: "application/json"
            case .gif: "image/gif"
            }
        }
    }

    static let perGuild = 5
    static let sizeLimit = 524_288

    var id: Flake
    var guild: Flake
    var name: String
    var description: String?
    var tags: String
    var format: Format
    /// Its file, by its hash.
    var image = ""
    /// Who made it.
    var user: Flake

    /// Source: https://discord.com/developers/docs/resources/sticker#sticker-object
    var json: JSONValue {
        [
            "id": id.json, "name": .string(name), "description": .text(description), "tags": .string(tags), "type": 2,
            "format_type": .number(format.rawValue), "available": true, "guild_id": guild.json, "asset": "",
        ]
    }

    /// As messages list it.
    var item: JSONValue {
        ["id": id.json, "name": .string(name), "format_type": .number(format.rawValue)]
    }

    /// What messages list of one that is no longer there.
    static func goneItem(_ id: Flake) -> JSONValue {
        ["id": id.json, "name": "deleted sticker", "format_type": .number(Format.png.rawValue)]
    }

    static let audited = ["id", "guild_id", "type", "format_type", "name", "description", "tags", "available"]
}

extension World {
    func sticker(_ id: Flake) -> Sticker? {
        expressionHomes[id].flatMap { guilds[$0]?.stickers[id] }
    }
}

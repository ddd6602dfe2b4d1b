import JSON

/// A role of a guild; the one whose id is the guild's is @everyone.
struct Role: Sendable {
    /// One colour, a gradient of two, or the one holographic style there is.
    struct Colors: Equatable, Sendable {
        var primary = 0
        var secondary: Int?
        var tertiary: Int?

        var json: JSONValue {
            [
                "primary_color": .number(primary), "secondary_color": secondary.map { .number($0) } ?? .null,
                "tertiary_color": tertiary.map { .number($0) } ?? .null,
            ]
        }
    }

    var id: Flake
    var name: String
    var permissions: Perm
    var position: Int
    var colors = Colors()
    var isHoisted = false
    var isMentionable = false
    var isManaged = false
    var icon: String?
    var emoji: String?
    /// The bot whose role this is.
    var botID: Flake?

    static let nameLimit = 100

    /// Where it stands in the hierarchy.
    var rank: Rank { Rank(position: position, id: id) }

    /// Source: https://discord.com/developers/docs/topics/permissions#role-object
    var json: JSONValue {
        var fields: JSONObject = [
            "id": id.json, "name": .string(name), "description": .null, "permissions": permissions.json,
            "position": .number(position), "color": .number(colors.primary), "colors": colors.json,
            "hoist": .bool(isHoisted), "managed": .bool(isManaged), "mentionable": .bool(isMentionable),
            "icon": .text(icon), "unicode_emoji": .text(emoji), "flags": 0,
        ]
        if let botID { fields["tags"] = ["bot_id": botID.json] }
        return .object(fields)
    }

    /// The fields the audit log tells of.
    static let audited = [
        "name", "permissions", "color", "colors", "hoist", "mentionable", "icon_hash", "unicode_emoji",
    ]

    /// The role as the audit log sees it.
    var record: JSONValue { json.adding("icon_hash", .text(icon)) }
}

/// A place in a guild's hierarchy. Of roles with one position the older one, whose id is smaller, stands higher.
struct Rank: Comparable, Sendable {
    let position: Int
    let id: Flake

    static let owner = Rank(position: .max, id: Flake(0))
    static let everyone = Rank(position: 0, id: Flake(.max))

    static func < (lhs: Rank, rhs: Rank) -> Bool {
        (lhs.position, rhs.id) < (rhs.position, lhs.id)
    }
}

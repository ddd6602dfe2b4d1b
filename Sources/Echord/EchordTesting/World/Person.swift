import JSON

/// A user: a person, or the bot.
struct Person: Sendable {
    var id: Flake
    var username: String
    var globalName: String?
    var isBot = false
    /// The language of the person's client.
    var locale = "en-US"
    var status = "online"
    var activities: [JSONValue] = []

    /// What the client shows where no nickname stands.
    var displayName: String { globalName ?? username }

    /// Source: https://discord.com/developers/docs/resources/user#user-object
    var json: JSONValue {
        var fields: JSONObject = [
            "id": id.json, "username": .string(username), "discriminator": .string(isBot ? "0001" : "0"),
            "global_name": .text(globalName), "avatar": .null, "avatar_decoration_data": .null, "collectibles": .null,
            "display_name_styles": .null, "banner": .null, "banner_color": .null, "accent_color": .null, "clan": .null,
            "primary_guild": .null, "public_flags": 0, "flags": 0,
        ]
        if isBot { fields["bot"] = true }
        return .object(fields)
    }

    /// The user as the bot sees itself at `/users/@me`.
    var ownJSON: JSONValue {
        var fields = json.fields ?? [:]
        fields["mfa_enabled"] = false
        fields["locale"] = .string(locale)
        fields["premium_type"] = 0
        fields["email"] = .null
        fields["verified"] = true
        fields["bio"] = ""
        return .object(fields)
    }
}

/// A user's membership of one guild.
struct Membership: Sendable {
    var user: Flake
    var nick: String?
    var roles: [Flake] = []
    var joinedAt: Moment
    var timedOutUntil: Moment?
    var isPending = false
    var flags = 0
}

/// A role of a guild; the one whose id is the guild's is @everyone.
struct Role: Sendable {
    var id: Flake
    var name: String
    var permissions: Perm
    var position: Int
    var color = 0
    var isHoisted = false
    var isMentionable = false
    var isManaged = false
    /// The bot whose role this is.
    var botID: Flake?

    /// Source: https://discord.com/developers/docs/topics/permissions#role-object
    var json: JSONValue {
        var fields: JSONObject = [
            "id": id.json, "name": .string(name), "description": .null, "permissions": permissions.json,
            "position": .number(position), "color": .number(color),
            "colors": ["primary_color": .number(color), "secondary_color": .null, "tertiary_color": .null],
            "hoist": .bool(isHoisted), "managed": .bool(isManaged), "mentionable": .bool(isMentionable), "icon": .null,
            "unicode_emoji": .null, "flags": 0,
        ]
        if let botID { fields["tags"] = ["bot_id": botID.json] }
        return .object(fields)
    }
}

import JSON

/// A user: a person, or the bot.
struct Person: Sendable {
    var id: Flake
    var username: String
    var globalName: String?
    var isBot = false
    /// The language of the person's client.
    var locale = "en-US"
    /// Whether the bot may write to them.
    var takesDirectMessages = true
    var avatar: String?
    var banner: String?
    var status = "online"
    var activities: [JSONValue] = []

    /// What the client shows where no nickname stands.
    var displayName: String { globalName ?? username }

    /// Source: https://discord.com/developers/docs/resources/user#user-object
    var json: JSONValue {
        var fields: JSONObject = [
            "id": id.json, "username": .string(username), "discriminator": .string(isBot ? "0001" : "0"),
            "global_name": .text(globalName), "avatar": .text(avatar), "avatar_decoration_data": .null,
            "collectibles": .null,
            "display_name_styles": .null, "banner": .text(banner), "banner_color": .null, "accent_color": .null,
            "clan": .null,
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

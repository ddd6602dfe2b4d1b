import JSON

/// A way to post into a channel without being a member.
struct Webhook: Sendable {
    /// Source: https://discord.com/developers/docs/resources/webhook#webhook-object-webhook-types
    enum Kind: Int, Sendable {
        case incoming = 1
        case follower = 2
    }

    /// The announcement channel that a follower copies from.
    struct Source: Sendable {
        var guild: Flake
        var channel: Flake
    }

    static let perChannel = 15
    static let perGuild = 1000
    static let nameLimit = 80

    var id: Flake
    var kind: Kind
    var guild: Flake
    var channel: Flake
    /// Who made it.
    var user: Flake
    var name: String
    var avatar: String?
    /// The secret of an incoming webhook.
    var token: String?
    /// The bot's application, when the bot made it.
    var application: Flake?
    var source: Source?

    /// The webhook as the audit log sees it.
    var record: JSONValue {
        [
            "type": .number(kind.rawValue), "channel_id": channel.json, "name": .string(name),
            "avatar_hash": .text(avatar), "application_id": application?.json ?? .null,
        ]
    }

    static let audited = ["type", "channel_id", "name", "avatar_hash", "application_id"]
}

extension World {
    /// Source: https://discord.com/developers/docs/resources/webhook#webhook-object
    ///
    /// - Parameter isOpen: Whether it is shown to who has its token only: then its maker is left out.
    func webhookJSON(_ webhook: Webhook, isOpen: Bool = false) -> JSONValue {
        var fields: JSONObject = [
            "id": webhook.id.json, "type": .number(webhook.kind.rawValue), "name": .string(webhook.name),
            "avatar": .text(webhook.avatar), "channel_id": webhook.channel.json, "guild_id": webhook.guild.json,
            "application_id": webhook.application?.json ?? .null,
        ]
        if !isOpen { fields["user"] = userJSON(webhook.user) }
        if let token = webhook.token { fields["token"] = .string(token) }
        if let source = webhook.source, let guild = guilds[source.guild], let channel = channels[source.channel] {
            fields["source_guild"] = ["id": guild.id.json, "name": .string(guild.name), "icon": .text(guild.look.icon)]
            fields["source_channel"] = ["id": channel.id.json, "name": .string(channel.name)]
        }
        return .object(fields)
    }

    /// The application that a message's webhook belongs to.
    func application(behind webhook: Flake) -> Flake? {
        webhook == application.id ? webhook : webhooks[webhook]?.application
    }
}

import JSON

// Every model is read by both: Codable for Foundation, @JSONModel for ours, so the work is the same to the field. The coding
// keys are written out because converting names is slow in Foundation and would flatter us.

struct Snowflake: Hashable, Codable, JSONCodable {
    let rawValue: UInt64

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let value = UInt64(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no snowflake")
        }
        rawValue = value
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(String(rawValue))
    }

    init(json: JSONReader) throws(JSONError) { rawValue = try json.snowflake() }

    func encode(to writer: inout JSONWriter) { writer.write(snowflake: rawValue) }
}

@JSONModel
struct User: Codable {
    var id: Snowflake
    var username: String
    var discriminator: String
    var globalName: String?
    var avatar: String?
    var bot: Bool?
    var publicFlags: Int?

    enum CodingKeys: String, CodingKey {
        case id, username, discriminator, avatar, bot
        case globalName = "global_name"
        case publicFlags = "public_flags"
    }
}

@JSONModel
struct Member: Codable {
    var user: User?
    var nick: String?
    var avatar: String?
    var roles: [Snowflake]
    var joinedAt: String
    var premiumSince: String?
    var deaf: Bool
    var mute: Bool
    var flags: Int
    var pending: Bool?
    var communicationDisabledUntil: String?

    enum CodingKeys: String, CodingKey {
        case user, nick, avatar, roles, deaf, mute, flags, pending
        case joinedAt = "joined_at"
        case premiumSince = "premium_since"
        case communicationDisabledUntil = "communication_disabled_until"
    }
}

@JSONModel
struct EmbedField: Codable {
    var name: String
    var value: String
    var inline: Bool?
}

@JSONModel
struct Embed: Codable {
    var type: String?
    var title: String?
    var description: String?
    var color: Int?
    var fields: [EmbedField]?
}

@JSONModel
struct Attachment: Codable {
    var id: Snowflake
    var filename: String
    var contentType: String?
    var size: Int
    var url: String
    var width: Int?
    var height: Int?

    enum CodingKeys: String, CodingKey {
        case id, filename, size, url, width, height
        case contentType = "content_type"
    }
}

@JSONModel
struct Message: Codable {
    var id: Snowflake
    var channelID: Snowflake
    var guildID: Snowflake?
    var author: User
    var member: Member?
    var content: String
    var timestamp: String
    var editedTimestamp: String?
    var tts: Bool
    var mentionEveryone: Bool
    var mentions: [User]
    var mentionRoles: [Snowflake]
    var attachments: [Attachment]
    var embeds: [Embed]
    var nonce: String?
    var pinned: Bool
    var type: Int
    var flags: Int?

    enum CodingKeys: String, CodingKey {
        case id, author, member, content, timestamp, tts
        case mentions, attachments, embeds, nonce, pinned, type, flags
        case channelID = "channel_id"
        case guildID = "guild_id"
        case editedTimestamp = "edited_timestamp"
        case mentionEveryone = "mention_everyone"
        case mentionRoles = "mention_roles"
    }
}

@JSONModel
struct Overwrite: Codable {
    var id: Snowflake
    var type: Int
    var allow: String
    var deny: String
}

@JSONModel
struct Channel: Codable {
    var id: Snowflake
    var type: Int
    var name: String?
    var topic: String?
    var position: Int?
    var permissionOverwrites: [Overwrite]?
    var parentID: Snowflake?
    var lastMessageID: Snowflake?
    var nsfw: Bool?
    var rateLimitPerUser: Int?
    var flags: Int?

    enum CodingKeys: String, CodingKey {
        case id, type, name, topic, position, nsfw, flags
        case permissionOverwrites = "permission_overwrites"
        case parentID = "parent_id"
        case lastMessageID = "last_message_id"
        case rateLimitPerUser = "rate_limit_per_user"
    }
}

@JSONModel
struct Role: Codable {
    var id: Snowflake
    var name: String
    var color: Int
    var hoist: Bool
    var position: Int
    var permissions: String
    var managed: Bool
    var mentionable: Bool
    var flags: Int
}

@JSONModel
struct Guild: Codable {
    var id: Snowflake
    var name: String
    var icon: String?
    var ownerID: Snowflake
    var preferredLocale: String
    var verificationLevel: Int
    var features: [String]
    var memberCount: Int
    var large: Bool
    var joinedAt: String
    var roles: [Role]
    var channels: [Channel]
    var members: [Member]
    var premiumTier: Int
    var systemChannelID: Snowflake?

    enum CodingKeys: String, CodingKey {
        case id, name, icon, features, large, roles, channels, members
        case ownerID = "owner_id"
        case preferredLocale = "preferred_locale"
        case verificationLevel = "verification_level"
        case memberCount = "member_count"
        case joinedAt = "joined_at"
        case premiumTier = "premium_tier"
        case systemChannelID = "system_channel_id"
    }
}

@JSONModel
struct Payload<Event: Codable & JSONCodable>: Codable {
    var op: Int
    var s: Int?
    var t: String?
    var d: Event
}

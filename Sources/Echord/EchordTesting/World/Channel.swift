import JSON

/// A permission overwrite of a channel.
struct Overwrite: Sendable {
    var id: Flake
    /// Whether `id` is a member; a role otherwise.
    var isMember: Bool
    var allow: Perm
    var deny: Perm

    var json: JSONValue {
        ["id": id.json, "type": .number(isMember ? 1 : 0), "allow": allow.json, "deny": deny.json]
    }
}

/// A channel of a guild, or a direct-message channel.
struct Channel: Sendable {
    /// Discord's channel types. Source: https://discord.com/developers/docs/resources/channel#channel-object-channel-types
    struct Kind: RawRepresentable, Hashable, Sendable {
        let rawValue: Int
        static let text = Kind(rawValue: 0)
        static let direct = Kind(rawValue: 1)
        static let voice = Kind(rawValue: 2)
        static let category = Kind(rawValue: 4)
        static let announcement = Kind(rawValue: 5)
        static let announcementThread = Kind(rawValue: 10)
        static let publicThread = Kind(rawValue: 11)
        static let privateThread = Kind(rawValue: 12)
        static let stage = Kind(rawValue: 13)
        static let forum = Kind(rawValue: 15)

        var isThread: Bool { (10...12).contains(rawValue) }
        /// Whether messages can stand in it.
        var holdsMessages: Bool { [0, 1, 2, 5, 10, 11, 12, 13].contains(rawValue) }
    }

    var id: Flake
    var kind: Kind
    var guild: Flake?
    var name: String
    var position = 0
    var parent: Flake?
    var topic: String?
    var isNSFW = false
    var slowmode = 0
    var overwrites: [Overwrite] = []
    var lastMessage: Flake?
    var lastPin: Moment?
    /// The person on the other side of a direct-message channel.
    var recipient: Flake?
    /// Whose thread it is, and whether it is archived or locked.
    var thread: Thread?

    /// What only threads have.
    struct Thread: Sendable {
        var owner: Flake
        var isArchived = false
        var isLocked = false
        var autoArchiveMinutes = 1440
        var archiveChanged: Moment
        var members: [Flake] = []
        var messageCount = 0
    }

    /// The channel inside its guild, as GUILD_CREATE lists it (no `guild_id`).
    ///
    /// Source: https://discord.com/developers/docs/resources/channel#channel-object
    var bare: JSONObject {
        var fields: JSONObject = [
            "id": id.json, "type": .number(kind.rawValue), "flags": 0, "name": .string(name),
            "position": .number(position),
            "permission_overwrites": .array(overwrites.map(\.json)), "nsfw": .bool(isNSFW),
            "parent_id": parent?.json ?? .null,
        ]
        switch kind {
        case .category:
            break
        case .voice, .stage:
            fields["bitrate"] = 64_000
            fields["user_limit"] = 0
            fields["rtc_region"] = .null
            fields["rate_limit_per_user"] = .number(slowmode)
            fields["topic"] = .text(topic)
            fields["last_message_id"] = lastMessage?.json ?? .null
            fields["icon_emoji"] = .null
            fields["status"] = .null
        case .forum:
            fields["topic"] = .text(topic)
            fields["rate_limit_per_user"] = .number(slowmode)
            fields["available_tags"] = []
            fields["default_reaction_emoji"] = .null
            fields["default_sort_order"] = .null
            fields["default_forum_layout"] = 0
            fields["last_message_id"] = lastMessage?.json ?? .null
        default:
            fields["topic"] = .text(topic)
            fields["rate_limit_per_user"] = .number(slowmode)
            fields["last_message_id"] = lastMessage?.json ?? .null
            if let lastPin { fields["last_pin_timestamp"] = lastPin.json }
        }
        if let thread { add(thread, to: &fields) }
        return fields
    }

    private func add(_ thread: Thread, to fields: inout JSONObject) {
        fields["position"] = nil
        fields["permission_overwrites"] = nil
        fields["topic"] = nil
        fields["nsfw"] = nil
        fields["owner_id"] = thread.owner.json
        fields["message_count"] = .number(thread.messageCount)
        fields["member_count"] = .number(min(thread.members.count, 50))
        fields["total_message_sent"] = .number(thread.messageCount)
        fields["thread_metadata"] = [
            "archived": .bool(thread.isArchived), "locked": .bool(thread.isLocked),
            "auto_archive_duration": .number(thread.autoArchiveMinutes),
            "archive_timestamp": thread.archiveChanged.json,
            "create_timestamp": id.moment.json,
        ]
    }
}

import JSON

/// A channel of a guild, a thread below one, or a direct-message channel.
struct Channel: Sendable {
    /// Source: https://discord.com/developers/docs/resources/channel#channel-object-channel-flags
    struct Flags: OptionSet, Sendable {
        let rawValue: Int
        /// A thread that stands first in its forum.
        static let pinned = Flags(rawValue: 1 << 1)
        static let requireTag = Flags(rawValue: 1 << 4)
        static let hideDownloads = Flags(rawValue: 1 << 15)
        /// Not to be seen by the bot, hence without its name.
        static let obfuscated = Flags(rawValue: 1 << 17)
    }

    /// What only voice and stage channels have.
    struct Voice: Sendable {
        var bitrate = 64_000
        var userLimit = 0
        var region: String?
        var videoQuality: Int?
        var status: String?
        /// When the first member came in; nil while nobody is there.
        var startedAt: Moment?
    }

    var id: Flake
    var kind: Kind
    var guild: Flake?
    var name: String
    var position = 0
    var parent: Flake?
    var topic: String?
    var isNSFW = false
    /// Seconds a member waits between two messages, or between two threads of a forum.
    var slowmode = 0
    var threadSlowmode: Int?
    var threadArchiveMinutes: Int?
    var overwrites: [Overwrite] = []
    var flags: Flags = []
    var lastMessage: Flake?
    var lastPin: Moment?
    /// The person on the other side of a direct-message channel.
    var recipient: Flake?
    var voice: Voice?
    var forum: Forum?
    var thread: Thread?
    /// When it was renamed, or its topic changed, lately.
    var renames: [Moment] = []
    /// When members wrote last, kept while there is a slowmode.
    var lastWrites: [Flake: Moment] = [:]

    init(id: Flake, kind: Kind, guild: Flake?, name: String) {
        (self.id, self.kind, self.guild, self.name) = (id, kind, guild, name)
        if kind.isVocal { voice = Voice() }
        if kind.isForum { forum = Forum() }
    }

    static let perCategory = 50

    /// The channel inside its guild, as GUILD_CREATE lists it (no `guild_id`).
    ///
    /// Source: https://discord.com/developers/docs/resources/channel#channel-object
    var bare: JSONObject {
        var fields: JSONObject = [
            "id": id.json, "type": .number(kind.rawValue), "flags": .number(flags.rawValue), "name": .string(name),
            "parent_id": parent?.json ?? .null,
        ]
        if let thread { return thread.adding(to: fields, of: self) }
        fields["position"] = .number(position)
        fields["permission_overwrites"] = .array(overwrites.map(\.json))
        guard kind != .category else { return fields }
        fields["nsfw"] = .bool(isNSFW)
        fields["topic"] = .text(topic)
        fields["rate_limit_per_user"] = .number(slowmode)
        fields["last_message_id"] = lastMessage?.json ?? .null
        if let lastPin { fields["last_pin_timestamp"] = lastPin.json }
        if let threadSlowmode { fields["default_thread_rate_limit_per_user"] = .number(threadSlowmode) }
        if let threadArchiveMinutes { fields["default_auto_archive_duration"] = .number(threadArchiveMinutes) }
        if let voice { add(voice, to: &fields) }
        if let forum { forum.add(to: &fields) }
        return fields
    }

    private func add(_ voice: Voice, to fields: inout JSONObject) {
        fields["bitrate"] = .number(voice.bitrate)
        fields["user_limit"] = .number(voice.userLimit)
        fields["rtc_region"] = .text(voice.region)
        if let quality = voice.videoQuality { fields["video_quality_mode"] = .number(quality) }
        fields["status"] = .text(voice.status)
    }

    /// The fields the audit log tells of, besides the permission overwrites.
    static let audited = [
        "name", "type", "topic", "nsfw", "rate_limit_per_user", "parent_id", "bitrate", "user_limit", "rtc_region",
        "video_quality_mode", "default_auto_archive_duration", "default_thread_rate_limit_per_user", "available_tags",
        "default_reaction_emoji", "default_sort_order", "default_forum_layout", "flags", "permission_overwrites",
        // Of threads.
        "archived", "locked", "invitable", "auto_archive_duration", "applied_tags",
    ]
    static let auditedUpdates = audited.filter { $0 != "permission_overwrites" }

    /// The channel as the audit log sees it.
    var record: JSONValue {
        var fields = bare
        for (key, value) in fields["thread_metadata"]?.fields ?? [:] { fields[key] = value }
        return .object(fields)
    }
}

/// A permission overwrite of a channel.
struct Overwrite: Equatable, Sendable {
    var id: Flake
    /// Whether `id` is a member; a role otherwise.
    var isMember: Bool
    var allow: Perm
    var deny: Perm

    var json: JSONValue {
        ["id": id.json, "type": .number(isMember ? 1 : 0), "allow": allow.json, "deny": deny.json]
    }
}

extension Channel {
    /// Source: https://discord.com/developers/docs/resources/channel#channel-object-channel-types
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
        static let media = Kind(rawValue: 16)

        /// Those a guild can be given.
        static let makeable: [Kind] = [.text, .voice, .category, .announcement, .stage, .forum, .media]

        var isThread: Bool { (10...12).contains(rawValue) }
        /// Whether members speak in it.
        var isVocal: Bool { self == .voice || self == .stage }
        /// Whether it holds nothing but threads.
        var isForum: Bool { self == .forum || self == .media }
        /// Whether messages can stand in it.
        var holdsMessages: Bool { [0, 1, 2, 5, 10, 11, 12, 13].contains(rawValue) }
        /// Whether threads can be started in it.
        var holdsThreads: Bool { self == .text || self == .announcement || isForum }
        /// The permission for writing in it.
        var writing: Perm { isThread ? .sendInThreads : .sendMessages }
    }
}

import JSON

/// One act in a guild that its audit log keeps.
struct AuditEntry: Sendable {
    /// Source: https://discord.com/developers/docs/resources/audit-log#audit-log-entry-object-audit-log-events
    enum Action: Int, Sendable {
        case guildUpdate = 1
        case channelCreate = 10
        case channelUpdate = 11
        case channelDelete = 12
        case overwriteCreate = 13
        case overwriteUpdate = 14
        case overwriteDelete = 15
        case memberKick = 20
        case memberPrune = 21
        case memberBan = 22
        case memberUnban = 23
        case memberUpdate = 24
        case memberRoles = 25
        case memberMove = 26
        case memberDisconnect = 27
        case botAdd = 28
        case roleCreate = 30
        case roleUpdate = 31
        case roleDelete = 32
        case inviteCreate = 40
        case inviteUpdate = 41
        case inviteDelete = 42
        case webhookCreate = 50
        case webhookUpdate = 51
        case webhookDelete = 52
        case emojiCreate = 60
        case emojiUpdate = 61
        case emojiDelete = 62
        case messageDelete = 72
        case messageBulkDelete = 73
        case messagePin = 74
        case messageUnpin = 75
        case integrationCreate = 80
        case integrationUpdate = 81
        case integrationDelete = 82
        case stageCreate = 83
        case stageUpdate = 84
        case stageDelete = 85
        case stickerCreate = 90
        case stickerUpdate = 91
        case stickerDelete = 92
        case eventCreate = 100
        case eventUpdate = 101
        case eventDelete = 102
        case threadCreate = 110
        case threadUpdate = 111
        case threadDelete = 112
        case soundCreate = 130
        case soundUpdate = 131
        case soundDelete = 132
        case ruleCreate = 140
        case ruleUpdate = 141
        case ruleDelete = 142
        case ruleBlockedMessage = 143
        case ruleFlagged = 144
        case ruleTimedOut = 145
        case ruleQuarantined = 146
        case onboardingUpdate = 167
        case voiceStatusCreate = 192
        case voiceStatusDelete = 193

        /// Whether a further act like the last one is counted in its entry.
        var isCounted: Bool { self == .messageDelete || self == .memberMove || self == .memberDisconnect }
    }

    var id: Flake
    var action: Action
    var user: Flake?
    var target: Flake?
    /// `{"key", "old_value", "new_value"}` each.
    var changes: [JSONValue] = []
    var options: JSONObject = [:]
    var reason: String?

    /// Source: https://discord.com/developers/docs/resources/audit-log#audit-log-entry-object
    var json: JSONValue {
        var fields: JSONObject = [
            "id": id.json, "user_id": user?.json ?? .null, "target_id": target?.json ?? .null,
            "action_type": .number(action.rawValue),
        ]
        if !changes.isEmpty { fields["changes"] = .array(changes) }
        if !options.isEmpty { fields["options"] = .object(options) }
        if let reason { fields["reason"] = .string(reason) }
        return .object(fields)
    }

    /// What has changed in some fields of a thing, as an entry lists it; null counts as absent.
    ///
    /// - Parameter names: What a field is called in the log where that differs.
    static func changes(
        from old: JSONValue = [:], to new: JSONValue = [:], in keys: [String], names: [String: String] = [:]
    ) -> [JSONValue] {
        keys.compactMap { key in
            let (before, after) = (old.present(key), new.present(key))
            guard before != after else { return nil }
            var fields: JSONObject = ["key": .string(names[key] ?? key)]
            if let before { fields["old_value"] = before }
            if let after { fields["new_value"] = after }
            return .object(fields)
        }
    }
}

/// The audit log of a guild: oldest first, bounded in number and age.
struct AuditLog: Sendable {
    /// How long Discord keeps an entry.
    static let memory = Duration.seconds(45 * 86_400)
    static let capacity = 5000
    /// How long further acts are counted in an entry.
    static let countingWindow = Duration.seconds(300)

    private(set) var entries: [AuditEntry] = []

    mutating func add(_ entry: AuditEntry) {
        forget(before: entry.id.moment - Self.memory)
        entries.append(entry)
        if entries.count > Self.capacity { entries.removeFirst(entries.count - Self.capacity) }
    }

    /// Counts an act in the entry it continues; false when there is none.
    mutating func count(_ entry: AuditEntry, at now: Moment) -> Bool {
        guard entry.action.isCounted,
            let index = entries.lastIndex(where: { known in
                known.action == entry.action && known.user == entry.user && known.target == entry.target
                    && known.options["channel_id"] == entry.options["channel_id"] && known.reason == entry.reason
                    && now - known.id.moment <= Self.countingWindow
            })
        else { return false }
        let known = entries[index].options["count"]?.text.flatMap { Int($0) } ?? 1
        let added = entry.options["count"]?.text.flatMap { Int($0) } ?? 1
        entries[index].options["count"] = .string(String(known + added))
        return true
    }

    private mutating func forget(before limit: Moment) {
        if let first = entries.first, first.id.moment < limit { entries.removeAll { $0.id.moment < limit } }
    }

    /// The entries that are not too old.
    func recent(at now: Moment) -> ArraySlice<AuditEntry> {
        entries.drop { $0.id.moment < now - Self.memory }
    }
}

/// Writing the log.
extension Realm {
    /// Keeps an act, and tells sessions that may see the log.
    ///
    /// - Parameters:
    ///   - target: What it was done to.
    ///   - changes: What has changed, from ``AuditEntry/changes(from:to:in:names:)``.
    mutating func audit(
        _ action: AuditEntry.Action, in guild: Flake, by cause: Cause, target: Flake? = nil,
        changes: [JSONValue] = [], options: JSONObject = [:]
    ) {
        let entry = AuditEntry(
            id: flake(), action: action, user: cause.user, target: target, changes: changes, options: options,
            reason: cause.reason)
        guard world.guilds[guild]?.audit.count(entry, at: now) == false else { return }
        world.guilds[guild]?.audit.add(entry)
        let body = entry.json.adding("guild_id", guild.json)
        dispatch("GUILD_AUDIT_LOG_ENTRY_CREATE", guild: guild, intents: .moderation, needing: .viewAuditLog) { _ in
            body
        }
    }
}

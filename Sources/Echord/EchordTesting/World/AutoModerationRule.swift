import JSON

/// A rule by which Discord itself moderates a guild.
struct AutoModerationRule: Sendable {
    /// Source: https://discord.com/developers/docs/resources/auto-moderation#auto-moderation-rule-object-trigger-types
    enum Trigger: Int, Sendable {
        case keyword = 1
        case spam = 3
        case preset = 4
        case mentions = 5
        case profile = 6

        /// How many rules of the kind a guild holds.
        var perGuild: Int { self == .keyword ? 6 : 1 }
        /// What a rule of the kind looks at: 1 messages, 2 profiles.
        var event: Int { self == .profile ? 2 : 1 }
        var holdsKeywords: Bool { self == .keyword || self == .profile }
    }

    enum Action: Sendable {
        case block(message: String?)
        case alert(channel: Flake)
        case timeout(seconds: Int)
        case quarantine

        var json: JSONValue {
            switch self {
            case .block(let message):
                ["type": 1, "metadata": message.map { ["custom_message": .string($0)] } ?? [:]]
            case .alert(let channel): ["type": 2, "metadata": ["channel_id": channel.json]]
            case .timeout(let seconds): ["type": 3, "metadata": ["duration_seconds": .number(seconds)]]
            case .quarantine: ["type": 4, "metadata": [:]]
            }
        }
    }

    /// What a message was caught by.
    struct Match: Sendable {
        var keyword: String?
        var content: String?
    }

    static let keywordLimit = 60
    static let patternLimit = 260
    static let timeoutLimit = 2_419_200

    var id: Flake
    var guild: Flake
    var creator: Flake
    var name = ""
    var trigger = Trigger.keyword
    var keywords: [String] = []
    var patterns: [String] = []
    var allowed: [String] = []
    var presets: [Int] = []
    var mentionLimit = 0
    var watchesRaids = false
    var actions: [Action] = []
    var isEnabled = false
    var exemptRoles: [Flake] = []
    var exemptChannels: [Flake] = []

    /// Source: https://discord.com/developers/docs/resources/auto-moderation#auto-moderation-rule-object
    var json: JSONValue {
        [
            "id": id.json, "guild_id": guild.json, "creator_id": creator.json, "name": .string(name),
            "event_type": .number(trigger.event), "trigger_type": .number(trigger.rawValue),
            "trigger_metadata": metadata, "actions": .array(actions.map(\.json)), "enabled": .bool(isEnabled),
            "exempt_roles": .flakes(exemptRoles), "exempt_channels": .flakes(exemptChannels),
        ]
    }

    private var metadata: JSONValue {
        func texts(_ list: [String]) -> JSONValue { .array(list.map(JSONValue.string)) }
        switch trigger {
        case .keyword, .profile:
            return [
                "keyword_filter": texts(keywords), "regex_patterns": texts(patterns), "allow_list": texts(allowed),
            ]
        case .preset:
            return ["presets": .array(presets.map { .number($0) }), "allow_list": texts(allowed)]
        case .mentions:
            return [
                "mention_total_limit": .number(mentionLimit), "mention_raid_protection_enabled": .bool(watchesRaids),
            ]
        case .spam: return [:]
        }
    }

    static let audited = [
        "name", "event_type", "trigger_type", "trigger_metadata", "actions", "enabled", "exempt_roles",
        "exempt_channels",
    ]

    // MARK: - Catching

    /// What of a text the rule catches; Discord's own word lists and its sense for spam are not here.
    ///
    /// - Parameter mentions: Users and roles the text names.
    func match(_ text: String, mentions: Int) -> Match? {
        switch trigger {
        case .keyword, .profile: return matchWords(text)
        case .mentions: return mentions > mentionLimit ? Match() : nil
        default: return nil
        }
    }

    private func matchWords(_ text: String) -> Match? {
        var open = Array(text)
        for phrase in allowed {
            while let range = Self.find(phrase, in: open) {
                for index in range { open[index] = "\u{0}" }
            }
        }
        for keyword in keywords {
            if let range = Self.find(keyword, in: open) { return Match(keyword: keyword, content: String(open[range])) }
        }
        for pattern in patterns {
            guard let found = LinearPattern(pattern)?.firstMatch(in: open) else { continue }
            return Match(keyword: pattern, content: String(open[found]))
        }
        return nil
    }

    /// Finds a keyword; `*` at an end says that the word may go on there.
    ///
    /// Source: https://discord.com/developers/docs/resources/auto-moderation#auto-moderation-rule-object-keyword-matching-strategies
    static func find(_ keyword: String, in text: [Character]) -> Range<Int>? {
        let opens = keyword.hasPrefix("*")
        let closes = keyword.count > 1 && keyword.hasSuffix("*")
        let core = Array(keyword.dropFirst(opens ? 1 : 0).dropLast(closes ? 1 : 0)).map { $0.lowercased() }
        guard !core.isEmpty, core.count <= text.count else { return nil }
        func isInWord(_ index: Int) -> Bool {
            text.indices.contains(index) && (text[index].isLetter || text[index].isNumber)
        }
        for start in 0...(text.count - core.count) {
            let end = start + core.count
            guard (start..<end).allSatisfy({ text[$0].lowercased() == core[$0 - start] }) else { continue }
            if opens || !isInWord(start - 1), closes || !isInWord(end) { return start..<end }
        }
        return nil
    }
}

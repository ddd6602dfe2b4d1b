public import EchordModel
internal import EchordPrimitives
internal import JSON
internal import Telemetry

extension AddMember: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] {
        FaultCollector.collect { faults in
            faults.length(accessToken.reveal(), upTo: DiscordLimits.REST.accessToken, at: "access_token")
            faults.length(nick, upTo: DiscordLimits.Guild.nickname.upperBound, at: "nick")
            faults.count(roles, upTo: DiscordLimits.Guild.roles, of: "roles", at: "roles")
        }
    }
}

extension EditMember: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] {
        FaultCollector.collect { faults in
            faults.length(nick.value, upTo: DiscordLimits.Guild.nickname.upperBound, at: "nick")
            faults.count(roles.value, upTo: DiscordLimits.Guild.memberRoles, of: "roles", at: "roles")
        }
    }
}

extension EditCurrentMember: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] {
        FaultCollector.collect { faults in
            faults.length(nick.value, upTo: DiscordLimits.Guild.nickname.upperBound, at: "nick")
            faults.length(bio.value, upTo: DiscordLimits.Guild.bio, at: "bio")
        }
    }
}

extension EditCurrentNick: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] {
        FaultCollector.collect { $0.length(nick.value, upTo: DiscordLimits.Guild.nickname.upperBound, at: "nick") }
    }
}

extension CreateBan: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] { FaultCollector.collect { $0.deletion(deleteMessageSeconds) } }
}

extension BulkBan: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] {
        FaultCollector.collect { faults in
            faults.count(userIDs, upTo: DiscordLimits.Guild.bulkBan, of: "users", at: "user_ids")
            faults.deletion(deleteMessageSeconds)
        }
    }
}

extension CreateRole: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] { FaultCollector.collect { $0.role(name, unicodeEmoji) } }
}

extension EditRole: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] { FaultCollector.collect { $0.role(name.value, unicodeEmoji.value) } }
}

extension FaultCollector {
    fileprivate mutating func deletion(_ seconds: Int?) {
        number(seconds, 0...Int(DiscordLimits.Guild.banDeletion.components.seconds), at: "delete_message_seconds")
    }

    fileprivate mutating func role(_ name: String?, _ emoji: String?) {
        length(name, DiscordLimits.Guild.roleName, at: "name")
        length(emoji, upTo: DiscordLimits.Channel.emojiName, at: "unicode_emoji")
    }
}

import JSON

/// What a request wants changed of a member; nil where it does not say.
///
/// Source: https://discord.com/developers/docs/resources/guild#modify-guild-member
struct MemberChange: Sendable {
    var nick: String??
    var roles: [Flake]?
    var timeout: Moment??
    var isMuted: Bool?
    var isDeafened: Bool?
    /// The voice channel to be moved to; inner nil to be disconnected.
    var voiceChannel: Flake??
    var flags: Int?

    static let nickLimit = 32
    static let longestTimeout = Duration.seconds(28 * 86_400)
}

extension Form {
    mutating func memberChange(at now: Moment) -> MemberChange {
        var change = MemberChange()
        if has("nick") { change.nick = .some(nick()) }
        change.roles = flakes("roles", 0...250)
        if has("communication_disabled_until") { change.timeout = .some(timeout(at: now)) }
        change.isMuted = flag("mute")
        change.isDeafened = flag("deaf")
        if has("channel_id") { change.voiceChannel = .some(flake("channel_id")) }
        change.flags = int("flags", 0...Int(Int32.max))
        return change
    }

    /// A nickname; nil when it is cleared.
    mutating func nick() -> String? {
        guard let nick = text("nick", 0...MemberChange.nickLimit)?.trimmed, !nick.isEmpty else { return nil }
        return nick
    }

    private mutating func timeout(at now: Moment) -> Moment? {
        let key = "communication_disabled_until"
        guard let until = moment(key) else { return nil }
        if until > now + MemberChange.longestTimeout {
            complain(key, "GUILD_TIMEOUT_TOO_LONG", "Cannot time out a member for longer than 28 days.")
        }
        return until
    }

    /// How far back messages are deleted with a ban.
    mutating func banDeletion() -> Duration {
        if let seconds = int("delete_message_seconds", 0...Ban.deletionLimit) { return .seconds(seconds) }
        return .seconds((int("delete_message_days", 0...7) ?? 0) * 86_400)
    }
}

import JSON

/// A user who is kept out of a guild.
struct Ban: Sendable {
    var user: Flake
    var reason: String?
    /// Whether the user was in the guild; others may be banned in a limited number only.
    var wasMember: Bool

    /// How far back a ban deletes messages at most, in seconds: 7 days.
    static let deletionLimit = 604_800
    /// How many are banned at once at most.
    static let bulkLimit = 200
}

extension World {
    /// Source: https://discord.com/developers/docs/resources/guild#ban-object
    func banJSON(_ ban: Ban) -> JSONValue {
        ["user": userJSON(ban.user), "reason": .text(ban.reason)]
    }
}

import JSON

/// The objects behind the ids of an interaction's data.
struct ResolvedData: Sendable {
    var users: [Flake: JSONValue] = [:]
    var members: [Flake: JSONValue] = [:]
    var roles: [Flake: JSONValue] = [:]
    var channels: [Flake: JSONValue] = [:]
    var messages: [Flake: JSONValue] = [:]
    var attachments: [Flake: JSONValue] = [:]

    /// Adds a user, and the membership where there is one.
    mutating func add(user: Flake, in world: World, guild: Guild?, at now: Moment) {
        users[user] = world.userJSON(user)
        guard let guild, let member = guild.members[user] else { return }
        var fields = member.bare
        fields["mute"] = nil
        fields["deaf"] = nil
        fields["permissions"] = world.permissions(of: user, in: guild, at: now).json
        members[user] = .object(fields)
    }

    /// The object; nil when nothing is in it.
    var json: JSONValue? {
        var fields: JSONObject = [:]
        let kinds = [
            ("users", users), ("members", members), ("roles", roles), ("channels", channels), ("messages", messages),
            ("attachments", attachments),
        ]
        for (name, entries) in kinds where !entries.isEmpty {
            var inner: JSONObject = [:]
            for (id, value) in entries.sorted(by: { $0.key < $1.key }) { inner[id.text] = value }
            fields[name] = .object(inner)
        }
        // Not a conditional expression: `nil` in it could be read as JSON's null.
        if fields.isEmpty { return nil }
        return .object(fields)
    }
}

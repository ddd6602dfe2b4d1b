import JSON

/// A stage that is open.
struct Stage: Sendable {
    var id: Flake
    var guild: Flake
    var channel: Flake
    var topic: String
    var event: Flake?

    /// Source: https://discord.com/developers/docs/resources/stage-instance#stage-instance-object
    var json: JSONValue {
        [
            "id": id.json, "guild_id": guild.json, "channel_id": channel.json, "topic": .string(topic),
            "privacy_level": 2, "discoverable_disabled": true, "guild_scheduled_event_id": event?.json ?? .null,
        ]
    }

    /// What makes a member a moderator of a stage.
    static let moderating: Perm = [.manageChannels, .muteMembers, .moveMembers]
    static let audited = ["topic", "privacy_level"]
}

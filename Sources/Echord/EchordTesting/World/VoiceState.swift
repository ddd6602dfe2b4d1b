import JSON

/// A member in a voice or stage channel.
struct VoiceState: Sendable {
    var user: Flake
    var channel: Flake
    var session: String
    var isSelfMuted = false
    var isSelfDeafened = false
    /// Silenced or deafened by a moderator.
    var isMuted = false
    var isDeafened = false
    /// In the audience of a stage.
    var isSuppressed = false
    var askedToSpeak: Moment?

    /// Source: https://discord.com/developers/docs/resources/voice#voice-state-object
    func json(in guild: Flake) -> JSONValue { .object(fields.merging(["guild_id": guild.json])) }

    /// As GUILD_CREATE lists it, without the guild.
    var bare: JSONValue { .object(fields) }

    private var fields: JSONObject {
        [
            "channel_id": channel.json, "user_id": user.json, "session_id": .string(session),
            "deaf": .bool(isDeafened), "mute": .bool(isMuted), "self_deaf": .bool(isSelfDeafened),
            "self_mute": .bool(isSelfMuted), "self_video": false, "self_stream": false,
            "suppress": .bool(isSuppressed), "request_to_speak_timestamp": askedToSpeak?.json ?? .null,
        ]
    }
}

extension JSONObject {
    /// The object with some fields more.
    fileprivate func merging(_ others: JSONObject) -> JSONObject {
        var result = self
        for (key, value) in others { result[key] = value }
        return result
    }
}

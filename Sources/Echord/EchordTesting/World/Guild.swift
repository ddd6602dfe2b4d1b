import JSON

/// A server: its roles and members. Channels are kept by the ``World``.
struct Guild: Sendable {
    var id: Flake
    var name: String
    var owner: Flake
    var locale = "en-US"
    var roles: [Flake: Role] = [:]
    var members: [Flake: Membership] = [:]
    var channels: Set<Flake> = []
    var bans: [Flake: Ban] = [:]
    /// Who was a member once.
    var left: Set<Flake> = []
    var audit = AuditLog()
    /// When the bot joined; nil when it is not (or no longer) in the guild.
    var botJoinedAt: Moment?
    var isUnavailable = false
    var features: [String] = []
    var look = Look()
    var order = Order()
    var emojis: [Flake: Emoji] = [:]
    var stickers: [Flake: Sticker] = [:]
    var scheduledEvents: [Flake: ScheduledEvent] = [:]
    var rules: [Flake: AutoModerationRule] = [:]
    var sounds: [Flake: Sound] = [:]
    /// Open stages by their channels.
    var stages: [Flake: Stage] = [:]
    /// Who is in a voice channel.
    var voices: [Flake: VoiceState] = [:]
    var welcome = Welcome()
    var template: Template?

    var everyone: Perm { roles[id]?.permissions ?? [] }

    /// The roles from @everyone upwards.
    var sortedRoles: [Role] {
        roles.values.sorted { $0.id == id || $1.id != id && $0.rank < $1.rank }
    }

    var sortedMembers: [Membership] {
        members.values.sorted { ($0.joinedAt, $0.user) < ($1.joinedAt, $1.user) }
    }

    var sortedEmojis: [Emoji] { emojis.values.sorted { $0.id < $1.id } }
    var sortedSounds: [Sound] { sounds.values.sorted { $0.id < $1.id } }
    var sortedStages: [Stage] { stages.values.sorted { $0.id < $1.id } }
    var sortedVoices: [VoiceState] { voices.values.sorted { $0.user < $1.user } }
    var sortedStickers: [Sticker] { stickers.values.sorted { $0.id < $1.id } }

    /// The guild without channels and members, as `GET /guilds/{id}` and GUILD_UPDATE give it.
    ///
    /// Source: https://discord.com/developers/docs/resources/guild#guild-object
    var json: JSONValue {
        var fields: JSONObject = [
            "id": id.json, "name": .string(name), "home_header": .null,
            "features": .array(features.map(JSONValue.string)),
            "owner_id": owner.json, "application_id": .null, "region": "deprecated",
            "roles": .array(sortedRoles.map(\.json)), "mfa_level": 0, "max_presences": .null,
            "max_members": 25_000_000, "max_stage_video_channel_users": 50, "max_video_channel_users": 25,
            "premium_tier": 0, "premium_subscription_count": 0, "preferred_locale": .string(locale),
            "hub_type": .null, "latest_onboarding_question_id": .null, "nsfw": false, "nsfw_level": 0,
            "emojis": .array(sortedEmojis.map(\.json)), "stickers": .array(sortedStickers.map(\.json)),
            "inventory_settings": .null,
        ]
        look.add(to: &fields)
        order.add(to: &fields)
        return .object(fields)
    }
}

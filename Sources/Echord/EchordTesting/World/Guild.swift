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

    var everyone: Perm { roles[id]?.permissions ?? [] }

    /// The roles from @everyone upwards.
    var sortedRoles: [Role] {
        roles.values.sorted { $0.id == id || $1.id != id && $0.rank < $1.rank }
    }

    var sortedMembers: [Membership] {
        members.values.sorted { ($0.joinedAt, $0.user) < ($1.joinedAt, $1.user) }
    }

    /// The guild without channels and members, as `GET /guilds/{id}` and GUILD_UPDATE give it.
    ///
    /// Source: https://discord.com/developers/docs/resources/guild#guild-object
    var json: JSONValue {
        [
            "id": id.json, "name": .string(name), "icon": .null, "description": .null, "home_header": .null,
            "splash": .null,
            "discovery_splash": .null, "features": .array(features.map(JSONValue.string)), "banner": .null,
            "owner_id": owner.json, "application_id": .null, "region": "deprecated", "afk_channel_id": .null,
            "afk_timeout": 300, "system_channel_id": .null, "system_channel_flags": 0, "widget_enabled": false,
            "widget_channel_id": .null, "verification_level": 0, "roles": .array(sortedRoles.map(\.json)),
            "default_message_notifications": 0, "mfa_level": 0, "explicit_content_filter": 0, "max_presences": .null,
            "max_members": 25_000_000, "max_stage_video_channel_users": 50, "max_video_channel_users": 25,
            "vanity_url_code": .null, "premium_tier": 0, "premium_subscription_count": 0,
            "preferred_locale": .string(locale),
            "rules_channel_id": .null, "safety_alerts_channel_id": .null, "public_updates_channel_id": .null,
            "hub_type": .null, "premium_progress_bar_enabled": false, "latest_onboarding_question_id": .null,
            "nsfw": false,
            "nsfw_level": 0, "emojis": [], "stickers": [], "incidents_data": .null, "inventory_settings": .null,
            "embed_enabled": false, "embed_channel_id": .null,
        ]
    }
}

import JSON

/// What a guild looks like, kept under a code so that others can be made like it.
struct Template: Sendable {
    var code: String
    var guild: Flake
    var name: String
    var description: String?
    var creator: Flake
    var createdAt: Moment
    var updatedAt: Moment
    var snapshot: JSONValue
}

extension World {
    /// Source: https://discord.com/developers/docs/resources/guild-template#guild-template-object
    func templateJSON(_ template: Template) -> JSONValue {
        let isOld = guilds[template.guild].map { templateSnapshot($0) != template.snapshot } ?? false
        return [
            "code": .string(template.code), "name": .string(template.name), "description": .text(template.description),
            "usage_count": 0, "creator_id": template.creator.json, "creator": userJSON(template.creator),
            "created_at": template.createdAt.json, "updated_at": template.updatedAt.json,
            "source_guild_id": template.guild.json, "serialized_source_guild": template.snapshot,
            "is_dirty": isOld ? true : .null,
        ]
    }

    /// A guild with small numbers instead of ids: @everyone is 0.
    func templateSnapshot(_ guild: Guild) -> JSONValue {
        let roles = guild.sortedRoles.filter { !$0.isManaged }
        let listed = channels(of: guild).filter { !$0.kind.isThread }
        let roleNumbers = Dictionary(
            roles.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let channelNumbers = Dictionary(
            listed.enumerated().map { ($1.id, $0 + 1) }, uniquingKeysWith: { first, _ in first })
        return [
            "name": .string(guild.name), "description": .text(guild.look.description), "region": .null,
            "verification_level": .number(guild.order.verification),
            "default_message_notifications": .number(guild.order.notifications),
            "explicit_content_filter": .number(guild.order.contentFilter), "preferred_locale": .string(guild.locale),
            "afk_channel_id": .null, "afk_timeout": .number(guild.order.idleSeconds), "system_channel_id": .null,
            "system_channel_flags": .number(guild.order.systemFlags),
            "roles": .array(roles.map { templateRole($0, roleNumbers[$0.id] ?? 0) }),
            "channels": .array(listed.map { templateChannel($0, channelNumbers, roleNumbers) }),
        ]
    }

    private func templateRole(_ role: Role, _ number: Int) -> JSONValue {
        [
            "id": .number(number), "name": .string(role.name), "permissions": role.permissions.json,
            "color": .number(role.colors.primary), "colors": role.colors.json, "hoist": .bool(role.isHoisted),
            "mentionable": .bool(role.isMentionable), "icon": .null, "unicode_emoji": .text(role.emoji),
        ]
    }

    private func templateChannel(_ channel: Channel, _ channels: [Flake: Int], _ roles: [Flake: Int]) -> JSONValue {
        let overwrites = channel.overwrites.compactMap { overwrite in
            roles[overwrite.id].map { overwrite.json.adding("id", .string(String($0))) }
        }
        return [
            "id": channels[channel.id].map { .number($0) } ?? .null, "type": .number(channel.kind.rawValue),
            "name": .string(channel.name), "position": .number(channel.position), "topic": .text(channel.topic),
            "bitrate": .number(channel.voice?.bitrate ?? 64_000), "user_limit": .number(channel.voice?.userLimit ?? 0),
            "nsfw": .bool(channel.isNSFW), "rate_limit_per_user": .number(channel.slowmode),
            "parent_id": channel.parent.flatMap { channels[$0] }.map { .string(String($0)) } ?? .null,
            "default_auto_archive_duration": channel.threadArchiveMinutes.map { .number($0) } ?? .null,
            "permission_overwrites": .array(overwrites), "available_tags": .null, "template": "",
            "default_reaction_emoji": .null,
            "default_thread_rate_limit_per_user": channel.threadSlowmode.map { .number($0) } ?? .null,
            "default_sort_order": .null, "default_forum_layout": .null, "default_tag_setting": .null,
            "theme_color": .null,
        ]
    }
}

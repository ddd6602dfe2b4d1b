import JSON

/// A guild's own settings changing, with what follows.
extension Realm {
    /// The fields of a guild that the audit log tells of, and what it calls them.
    private static let auditedGuild = [
        "name", "description", "icon", "splash", "discovery_splash", "banner", "owner_id", "afk_channel_id",
        "afk_timeout", "system_channel_id", "system_channel_flags", "rules_channel_id", "public_updates_channel_id",
        "safety_alerts_channel_id", "verification_level", "default_message_notifications", "explicit_content_filter",
        "preferred_locale", "premium_progress_bar_enabled", "vanity_url_code", "widget_enabled", "widget_channel_id",
        "features",
    ]
    private static let guildNames = [
        "icon": "icon_hash", "splash": "splash_hash", "discovery_splash": "discovery_splash_hash",
        "banner": "banner_hash",
    ]

    /// Changes a guild, sends GUILD_UPDATE and keeps the act in the audit log.
    mutating func changeGuild(_ id: Flake, by cause: Cause?, _ edit: (inout Guild) -> Void) {
        guard let before = world.guilds[id]?.json else { return }
        if world.guilds[id] != nil { edit(&world.guilds[id, default: Guild(id: id, name: "", owner: id)]) }
        guard let after = world.guilds[id]?.json else { return }
        dispatch("GUILD_UPDATE", guild: id, intents: .guilds) { _ in after }
        noteGuild(id)
        let changes = AuditEntry.changes(
            from: before, to: after, in: Self.auditedGuild, names: Self.guildNames)
        guard let cause, !changes.isEmpty else { return }
        audit(.guildUpdate, in: id, by: cause, target: id, changes: changes)
    }

    /// A channel is gone: so are its invites, what was to take place in it, and the purposes it had.
    mutating func forgetTies(of channel: Flake, in guild: Flake) {
        for invite in world.invites.values where invite.channel == channel { world.invites[invite.code] = nil }
        for event in world.guilds[guild]?.scheduledEvents.values.filter({ $0.channel == channel }) ?? [] {
            removeEvent(event)
        }
        for state in world.guilds[guild]?.voices.values.filter({ $0.channel == channel }) ?? [] {
            leaveVoice(state.user, in: guild)
        }
        if let stage = world.guilds[guild]?.stages[channel] { close(stage) }
        if world.guilds[guild]?.order.forget(channel: channel) == true { changeGuild(guild, by: nil) { _ in } }
    }
}

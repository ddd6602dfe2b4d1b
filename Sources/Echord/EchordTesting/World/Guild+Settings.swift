import JSON

extension Guild {
    /// What a guild shows of itself.
    struct Look: Equatable, Sendable {
        var description: String?
        /// Pictures by their hashes.
        var icon: String?
        var splash: String?
        var discoverySplash: String?
        var banner: String?
        /// The code of its own choice by which people join.
        var vanity: String?
        var vanityUses = 0
        var showsBoosts = false

        func add(to fields: inout JSONObject) {
            fields["description"] = .text(description)
            fields["icon"] = .text(icon)
            fields["splash"] = .text(splash)
            fields["discovery_splash"] = .text(discoverySplash)
            fields["banner"] = .text(banner)
            fields["vanity_url_code"] = .text(vanity)
            fields["premium_progress_bar_enabled"] = .bool(showsBoosts)
        }
    }

    /// How a guild is run: its channels with a purpose, and what it asks of its members.
    struct Order: Equatable, Sendable {
        var systemChannel: Flake?
        var systemFlags = 0
        var rulesChannel: Flake?
        var updatesChannel: Flake?
        var safetyChannel: Flake?
        var idleChannel: Flake?
        /// Seconds after which who is idle in a voice channel is moved.
        var idleSeconds = 300
        var verification = 0
        var notifications = 0
        var contentFilter = 0
        var isWidgetOn = false
        var widgetChannel: Flake?
        var invitesClosedUntil: Moment?
        var messagesClosedUntil: Moment?

        /// Times of idleness that Discord knows.
        static let idleTimes = [60, 300, 900, 1800, 3600]
        /// `SUPPRESS_JOIN_NOTIFICATIONS`. Source: https://discord.com/developers/docs/resources/guild#guild-object-system-channel-flags
        static let quietJoins = 1 << 0
        /// The flags that Discord knows.
        static let knownFlags = 0b11_1111

        func add(to fields: inout JSONObject) {
            for (key, channel) in [
                ("system_channel_id", systemChannel), ("rules_channel_id", rulesChannel),
                ("public_updates_channel_id", updatesChannel), ("safety_alerts_channel_id", safetyChannel),
                ("afk_channel_id", idleChannel), ("widget_channel_id", widgetChannel),
                ("embed_channel_id", widgetChannel),
            ] {
                fields[key] = channel?.json ?? .null
            }
            fields["system_channel_flags"] = .number(systemFlags)
            fields["afk_timeout"] = .number(idleSeconds)
            fields["verification_level"] = .number(verification)
            fields["default_message_notifications"] = .number(notifications)
            fields["explicit_content_filter"] = .number(contentFilter)
            fields["widget_enabled"] = .bool(isWidgetOn)
            fields["embed_enabled"] = .bool(isWidgetOn)
            fields["incidents_data"] = incidents
        }

        /// Source: https://discord.com/developers/docs/resources/guild#incidents-data-object
        var incidents: JSONValue {
            guard invitesClosedUntil != nil || messagesClosedUntil != nil else { return .null }
            return [
                "invites_disabled_until": invitesClosedUntil?.json ?? .null,
                "dms_disabled_until": messagesClosedUntil?.json ?? .null, "dm_spam_detected_at": .null,
                "raid_detected_at": .null,
            ]
        }

        /// Takes a channel that is gone out of every purpose it had; true when it had one.
        mutating func forget(channel: Flake) -> Bool {
            let before = self
            if systemChannel == channel { systemChannel = nil }
            if rulesChannel == channel { rulesChannel = nil }
            if updatesChannel == channel { updatesChannel = nil }
            if safetyChannel == channel { safetyChannel = nil }
            if idleChannel == channel { idleChannel = nil }
            if widgetChannel == channel { widgetChannel = nil }
            return self != before
        }
    }

    /// Whether nobody may come in by an invite at present.
    func closesInvites(at now: Moment) -> Bool {
        features.contains("INVITES_DISABLED") || (order.invitesClosedUntil.map { $0 > now } ?? false)
    }

    /// Whether a new member is told of in the system channel.
    var welcomesMembers: Bool { order.systemFlags & Order.quietJoins == 0 }
}

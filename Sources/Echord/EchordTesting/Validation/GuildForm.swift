import JSON

/// The fields of guilds. Source: https://discord.com/developers/docs/resources/guild#modify-guild
extension Form {
    /// Reads a guild's own settings over what they are.
    mutating func guild(over guild: Guild) -> Guild {
        var guild = guild
        set("name", &guild.name) { form, key in
            guard let name = form.text(key, 2...100)?.trimmed else { return nil }
            if name.unicodeScalars.count < 2 { form.errors.badLength(form.path + [key], 2...100) }
            return name
        }
        set("owner_id", &guild.owner) { $0.flake($1) }
        set("preferred_locale", &guild.locale) { form, key in
            guard let locale = form.text(key, 1...10) else { return nil }
            if !CommandValidator.locales.contains(locale) {
                form.complain(key, "BASE_TYPE_CHOICES", "Value must be one of the available locales.")
            }
            return locale
        }
        let present = guild.features
        set("features", &guild.features) { $0.features($1, over: present) }
        readLook(into: &guild.look)
        readOrder(into: &guild.order)
        return guild
    }

    private mutating func readLook(into look: inout Guild.Look) {
        change("description", &look.description) { form, key in
            form.text(key, 0...300).flatMap { $0.isEmpty ? nil : $0 }
        }
        change("icon", &look.icon) { $0.image($1)?.hash }
        change("splash", &look.splash) { $0.image($1)?.hash }
        change("discovery_splash", &look.discoverySplash) { $0.image($1)?.hash }
        change("banner", &look.banner) { $0.image($1)?.hash }
        set("premium_progress_bar_enabled", &look.showsBoosts) { $0.flag($1) }
    }

    private mutating func readOrder(into order: inout Guild.Order) {
        // Null gives the least of each.
        for (key, range, path) in [
            ("verification_level", 0...4, \Guild.Order.verification),
            ("default_message_notifications", 0...1, \.notifications),
            ("explicit_content_filter", 0...2, \.contentFilter),
        ] where has(key) {
            order[keyPath: path] = choice(key, Array(range)) ?? 0
        }
        set("afk_timeout", &order.idleSeconds) { $0.choice($1, Guild.Order.idleTimes) }
        set("system_channel_flags", &order.systemFlags) { form, key in
            form.int(key, 0...Int(Int32.max)).map { $0 & Guild.Order.knownFlags }
        }
        change("afk_channel_id", &order.idleChannel) { $0.flake($1) }
        change("system_channel_id", &order.systemChannel) { $0.flake($1) }
        change("rules_channel_id", &order.rulesChannel) { $0.flake($1) }
        change("public_updates_channel_id", &order.updatesChannel) { $0.flake($1) }
        change("safety_alerts_channel_id", &order.safetyChannel) { $0.flake($1) }
    }

    /// The features that a guild turns on and off itself; all others stay as they are.
    private mutating func features(_ key: String, over present: [String]) -> [String]? {
        guard let asked = texts(key, 0...100, each: 1...100) else { return nil }
        let kept = present.filter { !Guild.changeableFeatures.contains($0) }
        return kept + asked.filter { Guild.changeableFeatures.contains($0) }
    }

    /// Source: https://discord.com/developers/docs/resources/guild#modify-guild-incident-actions
    mutating func incidents(over order: Guild.Order, at now: Moment) -> Guild.Order {
        var order = order
        let read = { (form: inout Form, key: String) -> Moment? in
            guard let until = form.moment(key) else { return nil }
            if until > now + .seconds(86_400) {
                form.complain(key, "INCIDENT_ACTIONS_TOO_LONG", "Must be within 24 hours from now.")
            }
            return until
        }
        change("invites_disabled_until", &order.invitesClosedUntil, read)
        change("dms_disabled_until", &order.messagesClosedUntil, read)
        return order
    }
}

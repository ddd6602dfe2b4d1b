import JSON

/// Welcome screens and onboarding. Source: https://discord.com/developers/docs/resources/guild#get-guild-welcome-screen
extension RouteTable {
    static var welcomeRoutes: [Route] {
        let screen = "/guilds/{guild}/welcome-screen"
        let onboarding = "/guilds/{guild}/onboarding"
        let rule = RateLimiter.Rule("guild-welcome", 5, per: .seconds(10))
        return [
            Route("GET", screen, .guildReading) { try $0.showScreen($1) },
            Route("PATCH", screen, rule) { try $0.editScreen($1) },
            Route("GET", onboarding, .guildReading) { realm, call in
                let guild = try realm.guild(call)
                return .ok(guild.welcome.onboarding(of: guild.id))
            },
            Route("PUT", onboarding, rule) { try $0.putOnboarding($1) },
            // The page of a new member is made in the client only, and not made here.
            Route("GET", "/guilds/{guild}/new-member-welcome", .guildReading) { realm, call in
                _ = try realm.guild(call)
                return .noContent
            },
        ]
    }
}

extension Realm {
    fileprivate func showScreen(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call)
        if !guild.welcome.isScreenOn { try demand(.manageGuild, of: call.actor, in: guild) }
        guard guild.features.contains("COMMUNITY") else { throw .unknownScreen }
        return .ok(guild.welcome.screen)
    }

    fileprivate mutating func editScreen(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call, .manageGuild)
        guard guild.features.contains("COMMUNITY") else { throw .unknownScreen }
        var form = Form(call.body)
        let after = form.screen(over: guild.welcome)
        for (index, place) in after.places.enumerated() where !guild.channels.contains(place.channel) {
            form.errors.add(
                ["welcome_channels", String(index), "channel_id"], "CHANNEL_INVALID", "Invalid channel")
        }
        try form.check()
        changeGuild(guild.id, by: nil) { guild in
            guild.welcome = after
            guild.features.removeAll { $0 == "WELCOME_SCREEN_ENABLED" }
            if after.isScreenOn { guild.features.append("WELCOME_SCREEN_ENABLED") }
        }
        return .ok(after.screen)
    }

    fileprivate mutating func putOnboarding(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call, [.manageGuild, .manageRoles])
        var form = Form(call.body)
        var flakes = world.flakes
        let moment = now
        let after = form.onboarding(over: guild.welcome) { flakes.next(at: moment) }
        world.flakes = flakes
        checkTargets(of: after, in: guild, &form)
        try form.check()
        if after.isOnboardingOn { try checkOnboarding(after, in: guild) }
        world.guilds[guild.id]?.welcome = after
        let changes = AuditEntry.changes(
            from: guild.welcome.onboarding(of: guild.id), to: after.onboarding(of: guild.id),
            in: ["default_channel_ids", "enabled", "prompts", "mode"])
        if !changes.isEmpty { audit(.onboardingUpdate, in: guild.id, by: call.cause, changes: changes) }
        return .ok(after.onboarding(of: guild.id))
    }

    private func checkTargets(of welcome: Welcome, in guild: Guild, _ form: inout Form) {
        for (index, prompt) in welcome.prompts.enumerated() {
            for (place, choice) in prompt.choices.enumerated() {
                let path = ["prompts", String(index), "options", String(place)]
                if choice.roles.contains(where: { guild.roles[$0] == nil }) {
                    form.errors.add(path + ["role_ids"], "UNKNOWN_ROLE", "Unknown role")
                }
                if choice.channels.contains(where: { !guild.channels.contains($0) }) {
                    form.errors.add(path + ["channel_ids"], "CHANNEL_INVALID", "Invalid channel")
                }
            }
        }
        if welcome.defaultChannels.contains(where: { !guild.channels.contains($0) }) {
            form.complain("default_channel_ids", "CHANNEL_INVALID", "Invalid channel")
        }
    }

    /// Onboarding is turned on only where there is enough to see and to say.
    private func checkOnboarding(_ welcome: Welcome, in guild: Guild) throws(Refusal) {
        var counted = Set(welcome.defaultChannels)
        if welcome.mode == 1 { counted.formUnion(welcome.prompts.flatMap { $0.choices.flatMap(\.channels) }) }
        let writable = counted.filter { id in
            guard let channel = world.channels[id] else { return false }
            let everyone = channel.overwrites.first { $0.id == guild.id }
            return guild.everyone.subtracting(everyone?.deny ?? []).union(everyone?.allow ?? [])
                .isSuperset(of: [.viewChannel, .sendMessages])
        }
        guard counted.count >= Welcome.neededChannels, writable.count >= Welcome.neededWritable else {
            throw .onboardingRequirements
        }
    }
}

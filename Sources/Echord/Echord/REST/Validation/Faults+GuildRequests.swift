public import EchordModel
internal import EchordPrimitives
internal import JSON

extension EditGuild: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] {
        FaultCollector.collect { faults in
            faults.length(name, DiscordLimits.Guild.name, at: "name")
            faults.length(description.value, upTo: DiscordLimits.Guild.description, at: "description")
        }
    }
}

extension EditWelcomeScreen: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] {
        FaultCollector.collect { faults in
            faults.length(description.value, upTo: DiscordLimits.Guild.welcomeText, at: "description")
            faults.count(
                welcomeChannels.value, upTo: DiscordLimits.Guild.welcomeChannels, of: "channels", at: "welcome_channels"
            )
            faults.each("welcome_channels", welcomeChannels.value) { faults, channel in
                faults.length(channel.description, DiscordLimits.Guild.welcomeChannel, at: "description")
            }
        }
    }
}

extension EditOnboarding: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] {
        FaultCollector.collect { faults in
            faults.count(prompts, upTo: DiscordLimits.Onboarding.prompts, of: "questions", at: "prompts")
            faults.each("prompts", prompts) { $0.prompt($1) }
            faults.count(
                defaultChannelIDs, upTo: DiscordLimits.Onboarding.defaultChannels, of: "channels",
                at: "default_channel_ids")
        }
    }
}

extension PruneMembers: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] {
        FaultCollector.collect { faults in
            faults.number(days, DiscordLimits.Guild.pruneDays, at: "days")
            faults.count(includeRoles, upTo: DiscordLimits.Guild.pruneRoles, of: "roles", at: "include_roles")
        }
    }
}

extension JoinRequestDecision: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] {
        FaultCollector.collect {
            $0.length(rejectionReason.value, upTo: DiscordLimits.Guild.rejectionReason, at: "rejection_reason")
        }
    }
}

extension FaultCollector {
    fileprivate mutating func prompt(_ prompt: EditOnboardingPrompt) {
        length(prompt.title, DiscordLimits.Onboarding.title, at: "title")
        count(prompt.options.count, DiscordLimits.Onboarding.options, of: "answers", at: "options")
        each("options", prompt.options) { faults, option in
            faults.length(option.title, DiscordLimits.Onboarding.optionTitle, at: "title")
            faults.length(option.description, upTo: DiscordLimits.Onboarding.optionDescription, at: "description")
            faults.length(option.emojiName, upTo: DiscordLimits.Channel.emojiName, at: "emoji_name")
            faults.count(option.roleIDs, upTo: DiscordLimits.Onboarding.optionRoles, of: "roles", at: "role_ids")
            faults.count(
                option.channelIDs, upTo: DiscordLimits.Onboarding.optionChannels, of: "channels", at: "channel_ids")
        }
    }

    /// How many elements a list has at most; nothing is said about `nil`.
    mutating func count(_ list: (some Collection)?, upTo limit: Int, of what: String, at key: String) {
        count(list?.count ?? 0, 0...limit, of: what, at: key)
    }
}

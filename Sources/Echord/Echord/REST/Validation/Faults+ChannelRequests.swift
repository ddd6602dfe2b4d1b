public import EchordModel
internal import EchordPrimitives
internal import JSON

extension CreateChannel: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] {
        FaultCollector.collect { faults in
            faults.length(name, DiscordLimits.Channel.name, at: "name")
            faults.channel(topic, bitrate, availableTags, defaultReactionEmoji)
            faults.number(rateLimitPerUser, DiscordLimits.Channel.slowmode, at: "rate_limit_per_user")
            faults.number(
                defaultThreadRateLimitPerUser, DiscordLimits.Channel.slowmode, at: "default_thread_rate_limit_per_user")
            faults.count(
                permissionOverwrites, upTo: DiscordLimits.Channel.overwrites, of: "entries", at: "permission_overwrites"
            )
        }
    }
}

extension EditChannel: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] {
        FaultCollector.collect { faults in
            faults.length(name, DiscordLimits.Channel.name, at: "name")
            faults.channel(topic.value, bitrate.value, availableTags.value, defaultReactionEmoji.value)
            faults.number(rateLimitPerUser.value, DiscordLimits.Channel.slowmode, at: "rate_limit_per_user")
            faults.number(
                defaultThreadRateLimitPerUser.value, DiscordLimits.Channel.slowmode,
                at: "default_thread_rate_limit_per_user")
            faults.count(
                permissionOverwrites.value, upTo: DiscordLimits.Channel.overwrites, of: "entries",
                at: "permission_overwrites")
        }
    }
}

extension EditThread: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] {
        FaultCollector.collect { faults in
            faults.length(name.value, DiscordLimits.Channel.name, at: "name")
            faults.number(rateLimitPerUser.value, DiscordLimits.Channel.slowmode, at: "rate_limit_per_user")
            faults.count(appliedTags.value, upTo: DiscordLimits.Channel.appliedTags, of: "tags", at: "applied_tags")
            faults.number(bitrate.value, DiscordLimits.Channel.bitrate, at: "bitrate")
            faults.number(userLimit.value, DiscordLimits.Channel.userLimit, at: "user_limit")
        }
    }
}

extension EditGroupChannel: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] {
        FaultCollector.collect { $0.length(name.value, upTo: DiscordLimits.Channel.name.upperBound, at: "name") }
    }
}

extension VoiceStatus: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] {
        FaultCollector.collect { $0.length(status.value, upTo: DiscordLimits.Channel.voiceStatus, at: "status") }
    }
}

extension FaultCollector {
    fileprivate mutating func channel(
        _ topic: String?, _ bitrate: Int?, _ tags: [ForumTag]?, _ reaction: DefaultReaction?
    ) {
        length(topic, upTo: DiscordLimits.Channel.forumTopic, at: "topic")
        number(bitrate, DiscordLimits.Channel.bitrate, at: "bitrate")
        count(tags, upTo: DiscordLimits.Channel.forumTags, of: "tags", at: "available_tags")
        each("available_tags", tags) { faults, tag in
            faults.length(tag.name, upTo: DiscordLimits.Channel.forumTagName, at: "name")
            faults.length(tag.emojiName, upTo: DiscordLimits.Channel.emojiName, at: "emoji_name")
        }
        at("default_reaction_emoji") {
            $0.length(reaction?.emojiName, upTo: DiscordLimits.Channel.emojiName, at: "emoji_name")
        }
    }
}

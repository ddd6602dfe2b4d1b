extension DiscordLimits {
    /// Guilds and members. <https://docs.discord.com/developers/resources/guild>
    public enum Guild {
        /// Characters of a guild's name.
        public static let name = 2...100
        /// Characters of a nickname.
        public static let nickname = 1...32
        /// Characters of a role's name.
        public static let roleName = 1...100
        /// Roles of a guild.
        public static let roles = 250
        /// Channels of a guild, threads not counted.
        public static let channels = 500
        /// Channels of a category.
        public static let channelsInCategory = 50
        /// The longest timeout.
        public static let timeout: Duration = .seconds(28 * 24 * 3600)
        /// Bans at once.
        public static let bulkBan = 200
        /// How far back a ban can delete messages.
        public static let banDeletion: Duration = .seconds(604_800)
        /// Characters of what a guild is about.
        public static let description = 300
        /// Roles of a member.
        public static let memberRoles = 350
        /// Characters in a member's profile.
        public static let bio = 190
        /// Days away that a prune can ask for.
        public static let pruneDays = 1...30
        /// Roles that a prune can name.
        public static let pruneRoles = 100
        /// Characters of the text of a welcome screen.
        public static let welcomeText = 140
        /// Channels of a welcome screen.
        public static let welcomeChannels = 5
        /// Characters about a channel of a welcome screen.
        public static let welcomeChannel = 1...50
        /// Characters of the reason why a request to join is turned down.
        public static let rejectionReason = 160
    }

    /// Channels and threads. <https://docs.discord.com/developers/resources/channel>
    public enum Channel {
        /// Characters of a channel's or thread's name.
        public static let name = 1...100
        /// Characters of a topic.
        public static let topic = 1024
        /// Characters of a topic of a forum or media channel.
        public static let forumTopic = 4096
        /// Seconds of slow mode.
        public static let slowmode = 0...21_600
        /// Tags of a forum.
        public static let forumTags = 20
        /// Tags on a post.
        public static let appliedTags = 5
        /// Characters of a voice channel's status.
        public static let voiceStatus = 500
        /// Characters of what is spoken about on a stage.
        public static let stageTopic = 1...120
        /// Permission overwrites.
        public static let overwrites = 100
        /// Bits a second of a voice channel; what a guild may have depends on its boosts.
        public static let bitrate = 8000...384_000
        /// Users of a voice channel, 0 for no limit.
        public static let userLimit = 0...99
        /// Characters of a forum tag's name.
        public static let forumTagName = 50
        /// Characters of an emoji's name.
        public static let emojiName = 100
    }

    /// What newcomers are asked. <https://docs.discord.com/developers/resources/guild#guild-onboarding-object>
    public enum Onboarding {
        /// Questions.
        public static let prompts = 15
        /// Characters of a question.
        public static let title = 1...100
        /// Answers of a question.
        public static let options = 1...50
        /// Characters of an answer.
        public static let optionTitle = 1...50
        /// Characters about an answer.
        public static let optionDescription = 100
        /// Roles that an answer brings.
        public static let optionRoles = 50
        /// Channels that an answer brings.
        public static let optionChannels = 50
        /// Channels that everybody gets.
        public static let defaultChannels = 500
    }

    /// Scheduled events. <https://docs.discord.com/developers/resources/guild-scheduled-event>
    public enum ScheduledEvent {
        /// Characters of a name.
        public static let name = 1...100
        /// Characters of what it is about.
        public static let description = 1000
        /// Characters of the place.
        public static let location = 100
    }

    /// Rules that Discord enforces. <https://docs.discord.com/developers/resources/auto-moderation>
    public enum AutoModeration {
        /// Characters of a name.
        public static let name = 100
        /// Actions of a rule.
        public static let actions = 1...5
        /// Words of a rule's own list.
        public static let words = 1000
        /// Words that are fine, besides a rule's own list.
        public static let allowedWords = 100
        /// Words that are fine, besides Discord's lists.
        public static let allowedPresetWords = 1000
        /// Characters of a word.
        public static let word = 1...60
        /// Patterns.
        public static let patterns = 10
        /// Characters of a pattern.
        public static let pattern = 1...260
        /// Mentions in a message before they are too many.
        public static let mentions = 0...50
        /// Seconds of a timeout.
        public static let timeout = 0...2_419_200
        /// Characters of what a member is told.
        public static let message = 300
        /// Roles that are spared.
        public static let exemptRoles = 20
        /// Channels that are spared.
        public static let exemptChannels = 50
    }

    /// Lobbies. <https://docs.discord.com/developers/resources/lobby>
    public enum Lobby {
        /// Members that are added at once.
        public static let members = 25
        /// Characters of an entry of the metadata.
        public static let metadata = 1024
        /// Seconds without anybody after which it is closed.
        public static let idleSeconds = 5...604_800
        /// Characters of a secret.
        public static let secret = 250
        /// Characters of a member's other name.
        public static let additionalName = 1...80
        /// Characters of an address for webhook events.
        public static let url = 512
    }

    /// Searches. <https://docs.discord.com/developers/resources/message#search-guild-messages>
    public enum Search {
        /// Other words that may stand between those looked for.
        public static let slop = 0...100
        /// Results of a page.
        public static let page = 1...25
        /// Results that are left out at the beginning.
        public static let offset = 0...9975
        /// Values of most conditions.
        public static let values = 100
        /// Channels to look in.
        public static let channels = 500
    }

    /// Invites. <https://docs.discord.com/developers/resources/channel#create-channel-invite>
    public enum Invite {
        /// Seconds an invite lives, 0 for ever.
        public static let age = 0...5_184_000
        /// Seconds an invite to a group lives.
        public static let groupAge = 1...604_800
        /// How often it can be used, 0 for no limit.
        public static let uses = 0...100
    }
}

/// The numbers Discord holds everybody to, by name. Lengths count Unicode scalars.
public enum DiscordLimits {
    /// Messages. <https://docs.discord.com/developers/resources/message#create-message>
    public enum Message {
        /// Characters of the text.
        public static let content = 2000
        /// Embeds.
        public static let embeds = 10
        /// Characters of all embeds together.
        public static let embedCharacters = 6000
        /// Characters of the nonce.
        public static let nonce = 25
        /// Files.
        public static let attachments = 10
        /// Bytes of a file where nothing allows more; an interaction says what it allows.
        /// <https://docs.discord.com/developers/reference#uploading-files>
        public static let fileBytes = 10 << 20
        /// Characters of a file's name and of its title.
        public static let fileName = 1...1024
        /// Characters of a file's alt text.
        public static let attachmentDescription = 1024
        /// Characters of a voice message's loudness.
        public static let waveform = 400
        /// Colours of a shared theme.
        public static let themeColors = 1...5
        /// The direction of a shared theme's colours.
        public static let themeAngle = 0...360
        /// How strong a shared theme's colours are.
        public static let themeMix = 0...100
        /// Stickers.
        public static let stickers = 3
        /// Users, and roles, named in the allowed mentions.
        public static let allowedMentions = 100
        /// Different reactions.
        public static let reactions = 20
        /// Messages deleted at once.
        public static let bulkDelete = 2...100
        /// Messages in one page.
        public static let page = 1...100
        /// Pinned messages of a channel.
        public static let pins = 250
    }

    /// Embeds. <https://docs.discord.com/developers/resources/message#embed-object-embed-limits>
    public enum Embed {
        /// Characters of the title.
        public static let title = 256
        /// Characters of the description.
        public static let description = 4096
        /// Fields.
        public static let fields = 25
        /// Characters of a field's name.
        public static let fieldName = 256
        /// Characters of a field's value.
        public static let fieldValue = 1024
        /// Characters of the footer.
        public static let footer = 2048
        /// Characters of the author's name.
        public static let author = 256
        /// Characters of an address.
        public static let url = 2048
    }

    /// Components. <https://docs.discord.com/developers/components/reference>
    public enum Component {
        /// Characters of a custom id.
        public static let customID = 1...100
        /// Rows of a message without the second version of components.
        public static let rows = 5
        /// Components of a message with the second version, nested ones counted.
        public static let total = 40
        /// Characters of all texts of a message with the second version.
        public static let textCharacters = 4000
        /// Buttons in a row.
        public static let buttonsInRow = 5
        /// Characters on a button.
        public static let buttonLabel = 80
        /// Characters of a button's address.
        public static let buttonURL = 512
        /// Choices of a select.
        public static let selectOptions = 25
        /// Characters of a select's placeholder.
        public static let selectPlaceholder = 150
        /// Values chosen at least.
        public static let selectMinimum = 0...25
        /// Values chosen at most.
        public static let selectMaximum = 1...25
        /// Characters of a choice's label.
        public static let optionLabel = 100
        /// Characters of a choice's value.
        public static let optionValue = 100
        /// Characters of a choice's description.
        public static let optionDescription = 100
        /// Texts of a section.
        public static let sectionTexts = 1...3
        /// Items of a gallery.
        public static let galleryItems = 1...10
        /// Characters of alt texts.
        public static let mediaDescription = 1024
        /// The id that tells components of a message apart, 0 meaning "choose one".
        public static let id = 0...2_147_483_647
    }

    /// Modals. <https://docs.discord.com/developers/components/reference#label>
    public enum Modal {
        /// Characters of the custom id.
        public static let customID = 1...100
        /// Characters of the title.
        public static let title = 1...45
        /// Components at the top.
        public static let components = 1...5
        /// Characters of a label.
        public static let label = 1...45
        /// Characters under a label.
        public static let labelDescription = 100
        /// Characters of a text input.
        public static let textInput = 4000
        /// The least a text input can demand.
        public static let textMinimum = 0...4000
        /// The most a text input can allow.
        public static let textMaximum = 1...4000
        /// Characters of a text input's placeholder.
        public static let textPlaceholder = 100
        /// Files demanded at least.
        public static let fileMinimum = 0...10
        /// Files allowed at most.
        public static let fileMaximum = 1...10
        /// Kinds of file that can be asked for.
        public static let fileTypes = 10
        /// Choices of a radio group.
        public static let radioOptions = 2...10
        /// Choices of a checkbox group.
        public static let checkboxOptions = 1...10
        /// Boxes ticked at least.
        public static let checkboxMinimum = 0...10
        /// Boxes ticked at most.
        public static let checkboxMaximum = 1...10
    }

    /// Application commands. <https://docs.discord.com/developers/interactions/application-commands>
    public enum Command {
        /// Characters of a name.
        public static let name = 1...32
        /// Characters of a description.
        public static let description = 1...100
        /// Options, or subcommands, or groups.
        public static let options = 25
        /// Choices of an option.
        public static let choices = 25
        /// Characters of a choice's name.
        public static let choiceName = 1...100
        /// Characters of a choice's text.
        public static let choiceValue = 100
        /// Characters of a command with everything in it, the longest locale of each text counted.
        public static let totalCharacters = 8000
        /// The least characters a text option can demand.
        public static let textMinimum = 0...6000
        /// The most characters a text option can allow.
        public static let textMaximum = 1...6000
        /// The whole numbers Discord can hold.
        public static let integer: ClosedRange<Int64> = -9_007_199_254_740_991...9_007_199_254_740_991
        /// The numbers Discord can hold.
        public static let number: ClosedRange<Double> = -9_007_199_254_740_992...9_007_199_254_740_992
        /// Kinds of file that can be asked for.
        public static let fileTypes = 10
        /// Slash commands of a scope.
        public static let chatInput = 100
        /// Commands on users of a scope.
        public static let user = 15
        /// Commands on messages of a scope.
        public static let message = 15
        /// Entry points of an application.
        public static let primaryEntryPoint = 1
        /// Commands made a day in a guild.
        public static let createsPerDay = 200
        /// Permission entries of a command in a guild.
        public static let permissions = 100
    }

    /// Interactions. <https://docs.discord.com/developers/interactions/receiving-and-responding>
    public enum Interaction {
        /// How long the first answer may take.
        public static let firstAnswer: Duration = .seconds(3)
        /// How long the token lives.
        public static let token: Duration = .seconds(15 * 60)
        /// Choices of an autocomplete answer.
        public static let autocompleteChoices = 25
    }

    /// The gateway. <https://docs.discord.com/developers/events/gateway#rate-limiting>
    public enum Gateway {
        /// Payloads sent on a connection in ``window``.
        public static let sends = 120
        /// The window of ``sends``.
        public static let window: Duration = .seconds(60)
        /// Bytes of a payload that is sent.
        public static let payload = 4096
        /// Guilds of a shard.
        public static let guildsPerShard = 2500
        /// Identifies a day over all shards.
        public static let identifiesPerDay = 1000
        /// Between two identifies of one concurrency key.
        public static let identifyInterval: Duration = .seconds(5)
        /// Members asked for by id at once.
        public static let requestedMembers = 100
        /// Members of one chunk.
        public static let chunk = 1000
        /// Bytes of a nonce.
        public static let nonce = 32
        /// Between two requests for the full member list of one guild.
        public static let fullMemberListInterval: Duration = .seconds(30)
        /// Members from which a guild counts as large.
        public static let largeThreshold = 50...250
    }

    /// The HTTP interface. <https://docs.discord.com/developers/topics/rate-limits>
    public enum REST {
        /// Requests a second over all routes, interactions excepted.
        public static let globalPerSecond = 50
        /// Answers of 401, 403 and 429 in ``invalidWindow`` before the address is banned.
        public static let invalidRequests = 10_000
        /// The window of ``invalidRequests``.
        public static let invalidWindow: Duration = .seconds(600)
        /// Characters of an access token.
        public static let accessToken = 10_240
        /// Characters of an audit-log reason.
        public static let auditLogReason = 1...512
    }

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

    /// Polls. <https://docs.discord.com/developers/resources/poll>
    public enum Poll {
        /// Characters of the question.
        public static let question = 1...300
        /// Answers.
        public static let answers = 1...10
        /// Characters of an answer.
        public static let answer = 1...55
        /// Characters of the name of an answer's emoji.
        public static let emoji = 32
        /// Hours it can be open.
        public static let hours = 1...768
    }

    /// Webhooks. <https://docs.discord.com/developers/resources/webhook>
    public enum Webhook {
        /// Characters of a webhook's name.
        public static let name = 1...80
    }
}

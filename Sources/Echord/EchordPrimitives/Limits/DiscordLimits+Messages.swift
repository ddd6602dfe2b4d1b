extension DiscordLimits {
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

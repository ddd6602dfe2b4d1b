extension DiscordLimits {
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
}

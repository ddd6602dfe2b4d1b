/// What people are told about text commands. ``english`` has it all; a program replaces what it wants.
public struct TextWords: Sendable {
    /// What guards, cool-downs and failures say, as for slash commands.
    public var commands: CommandWords
    /// What is wrong with what somebody wrote.
    public var fault: @Sendable (TextUsageFault) -> String
    /// The word before a usage.
    public var usage: String
    /// What the command `help` does.
    public var help: String

    /// Words.
    public init(
        commands: CommandWords, usage: String, help: String, fault: @escaping @Sendable (TextUsageFault) -> String
    ) {
        self.commands = commands
        self.fault = fault
        self.usage = usage
        self.help = help
    }

    /// English.
    public static let english = TextWords(
        commands: .english, usage: "Usage", help: "Lists the commands, or explains one"
    ) { fault in
        switch fault {
        case .missing(let argument): "`\(argument)` is missing."
        case .unreadable(let argument, let word, let expected):
            "`\(argument)` must be \(expected), and `\(shown(word))` is not."
        case .tooMany(let word): "There is nothing for `\(shown(word))` to be."
        case .unclosedQuote: "A quotation does not end."
        case .unknownSubcommand(nil): "Which of its commands do you mean?"
        case .unknownSubcommand(let word?): "There is no command `\(shown(word))` here."
        }
    }

    /// A word from outside, short and without what would end its frame.
    private static func shown(_ word: String) -> String {
        let plain = word.filter { $0 != "`" && !$0.isNewline }
        return plain.count > 40 ? plain.prefix(40) + "…" : plain
    }
}

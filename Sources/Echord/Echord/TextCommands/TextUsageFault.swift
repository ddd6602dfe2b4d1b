/// Why the words after a text command cannot be read.
public enum TextUsageFault: Error, Hashable, Sendable {
    /// An argument is missing.
    case missing(argument: String)
    /// A word is not what the argument wants.
    case unreadable(argument: String, word: String, expected: String)
    /// There are more words than arguments.
    case tooMany(word: String)
    /// A quotation does not end.
    case unclosedQuote
    /// A command of a group is missing, or there is none of this name.
    case unknownSubcommand(String?)
}

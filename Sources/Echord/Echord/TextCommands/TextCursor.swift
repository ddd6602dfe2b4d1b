/// Reads words from what stands after a text command: separated by spaces, or in quotes.
///
/// Quotes are `"…"`, `“…”`, `„…“` and `«…»`; a backslash takes the next character as it is.
struct TextCursor: Sendable {
    /// A word, and whether it was quoted: quoted text is never taken for something else.
    struct Word: Hashable, Sendable {
        var text: String
        var isQuoted = false
    }

    private var left: Substring

    init(_ text: some StringProtocol) {
        left = Substring(text)
        skipSpaces()
    }

    var isAtEnd: Bool { left.isEmpty }

    /// Everything that is left, as it was written; whole quotes around it are taken away.
    mutating func rest() -> String {
        let written = left
        var copy = self
        left = left[left.endIndex...]
        if let word = try? copy.next(), word.isQuoted, copy.isAtEnd { return word.text }
        return String(written.reversed().drop(while: \.isWhitespace).reversed())
    }

    /// The next word; nil at the end.
    ///
    /// - Throws: `unclosedQuote`.
    mutating func next() throws(TextUsageFault) -> Word? {
        guard let first = left.first else { return nil }
        var word = Word(text: "")
        let closing = Self.closing(first)
        if !closing.isEmpty {
            left.removeFirst()
            word.isQuoted = true
        }
        while let character = left.popFirst() {
            if character == "\\", let taken = left.popFirst() {
                word.text.append(taken)
            } else if closing.contains(character) {
                skipSpaces()
                return word
            } else if closing.isEmpty, character.isWhitespace {
                break
            } else {
                word.text.append(character)
            }
        }
        guard closing.isEmpty else { throw .unclosedQuote }
        skipSpaces()
        return word
    }

    private mutating func skipSpaces() { left = left.drop(while: \.isWhitespace) }

    private static func closing(_ character: Character) -> Set<Character> {
        switch character {
        case "\"": ["\""]
        case "“": ["”", "“"]
        case "„": ["“", "”"]
        case "«": ["»"]
        default: []
        }
    }
}

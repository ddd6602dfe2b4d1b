/// Discord's markdown: writing it, and keeping text from outside from becoming it.
///
/// <https://docs.discord.com/developers/reference#message-formatting>
public enum Markdown {
    /// Strong text.
    public static func bold(_ text: String) -> String { "**\(text)**" }

    /// Slanted text.
    public static func italic(_ text: String) -> String { "*\(text)*" }

    /// Underlined text.
    public static func underline(_ text: String) -> String { "__\(text)__" }

    /// Struck-out text.
    public static func strikethrough(_ text: String) -> String { "~~\(text)~~" }

    /// Text hidden until it is clicked.
    public static func spoiler(_ text: String) -> String { "||\(text)||" }

    /// A heading; `level` is 1 to 3, others are moved to the nearest end.
    public static func heading(_ text: String, level: Int = 1) -> String {
        String(repeating: "#", count: min(max(level, 1), 3)) + " " + text
    }

    /// Small grey text.
    public static func subtext(_ text: String) -> String { "-# \(text)" }

    /// A quotation: every line gets its own mark.
    public static func quote(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { "> \($0)" }.joined(separator: "\n")
    }

    /// A list with one line per item.
    ///
    /// - Parameters:
    ///   - items: one line each.
    ///   - isNumbered: numbers instead of dots.
    public static func list(_ items: [String], isNumbered: Bool = false) -> String {
        items.enumerated().map { (isNumbered ? "\($0.offset + 1). " : "- ") + $0.element }.joined(separator: "\n")
    }

    /// A link behind words.
    ///
    /// - Parameters:
    ///   - text: what is read; square brackets in it are escaped.
    ///   - address: what is opened; closing brackets and spaces in it are percent-encoded.
    public static func link(_ text: String, to address: String) -> String {
        var shown = ""
        for character in text {
            if character == "[" || character == "]" { shown.append("\\") }
            shown.append(character)
        }
        var target = ""
        for character in address {
            switch character {
            case "(": target += "%28"
            case ")": target += "%29"
            case " ": target += "%20"
            default: target.append(character)
            }
        }
        return "[\(shown)](\(target))"
    }

    /// Text in a fixed-width font inside a line; backticks inside can not end it.
    public static func inlineCode(_ text: String) -> String {
        guard text.contains("`") else { return "`\(text)`" }
        return "``\u{200B}\(broken(text, at: "`"))\u{200B}``"
    }

    /// A block in a fixed-width font; backticks inside can not end it.
    ///
    /// - Parameters:
    ///   - text: the block.
    ///   - language: what it is coloured as, letters and digits only.
    public static func codeBlock(_ text: String, language: String = "") -> String {
        "```\(language.filter { $0.isLetter || $0.isNumber })\n\(broken(text, at: "`"))\n```"
    }

    private static func broken(_ text: String, at mark: Character) -> String {
        var result = ""
        var previous: Character?
        for character in text {
            if character == mark, previous == mark { result.append("\u{200B}") }
            result.append(character)
            previous = character
        }
        return result
    }
}

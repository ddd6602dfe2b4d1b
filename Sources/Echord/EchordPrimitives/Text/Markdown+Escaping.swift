extension Markdown {
    /// Makes text from outside harmless: it is shown as it was typed and mentions nobody.
    ///
    /// Every mark of Discord's markdown gets a backslash, which Discord does not show; `@everyone`, `@here` and the
    /// ids in mentions are broken by a zero-width space, because Discord looks for mentions before it looks at
    /// backslashes. Addresses of web pages stay clickable. The result is longer than the text: cut before escaping.
    ///
    /// - Parameters:
    ///   - text: anything a person typed.
    ///   - keepsLinks: whether `https://…` stays a link; otherwise it is shown as text.
    /// - Complexity: O(n).
    public static func escape(_ text: some StringProtocol, keepsLinks: Bool = true) -> String {
        var escaper = MarkdownEscaper(text: Array(text.unicodeScalars), keepsLinks: keepsLinks)
        return escaper.run()
    }

    /// Breaks mentions only, and leaves the markdown alone: for text that goes where markdown is wanted.
    public static func escapeMentions(_ text: some StringProtocol) -> String {
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            result.append(scalar)
            if scalar == "@", MentionScan.startsMention(scalars, after: index) { result.append("\u{200B}") }
        }
        return String(result)
    }
}

/// Finds what Discord would take for a mention.
enum MentionScan {
    /// Whether the scalars behind the `@` at `index` name everyone, someone or a role.
    static func startsMention(_ scalars: [Unicode.Scalar], after index: Int) -> Bool {
        var next = index + 1
        if next < scalars.count, scalars[next] == "!" || scalars[next] == "&" { next += 1 }
        if next < scalars.count, ("0"..."9").contains(scalars[next]) { return true }
        return matches("everyone", in: scalars, at: index + 1) || matches("here", in: scalars, at: index + 1)
    }

    static func matches(_ word: String, in scalars: [Unicode.Scalar], at start: Int) -> Bool {
        let wanted = word.unicodeScalars
        guard start + wanted.count <= scalars.count else { return false }
        return zip(wanted, scalars[start...]).allSatisfy { $0 == $1.lowercasedASCII }
    }
}

/// One pass over the text; knows whether it is at the start of a line or inside an address.
private struct MarkdownEscaper {
    let text: [Unicode.Scalar]
    let keepsLinks: Bool
    private var output = String.UnicodeScalarView()
    private var position = 0
    private var isAtLineStart = true

    init(text: [Unicode.Scalar], keepsLinks: Bool) {
        self.text = text
        self.keepsLinks = keepsLinks
    }

    mutating func run() -> String {
        while position < text.count {
            if keepsLinks, isLinkStart {
                copyLink()
            } else {
                escapeOne()
            }
        }
        return String(output)
    }

    private var isLinkStart: Bool {
        MentionScan.matches("https://", in: text, at: position)
            || MentionScan.matches("http://", in: text, at: position)
    }

    /// An address reaches to the next white space or `<`; inside it Discord reads no markdown, but does see mentions.
    private mutating func copyLink() {
        while position < text.count, text[position] != "<", !text[position].properties.isWhitespace {
            copy()
        }
        isAtLineStart = false
    }

    private mutating func escapeOne() {
        let scalar = text[position]
        switch scalar {
        case "\\", "*", "_", "~", "`", "|", "[", "]", "<", ">":
            output.append("\\")
        case "#", "-", "+":
            if isAtLineStart { output.append("\\") }
        case ".", ")":
            if isNumberedItem { output.append("\\") }
        case ":":
            if MentionScan.matches("://", in: text, at: position) { output.append("\\") }
        default: break
        }
        if scalar == "\n" {
            isAtLineStart = true
        } else if !scalar.properties.isWhitespace {
            isAtLineStart = false
        }
        copy()
    }

    private mutating func copy() {
        let scalar = text[position]
        output.append(scalar)
        if scalar == "@", MentionScan.startsMention(text, after: position) { output.append("\u{200B}") }
        position += 1
    }

    /// Whether only digits stand between the start of the line and this dot.
    private var isNumberedItem: Bool {
        var index = position - 1
        guard index >= 0, ("0"..."9").contains(text[index]) else { return false }
        while index >= 0, ("0"..."9").contains(text[index]) { index -= 1 }
        while index >= 0, text[index] != "\n", text[index].properties.isWhitespace { index -= 1 }
        return index < 0 || text[index] == "\n"
    }
}

extension Unicode.Scalar {
    var lowercasedASCII: Unicode.Scalar {
        ("A"..."Z").contains(self) ? Unicode.Scalar(UInt8(value) + 32) : self
    }
}

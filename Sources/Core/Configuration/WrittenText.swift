/// Texts that people have written into options, variables and files.
enum WrittenText {
    /// What makes a text useless wherever it stands; nil when nothing does.
    static func fault(in text: String) -> String? {
        // What is no UTF-8 has become U+FFFD on its way into a String.
        if text.unicodeScalars.contains("\u{FFFD}") { return "is not UTF-8" }
        let body = text.trimmed
        return body.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
            ? "has a control character" : nil
    }

    /// A text as a message shows it: on one line, harmless to a terminal, without the password of an address, and not
    /// longer than 80 characters.
    static func shown(_ text: String) -> String {
        let limit = 80
        var shown = ""
        let text = withoutUserInformation(text)
        for scalar in text.unicodeScalars.prefix(limit) {
            let isHarmless = ![.control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate]
                .contains(
                    scalar.properties.generalCategory)
            shown += isHarmless ? String(scalar) : "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        }
        return text.unicodeScalars.count > limit ? shown + "…" : shown
    }

    private static func withoutUserInformation(_ text: String) -> String {
        guard let start = text.firstRange(of: "://")?.upperBound,
            let end = text[start...].prefix(while: { $0 != "/" }).lastIndex(of: "@")
        else { return text }
        return text[..<start] + "…" + text[end...]
    }

    /// Whether it looks like a bot's token: three parts in the alphabet of Base64, and nothing of a path.
    static func isLikeToken(_ text: String) -> Bool {
        let parts = text.trimmed.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 3 && text.utf8.count > 40
            && parts.allSatisfy { $0.allSatisfy { $0.isLetter || $0.isNumber || "-_=+".contains($0) } }
    }
}

extension String {
    /// Without white space at both ends.
    var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}

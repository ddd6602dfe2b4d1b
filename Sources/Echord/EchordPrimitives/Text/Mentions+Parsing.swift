/// Something that Discord shows in place of a mark in a message's text.
///
/// <https://docs.discord.com/developers/reference#message-formatting-formats>
public enum MessageMark: Hashable, Sendable {
    /// `<@ID>`, of old also `<@!ID>`.
    case user(UserID)
    /// `<@&ID>`.
    case role(RoleID)
    /// `<#ID>`.
    case channel(ChannelID)
    /// `</NAME:ID>`, with the name's words.
    case command(CommandID, [String])
    /// `<:NAME:ID>`, `<a:NAME:ID>`.
    case emoji(EmojiID, name: String, isAnimated: Bool)
    /// `<t:SECONDS:STYLE>`; seconds since 1970, and the default style when none is given.
    case timestamp(Int64, TimestampStyle)
    /// `<id:PAGE>`, with what stands after the colon.
    case navigation(String)
    /// `@everyone`.
    case everyone
    /// `@here`.
    case here
}

extension Markdown {
    /// The marks in a text, in order, with where they stand. What stands in code is no mark, as Discord shows it as it is.
    ///
    /// - Complexity: O(n).
    public static func marks(in text: String) -> [(mark: MessageMark, range: Range<String.Index>)] {
        var found: [(mark: MessageMark, range: Range<String.Index>)] = []
        var index = text.startIndex
        while index < text.endIndex {
            switch text[index] {
            case "\\": index = text.index(index, offsetBy: 2, limitedBy: text.endIndex) ?? text.endIndex
            case "`": index = endOfCode(text, index)
            case "<":
                let inside = text[text.index(after: index)...]
                if let close = inside.firstIndex(where: { $0 == ">" || $0 == "<" || $0 == "\n" }), text[close] == ">",
                    let mark = MessageMark(inside: inside[..<close])
                {
                    let end = text.index(after: close)
                    found.append((mark, index..<end))
                    index = end
                } else {
                    index = text.index(after: index)
                }
            case "@":
                let rest = text[text.index(after: index)...]
                let word = ["everyone", "here"].first { rest.hasPrefix($0) }
                let end = text.index(index, offsetBy: 1 + (word?.count ?? 0))
                if let word { found.append((word == "here" ? .here : .everyone, index..<end)) }
                index = end
            default: index = text.index(after: index)
            }
        }
        return found
    }

    /// Puts something in place of each mark of a text: a name for an id, or nothing.
    ///
    /// - Parameter replacement: What stands for a mark; `nil` leaves it.
    public static func replacingMarks(in text: String, with replacement: (MessageMark) -> String?) -> String {
        var result = ""
        var index = text.startIndex
        for (mark, range) in marks(in: text) {
            result += text[index..<range.lowerBound]
            result += replacement(mark) ?? String(text[range])
            index = range.upperBound
        }
        return result + text[index...]
    }

    /// The end of the code that begins with the backticks at `start`; of the backticks themselves when they never end.
    private static func endOfCode(_ text: String, _ start: String.Index) -> String.Index {
        let fence = text[start...].prefix { $0 == "`" }
        var index = fence.endIndex
        while index < text.endIndex {
            guard text[index] == "`" else {
                index = text.index(after: index)
                continue
            }
            let run = text[index...].prefix { $0 == "`" }
            if run.count == fence.count { return run.endIndex }
            index = run.endIndex
        }
        return fence.endIndex
    }
}

extension MessageMark {
    /// Reads a mark without the angle brackets.
    fileprivate init?(inside text: Substring) {
        switch text.first {
        case "@": self.init(person: text.dropFirst())
        case "#":
            guard let id = ChannelID(digits: text.dropFirst()) else { return nil }
            self = .channel(id)
        case "/": self.init(command: text.dropFirst())
        default: self.init(named: text.split(separator: ":", omittingEmptySubsequences: false))
        }
    }

    private init?(person text: Substring) {
        if text.first == "&" {
            guard let id = RoleID(digits: text.dropFirst()) else { return nil }
            self = .role(id)
        } else {
            guard let id = UserID(digits: text.first == "!" ? text.dropFirst() : text) else { return nil }
            self = .user(id)
        }
    }

    private init?(command text: Substring) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let words = parts.first?.split(separator: " ").map(String.init) ?? []
        guard parts.count == 2, !words.isEmpty, let id = CommandID(digits: parts[1]) else { return nil }
        self = .command(id, words)
    }

    private init?(named parts: [Substring]) {
        switch (parts.first, parts.count) {
        case ("", 3), ("a", 3):
            let isName =
                parts[1].count >= 2 && parts[1].allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
            guard isName, let id = EmojiID(digits: parts[2]) else { return nil }
            self = .emoji(id, name: String(parts[1]), isAnimated: parts[0] == "a")
        case ("t", 2), ("t", 3):
            let style = parts.count == 2 ? TimestampStyle.longDateShortTime : TimestampStyle(rawValue: String(parts[2]))
            guard let seconds = Int64(parts[1]), let style else { return nil }
            self = .timestamp(seconds, style)
        case ("id", 2...):
            self = .navigation(parts.dropFirst().joined(separator: ":"))
        default: return nil
        }
    }
}

extension Snowflake {
    /// Ids in marks are 17 to 20 digits; shorter ones are read as well, as ids of tests are short.
    fileprivate init?(digits text: Substring) {
        guard !text.isEmpty, text.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        self.init(text)
    }
}

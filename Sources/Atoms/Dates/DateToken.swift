/// A piece of a date as somebody typed it.
struct DateToken: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// A number, and with how many digits it was written.
        case number(Int, digits: Int)
        /// Letters.
        case word(String)
        /// Anything else that is no space.
        case mark(Character)
    }

    /// What it is.
    let kind: Kind
    /// Whether nothing stands between it and the piece before it.
    let isJoined: Bool

    /// The most digits that a number of a date has.
    private static let longestNumber = 6

    /// Cuts a text into pieces, without regard to case and accents of Dutch; nil when a number is too long for a date.
    static func tokens(of text: String) -> [DateToken]? {
        let letters = Array(folded(text))
        var tokens: [DateToken] = []
        var (place, isJoined) = (0, false)
        while place < letters.count {
            let letter = letters[place]
            if letter.isWhitespace {
                (place, isJoined) = (place + 1, false)
                continue
            }
            var end = place + 1
            if letter.isDigit {
                while end < letters.count, letters[end].isDigit { end += 1 }
                guard end - place <= longestNumber, let number = Int(String(letters[place..<end])) else { return nil }
                tokens.append(DateToken(kind: .number(number, digits: end - place), isJoined: isJoined))
            } else if letter.isPartOfWord {
                while end < letters.count, letters[end].isPartOfWord { end += 1 }
                tokens.append(DateToken(kind: .word(String(letters[place..<end])), isJoined: isJoined))
            } else if letter == ",", !isDecimalComma(letters, place) {
                // A comma that parts two words says no more than the space behind it.
                (place, isJoined) = (end, false)
                continue
            } else {
                tokens.append(DateToken(kind: .mark(letter == "," ? "." : letter), isJoined: isJoined))
            }
            (place, isJoined) = (end, true)
        }
        return tokens
    }

    private static func isDecimalComma(_ letters: [Character], _ place: Int) -> Bool {
        place > 0 && letters[place - 1].isDigit && place + 1 < letters.count && letters[place + 1].isDigit
    }

    private static func folded(_ text: String) -> String {
        text.foldedForSearch
            .replacing("\u{2019}", with: "'").replacing("é", with: "e").replacing("ë", with: "e")
            .replacing("a.m.", with: "am").replacing("p.m.", with: "pm")
    }
}

extension Character {
    fileprivate var isDigit: Bool { isASCII && isNumber }
    fileprivate var isPartOfWord: Bool { isLetter || self == "'" }
}

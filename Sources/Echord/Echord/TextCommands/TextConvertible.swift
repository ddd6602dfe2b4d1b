public import EchordPrimitives

/// A type that can be read from a word of a message.
public protocol TextConvertible: Sendable {
    /// What a word must be, for whoever wrote another: `a whole number`.
    static var textExpectation: String { get }

    /// Reads a word; nil when it is something else.
    ///
    /// - Throws: what looking things up throws, which is a failure and not the writer's fault.
    static func read(_ word: String, in context: TextContext) async throws -> Self?
}

/// A type that is read from the word alone.
public protocol TextScalar: TextConvertible {
    /// Reads a word; nil when it is something else.
    init?(textWord: String)
}

extension TextScalar {
    /// Reads the word.
    public static func read(_ word: String, in context: TextContext) async throws -> Self? { Self(textWord: word) }
}

extension String: TextScalar {
    /// `a text`.
    public static var textExpectation: String { "a text" }
    /// Takes any word.
    public init?(textWord: String) { self = textWord }
}

extension Int: TextScalar {
    /// `a whole number`.
    public static var textExpectation: String { "a whole number" }
    /// Reads digits with or without a sign.
    public init?(textWord: String) { self.init(textWord) }
}

extension Double: TextScalar {
    /// `a number`.
    public static var textExpectation: String { "a number" }
    /// Reads a number with a point or a comma; neither infinity nor no number.
    public init?(textWord: String) {
        guard textWord.utf8.count <= 40, let value = Double(textWord.replacing(",", with: ".")), value.isFinite else {
            return nil
        }
        self = value
    }
}

extension Bool: TextScalar {
    /// `yes or no`.
    public static var textExpectation: String { "yes or no" }
    /// Reads `yes`, `no`, `on`, `off`, `true`, `false`, `1` and `0`.
    public init?(textWord: String) {
        switch textWord.lowercased() {
        case "yes", "y", "true", "on", "1": self = true
        case "no", "n", "false", "off", "0": self = false
        default: return nil
        }
    }
}

extension Duration: TextScalar {
    /// `a time such as 90s, 1h30m or 2d`.
    public static var textExpectation: String { "a time such as 90s, 1h30m or 2d" }

    /// Reads numbers with `w`, `d`, `h`, `m` and `s`, each at most once and the longest first; up to ten years.
    public init?(textWord: String) {
        let units: [(name: Character, seconds: Int64)] = [
            ("w", 604_800), ("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1),
        ]
        var rest = textWord.lowercased()[...]
        var left = units[...]
        var total: Int64 = 0
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            rest = rest.dropFirst(digits.count)
            guard !digits.isEmpty, digits.count <= 9, let number = Int64(digits), let name = rest.popFirst(),
                let unit = left.firstIndex(where: { $0.name == name })
            else { return nil }
            total += number * left[unit].seconds
            left = left[(unit + 1)...]
        }
        guard !textWord.isEmpty, total <= 10 * 366 * 86_400 else { return nil }
        self = .seconds(total)
    }
}

extension Colour: TextScalar {
    /// `a colour such as #57F287`.
    public static var textExpectation: String { "a colour such as #57F287" }

    /// Reads `#RRGGBB`, `RRGGBB`, or the name of one of Discord's colours.
    public init?(textWord: String) {
        let names: [String: Colour] = [
            "blurple": .blurple, "green": .green, "yellow": .yellow, "fuchsia": .fuchsia, "red": .red, "white": .white,
            "black": .black,
        ]
        guard let colour = names[textWord.lowercased()] ?? Colour(hex: textWord) else { return nil }
        self = colour
    }
}

extension Snowflake: TextConvertible, TextScalar where Of: TextMention {
    /// What the marker says.
    public static var textExpectation: String { Of.textExpectation }

    /// Reads digits, or a mention.
    public init?(textWord: String) {
        for opening in Of.textOpenings where textWord.hasPrefix(opening) && textWord.hasSuffix(">") {
            guard let id = Self(String(textWord.dropFirst(opening.count).dropLast())) else { return nil }
            self = id
            return
        }
        guard let id = Self(textWord) else { return nil }
        self = id
    }
}

/// What can be mentioned in a message.
public protocol TextMention {
    /// What a word must be.
    static var textExpectation: String { get }
    /// How a mention begins, before the digits.
    static var textOpenings: [String] { get }
}

extension IDMarker.User: TextMention {
    /// `a user`.
    public static var textExpectation: String { "a user" }
    /// `<@` and, in the form of old, `<@!`.
    public static var textOpenings: [String] { ["<@!", "<@"] }
}

extension IDMarker.Role: TextMention {
    /// `a role`.
    public static var textExpectation: String { "a role" }
    /// `<@&`.
    public static var textOpenings: [String] { ["<@&"] }
}

extension IDMarker.Channel: TextMention {
    /// `a channel`.
    public static var textExpectation: String { "a channel" }
    /// `<#`.
    public static var textOpenings: [String] { ["<#"] }
}

/// An enumeration whose raw values are written as words.
extension TextConvertible where Self: RawRepresentable & CaseIterable, RawValue == String {
    /// The raw values.
    public static var textExpectation: String { allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ") }

    /// Reads a raw value, whatever the letters' case.
    public static func read(_ word: String, in context: TextContext) async throws -> Self? {
        let word = word.lowercased()
        return allCases.first { $0.rawValue.lowercased() == word }
    }
}

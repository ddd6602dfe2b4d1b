// The standard library's own normaliser: the full Foundation would bring it too, at 12 MB more of memory.
@_spi(_Unicode) import Swift

/// A text that was found good before it became this type, so that inner layers never check again.
public protocol ParsedText: RawRepresentable, TextCoded, Hashable, CustomStringConvertible where RawValue == String {
    /// What a text must obey after it was cleaned.
    static var rules: [Rule<String>] { get }
    /// Takes a text that has been cleaned and found good. Only `init(validating:)` calls it.
    init(trusted text: String)
}

extension ParsedText {
    /// Reads a text from outside: without the spaces around it, in Unicode's composed form (NFC).
    ///
    /// - Throws: the first issue, with an empty path.
    public init(validating text: String) throws(ValidationIssue) {
        let cleaned = text.trimmed.composed
        for rule in Self.rules {
            if let issue = rule.issues(cleaned).first { throw issue }
        }
        self.init(trusted: cleaned)
    }

    /// The same, nil when the text is not good.
    public init?(rawValue: String) {
        guard let value = try? Self(validating: rawValue) else { return nil }
        self = value
    }

    /// The text.
    public var description: String { rawValue }

    /// The allowed length in Unicode scalars, for forms and options.
    public static var lengths: ClosedRange<Int> { rules.lazy.compactMap(\.bounds.length).first ?? 0...Int.max }
}

extension String {
    /// Without white space at its ends.
    var trimmed: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }

    /// Nil when there is nothing in it but white space: a field that was left empty.
    var unlessBlank: String? { trimmed.isEmpty ? nil : self }

    /// In Unicode's composed form (NFC), so that equal texts have equal bytes.
    var composed: String {
        if utf8.allSatisfy({ $0 < 0x80 }) { return self }
        var scalars = UnicodeScalarView()
        scalars.append(contentsOf: _nfc)
        return String(scalars)
    }

    /// How a text is compared in a search: without regard to case, composed, one space between words.
    public var foldedForSearch: String {
        lowercased().composed.unicodeScalars
            .split(whereSeparator: \.properties.isWhitespace)
            .map { String(String.UnicodeScalarView($0)) }
            .joined(separator: " ")
    }
}

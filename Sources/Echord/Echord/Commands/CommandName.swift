/// The rule for names of slash commands and options: `^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$`, in lower case.
///
/// <https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming>
enum CommandName {
    /// Whether every character may stand in a name; the length is looked at elsewhere.
    static func hasAllowedCharacters(_ name: String) -> Bool {
        name.unicodeScalars.allSatisfy { scalar in
            scalar == "-" || scalar == "_" || scalar == "'" || isLetterOrNumber(scalar) || isDevanagariOrThai(scalar)
        }
    }

    /// Whether no letter has a lower-case form that is not used.
    static func isLowercase(_ name: String) -> Bool {
        name.unicodeScalars.allSatisfy { scalar in
            let lower = scalar.properties.lowercaseMapping
            return lower == String(scalar)
        }
    }

    private static func isLetterOrNumber(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            true
        default: false
        }
    }

    /// Swift knows no scripts; these are the blocks of the two, whose vowel signs are marks and not letters.
    private static func isDevanagariOrThai(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0900...0x0950, 0x0955...0x0963, 0x0966...0x097F, 0xA8E0...0xA8FF, 0x11B00...0x11B09: true
        case 0x0E01...0x0E3A, 0x0E40...0x0E5B: true
        default: false
        }
    }
}

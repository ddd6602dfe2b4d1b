internal import Echord
internal import EchordModel
internal import EchordPrimitives

/// The words with which Discord's client offers a command, its subcommands and its options, in one language.
package protocol CommandTexts: Sendable {
    /// Those of a language.
    static func of(_ language: Language) -> Self
}

/// A name and what it does. Names are lower-case, at most 32 characters; descriptions at most 100.
package struct CommandEntry: Sendable {
    /// The name.
    package let name: String
    /// What it does.
    package let description: String

    init(_ name: String, _ description: String) {
        self.name = name
        self.description = description
    }
}

extension CommandTexts {
    /// The entry in English, under whose name Discord knows it.
    static func english(_ entry: KeyPath<Self, CommandEntry>) -> CommandEntry { of(.english)[keyPath: entry] }

    /// The entry's name in the other languages.
    static func names(_ entry: KeyPath<Self, CommandEntry>) -> Localizations {
        Catalogue.localizations { of($0)[keyPath: entry].name }
    }

    /// What the entry does, in the other languages.
    static func descriptions(_ entry: KeyPath<Self, CommandEntry>) -> Localizations {
        Catalogue.localizations { of($0)[keyPath: entry].description }
    }

    /// A subcommand with the words of the catalogue.
    static func subcommand(_ entry: KeyPath<Self, CommandEntry>, _ options: () -> [CommandOption]) -> Subcommand {
        Subcommand(english(entry).name, english(entry).description) { options() }
            .localized(names: names(entry), descriptions: descriptions(entry))
    }

    /// An option with the words of the catalogue; `name` is what comes back.
    static func option<Value>(_ entry: KeyPath<Self, CommandEntry>, _ name: String) -> TypedOption<Value> {
        TypedOption(name, english(entry).description)
            .localized(names: names(entry), descriptions: descriptions(entry))
    }
}

extension Catalogue {
    /// A text in the languages other than English.
    static func localizations(_ text: (Language) -> String) -> Localizations {
        Dictionary(uniqueKeysWithValues: localised.map { ($0.locale, text($0.language)) })
    }
}

package import EchordPrimitives

/// A language the bot speaks.
package struct Language: Sendable {
    /// What it says about tasks.
    package let tasks: any TaskTexts
    /// What it says about settings.
    package let settings: any SettingsTexts
    /// How it writes times.
    package let dates: any DateTexts
    /// What it says whatever it was asked.
    package let general: any GeneralTexts

    /// English, which everything else falls back to.
    package static let english = Language(
        tasks: EnglishTaskTexts(), settings: EnglishSettingsTexts(), dates: EnglishDateTexts(),
        general: EnglishGeneralTexts())
    /// Dutch.
    package static let dutch = Language(
        tasks: DutchTaskTexts(), settings: DutchSettingsTexts(), dates: DutchDateTexts(), general: DutchGeneralTexts())
}

/// The languages by Discord's locales.
package enum Catalogue {
    /// The languages other than English that commands are localised in.
    package static let localised: [(locale: DiscordLocale, language: Language)] = [(.dutch, .dutch)]

    /// The language of a member's client; English when there is none.
    package static func language(for locale: DiscordLocale) -> Language {
        localised.first { $0.locale == locale }?.language ?? .english
    }
}

public import JSON

/// A language of Discord's clients.
///
/// <https://docs.discord.com/developers/reference#locales>
public struct DiscordLocale: OpenEnum {
    /// The value on the wire.
    public let rawValue: String

    /// Wraps a value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `id`: Indonesian.
    public static let indonesian = Self(rawValue: "id")
    /// `da`: Danish.
    public static let danish = Self(rawValue: "da")
    /// `de`: German.
    public static let german = Self(rawValue: "de")
    /// `en-GB`: British English.
    public static let britishEnglish = Self(rawValue: "en-GB")
    /// `en-US`: American English.
    public static let americanEnglish = Self(rawValue: "en-US")
    /// `es-ES`: Spanish of Spain.
    public static let spanish = Self(rawValue: "es-ES")
    /// `es-419`: Spanish of Latin America.
    public static let latinAmericanSpanish = Self(rawValue: "es-419")
    /// `fr`: French.
    public static let french = Self(rawValue: "fr")
    /// `hr`: Croatian.
    public static let croatian = Self(rawValue: "hr")
    /// `it`: Italian.
    public static let italian = Self(rawValue: "it")
    /// `lt`: Lithuanian.
    public static let lithuanian = Self(rawValue: "lt")
    /// `hu`: Hungarian.
    public static let hungarian = Self(rawValue: "hu")
    /// `nl`: Dutch.
    public static let dutch = Self(rawValue: "nl")
    /// `no`: Norwegian.
    public static let norwegian = Self(rawValue: "no")
    /// `pl`: Polish.
    public static let polish = Self(rawValue: "pl")
    /// `pt-BR`: Brazilian Portuguese.
    public static let brazilianPortuguese = Self(rawValue: "pt-BR")
    /// `ro`: Romanian.
    public static let romanian = Self(rawValue: "ro")
    /// `fi`: Finnish.
    public static let finnish = Self(rawValue: "fi")
    /// `sv-SE`: Swedish.
    public static let swedish = Self(rawValue: "sv-SE")
    /// `vi`: Vietnamese.
    public static let vietnamese = Self(rawValue: "vi")
    /// `tr`: Turkish.
    public static let turkish = Self(rawValue: "tr")
    /// `cs`: Czech.
    public static let czech = Self(rawValue: "cs")
    /// `el`: Greek.
    public static let greek = Self(rawValue: "el")
    /// `bg`: Bulgarian.
    public static let bulgarian = Self(rawValue: "bg")
    /// `ru`: Russian.
    public static let russian = Self(rawValue: "ru")
    /// `uk`: Ukrainian.
    public static let ukrainian = Self(rawValue: "uk")
    /// `hi`: Hindi.
    public static let hindi = Self(rawValue: "hi")
    /// `th`: Thai.
    public static let thai = Self(rawValue: "th")
    /// `zh-CN`: Chinese of China.
    public static let simplifiedChinese = Self(rawValue: "zh-CN")
    /// `ja`: Japanese.
    public static let japanese = Self(rawValue: "ja")
    /// `zh-TW`: Chinese of Taiwan.
    public static let traditionalChinese = Self(rawValue: "zh-TW")
    /// `ko`: Korean.
    public static let korean = Self(rawValue: "ko")
    /// `ar`: Arabic, in the specification only.
    public static let arabic = Self(rawValue: "ar")
    /// `he`: Hebrew, in the specification only.
    public static let hebrew = Self(rawValue: "he")

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "id": .indonesian,
            "da": .danish,
            "de": .german,
            "en-GB": .britishEnglish,
            "en-US": .americanEnglish,
            "es-ES": .spanish,
            "es-419": .latinAmericanSpanish,
            "fr": .french,
            "hr": .croatian,
            "it": .italian,
            "lt": .lithuanian,
            "hu": .hungarian,
            "nl": .dutch,
            "no": .norwegian,
            "pl": .polish,
            "pt-BR": .brazilianPortuguese,
            "ro": .romanian,
            "fi": .finnish,
            "sv-SE": .swedish,
            "vi": .vietnamese,
            "tr": .turkish,
            "cs": .czech,
            "el": .greek,
            "bg": .bulgarian,
            "ru": .russian,
            "uk": .ukrainian,
            "hi": .hindi,
            "th": .thai,
            "zh-CN": .simplifiedChinese,
            "ja": .japanese,
            "zh-TW": .traditionalChinese,
            "ko": .korean,
            "ar": .arabic,
            "he": .hebrew,
        ]
    }

    /// The language alone, without the region: `en` for `en-GB`.
    public var language: String { String(rawValue.prefix { $0 != "-" }) }

    /// The locale that Discord's clients read when a text is missing in this one.
    ///
    /// <https://docs.discord.com/developers/interactions/application-commands#localization>
    public var fallback: DiscordLocale? {
        switch self {
        case .americanEnglish: .britishEnglish
        case .britishEnglish: .americanEnglish
        case .latinAmericanSpanish: .spanish
        default: nil
        }
    }
}

extension DiscordLocale: JSONKeyCodable {}

/// A text in several languages, by locale.
public typealias Localizations = [DiscordLocale: String]

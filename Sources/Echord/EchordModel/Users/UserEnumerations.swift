public import EchordPrimitives
public import JSON

/// Which Nitro somebody has.
///
/// <https://docs.discord.com/developers/resources/user#user-object-premium-types>
public struct PremiumType: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `NONE`.
    public static let none = Self(rawValue: 0)
    /// `NITRO_CLASSIC`.
    public static let nitroClassic = Self(rawValue: 1)
    /// `NITRO`.
    public static let nitro = Self(rawValue: 2)
    /// `NITRO_BASIC`.
    public static let nitroBasic = Self(rawValue: 3)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "NONE": .none,
            "NITRO_CLASSIC": .nitroClassic,
            "NITRO": .nitro,
            "NITRO_BASIC": .nitroBasic,
        ]
    }
}

/// Flags of a user.
///
/// <https://docs.discord.com/developers/resources/user#user-object-user-flags>
public struct UserFlags: DiscordBitSet {
    /// The bits.
    public let rawValue: UInt64

    /// Wraps bits, known or not.
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// `STAFF`, bit 0.
    public static let staff = Self(rawValue: 1 << 0)
    /// `PARTNER`, bit 1.
    public static let partner = Self(rawValue: 1 << 1)
    /// `HYPESQUAD`, bit 2.
    public static let hypesquad = Self(rawValue: 1 << 2)
    /// `BUG_HUNTER_LEVEL_1`, bit 3.
    public static let bugHunterLevel1 = Self(rawValue: 1 << 3)
    /// `HYPESQUAD_ONLINE_HOUSE_1`, bit 6.
    public static let hypesquadOnlineHouse1 = Self(rawValue: 1 << 6)
    /// `HYPESQUAD_ONLINE_HOUSE_2`, bit 7.
    public static let hypesquadOnlineHouse2 = Self(rawValue: 1 << 7)
    /// `HYPESQUAD_ONLINE_HOUSE_3`, bit 8.
    public static let hypesquadOnlineHouse3 = Self(rawValue: 1 << 8)
    /// `PREMIUM_EARLY_SUPPORTER`, bit 9.
    public static let premiumEarlySupporter = Self(rawValue: 1 << 9)
    /// `TEAM_PSEUDO_USER`, bit 10.
    public static let teamPseudoUser = Self(rawValue: 1 << 10)
    /// `BUG_HUNTER_LEVEL_2`, bit 14.
    public static let bugHunterLevel2 = Self(rawValue: 1 << 14)
    /// `VERIFIED_BOT`, bit 16.
    public static let verifiedBot = Self(rawValue: 1 << 16)
    /// `VERIFIED_DEVELOPER`, bit 17.
    public static let verifiedDeveloper = Self(rawValue: 1 << 17)
    /// `CERTIFIED_MODERATOR`, bit 18.
    public static let certifiedModerator = Self(rawValue: 1 << 18)
    /// `BOT_HTTP_INTERACTIONS`, bit 19.
    public static let botHTTPInteractions = Self(rawValue: 1 << 19)

    /// Every documented flag by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "STAFF": .staff,
            "PARTNER": .partner,
            "HYPESQUAD": .hypesquad,
            "BUG_HUNTER_LEVEL_1": .bugHunterLevel1,
            "HYPESQUAD_ONLINE_HOUSE_1": .hypesquadOnlineHouse1,
            "HYPESQUAD_ONLINE_HOUSE_2": .hypesquadOnlineHouse2,
            "HYPESQUAD_ONLINE_HOUSE_3": .hypesquadOnlineHouse3,
            "PREMIUM_EARLY_SUPPORTER": .premiumEarlySupporter,
            "TEAM_PSEUDO_USER": .teamPseudoUser,
            "BUG_HUNTER_LEVEL_2": .bugHunterLevel2,
            "VERIFIED_BOT": .verifiedBot,
            "VERIFIED_DEVELOPER": .verifiedDeveloper,
            "CERTIFIED_MODERATOR": .certifiedModerator,
            "BOT_HTTP_INTERACTIONS": .botHTTPInteractions,
        ]
    }
}

/// Background colours of a nameplate.
///
/// <https://docs.discord.com/developers/resources/user#nameplate>
public struct NameplatePalette: OpenEnum {
    /// The value on the wire.
    public let rawValue: String

    /// Wraps a value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `CRIMSON`.
    public static let crimson = Self(rawValue: "crimson")
    /// `BERRY`.
    public static let berry = Self(rawValue: "berry")
    /// `SKY`.
    public static let sky = Self(rawValue: "sky")
    /// `TEAL`.
    public static let teal = Self(rawValue: "teal")
    /// `FOREST`.
    public static let forest = Self(rawValue: "forest")
    /// `BUBBLE_GUM`.
    public static let bubbleGum = Self(rawValue: "bubble_gum")
    /// `VIOLET`.
    public static let violet = Self(rawValue: "violet")
    /// `COBALT`.
    public static let cobalt = Self(rawValue: "cobalt")
    /// `CLOVER`.
    public static let clover = Self(rawValue: "clover")
    /// `LEMON`.
    public static let lemon = Self(rawValue: "lemon")
    /// `WHITE`.
    public static let white = Self(rawValue: "white")
    /// `BLACK`.
    public static let black = Self(rawValue: "black")

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "CRIMSON": .crimson,
            "BERRY": .berry,
            "SKY": .sky,
            "TEAL": .teal,
            "FOREST": .forest,
            "BUBBLE_GUM": .bubbleGum,
            "VIOLET": .violet,
            "COBALT": .cobalt,
            "CLOVER": .clover,
            "LEMON": .lemon,
            "WHITE": .white,
            "BLACK": .black,
        ]
    }
}

/// Who sees a connection.
///
/// <https://docs.discord.com/developers/resources/user#connection-object-visibility-types>
public struct ConnectionVisibility: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `NONE`.
    public static let none = Self(rawValue: 0)
    /// `EVERYONE`.
    public static let everyone = Self(rawValue: 1)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "NONE": .none,
            "EVERYONE": .everyone,
        ]
    }
}

/// Services an account can be connected with.
///
/// <https://docs.discord.com/developers/resources/user#connection-object-services>
public struct ConnectionService: OpenEnum {
    /// The value on the wire.
    public let rawValue: String

    /// Wraps a value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `AMAZON_MUSIC`.
    public static let amazonMusic = Self(rawValue: "amazon-music")
    /// `BATTLENET`.
    public static let battlenet = Self(rawValue: "battlenet")
    /// `BUNGIE`.
    public static let bungie = Self(rawValue: "bungie")
    /// `BLUESKY`.
    public static let bluesky = Self(rawValue: "bluesky")
    /// `CRUNCHYROLL`.
    public static let crunchyroll = Self(rawValue: "crunchyroll")
    /// `DOMAIN`.
    public static let domain = Self(rawValue: "domain")
    /// `EBAY`.
    public static let ebay = Self(rawValue: "ebay")
    /// `EPIC_GAMES`.
    public static let epicGames = Self(rawValue: "epicgames")
    /// `FACEBOOK`.
    public static let facebook = Self(rawValue: "facebook")
    /// `GITHUB`.
    public static let github = Self(rawValue: "github")
    /// `INSTAGRAM`.
    public static let instagram = Self(rawValue: "instagram")
    /// `LEAGUE_OF_LEGENDS`.
    public static let leagueOfLegends = Self(rawValue: "leagueoflegends")
    /// `MASTODON`.
    public static let mastodon = Self(rawValue: "mastodon")
    /// `PAYPAL`.
    public static let paypal = Self(rawValue: "paypal")
    /// `PLAYSTATION`.
    public static let playstation = Self(rawValue: "playstation")
    /// `REDDIT`.
    public static let reddit = Self(rawValue: "reddit")
    /// `RIOT_GAMES`.
    public static let riotGames = Self(rawValue: "riotgames")
    /// `ROBLOX`.
    public static let roblox = Self(rawValue: "roblox")
    /// `SPOTIFY`.
    public static let spotify = Self(rawValue: "spotify")
    /// `SKYPE`.
    public static let skype = Self(rawValue: "skype")
    /// `STEAM`.
    public static let steam = Self(rawValue: "steam")
    /// `TIKTOK`.
    public static let tiktok = Self(rawValue: "tiktok")
    /// `TWITCH`.
    public static let twitch = Self(rawValue: "twitch")
    /// `TWITTER`.
    public static let twitter = Self(rawValue: "twitter")
    /// `XBOX`.
    public static let xbox = Self(rawValue: "xbox")
    /// `YOUTUBE`.
    public static let youtube = Self(rawValue: "youtube")

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "AMAZON_MUSIC": .amazonMusic,
            "BATTLENET": .battlenet,
            "BUNGIE": .bungie,
            "BLUESKY": .bluesky,
            "CRUNCHYROLL": .crunchyroll,
            "DOMAIN": .domain,
            "EBAY": .ebay,
            "EPIC_GAMES": .epicGames,
            "FACEBOOK": .facebook,
            "GITHUB": .github,
            "INSTAGRAM": .instagram,
            "LEAGUE_OF_LEGENDS": .leagueOfLegends,
            "MASTODON": .mastodon,
            "PAYPAL": .paypal,
            "PLAYSTATION": .playstation,
            "REDDIT": .reddit,
            "RIOT_GAMES": .riotGames,
            "ROBLOX": .roblox,
            "SPOTIFY": .spotify,
            "SKYPE": .skype,
            "STEAM": .steam,
            "TIKTOK": .tiktok,
            "TWITCH": .twitch,
            "TWITTER": .twitter,
            "XBOX": .xbox,
            "YOUTUBE": .youtube,
        ]
    }
}

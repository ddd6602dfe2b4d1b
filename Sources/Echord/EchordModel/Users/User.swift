public import EchordPrimitives
public import JSON

/// A person or a bot, as everybody sees them.
///
/// <https://docs.discord.com/developers/resources/user#user-object>
@JSONModel
public struct User: Hashable, Sendable {
    /// The user's id.
    public var id: UserID
    /// The name, unique among those without a discriminator.
    public var username: String = ""
    /// The four digits of old, `"0"` without.
    public var discriminator: String = "0"
    /// The name that is shown, if one is set.
    public var globalName: String?
    /// Hash of the picture.
    public var avatar: String?
    /// Whether an application stands behind the account.
    @JSONKey("bot") public var isBot: Bool = false
    /// Whether Discord itself stands behind the account.
    @JSONKey("system") public var isSystem: Bool = false
    /// Whether a second factor is on; only about oneself.
    @JSONKey("mfa_enabled") public var hasMFA: Bool?
    /// Hash of the banner.
    public var banner: String?
    /// Colour where there is no banner.
    public var accentColor: Colour?
    /// The chosen language; only about oneself.
    public var locale: DiscordLocale?
    /// Whether the mail address is confirmed; only about oneself.
    @JSONKey("verified") public var isVerified: Bool?
    /// The mail address; only about oneself.
    public var email: String?
    /// All flags; only about oneself.
    public var flags: UserFlags?
    /// Which Nitro; only about oneself.
    public var premiumType: PremiumType?
    /// The flags everybody sees.
    public var publicFlags: UserFlags?
    /// The frame around the picture.
    public var avatarDecorationData: AvatarDecoration?
    /// What the user has collected.
    public var collectibles: Collectibles?
    /// The guild whose tag stands behind the name.
    public var primaryGuild: PrimaryGuild?
    /// How the name is drawn; Discord does not document it yet.
    public var displayNameStyles: JSONValue?
    /// In mentions of gateway messages, the user's member without the user.
    public var member: Box<Member>?
}

extension User {
    /// The name that is shown: the global one, or else the account's.
    public var displayName: String { globalName ?? username }

    /// Names the user in a message.
    public var mention: String { id.mention }
}

/// A frame around a picture.
///
/// <https://docs.discord.com/developers/resources/user#avatar-decoration-data-object>
@JSONModel
public struct AvatarDecoration: Hashable, Sendable {
    /// Hash of the frame.
    public var asset: String
    /// What it was bought as.
    public var skuID: SKUID?
    /// When it ends; Discord does not document it yet.
    public var expiresAt: JSONValue?
}

/// What somebody has collected.
///
/// <https://docs.discord.com/developers/resources/user#collectibles>
@JSONModel
public struct Collectibles: Hashable, Sendable {
    /// The background of the name.
    public var nameplate: Nameplate?
}

/// The background of somebody's name in lists.
///
/// <https://docs.discord.com/developers/resources/user#nameplate>
@JSONModel
public struct Nameplate: Hashable, Sendable {
    /// What it was bought as.
    public var skuID: SKUID?
    /// Path of the image.
    public var asset: String
    /// Its name; not used at present.
    public var label: String = ""
    /// Its colour.
    public var palette: NameplatePalette
    /// When it ends; Discord does not document it yet.
    public var expiresAt: JSONValue?
}

/// The guild whose tag somebody shows.
///
/// <https://docs.discord.com/developers/resources/user#user-object-user-primary-guild>
@JSONModel
public struct PrimaryGuild: Hashable, Sendable {
    /// The guild.
    public var identityGuildID: GuildID?
    /// Whether the tag is shown; `nil` when Discord took it away.
    public var identityEnabled: Bool?
    /// The text, up to four characters.
    public var tag: String?
    /// Hash of the badge.
    public var badge: String?
}

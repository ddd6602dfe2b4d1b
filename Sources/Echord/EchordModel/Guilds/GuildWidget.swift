public import EchordPrimitives
public import JSON

/// What a guild's widget tells everybody.
///
/// <https://docs.discord.com/developers/resources/guild#guild-widget-object>
@JSONModel
public struct GuildWidget: Hashable, Sendable {
    /// The guild.
    public var id: GuildID
    /// Its name, 2 to 100 characters.
    public var name: String
    /// An address that leads in.
    public var instantInvite: String?
    /// Voice and stage channels that everybody can enter.
    public var channels: [GuildWidgetChannel] = []
    /// Up to 100 who are online, without their real ids.
    public var members: [GuildWidgetMember] = []
    /// How many are online.
    public var presenceCount: Int
}

/// A channel in a widget.
///
/// <https://docs.discord.com/developers/resources/guild#guild-widget-object>
@JSONModel
public struct GuildWidgetChannel: Hashable, Sendable {
    /// The channel's id.
    public var id: ChannelID
    /// Its name.
    public var name: String
    /// Its place.
    public var position: Int
}

/// Somebody in a widget. Ids, discriminators and pictures are not the real ones.
///
/// <https://docs.discord.com/developers/resources/guild#guild-widget-object>
@JSONModel
public struct GuildWidgetMember: Hashable, Sendable {
    /// A number within the widget.
    public var id: String
    /// The name.
    public var username: String
    /// Always `0000`.
    public var discriminator: String = "0000"
    /// Always absent.
    public var avatar: String?
    /// `online`, `idle` or `dnd`.
    public var status: PresenceStatus
    /// Where the picture is.
    public var avatarURL: String
    /// What they do.
    public var activity: GuildWidgetActivity?
    /// Whether the guild has deafened them.
    @JSONKey("deaf") public var isDeaf: Bool?
    /// Whether the guild has muted them.
    @JSONKey("mute") public var isMute: Bool?
    /// Whether they hear nothing by choice.
    @JSONKey("self_deaf") public var isSelfDeaf: Bool?
    /// Whether they are silent by choice.
    @JSONKey("self_mute") public var isSelfMute: Bool?
    /// Whether they may not speak.
    @JSONKey("suppress") public var isSuppressed: Bool?
    /// The voice channel they are in.
    public var channelID: ChannelID?
}

/// What somebody in a widget does.
///
/// <https://docs.discord.com/developers/resources/guild#guild-widget-object>
@JSONModel
public struct GuildWidgetActivity: Hashable, Sendable {
    /// Its name.
    public var name: String
}

/// How a widget's picture looks.
///
/// <https://docs.discord.com/developers/resources/guild#get-guild-widget-image-widget-style-options>
public struct WidgetStyle: OpenEnum {
    /// The value on the wire.
    public let rawValue: String

    /// Wraps a value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `SHIELD`.
    public static let shield = Self(rawValue: "shield")
    /// `BANNER1`.
    public static let banner1 = Self(rawValue: "banner1")
    /// `BANNER2`.
    public static let banner2 = Self(rawValue: "banner2")
    /// `BANNER3`.
    public static let banner3 = Self(rawValue: "banner3")
    /// `BANNER4`.
    public static let banner4 = Self(rawValue: "banner4")

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        ["SHIELD": .shield, "BANNER1": .banner1, "BANNER2": .banner2, "BANNER3": .banner3, "BANNER4": .banner4]
    }
}

/// A guild's own invite.
///
/// <https://docs.discord.com/developers/resources/guild#get-guild-vanity-url>
@JSONModel
public struct VanityURL: Hashable, Sendable {
    /// Its code, if it has one.
    public var code: String?
    /// How often it was used.
    public var uses: Int = 0
    /// Why it does not work at present.
    public var error: VanityURLError?
}

/// Why a guild's own invite does not work.
@JSONModel
public struct VanityURLError: Hashable, Sendable {
    /// In words.
    public var message: String
    /// Discord's number.
    public var code: Int
}

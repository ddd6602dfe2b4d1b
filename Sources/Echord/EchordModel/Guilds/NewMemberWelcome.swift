public import EchordPrimitives
public import JSON

/// What a guild's home says to newcomers. Discord describes it without a page.
@JSONModel
public struct NewMemberWelcome: Hashable, Sendable {
    /// The guild.
    public var guildID: GuildID
    /// Whether it is shown.
    @JSONKey("enabled") public var isEnabled: Bool
    /// The greeting.
    public var welcomeMessage: WelcomeMessage?
    /// What newcomers are to do.
    public var newMemberActions: [NewMemberAction] = []
    /// Channels with something to read.
    public var resourceChannels: [ResourceChannel] = []
}

/// A greeting and who says it.
@JSONModel
public struct WelcomeMessage: Hashable, Sendable {
    /// Who says it.
    @JSONKey("author_ids") public var authorIDs: [UserID] = []
    /// The text.
    public var message: String
}

/// Something that newcomers are to do.
@JSONModel
public struct NewMemberAction: Hashable, Sendable {
    /// Where.
    public var channelID: ChannelID
    /// What.
    public var actionType: NewMemberActionType
    /// Its title.
    public var title: String
    /// More about it.
    public var description: String = ""
    /// Its emoji.
    public var emoji: PartialEmoji?
    /// Hash of its icon.
    public var icon: String?
}

/// What newcomers are to do.
public struct NewMemberActionType: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `VIEW`.
    public static let view = Self(rawValue: 0)
    /// `TALK`.
    public static let talk = Self(rawValue: 1)

    /// Every described value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> { ["VIEW": .view, "TALK": .talk] }
}

/// A channel with something to read.
@JSONModel
public struct ResourceChannel: Hashable, Sendable {
    /// The channel.
    public var channelID: ChannelID
    /// Its title.
    public var title: String
    /// Its emoji.
    public var emoji: PartialEmoji?
    /// Hash of its icon.
    public var icon: String?
    /// More about it.
    public var description: String = ""
}

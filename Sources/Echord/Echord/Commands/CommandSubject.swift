internal import EchordModel
public import EchordPrimitives

/// Who uses a command and where, as guards and cool-downs see it, whether it came as an interaction or as a message.
public struct CommandSubject: Sendable {
    /// The person.
    public var user: UserID
    /// The guild; `nil` in direct messages.
    public var guild: GuildID?
    /// The channel.
    public var channel: ChannelID?
    /// The member's roles, without the default one.
    public var roles: [RoleID]
    /// The language to answer in.
    public var locale: DiscordLocale
    /// What the person may do in the channel; `nil` outside a guild.
    public var permissions: @Sendable () async throws -> Permissions?
    /// What the bot may do in the channel; `nil` when nobody knows.
    public var botPermissions: @Sendable () async throws -> Permissions?

    /// Somebody, somewhere.
    public init(
        user: UserID, guild: GuildID? = nil, channel: ChannelID? = nil, roles: [RoleID] = [],
        locale: DiscordLocale = .americanEnglish,
        permissions: @escaping @Sendable () async throws -> Permissions? = { nil },
        botPermissions: @escaping @Sendable () async throws -> Permissions? = { nil }
    ) {
        self.user = user
        self.guild = guild
        self.channel = channel
        self.roles = roles
        self.locale = locale
        self.permissions = permissions
        self.botPermissions = botPermissions
    }

    /// Who made an interaction.
    public init(_ context: InteractionContext) {
        let interaction = context.interaction
        self.init(
            user: interaction.author?.id ?? UserID(rawValue: 0), guild: interaction.guildID,
            channel: interaction.channelID, roles: interaction.member?.roles ?? [],
            locale: interaction.preferredLocale, permissions: { interaction.member?.permissions },
            botPermissions: { interaction.appPermissions })
    }
}

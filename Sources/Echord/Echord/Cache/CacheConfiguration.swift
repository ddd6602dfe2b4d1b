public import EchordModel

/// What a ``DiscordCache`` keeps, kind by kind.
public struct CacheConfiguration: Sendable {
    /// Guilds, without the roles, emojis and stickers that are kinds of their own.
    public var guilds: CachePolicy<Guild> = .all
    /// Channels and active threads.
    public var channels: CachePolicy<Channel> = .all
    /// Roles.
    public var roles: CachePolicy<Role> = .all
    /// Members; Discord sends them at the start only with the intent, and in large guilds only those who are online.
    public var members: CachePolicy<Member> = .all
    /// Users.
    public var users: CachePolicy<User> = .all
    /// Presences. Off by default: they are most of the traffic and of the memory.
    public var presences: CachePolicy<Presence> = .off
    /// Who is in voice.
    public var voiceStates: CachePolicy<VoiceState> = .all
    /// Custom emojis.
    public var emojis: CachePolicy<Emoji> = .all
    /// Stickers.
    public var stickers: CachePolicy<Sticker> = .all
    /// Messages, the newest 1,000 of all channels together by default.
    public var messages: CachePolicy<Message> = CachePolicy(entries: 1_000)
    /// Events that guilds announce.
    public var scheduledEvents: CachePolicy<ScheduledEvent> = .all
    /// Stages that are live.
    public var stageInstances: CachePolicy<StageInstance> = .all
    /// Sounds.
    public var soundboardSounds: CachePolicy<SoundboardSound> = .all
    /// How often entries whose time is over are looked for; they are never handed out, whenever that is.
    public var sweepInterval: Duration = .seconds(60)

    /// The defaults, to be changed.
    public init() {}

    /// Whether any kind is on.
    var keepsAnything: Bool {
        guilds.isOn || channels.isOn || roles.isOn || members.isOn || users.isOn || presences.isOn || voiceStates.isOn
            || emojis.isOn || stickers.isOn || messages.isOn || scheduledEvents.isOn || stageInstances.isOn
            || soundboardSounds.isOn
    }

    /// Keeps nothing; switch on what is wanted.
    public static var off: CacheConfiguration {
        var configuration = CacheConfiguration()
        configuration.guilds = .off
        configuration.channels = .off
        configuration.roles = .off
        configuration.members = .off
        configuration.users = .off
        configuration.voiceStates = .off
        configuration.emojis = .off
        configuration.stickers = .off
        configuration.messages = .off
        configuration.scheduledEvents = .off
        configuration.stageInstances = .off
        configuration.soundboardSounds = .off
        return configuration
    }
}

/// What the cache keeps of one kind of thing, and for how long.
///
/// ```swift
/// configuration.messages = CachePolicy(entries: 1_000, lifetime: .seconds(3_600)) { !$0.author.isBot }
/// configuration.presences = .off
/// configuration.channels = CachePolicy(sweep: CacheSweep(every: .seconds(600)) { $0.type.isThread })
/// ```
public struct CachePolicy<Entity: Sendable>: Sendable {
    /// Whether anything is kept. Nothing is decoded for a kind that is off.
    public var isOn: Bool
    /// The greatest number of entries; the least recently used one makes room. `nil` for any number.
    public var entries: Int?
    /// The greatest estimated size in bytes; the least recently used ones make room. `nil` for any size.
    public var bytes: Int?
    /// How long an entry is good after it was last written. `nil` for ever.
    public var lifetime: Duration?
    /// Whether an entity is worth keeping; called on the connection's thread for every change, so it must be quick.
    public var keeps: (@Sendable (Entity) -> Bool)?
    /// What is let go from time to time besides that.
    public var sweep: CacheSweep<Entity>?

    /// Keeps entities within limits; by default all of them.
    public init(
        entries: Int? = nil, bytes: Int? = nil, lifetime: Duration? = nil, sweep: CacheSweep<Entity>? = nil,
        keeping keeps: (@Sendable (Entity) -> Bool)? = nil
    ) {
        isOn = entries != 0 && bytes != 0
        self.entries = entries
        self.bytes = bytes
        self.lifetime = lifetime
        self.sweep = sweep
        self.keeps = keeps
    }

    /// Keeps all.
    public static var all: CachePolicy { CachePolicy() }

    /// Keeps nothing.
    public static var off: CachePolicy { CachePolicy(entries: 0) }

    var limits: (entries: Int?, bytes: Int?, lifetime: Int64?) {
        let nanoseconds = lifetime.map { lifetime in
            let (seconds, attoseconds) = lifetime.components
            let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
            return overflow ? Int64.max : product + attoseconds / 1_000_000_000
        }
        return (entries, bytes, nanoseconds)
    }
}

/// A walk over all entries of a kind from time to time, which lets go what is not wanted any more.
public struct CacheSweep<Entity: Sendable>: Sendable {
    /// How often; at least a second lies between two walks.
    public var interval: Duration
    /// Whether an entity goes. It is called on the task that runs the client.
    public var isUnwanted: @Sendable (Entity) -> Bool

    /// Makes a sweep.
    public init(every interval: Duration, where isUnwanted: @escaping @Sendable (Entity) -> Bool) {
        self.interval = interval
        self.isUnwanted = isUnwanted
    }
}

/// The kinds of things that the cache keeps.
public enum CacheKind: String, CaseIterable, Hashable, Sendable {
    /// Guilds.
    case guilds
    /// Channels and active threads.
    case channels
    /// Roles.
    case roles
    /// Members of guilds.
    case members
    /// Users, the bot itself among them.
    case users
    /// Who is online, and what they do.
    case presences
    /// Who is in voice.
    case voiceStates = "voice_states"
    /// Custom emojis.
    case emojis
    /// Stickers of guilds.
    case stickers
    /// Messages.
    case messages
    /// Events that guilds announce.
    case scheduledEvents = "scheduled_events"
    /// Stages that are live.
    case stageInstances = "stage_instances"
    /// Sounds of guilds.
    case soundboardSounds = "soundboard_sounds"
}

public import Atoms

/// How far the clocks of a guild are ahead of UTC. The port through which lists by day learn where a day ends.
public struct GuildZone: Sendable {
    /// The offset of a guild's clocks at an instant.
    public let offset: @Sendable (GuildID, Instant) -> Duration

    /// A zone by a function.
    public init(offset: @escaping @Sendable (GuildID, Instant) -> Duration) { self.offset = offset }

    /// UTC for every guild.
    public static let utc = GuildZone { _, _ in .zero }
}

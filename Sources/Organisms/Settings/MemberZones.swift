public import Atoms
public import Molecules

/// Finds the zone in which a member says what time it is: their own, else the guild's, else the one of every guild that
/// has not chosen.
public struct MemberZones: Sendable {
    /// All zones there are.
    public let catalogue: ZoneCatalogue
    /// The zone of a guild that has not chosen one.
    public let standard: Zone
    private let repository = ZoneRepository()

    /// The zones of a catalogue.
    ///
    /// - Parameter standard: the zone of a guild that has not chosen one.
    public init(catalogue: ZoneCatalogue, standard: Zone) {
        self.catalogue = catalogue
        self.standard = standard
    }

    /// UTC for everybody.
    public static let utc = MemberZones(catalogue: .utcOnly, standard: .utc)

    /// The zone of a member of a guild. A zone that the database no longer knows counts as not chosen.
    public func zone(
        of user: UserID, in guild: GuildID, _ connection: any GuildReader
    ) async throws -> MemberZone {
        if let zone = try await repository.zone(of: user, in: guild, connection).flatMap({ catalogue[$0] }) {
            return MemberZone(zone, source: .own)
        }
        return try await zone(of: guild, connection)
    }

    /// The zone of a guild.
    public func zone(of guild: GuildID, _ connection: any GuildReader) async throws -> MemberZone {
        let chosen = try await repository.zone(of: guild, connection).flatMap { catalogue[$0] }
        return chosen.map { MemberZone($0, source: .guild) } ?? MemberZone(standard, source: .standard)
    }
}

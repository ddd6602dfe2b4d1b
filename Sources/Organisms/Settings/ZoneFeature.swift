public import Atoms
public import Molecules

/// What members and admins do with time zones.
public struct ZoneFeature: Sendable {
    /// Whose zone is which.
    public let zones: MemberZones
    private let store: GuildStore
    private let repository = ZoneRepository()

    /// The feature over a store.
    public init(store: GuildStore, zones: MemberZones) {
        self.store = store
        self.zones = zones
    }

    /// The zone that holds for a member.
    public func zone(of member: MemberContext) async throws -> MemberZone {
        try await store.read(member.guildID) { try await zones.zone(of: member.userID, in: member.guildID, $0) }
    }

    /// The zone that holds for a guild.
    public func zone(of guild: GuildID) async throws -> MemberZone {
        try await store.read(guild) { try await zones.zone(of: guild, $0) }
    }

    /// Chooses the member's own zone.
    ///
    /// - Returns: the zone that holds for them now, or `.unknownZone`.
    public func chooseOwn(_ choice: ZoneChoice, _ request: MemberRequest) async throws -> ZoneOutcome {
        let (user, guild) = (request.member.userID, request.member.guildID)
        return try await carryOut(choice, request) { name, work in
            let old = try await repository.zone(of: user, in: guild, work.transaction)
            guard old != name else { return }
            try await repository.set(name, of: user, in: guild, at: work.now, work.transaction)
            try await work.record(UserSettingsChanged(Difference(zone: old, to: name)), about: .user(user))
        } holding: {
            try await zone(of: request.member)
        }
    }

    /// Chooses the zone of the guild. Times that were set already stay when they are.
    ///
    /// - Returns: the zone that holds for the guild now, `.unknownZone`, or `.notAllowed` without Manage Server.
    public func chooseForGuild(_ choice: ZoneChoice, _ request: MemberRequest) async throws -> ZoneOutcome {
        guard request.member.mayConfigure else { return .notAllowed }
        let guild = request.member.guildID
        return try await carryOut(choice, request) { name, work in
            let old = try await repository.zone(of: guild, work.transaction)
            guard old != name else { return }
            try await repository.set(name, of: guild, at: work.now, work.transaction)
            try await work.record(ConfigChanged(Difference(zone: old, to: name)), about: .guild(guild))
        } holding: {
            try await zone(of: guild)
        }
    }

    /// Looks up the zone and changes what is kept, once, however often the request arrives.
    private func carryOut(
        _ choice: ZoneChoice, _ request: MemberRequest, _ change: (ZoneName?, GuildWork) async throws -> Void,
        holding: () async throws -> MemberZone
    ) async throws -> ZoneOutcome {
        var name: ZoneName?
        if case .named(let text) = choice {
            guard let zone = zones.catalogue.zone(named: text) else { return .unknownZone }
            name = zone.name
        }
        _ = try await store.once(
            request.key, by: .user(request.member.userID), in: request.member.guildID, reason: request.reason
        ) { work in
            try await change(name, work)
            return name?.rawValue ?? ""
        }
        return .done(try await holding())
    }
}

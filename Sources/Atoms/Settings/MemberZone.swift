internal import EchordPrimitives

/// In which zone a member says what time it is, and who decided it.
public struct MemberZone: Hashable, Sendable {
    /// Who decided it, the nearest first.
    public enum Source: Hashable, Sendable {
        /// The member.
        case own
        /// The guild.
        case guild
        /// Nobody: it is the zone of every guild that has not chosen one.
        case standard
    }

    /// The zone.
    public let zone: Zone
    /// Who decided it.
    public let source: Source

    /// A zone by somebody's decision.
    public init(_ zone: Zone, source: Source) {
        self.zone = zone
        self.source = source
    }
}

/// Which zone somebody asks for.
public enum ZoneChoice: Hashable, Sendable {
    /// The one that is meant by this text.
    case named(String)
    /// None of their own: the one that holds otherwise.
    case inherited
}

/// How a request for a zone ended.
public enum ZoneOutcome: Hashable, Sendable {
    /// This zone holds now.
    case done(MemberZone)
    /// There is no zone of that name; nothing changed.
    case unknownZone
    /// Only somebody with Manage Server may change what holds for all; nothing changed.
    case notAllowed
}

extension MemberContext {
    /// Whether they may change what holds for the whole guild: Manage Server or Administrator.
    public var mayConfigure: Bool { !permissions.isDisjoint(with: [.administrator, .manageGuild]) }
}

internal import EchordModel
public import EchordPrimitives
internal import Locking

/// Decides who may use a command. Give it to ``CommandActing/guarded(by:)``.
public struct CommandGuard: Sendable {
    /// Why somebody may not; nil when they may.
    public let check: @Sendable (CommandSubject) async throws -> CommandRefusal?

    /// A guard of one's own.
    ///
    /// - Parameter check: why somebody may not; nil when they may. What it throws counts as a failure.
    public init(_ check: @escaping @Sendable (CommandSubject) async throws -> CommandRefusal?) {
        self.check = check
    }

    /// In guilds only.
    public static let guildOnly = CommandGuard { $0.guild == nil ? .guildOnly : nil }

    /// In direct messages only.
    public static let directMessageOnly = CommandGuard { $0.guild == nil ? nil : .directMessageOnly }

    /// For whoever has all of these permissions in the channel; administrators have all. Nobody has any outside a guild.
    public static func permissions(_ needed: Permissions) -> CommandGuard {
        CommandGuard { subject in
            guard subject.guild != nil else { return .guildOnly }
            return try await lacking(needed, subject.permissions).map(CommandRefusal.missingPermissions)
        }
    }

    /// Where the bot has all of these permissions in the channel.
    public static func botPermissions(_ needed: Permissions) -> CommandGuard {
        CommandGuard { subject in
            try await lacking(needed, subject.botPermissions).map(CommandRefusal.botMissingPermissions)
        }
    }

    /// For members with one of these roles.
    public static func anyRole(of roles: RoleID...) -> CommandGuard {
        CommandGuard { $0.roles.contains(where: roles.contains) ? nil : .missingRole }
    }

    /// For these people alone.
    public static func users(_ users: Set<UserID>) -> CommandGuard {
        CommandGuard { users.contains($0.user) ? nil : .ownerOnly }
    }

    /// For the application's owner, or of a team all who have joined and may do more than read.
    ///
    /// - Parameter rest: is asked once who they are, and again after an answer that failed.
    public static func owner(asking rest: RESTClient) -> CommandGuard {
        let known = Locked<Set<UserID>?>(nil)
        return CommandGuard { subject in
            if let owners = known.withLock({ $0 }) { return owners.contains(subject.user) ? nil : .ownerOnly }
            let owners = try await rest.send(.getCurrentApplication()).owners
            known.withLock { $0 = owners }
            return owners.contains(subject.user) ? nil : .ownerOnly
        }
    }

    private static func lacking(
        _ needed: Permissions, _ granted: @Sendable () async throws -> Permissions?
    ) async throws -> Permissions? {
        let granted = try await granted() ?? []
        guard !granted.contains(.administrator) else { return nil }
        let missing = needed.subtracting(granted)
        return missing.isEmpty ? nil : missing
    }
}

extension Application {
    /// Who the application belongs to.
    fileprivate var owners: Set<UserID> {
        guard let team else { return Set([owner?.id].compactMap(\.self)) }
        return Set(team.members.filter { $0.membershipState == .accepted && $0.role != .readOnly }.map(\.user.id))
    }
}

extension [CommandGuard] {
    /// Asks one after the other.
    func check(_ subject: CommandSubject) async throws {
        for each in self {
            if let refusal = try await each.check(subject) { throw refusal }
        }
    }
}

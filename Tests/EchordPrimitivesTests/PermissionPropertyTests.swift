import EchordPrimitives
import FuzzKit
import Testing

/// The calculator against one that asks every question anew, bit by bit, on random worlds.
@Suite("Permission calculator against the obvious one")
struct PermissionPropertyTests {
    private struct World {
        var calculator: PermissionCalculator
        var subject: PermissionCalculator.Subject
        var overwrites: [PermissionOverwrite]
        var kind: PermissionCalculator.ChannelKind
    }

    private static let bits = (UInt64(0)..<53).map { Permissions(rawValue: 1 << $0) }

    @Test("Same answer for every bit")
    func agree() async {
        await Fuzz("permissions", usually: 2_000).run { _, random in
            let world = makeWorld(&random)
            let result = world.calculator.permissions(of: world.subject, overwrites: world.overwrites, in: world.kind)
            for bit in Self.bits where bit.rawValue != 1 << 47 {
                try Fuzz.check(result.contains(bit) == Self.isAllowed(bit, in: world), "\(bit)")
            }
        }
    }

    private func makeWorld(_ random: inout SeededGenerator) -> World {
        func set() -> Permissions {
            // A world in which every role is an administrator shows nothing.
            var raw = UInt64.random(in: 0..<(1 << 53), using: &random) & .random(in: 0..<(1 << 53), using: &random)
            if Int.random(in: 0..<12, using: &random) != 0 { raw &= ~Permissions.administrator.rawValue }
            return Permissions(rawValue: raw)
        }
        var roles: [RoleID: Permissions] = [1: set().union(Bool.random(using: &random) ? .viewChannel : [])]
        for id in UInt64(2)...6 where Bool.random(using: &random) { roles[RoleID(id)] = set() }
        let held = (UInt64(2)...6).filter { _ in Bool.random(using: &random) }.map { RoleID($0) }
        var overwrites: [PermissionOverwrite] = []
        for id in UInt64(1)...6 where Bool.random(using: &random) {
            overwrites.append(.role(RoleID(id), allow: set(), deny: set()))
        }
        for id in UInt64(10)...11 where Bool.random(using: &random) {
            overwrites.append(.member(UserID(id), allow: set(), deny: set()))
        }
        overwrites.shuffle(using: &random)
        let kinds: [PermissionCalculator.ChannelKind] = [
            .text, .voice, .thread(isPrivate: false, isMember: false), .thread(isPrivate: true, isMember: false),
            .thread(isPrivate: true, isMember: true),
        ]
        return World(
            calculator: PermissionCalculator(guild: 1, owner: 12, roles: roles),
            subject: .init(
                user: UserID(UInt64.random(in: 10...12, using: &random)), roles: held,
                isTimedOut: Int.random(in: 0..<5, using: &random) == 0),
            overwrites: overwrites, kind: kinds[Int.random(in: 0..<kinds.count, using: &random)])
    }

    /// Slow and obvious: one question at a time, in the words of the documentation.
    private static func isAllowed(_ bit: Permissions, in world: World) -> Bool {
        if isAdministrator(in: world) { return true }
        if bit == .administrator { return false }
        func explicit(_ bit: Permissions) -> Bool {
            if world.subject.isTimedOut, bit != .viewChannel, bit != .readMessageHistory { return false }
            return isExplicitlyAllowed(bit, in: world)
        }
        guard explicit(.viewChannel), explicit(bit) else { return false }
        let needsSending: [Permissions] = [.mentionEveryone, .sendTTSMessages, .attachFiles, .embedLinks]
        switch world.kind {
        case .text: return !needsSending.contains(bit) || explicit(.sendMessages)
        case .voice:
            if needsSending.contains(bit), !explicit(.sendMessages) { return false }
            return Permissions.impliedByConnecting.intersection(bit).isEmpty || explicit(.connect)
        case .thread(let isPrivate, let isMember):
            if isPrivate, !isMember, !explicit(.manageThreads) { return false }
            if bit == .sendMessages { return false }
            return !needsSending.contains(bit) || explicit(.sendMessagesInThreads)
        }
    }

    private static func isAdministrator(in world: World) -> Bool {
        if world.subject.user == world.calculator.owner { return true }
        return ([1] + world.subject.roles).contains { (world.calculator.roles[$0] ?? []).contains(.administrator) }
    }

    private static func isExplicitlyAllowed(_ bit: Permissions, in world: World) -> Bool {
        var allowed = ([1] + world.subject.roles).contains { (world.calculator.roles[$0] ?? []).contains(bit) }
        let everyone = world.overwrites.filter { $0.kind == .role && $0.id.rawValue == 1 }
        if everyone.contains(where: { $0.deny.contains(bit) }) { allowed = false }
        if everyone.contains(where: { $0.allow.contains(bit) }) { allowed = true }
        let roles = world.overwrites.filter { overwrite in
            overwrite.kind == .role && world.subject.roles.contains { $0.rawValue == overwrite.id.rawValue }
        }
        if roles.contains(where: { $0.deny.contains(bit) }) { allowed = false }
        if roles.contains(where: { $0.allow.contains(bit) }) { allowed = true }
        let own = world.overwrites.filter { $0.kind == .member && $0.id.rawValue == world.subject.user.rawValue }
        if own.contains(where: { $0.deny.contains(bit) }) { allowed = false }
        if own.contains(where: { $0.allow.contains(bit) }) { allowed = true }
        return allowed
    }
}

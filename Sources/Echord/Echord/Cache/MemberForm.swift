internal import EchordModel
internal import EchordPrimitives
internal import JSON

/// A member in the cache: times and the hash as numbers, flags as bits, the user left to the cache of users, and what
/// few members have as JSON beside it.
struct MemberForm: CacheForm {
    private struct Bits: OptionSet {
        let rawValue: UInt8
        static let deaf = Bits(rawValue: 1)
        static let notDeaf = Bits(rawValue: 2)
        static let mute = Bits(rawValue: 4)
        static let notMute = Bits(rawValue: 8)
        static let pending = Bits(rawValue: 16)
    }

    private let nick: String?
    private let roles: [RoleID]
    private let avatar: ImageHash?
    private let joinedAt: CompactTime
    private let premiumSince: CompactTime
    private let timeoutEnd: CompactTime
    private let flags: MemberFlags?
    private let bits: Bits
    private let rest: [UInt8]?

    init(_ member: Member) {
        nick = member.nick
        roles = member.roles
        flags = member.flags
        avatar = member.avatar.flatMap(ImageHash.init)
        joinedAt = CompactTime(member.joinedAt)
        premiumSince = CompactTime(member.premiumSince)
        timeoutEnd = CompactTime(member.communicationDisabledUntil)
        var bits: Bits = []
        if let isDeaf = member.isDeaf { bits.insert(isDeaf ? .deaf : .notDeaf) }
        if let isMute = member.isMute { bits.insert(isMute ? .mute : .notMute) }
        if member.isPending { bits.insert(.pending) }
        self.bits = bits

        var rest = member
        rest.user = nil
        rest.nick = nil
        rest.roles = []
        rest.flags = nil
        rest.isDeaf = nil
        rest.isMute = nil
        rest.isPending = false
        // What an interaction was told about one channel is not the member's.
        rest.permissions = nil
        if avatar != nil { rest.avatar = nil }
        if joinedAt.time != nil { rest.joinedAt = nil }
        if premiumSince.time != nil { rest.premiumSince = nil }
        if timeoutEnd.time != nil { rest.communicationDisabledUntil = nil }
        self.rest = rest == Member() ? nil : JSON.encode(rest)
    }

    /// The member without the user.
    var entity: Member? {
        var member: Member
        if let rest {
            guard let read = try? JSON.decode(Member.self, from: rest) else { return nil }
            member = read
        } else {
            member = Member()
        }
        member.nick = nick
        member.roles = roles
        member.flags = flags
        if let avatar { member.avatar = avatar.text }
        if let time = joinedAt.time { member.joinedAt = time }
        if let time = premiumSince.time { member.premiumSince = time }
        if let time = timeoutEnd.time { member.communicationDisabledUntil = time }
        member.isDeaf = bits.contains(.deaf) ? true : bits.contains(.notDeaf) ? false : nil
        member.isMute = bits.contains(.mute) ? true : bits.contains(.notMute) ? false : nil
        member.isPending = bits.contains(.pending)
        return member
    }

    var bytes: Int {
        let nickname = nick.map { $0.utf8.count > 15 ? $0.utf8.count + 32 : 0 } ?? 0
        let list = roles.isEmpty ? 0 : 32 + roles.count * 8
        return MemoryLayout<Self>.stride + nickname + list + (rest.map { $0.count + 32 } ?? 0)
    }
}

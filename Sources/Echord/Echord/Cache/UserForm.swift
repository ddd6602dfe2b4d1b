internal import EchordModel
internal import EchordPrimitives
internal import JSON

/// A user in the cache: the hash as a number, flags as bits, and what few users have as JSON beside it.
struct UserForm: CacheForm {
    private struct Bits: OptionSet {
        let rawValue: UInt8
        static let bot = Bits(rawValue: 1)
        static let system = Bits(rawValue: 2)
    }

    private let id: UserID
    private let username: String
    private let globalName: String?
    private let avatar: ImageHash?
    private let publicFlags: UserFlags?
    private let discriminator: UInt16
    private let bits: Bits
    /// The user without all this, when more is known.
    private let rest: [UInt8]?

    init(_ user: User) {
        id = user.id
        username = user.username
        globalName = user.globalName
        publicFlags = user.publicFlags
        avatar = user.avatar.flatMap(ImageHash.init)
        let number = UInt16(user.discriminator) ?? 0
        discriminator = Self.text(number) == user.discriminator ? number : 0
        var bits: Bits = []
        if user.isBot { bits.insert(.bot) }
        if user.isSystem { bits.insert(.system) }
        self.bits = bits

        var rest = user
        rest.username = ""
        rest.globalName = nil
        rest.publicFlags = nil
        rest.isBot = false
        rest.isSystem = false
        // The member that comes with mentions belongs to one guild.
        rest.member = nil
        if avatar != nil { rest.avatar = nil }
        if discriminator > 0 { rest.discriminator = "0" }
        self.rest = rest == User(id: user.id) ? nil : JSON.encode(rest)
    }

    private static func text(_ discriminator: UInt16) -> String {
        guard discriminator > 0 else { return "0" }
        let digits = String(discriminator)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    var entity: User? {
        var user: User
        if let rest {
            guard let read = try? JSON.decode(User.self, from: rest) else { return nil }
            user = read
        } else {
            user = User(id: id)
        }
        user.username = username
        user.globalName = globalName
        user.publicFlags = publicFlags
        user.isBot = bits.contains(.bot)
        user.isSystem = bits.contains(.system)
        if let avatar { user.avatar = avatar.text }
        if discriminator > 0 { user.discriminator = Self.text(discriminator) }
        return user
    }

    var bytes: Int {
        let text = [username.utf8.count, globalName?.utf8.count ?? 0].reduce(0) { $1 > 15 ? $0 + $1 + 32 : $0 }
        return MemoryLayout<Self>.stride + text + (rest.map { $0.count + 32 } ?? 0)
    }
}

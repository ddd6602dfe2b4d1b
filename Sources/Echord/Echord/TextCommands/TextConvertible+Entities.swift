public import EchordModel
internal import EchordPrimitives

extension ResolvedMember: TextConvertible {
    /// `a member`.
    public static var textExpectation: String { "a member" }

    /// Finds a member by mention, id, or the whole name, whatever the letters' case.
    public static func read(_ word: String, in context: TextContext) async throws -> ResolvedMember? {
        guard let guild = context.guildID else {
            let author = context.message.author
            return UserID(textWord: word) == author.id ? ResolvedMember(user: author) : nil
        }
        if let id = UserID(textWord: word) {
            // A mentioned user stands in the message, and need not be asked for.
            if let user = context.message.mentions.first(where: { $0.id == id }), let member = user.member {
                return ResolvedMember(user: user, member: member.value)
            }
            return try await context.lookup.member(id, guild).flatMap(ResolvedMember.init(member:))
        }
        guard (2...32).contains(word.count) else { return nil }
        let name = word.lowercased()
        let found = try await context.lookup.membersNamed(word, guild).compactMap(ResolvedMember.init(member:))
        return found.first { $0.user.username.lowercased() == name }
            ?? found.first { $0.displayName.lowercased() == name }
    }

    private init?(member: Member) {
        guard let user = member.user else { return nil }
        self.init(user: user, member: member)
    }
}

extension Role: TextConvertible {
    /// `a role`.
    public static var textExpectation: String { "a role" }

    /// Finds a role by mention, id, or the whole name, whatever the letters' case.
    public static func read(_ word: String, in context: TextContext) async throws -> Role? {
        guard let guild = context.guildID else { return nil }
        let roles = try await context.lookup.roles(guild)
        if let id = RoleID(textWord: word) { return roles.first { $0.id == id } }
        let name = word.lowercased()
        return roles.first { $0.name.lowercased() == name }
    }
}

extension Channel: TextConvertible {
    /// `a channel`.
    public static var textExpectation: String { "a channel" }

    /// Finds a channel of the guild by mention, id, or name.
    public static func read(_ word: String, in context: TextContext) async throws -> Channel? {
        guard let guild = context.guildID else { return nil }
        let channels = try await context.lookup.channels(guild)
        if let id = ChannelID(textWord: word) { return channels.first { $0.id == id } }
        let name = (word.hasPrefix("#") ? String(word.dropFirst()) : word).lowercased()
        return channels.first { $0.name?.lowercased() == name }
    }
}

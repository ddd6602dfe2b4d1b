public import EchordModel
public import EchordPrimitives
internal import JSON

extension DiscordThing where Model == Channel {
    /// Makes the bot a member of a thread.
    public func join() async throws { try await discord.send(.joinThread(channelID)) }

    /// Takes the bot out of a thread.
    public func leave() async throws { try await discord.send(.leaveThread(channelID)) }

    /// Makes a user a member of a thread. Needs SEND_MESSAGES.
    public func addMember(_ user: UserID) async throws { try await discord.send(.addThreadMember(user, to: channelID)) }

    /// Takes a user out of a thread. Needs MANAGE_THREADS, or to have made it if it is private.
    public func removeMember(_ user: UserID) async throws {
        try await discord.send(.removeThreadMember(user, from: channelID))
    }

    /// A user's membership in a thread; refused with 404 where there is none.
    ///
    /// - Parameter withMember: Whether the guild's member comes with it.
    public func threadMember(_ user: UserID, withMember: Bool? = nil) async throws -> ThreadMember {
        try await discord.send(.getThreadMember(user, of: channelID, withMember: withMember))
    }

    /// The members of the thread. Needs the intent GUILD_MEMBERS.
    ///
    /// - Parameters:
    ///   - withMember: Whether the guild's members come with them.
    ///   - limit: How many at most.
    public func threadMembers(withMember: Bool = false, limit: Int? = nil) -> PagedSequence<ThreadMember> {
        guard withMember else {
            // Without members Discord knows no pages.
            return PagedSequence(limit: limit) { [self] _ in
                .init(elements: try await discord.send(.listThreadMembers(of: channelID)), next: nil)
            }
        }
        return .keyset(from: nil, limit: limit, pageSize: 100, key: \.userID) { [self] in
            try await discord.send(.listThreadMembers(of: channelID, withMember: true, limit: $1, after: $0))
        }
    }

    /// Puts the thread away; a message brings it back unless it is locked. Needs MANAGE_THREADS, or to have made it.
    @discardableResult
    public func archive(locking isLocked: Bool? = nil, reason: String? = nil) async throws -> Live<Channel> {
        try await edit(
            EditThread(isArchived: .set(true), isLocked: isLocked.map { .set($0) } ?? .keep), reason: reason)
    }

    /// Brings the thread back. Needs SEND_MESSAGES, for a locked one MANAGE_THREADS.
    @discardableResult
    public func unarchive(reason: String? = nil) async throws -> Live<Channel> {
        try await edit(EditThread(isArchived: .set(false)), reason: reason)
    }
}

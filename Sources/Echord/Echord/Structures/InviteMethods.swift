public import EchordModel
internal import EchordPrimitives

extension Live where Model == Invite {
    /// Takes it back. Needs MANAGE_CHANNELS in its channel, or MANAGE_GUILD.
    @discardableResult
    public func delete(reason: String? = nil) async throws -> Live<Invite> {
        try await live(.deleteInvite(model.code, reason: reason))
    }

    /// Whom it is for, as a table (CSV) of user ids. Needs MANAGE_GUILD, or to have made it.
    public func targets() async throws -> [UInt8] { try await discord.send(.getInviteTargets(of: model.code)) }

    /// Says whom it is for, by a table (CSV) of user ids. Needs MANAGE_GUILD, or to have made it.
    public func setTargets(_ users: FileUpload) async throws {
        try await discord.send(.setInviteTargets(of: model.code, users))
    }

    /// How far Discord has come with reading whom it is for.
    public func targetJob() async throws -> InviteTargetJob {
        try await discord.send(.getInviteTargetJob(of: model.code))
    }
}

extension All where Element == Invite, Owner == Guild {
    /// All of them. Needs MANAGE_GUILD, or VIEW_AUDIT_LOG without what only the former shows.
    public func list() async throws -> [Live<Invite>] { try await live(.listGuildInvites(of: owner.id)) }
}

extension All where Element == Invite, Owner == Channel {
    /// All of them. Needs MANAGE_CHANNELS.
    public func list() async throws -> [Live<Invite>] { try await live(.listChannelInvites(in: owner.id)) }

    /// Makes an invite. Needs CREATE_INSTANT_INVITE.
    ///
    /// - Parameter targetUsers: A CSV file whose only column holds the ids of those who may use it.
    @discardableResult
    public func create(
        _ invite: CreateInvite = CreateInvite(), targetUsers: FileUpload? = nil, reason: String? = nil
    ) async throws -> Live<Invite>? {
        try await live(.createInvite(in: owner.id, invite, targetUsers: targetUsers, reason: reason))
    }

    /// Makes an invite to a group. Discord describes it without a page.
    @discardableResult
    public func create(ofGroup invite: CreateGroupInvite = CreateGroupInvite()) async throws -> Live<Invite>? {
        try await live(.createGroupInvite(in: owner.id, invite))
    }
}

/// Who may do what, computed as Discord computes it.
///
/// Source: https://discord.com/developers/docs/topics/permissions#permission-overwrites
extension World {
    /// What a member may do in the guild as a whole.
    func permissions(of user: Flake, in guild: Guild, at now: Moment) -> Perm {
        guard let member = guild.members[user] else { return [] }
        let granted = base(member, in: guild)
        return granted.contains(.administrator) || !member.isHeld(at: now)
            ? granted : granted.intersection(.whenTimedOut)
    }

    /// What a member may do in a channel; in a direct message what Discord grants there.
    ///
    /// In a thread the place of Send Messages is taken by Send Messages in Threads.
    func permissions(of user: Flake, in channel: Channel, at now: Moment) -> Perm {
        guard let guildID = channel.guild else { return Self.directMessage }
        guard let guild = guilds[guildID], let member = guild.members[user] else { return [] }
        let base = base(member, in: guild)
        if base.contains(.administrator) { return .all }
        let placed = channel.kind.isThread ? channel.parent.flatMap { channels[$0] } ?? channel : channel
        var granted = Self.apply(placed.overwrites, to: base, of: member, everyone: guild.id)
        // Only a role makes an administrator.
        granted.remove(.administrator)
        if member.isHeld(at: now) { granted.formIntersection(.whenTimedOut) }
        return Self.withoutImplied(granted, in: channel, of: user)
    }

    private static let directMessage: Perm = [
        .viewChannel, .sendMessages, .embedLinks, .attachFiles, .readHistory, .mentionEveryone, .externalEmojis,
        .externalStickers, .addReactions, .useCommands, .sendPolls, .sendVoiceMessages, .pinMessages,
    ]

    /// What owner and roles give, no channel and no time-out considered.
    private func base(_ member: Membership, in guild: Guild) -> Perm {
        if guild.owner == member.user { return .all }
        var granted = guild.everyone
        for role in member.roles { granted.formUnion(guild.roles[role]?.permissions ?? []) }
        return granted.contains(.administrator) ? .all : granted
    }

    private static func apply(
        _ overwrites: [Overwrite], to base: Perm, of member: Membership, everyone: Flake
    ) -> Perm {
        var granted = base
        if let overwrite = overwrites.first(where: { !$0.isMember && $0.id == everyone }) {
            granted.subtract(overwrite.deny)
            granted.formUnion(overwrite.allow)
        }
        var allow: Perm = []
        var deny: Perm = []
        for overwrite in overwrites where !overwrite.isMember && member.roles.contains(overwrite.id) {
            allow.formUnion(overwrite.allow)
            deny.formUnion(overwrite.deny)
        }
        granted.subtract(deny)
        granted.formUnion(allow)
        if let overwrite = overwrites.first(where: { $0.isMember && $0.id == member.user }) {
            granted.subtract(overwrite.deny)
            granted.formUnion(overwrite.allow)
        }
        return granted
    }

    /// Takes away what is worth nothing without something else that is missing.
    private static func withoutImplied(_ granted: Perm, in channel: Channel, of user: Flake) -> Perm {
        guard granted.contains(.viewChannel) else { return [] }
        var granted = granted
        if channel.kind.isThread {
            let isIn = channel.thread?.members[user] != nil
            if channel.kind == .privateThread, !isIn, !granted.contains(.manageThreads) { return [] }
            granted.remove(.sendMessages)
        }
        if !granted.contains(channel.kind.writing) { granted.subtract(.whenWriting) }
        if channel.kind.isVocal, !granted.contains(.connect) { granted.subtract(.whenConnected) }
        return granted
    }

    /// The bot's permissions in a channel.
    func botPermissions(in channel: Channel, at now: Moment) -> Perm {
        permissions(of: application.id, in: channel, at: now)
    }

    /// The bot's permissions in a guild.
    func botPermissions(in guild: Guild, at now: Moment) -> Perm {
        permissions(of: application.id, in: guild, at: now)
    }

    /// Where a member stands: above every member of lower rank, and level with nobody but themself.
    func rank(of user: Flake, in guild: Guild) -> Rank {
        if guild.owner == user { return .owner }
        let roles = guild.members[user]?.roles.compactMap { guild.roles[$0]?.rank } ?? []
        return roles.max() ?? .everyone
    }
}

/// Who may do what, computed as Discord computes it.
///
/// Source: https://discord.com/developers/docs/topics/permissions#permission-overwrites
extension World {
    /// A member's permissions in the guild as a whole.
    func permissions(of user: Flake, in guild: Guild) -> Perm {
        if guild.owner == user { return .all }
        guard let member = guild.members[user] else { return [] }
        var granted = guild.everyone
        for role in member.roles { granted.formUnion(guild.roles[role]?.permissions ?? []) }
        return granted.contains(.administrator) ? .all : granted
    }

    /// A member's permissions in a channel; in a direct message what Discord grants there.
    func permissions(of user: Flake, in channel: Channel, at now: Moment) -> Perm {
        guard let guildID = channel.guild else { return Self.directMessage }
        guard let guild = guilds[guildID] else { return [] }
        let base = permissions(of: user, in: guild)
        if base.contains(.administrator) { return .all }
        guard let member = guild.members[user] else { return [] }
        let placed = channel.kind.isThread ? channel.parent.flatMap { channels[$0] } ?? channel : channel
        var granted = Self.apply(placed.overwrites, to: base, of: member, everyone: guild.id)
        if channel.kind.isThread, granted.contains(.sendInThreads) {
            granted.insert(.sendMessages)
        } else if channel.kind.isThread {
            granted.remove(.sendMessages)
        }
        if let until = member.timedOutUntil, until > now { granted.formIntersection(.whenTimedOut) }
        return Self.withoutImplied(granted)
    }

    private static let directMessage: Perm = [
        .viewChannel, .sendMessages, .embedLinks, .attachFiles, .readHistory, .mentionEveryone, .externalEmojis,
        .addReactions, .useCommands, .sendPolls,
    ]

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

    /// Who cannot see a channel can do nothing in it; who cannot write can neither mention nor attach.
    private static func withoutImplied(_ granted: Perm) -> Perm {
        guard granted.contains(.viewChannel) else { return [] }
        guard granted.contains(.sendMessages) else {
            return granted.subtracting([.mentionEveryone, .sendTTS, .attachFiles, .embedLinks])
        }
        return granted
    }

    /// The bot's permissions in a channel.
    func botPermissions(in channel: Channel, at now: Moment) -> Perm {
        permissions(of: application.id, in: channel, at: now)
    }

    /// The position of a member's highest role; the owner stands above all.
    func rank(of user: Flake, in guild: Guild) -> Int {
        if guild.owner == user { return .max }
        return guild.members[user]?.roles.compactMap { guild.roles[$0]?.position }.max() ?? 0
    }
}

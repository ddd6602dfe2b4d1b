import JSON

/// Writing a message: what Discord checks before it is posted, for the bot and for people alike.
extension Realm {
    static let nonceMemory = Duration.seconds(300)

    /// Posts what a user writes.
    ///
    /// - Throws: 50008 or 40058 where no messages stand, 160005 in a locked thread, 50013 without a permission, 20016 under slowmode,
    ///   200000 when a rule blocks it, 160002, 160014 or 50035 for a message that cannot be answered or forwarded, 50278 or 50007 to who cannot be written to.
    mutating func write(_ draft: MessageDraft, by user: Flake, in channel: Channel) throws(Refusal) -> Post {
        try checkPlace(channel, for: user)
        try checkRights(draft, by: user, in: channel)
        if let known = try knownNonce(draft, in: channel.id) { return known }
        try takeTurn(user, in: channel)
        let caught = try moderated(draft.content ?? "", by: user, in: channel)
        var post = blank(draft, by: user, in: channel, as: flake())
        try refer(&post, draft, world.permissions(of: user, in: channel, at: now))
        let written = finish(post, draft, in: channel)
        punish(caught, draft.content ?? "", by: user, in: channel, message: written.id)
        return written
    }

    /// Opens a thread in a forum and posts its first message, which shares its id; the rights are those in the forum.
    mutating func write(
        _ draft: MessageDraft, opening thread: Channel, in forum: Channel, by cause: Cause
    ) throws(Refusal) -> Post {
        let user = cause.user ?? world.application.id
        try checkRights(draft, by: user, in: forum)
        try takeTurn(user, in: forum)
        let caught = try moderated(draft.content ?? "", by: user, in: forum)
        open(thread, by: cause)
        let written = finish(blank(draft, by: user, in: thread, as: thread.id), draft, in: thread)
        punish(caught, draft.content ?? "", by: user, in: thread, message: written.id)
        return written
    }

    private func blank(_ draft: MessageDraft, by user: Flake, in channel: Channel, as id: Flake) -> Post {
        var post = Post(id: id, channel: channel.id, author: user, createdAt: now)
        post.guild = channel.guild
        post.isTTS = draft.isTTS
        post.nonce = draft.nonce
        return post
    }

    private mutating func finish(_ blank: Post, _ draft: MessageDraft, in channel: Channel) -> Post {
        var post = blank
        let granted = world.permissions(of: post.author, in: channel, at: now)
        fill(&post, from: draft, senderMayMentionAll: granted.contains(.mentionEveryone))
        remember(draft, post)
        enter(channel, post)
        publish(post)
        return post
    }

    // MARK: - Where

    private func checkPlace(_ channel: Channel, for user: Flake) throws(Refusal) {
        guard !channel.kind.isForum else { throw .forumMessage }
        guard channel.kind.holdsMessages else { throw .nonTextChannel }
        guard let guild = channel.guild else {
            guard let recipient = channel.recipient else { return }
            let bot = world.application.id
            let isMutual = world.guilds.values.contains { $0.members[recipient] != nil && $0.members[bot] != nil }
            guard isMutual else { throw .noMutualGuild }
            guard user != bot || world.users[recipient]?.takesDirectMessages == true else { throw .cannotMessageUser }
            return
        }
        guard let member = world.membership(user, in: guild), !member.isPending else { throw .missingPermissions }
    }

    // MARK: - What

    private func checkRights(_ draft: MessageDraft, by user: Flake, in channel: Channel) throws(Refusal) {
        guard channel.guild != nil else { return try checkExpressions(draft, by: user, in: channel) }
        let granted = world.permissions(of: user, in: channel, at: now)
        if channel.thread?.isLocked == true, !granted.contains(.manageThreads) { throw .lockedThread }
        var needed = channel.kind.writing
        if !draft.uploads.isEmpty || !draft.stored.isEmpty { needed.insert(.attachFiles) }
        if draft.embeds?.isEmpty == false { needed.insert(.embedLinks) }
        if draft.isTTS { needed.insert(.sendTTS) }
        if draft.poll != nil { needed.insert(.sendPolls) }
        guard granted.isSuperset(of: needed) else { throw .missingPermissions }
        try checkExpressions(draft, by: user, in: channel)
        if draft.flags?.contains(.voiceMessage) == true, !granted.contains(.sendVoiceMessages) {
            throw .noVoiceMessages
        }
    }

    /// Holds people to the slowmode; bots and those with Bypass Slowmode are free of it.
    private mutating func takeTurn(_ user: Flake, in channel: Channel) throws(Refusal) {
        let granted = world.permissions(of: user, in: channel, at: now)
        let isFree = world.users[user]?.isBot == true || granted.contains(.bypassSlowmode)
        guard channel.slowmode > 0, !isFree else { return }
        if let last = channel.lastWrites[user], last + .seconds(channel.slowmode) > now {
            throw .slowmode(after: last + .seconds(channel.slowmode) - now)
        }
        world.channels[channel.id]?.lastWrites[user] = now
    }

    // MARK: - Answers and forwards

    private func refer(_ post: inout Post, _ draft: MessageDraft, _ granted: Perm) throws(Refusal) {
        guard let reference = draft.reference else { return }
        guard !reference.isForward else { return try forward(&post, reference) }
        guard
            reference.channel == nil || reference.channel == post.channel,
            let answered = world.post(reference.message, in: post.channel), !answered.isEphemeral
        else {
            if reference.isRequired {
                throw .invalidField(["message_reference"], "REPLIES_UNKNOWN_MESSAGE", "Unknown message")
            }
            return
        }
        guard post.guild == nil || granted.contains(.readHistory) else { throw .replyWithoutHistory }
        guard !answered.kind.isSystem else {
            throw .invalidField(
                ["message_reference"], "REPLIES_CANNOT_REPLY_TO_SYSTEM_MESSAGE", "Cannot reply to a system message")
        }
        post.reference = .init(message: answered.id, channel: post.channel, guild: post.guild)
        post.kind = .reply
    }

    private func forward(_ post: inout Post, _ reference: MessageDraft.Reference) throws(Refusal) {
        let source = try channel(reference.channel ?? post.channel, for: post.author, [.readHistory])
        guard let original = world.post(reference.message, in: source.id), !original.isEphemeral else {
            throw .unknownMessage
        }
        guard !original.kind.isSystem, original.poll == nil else {
            throw .invalidField(
                ["message_reference"], "MESSAGE_CANNOT_BE_FORWARDED", "This message cannot be forwarded")
        }
        let isBlind = post.author == world.application.id && !settings.allowedPrivileged.contains(.messageContent)
        guard !isBlind || world.contentIsOpen(original) else { throw .unreadableForward }
        post.reference = .init(
            kind: .forward, message: original.id, channel: source.id, guild: source.guild)
        // A forward of a forward passes on what that one holds.
        post.snapshot = original.snapshot ?? world.snapshotJSON(original)
        post.flags.insert(.hasSnapshot)
    }

    // MARK: - Nonces

    /// With `enforce_nonce` the same message is not posted twice.
    private mutating func knownNonce(_ draft: MessageDraft, in channel: Flake) throws(Refusal) -> Post? {
        nonces = nonces.filter { $0.value.until > now }
        guard draft.enforcesNonce, let nonce = draft.nonce, let found = nonces[Self.nonceText(nonce)],
            found.channel == channel
        else { return nil }
        return world.post(found.post, in: channel)
    }

    private mutating func remember(_ draft: MessageDraft, _ post: Post) {
        guard let nonce = draft.nonce, nonces.count < 10_000 else { return }
        nonces[Self.nonceText(nonce)] = (post.id, post.channel, now + Self.nonceMemory)
    }

    private static func nonceText(_ nonce: JSONValue) -> String {
        nonce.text ?? nonce.integer.map(String.init) ?? ""
    }
}

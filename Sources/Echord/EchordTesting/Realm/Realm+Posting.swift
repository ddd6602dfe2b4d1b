import JSON

/// Posting, editing and deleting messages, with the events that follow.
extension Realm {
    /// Makes the links of uploaded files and stores their bytes.
    mutating func attach(_ draft: MessageDraft, channel: Flake, isEphemeral: Bool) -> [Attachment] {
        draft.uploads.map { upload in
            let details = draft.files?.first { $0.id.value == UInt64(upload.index) }
            var attachment = makeAttachment(
                named: details?.filename ?? upload.filename, type: upload.contentType, bytes: upload.bytes,
                channel: channel)
            attachment.description = details?.description
            attachment.title = details?.title
            attachment.isEphemeral = isEphemeral
            world.files.add(.init(attachment: attachment, bytes: upload.bytes))
            return attachment
        }
    }

    /// A file's metadata, with a link to our own server.
    mutating func makeAttachment(named name: String, type: String?, bytes: [UInt8], channel: Flake) -> Attachment {
        let id = flake()
        let filename = Self.safeFilename(name)
        return Attachment(
            id: id, filename: filename, contentType: type ?? Self.contentType(of: filename), size: bytes.count,
            url: "\(settings.origin)/attachments/\(channel.text)/\(id.text)/\(filename)")
    }

    /// Discord keeps letters, digits and `._-` of a name.
    static func safeFilename(_ name: String) -> String {
        let kept = name.unicodeScalars.map { scalar -> Character in
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || (48...57).contains(scalar.value))
            return isPlain || "._-".unicodeScalars.contains(scalar) ? Character(scalar) : "_"
        }
        let text = String(kept.suffix(120)).trimmed
        return text.isEmpty || text.allSatisfy({ $0 == "." }) ? "file" : text
    }

    static func contentType(of filename: String) -> String? {
        switch filename.split(separator: ".").last?.lowercased() {
        case "png": "image/png"
        case "jpg", "jpeg": "image/jpeg"
        case "gif": "image/gif"
        case "webp": "image/webp"
        case "txt", "log", "md": "text/plain; charset=utf-8"
        case "json": "application/json; charset=utf-8"
        case "pdf": "application/pdf"
        case "mp4": "video/mp4"
        case "mp3": "audio/mpeg"
        default: nil
        }
    }

    /// Fills a post from a draft: texts, components with the links of files, mentions.
    mutating func fill(_ post: inout Post, from draft: MessageDraft, senderMayMentionAll: Bool) {
        let isEdit = post.editedAt != nil
        if let flags = draft.flags {
            let fixed: Post.Flags = [.ephemeral, .loading]
            post.flags = post.flags.intersection(fixed).union(flags.subtracting(fixed)).union(
                isEdit ? post.flags.intersection(.componentsV2) : [])
        }
        let added = attach(draft, channel: post.channel, isEphemeral: post.isEphemeral)
        if let files = draft.files {
            post.attachments = post.attachments.filter { kept in files.contains { $0.id == kept.id } }
        }
        post.attachments += added + draft.stored
        if !isEdit {
            post.stickers = draft.stickers
            post.poll = draft.poll
            post.poll?.expiry = now + .seconds((draft.poll?.hours ?? 0) * 3600)
        }
        let links = Dictionary(post.attachments.map { ($0.filename, $0) }, uniquingKeysWith: { $1 })
        if let content = draft.content { post.content = plainEmojis(content, of: post) }
        if let embeds = draft.embeds { post.embeds = embeds.map { Self.linking($0, links) } }
        if let components = draft.components { post.components = components.map { Self.linking($0, links) } }
        resolveMentions(&post, draft.mentions, mayMentionAll: senderMayMentionAll)
    }

    /// Replaces `attachment://name` by the file's link, wherever it stands.
    private static func linking(_ value: JSONValue, _ links: [String: Attachment]) -> JSONValue {
        switch value {
        case .string(let text) where text.hasPrefix("attachment://"):
            return .string(links[String(text.dropFirst("attachment://".count))]?.url ?? text)
        case .array(let list):
            return .array(list.map { linking($0, links) })
        case .object(let fields):
            var result: JSONObject = [:]
            for (key, value) in fields { result[key] = linking(value, links) }
            return .object(result)
        default:
            return value
        }
    }

    private func resolveMentions(_ post: inout Post, _ allowed: MessageDraft.AllowedMentions, mayMentionAll: Bool) {
        let found = MentionReader([post.content] + Self.displayedTexts(post.components))
        post.mentions = found.users.filter { user in
            world.users[user] != nil && (allowed.allUsers || allowed.users.contains(user))
        }
        let guild = post.guild.flatMap { world.guilds[$0] }
        post.mentionedRoles = found.roles.filter { id in
            guard let role = guild?.roles[id] else { return false }
            return (allowed.allRoles || allowed.roles.contains(id)) && (role.isMentionable || mayMentionAll)
        }
        post.mentionsEveryone = found.everyone && allowed.everyone && mayMentionAll && post.guild != nil
        if post.kind == .reply, allowed.repliedUser, let message = post.reference?.message,
            let author = world.post(message, in: post.channel)?.author, world.users[author] != nil,
            !post.mentions.contains(author)
        {
            post.mentions.append(author)
        }
    }

    /// The texts of text displays in a tree of components.
    static func displayedTexts(_ components: [JSONValue]) -> [String] {
        components.flatMap { component -> [String] in
            let own = component["type"]?.integer == 10 ? [component["content"]?.text ?? ""] : []
            return own + displayedTexts(component["components"]?.list ?? [])
        }
    }

    // MARK: - Events

    /// Puts a new message into the world and tells everyone.
    mutating func publish(_ post: Post) {
        world.add(post)
        if let guild = post.guild { world.guilds[guild]?.members[post.author]?.lastSeen = now }
        if let poll = post.poll { timers[.pollEnd(channel: post.channel, post: post.id)] = poll.expiry }
        sendPostEvent("MESSAGE_CREATE", post)
        notePost("message_create", post)
    }

    /// Tells everyone that a message has changed.
    mutating func republish(_ post: Post) {
        sendPostEvent("MESSAGE_UPDATE", post)
        notePost("message_update", post)
    }

    /// Sends a message's event to the bot, where it may see it.
    ///
    /// An ephemeral message comes like a direct one, without its guild.
    /// Source: https://discord.com/developers/docs/events/gateway-events#message-create
    private mutating func sendPostEvent(_ event: String, _ post: Post) {
        guard let channel = world.channels[post.channel] else { return }
        let isDirect = post.guild == nil || post.isEphemeral
        if !post.isEphemeral, post.guild != nil, !world.botPermissions(in: channel, at: now).contains(.viewChannel) {
            return
        }
        let whole = world.postEventJSON(post)
        let isOpen = world.contentIsOpen(post)
        let bare = isOpen ? whole : world.withoutContent(whole)
        dispatch(event, guild: post.guild, intents: isDirect ? .directMessages : .messages) { session in
            isOpen || session.intents.contains(.messageContent) ? whole : bare
        }
    }

    /// Posts what Discord itself says about something that happened.
    mutating func postSystem(
        _ kind: Post.Kind, by user: Flake, in channel: Flake, _ fill: (inout Post) -> Void = { _ in }
    ) {
        var post = Post(id: flake(), channel: channel, author: user, createdAt: now)
        post.guild = world.channels[channel]?.guild
        post.kind = kind
        fill(&post)
        publish(post)
    }

    /// Removes messages and tells everyone.
    mutating func unpublish(_ ids: [Flake], in channel: Flake, isBulk: Bool? = nil) {
        let gone = ids.compactMap { world.removePost($0, in: channel) }
        guard let first = gone.first else { return }
        for post in gone { markCopies(of: post) }
        for post in gone where post.isEphemeral { notePostsGone([post.id], in: channel, visibleTo: post.visibleTo) }
        let open = gone.filter { !$0.isEphemeral }.map(\.id)
        guard !open.isEmpty, let place = world.channels[channel] else { return }
        notePostsGone(open, in: channel)
        guard first.guild == nil || world.botPermissions(in: place, at: now).contains(.viewChannel) else { return }
        var fields: JSONObject = ["channel_id": channel.json]
        if let guild = first.guild { fields["guild_id"] = guild.json }
        let isSingle = !(isBulk ?? (ids.count > 1))
        if isSingle { fields["id"] = open[0].json } else { fields["ids"] = .flakes(open) }
        let body = JSONValue.object(fields)
        dispatch(
            isSingle ? "MESSAGE_DELETE" : "MESSAGE_DELETE_BULK", guild: first.guild,
            intents: first.guild == nil ? .directMessages : .messages
        ) { _ in body }
    }

    // MARK: - Reactions

    mutating func react(_ user: Flake, _ emoji: EmojiReference, to id: Flake, in channel: Flake) {
        var isNew = false
        let post = world.change(id, in: channel) { post in
            if let index = post.reactions.firstIndex(where: { $0.emoji == emoji }) {
                isNew = !post.reactions[index].users.contains(user)
                if isNew { post.reactions[index].users.append(user) }
            } else {
                post.reactions.append((emoji, [user]))
                isNew = true
            }
        }
        guard isNew, let post else { return }
        var fields = reactionEvent(post, emoji, user)
        fields["message_author_id"] = post.author.json
        if let guild = post.guild, let member = world.membership(user, in: guild) {
            fields["member"] = world.memberJSON(member)
        }
        sendReaction("MESSAGE_REACTION_ADD", fields, post)
    }

    mutating func unreact(_ user: Flake, _ emoji: EmojiReference, from id: Flake, in channel: Flake) {
        var isGone = false
        let post = world.change(id, in: channel) { post in
            guard let index = post.reactions.firstIndex(where: { $0.emoji == emoji }),
                let place = post.reactions[index].users.firstIndex(of: user)
            else { return }
            isGone = true
            post.reactions[index].users.remove(at: place)
            if post.reactions[index].users.isEmpty { post.reactions.remove(at: index) }
        }
        guard isGone, let post else { return }
        sendReaction("MESSAGE_REACTION_REMOVE", reactionEvent(post, emoji, user), post)
    }

    /// Removes all reactions, or all with one emoji.
    mutating func clearReactions(_ emoji: EmojiReference?, from id: Flake, in channel: Flake) {
        guard
            let post = world.change(
                id, in: channel,
                { post in
                    post.reactions.removeAll { emoji == nil || $0.emoji == emoji }
                })
        else { return }
        var fields = reactionEvent(post, nil, nil)
        if let emoji { fields["emoji"] = emoji.json }
        sendReaction(emoji == nil ? "MESSAGE_REACTION_REMOVE_ALL" : "MESSAGE_REACTION_REMOVE_EMOJI", fields, post)
    }

    private func reactionEvent(_ post: Post, _ emoji: EmojiReference?, _ user: Flake?) -> JSONObject {
        var fields: JSONObject = ["message_id": post.id.json, "channel_id": post.channel.json]
        if let guild = post.guild { fields["guild_id"] = guild.json }
        if let user {
            fields["user_id"] = user.json
            fields["burst"] = false
            fields["type"] = 0
        }
        if let emoji { fields["emoji"] = emoji.json }
        return fields
    }

    private mutating func sendReaction(_ event: String, _ fields: JSONObject, _ post: Post) {
        notePost("message_update", post)
        guard let channel = world.channels[post.channel] else { return }
        if post.guild != nil, !world.botPermissions(in: channel, at: now).contains(.viewChannel) { return }
        dispatch(event, guild: post.guild, intents: post.guild == nil ? .directReactions : .reactions) { _ in
            .object(fields)
        }
    }
}

import JSON

/// Which emojis and stickers may be used where.
///
/// People here are all subscribers, for whom emojis of other servers are open.
extension Realm {
    /// Keeps the pictures that came with a form.
    mutating func keep(_ images: [ImageData]) {
        for image in images { world.images.add(image) }
    }

    // MARK: - Emojis

    /// An emoji as it is called where it comes from, when the user may use it in the channel.
    ///
    /// - Throws: 10014 when there is none the user knows, 50013 when it is another server's and those are not allowed.
    func usable(_ emoji: EmojiReference, by user: Flake, in channel: Channel) throws(Refusal) -> EmojiReference {
        guard let id = emoji.id else { return emoji }
        guard let found = knownEmoji(id, to: user) else { throw .unknownEmoji }
        guard isAllowed(found.guild, .externalEmojis, by: user, in: channel) else { throw .missingPermissions }
        return found.emoji.reference
    }

    /// An emoji of the application, or of a guild the user is in and has the role for; webhooks know them all.
    private func knownEmoji(_ id: Flake, to user: Flake) -> (emoji: Emoji, guild: Flake?)? {
        guard let found = world.emoji(id) else { return nil }
        guard world.users[user] != nil else { return found }
        guard let guild = found.guild else { return user == world.application.id ? found : nil }
        guard let member = world.membership(user, in: guild) else { return nil }
        let roles = found.emoji.roles
        return roles.isEmpty || !Set(roles).isDisjoint(with: member.roles) ? found : nil
    }

    /// Whether what comes from a guild may be used in a channel: its own always, others' with a permission.
    private func isAllowed(_ home: Flake?, _ needed: Perm, by user: Flake, in channel: Channel) -> Bool {
        guard let guild = channel.guild, let home, home != guild, world.users[user] != nil else { return true }
        return world.permissions(of: user, in: channel, at: now).contains(needed)
    }

    /// A text in which the custom emojis that its author may not use are mere names.
    func plainEmojis(_ text: String, of post: Post) -> String {
        guard text.contains("<:") || text.contains("<a:"), let channel = world.channels[post.channel] else {
            return text
        }
        return text.replacing(#/<(?<moves>a?):(?<name>[A-Za-z0-9_]{2,32}):(?<id>[0-9]{1,20})>/#) { match -> String in
            guard let id = Flake(match.id),
                let emoji = try? usable(EmojiReference(name: "", id: id), by: post.author, in: channel)
            else { return ":\(match.name):" }
            return "<\(emoji.isAnimated ? "a" : ""):\(emoji.name):\(id.text)>"
        }
    }

    // MARK: - In messages

    /// Checks the custom emojis of a message's components and poll, and its stickers.
    ///
    /// - Throws: 50035 for an emoji that there is not, 50081 for a sticker that may not be sent.
    func checkExpressions(
        _ draft: MessageDraft, by user: Flake, in channel: Channel, path: [String] = []
    ) throws(Refusal) {
        var errors = FieldErrors()
        for (index, component) in (draft.components ?? []).enumerated() {
            checkEmojis(component, path + ["components", String(index)], by: user, &errors)
        }
        for (index, answer) in (draft.poll?.answers ?? []).enumerated() {
            guard let id = answer.emoji?.id, knownEmoji(id, to: user) == nil else { continue }
            errors.add(
                path + ["poll", "answers", String(index), "poll_media", "emoji"], "POLL_INVALID_EMOJI", "Invalid emoji")
        }
        try errors.throwIfAny()
        for id in draft.stickers {
            guard let sticker = world.sticker(id), world.membership(user, in: sticker.guild) != nil,
                isAllowed(sticker.guild, .externalStickers, by: user, in: channel),
                // Bots have only those of the server they write in.
                world.users[user]?.isBot != true || sticker.guild == channel.guild
            else { throw .invalidSticker }
        }
    }

    private func checkEmojis(_ value: JSONValue, _ path: [String], by user: Flake, _ errors: inout FieldErrors) {
        if let list = value.list {
            for (index, item) in list.enumerated() { checkEmojis(item, path + [String(index)], by: user, &errors) }
        }
        for (key, inner) in value.fields ?? [:] {
            if key == "emoji", let id = Flake(json: inner["id"]) {
                guard knownEmoji(id, to: user) == nil else { continue }
                errors.add(path + [key, "id"], "BUTTON_COMPONENT_INVALID_EMOJI", "Invalid emoji")
            } else if inner.list != nil || inner.fields != nil {
                checkEmojis(inner, path + [key], by: user, &errors)
            }
        }
    }
}

import JSON

/// Making and changing guilds, members and roles, with the events that follow.
extension Realm {
    // MARK: - Users and guilds

    mutating func addUser(_ username: String, globalName: String?, locale: String) -> Person {
        let user = Person(id: flake(), username: username, globalName: globalName, locale: locale)
        world.users[user.id] = user
        return user
    }

    /// Makes a guild with a general channel; the bot joins it with the given permissions.
    mutating func addGuild(_ name: String, owner: Flake, locale: String = "en-US", botPermissions: Perm) -> Guild {
        var guild = Guild(id: flake(), name: name, owner: owner, locale: locale)
        guild.roles[guild.id] = Role(id: guild.id, name: "@everyone", permissions: .defaultEveryone, position: 0)
        guild.members[owner] = Membership(user: owner, joinedAt: now)
        world.guilds[guild.id] = guild
        addBot(to: guild.id, botPermissions)
        return world.guilds[guild.id] ?? guild
    }

    /// Invites the bot: its own role, its membership, and GUILD_CREATE.
    mutating func addBot(to id: Flake, _ permissions: Perm) {
        let bot = world.application.id
        var role = Role(id: flake(), name: world.application.name, permissions: permissions, position: 1)
        role.isManaged = true
        role.botID = bot
        world.guilds[id]?.roles[role.id] = role
        world.guilds[id]?.members[bot] = Membership(user: bot, roles: [role.id], joinedAt: now)
        world.guilds[id]?.botJoinedAt = now
        announceGuild(id)
    }

    /// Sends GUILD_CREATE for a guild the bot has come into.
    mutating func announceGuild(_ id: Flake) {
        guard let guild = world.guilds[id] else { return }
        let bodies = Dictionary(
            gateway.sessions.values.map { ($0.id, guildCreate(guild, for: $0)) },
            uniquingKeysWith: { first, _ in first })
        dispatch("GUILD_CREATE", guild: id, intents: .guilds) { bodies[$0.id] }
        noteGuild(id)
    }

    /// The bot leaves, or is thrown out.
    mutating func removeBot(from id: Flake) {
        dispatch("GUILD_DELETE", guild: id, intents: .guilds) { _ in ["id": id.json] }
        let bot = world.application.id
        world.guilds[id]?.members[bot] = nil
        world.guilds[id]?.botJoinedAt = nil
        for role in world.guilds[id]?.roles.values.filter({ $0.botID == bot }) ?? [] {
            world.guilds[id]?.roles[role.id] = nil
        }
        for command in world.commands.values where command.guild == id { world.commands[command.id] = nil }
        noteGuild(id)
    }

    // MARK: - Members

    /// A person joins, or a member is changed.
    mutating func putMember(_ user: Flake, in id: Flake, roles: [Flake]?, nick: String??) {
        guard world.membership(user, in: id) == nil else {
            return changeMember(user, in: id) { member in
                if let roles { member.roles = roles }
                if let nick { member.nick = nick }
            }
        }
        var member = Membership(user: user, roles: roles ?? [], joinedAt: now)
        if let nick { member.nick = nick }
        member = profiled(member, in: id)
        if world.guilds[id]?.left.contains(user) == true { member.flags |= Membership.rejoined }
        world.guilds[id]?.members[user] = member
        let body = world.memberJSON(member).adding("guild_id", id.json)
        dispatch("GUILD_MEMBER_ADD", guild: id, intents: .members) { _ in body }
        noteGuild(id)
    }

    /// Changes a member and sends GUILD_MEMBER_UPDATE.
    ///
    /// - Parameter cause: Who does it, for the audit log; nil for what is no act of a member.
    mutating func changeMember(_ user: Flake, in id: Flake, by cause: Cause? = nil, _ edit: (inout Membership) -> Void)
    {
        guard let before = world.membership(user, in: id) else { return }
        var member = before
        edit(&member)
        if before.nick != member.nick { member = profiled(member, in: id) }
        world.guilds[id]?.members[user] = member
        let body = world.memberJSON(member).adding("guild_id", id.json)
        let isBot = user == world.application.id
        // A bot hears of changes to itself with GUILDS alone.
        dispatch("GUILD_MEMBER_UPDATE", guild: id, intents: isBot ? [.members, .guilds] : .members) { _ in body }
        noteGuild(id)
        if let cause { audit(change: before, to: member, in: id, by: cause) }
    }

    private mutating func audit(change before: Membership, to after: Membership, in id: Flake, by cause: Cause) {
        let fields = AuditEntry.changes(
            from: .object(before.bare), to: .object(after.bare),
            in: ["nick", "communication_disabled_until", "mute", "deaf", "flags"])
        if !fields.isEmpty { audit(.memberUpdate, in: id, by: cause, target: after.user, changes: fields) }
        var roles: [JSONValue] = []
        for (key, list) in [
            ("$add", after.roles.filter { !before.roles.contains($0) }),
            ("$remove", before.roles.filter { !after.roles.contains($0) }),
        ] where !list.isEmpty {
            let named = list.map { role -> JSONValue in
                ["id": role.json, "name": .text(world.guilds[id]?.roles[role]?.name)]
            }
            roles.append(["key": .string(key), "new_value": .array(named)])
        }
        if !roles.isEmpty { audit(.memberRoles, in: id, by: cause, target: after.user, changes: roles) }
    }

    /// A member leaves or is taken out.
    mutating func removeMember(_ user: Flake, from id: Flake) {
        if user == world.application.id { return removeBot(from: id) }
        guard world.guilds[id]?.members.removeValue(forKey: user) != nil else { return }
        world.guilds[id]?.left.insert(user)
        timers[.timeoutEnd(guild: id, user: user)] = nil
        leaveVoice(user, in: id)
        for channel in world.guilds[id]?.channels.sorted() ?? [] { leave(channel, user) }
        let body: JSONValue = ["guild_id": id.json, "user": world.userJSON(user)]
        dispatch("GUILD_MEMBER_REMOVE", guild: id, intents: .members) { _ in body }
        noteGuild(id)
    }

    // MARK: - Roles

    /// Makes a role under all others; nil when the guild has no room for it.
    mutating func addRole(_ name: String, permissions: Perm, color: Int, in id: Flake) -> Role? {
        guard let guild = world.guilds[id], guild.roles.count < world.limits.rolesPerGuild else { return nil }
        var role = Role(id: flake(), name: name, permissions: permissions, position: 1)
        role.colors.primary = color
        addRole(role, in: id, by: nil)
        return role
    }

    // MARK: - People writing

    /// A person writes a message.
    mutating func actMessage(
        _ user: Flake, in channelID: Flake, content: String, reference: Flake?, files: [Flake]
    ) throws(ActRefusal) -> Post {
        let channel = try place(user, channelID)
        guard channel.kind.holdsMessages else { throw ActRefusal(.notPossible, "This channel holds no messages.") }
        guard content.unicodeScalars.count <= MessageValidator.contentLimit else {
            throw ActRefusal(.invalidValue, "A message has at most 2000 characters.")
        }
        var draft = MessageDraft()
        draft.content = content.trimmed
        draft.stored = try attachments(files)
        if let reference {
            draft.reference = .init(message: try seenPost(reference, by: user, in: channel).id)
        }
        guard !draft.isEmpty else { throw ActRefusal(Refusal.emptyMessage) }
        do throws(Refusal) {
            return try write(draft, by: user, in: channel)
        } catch {
            throw ActRefusal(error)
        }
    }

    func attachments(_ files: [Flake]) throws(ActRefusal) -> [Attachment] {
        guard files.count <= 10 else { throw ActRefusal(.invalidValue, "A message has at most 10 files.") }
        var result: [Attachment] = []
        for id in files {
            guard let file = world.files[id] else {
                throw ActRefusal(.invalidValue, "There is no uploaded file \(id.text).")
            }
            result.append(file.attachment)
        }
        return result
    }

    /// A person edits an own message.
    mutating func actEdit(
        _ user: Flake, in channelID: Flake, message: Flake, content: String
    ) throws(ActRefusal) -> Post {
        let channel = try place(user, channelID)
        let before = try seenPost(message, by: user, in: channel)
        guard before.author == user else { throw ActRefusal(Refusal.editOfAnother) }
        guard (1...MessageValidator.contentLimit).contains(content.trimmed.unicodeScalars.count) else {
            throw ActRefusal(.invalidValue, "A message has 1 to 2000 characters.")
        }
        var after = before
        after.editedAt = now
        var draft = MessageDraft()
        draft.content = content.trimmed
        do throws(Refusal) {
            let caught = try moderated(content, by: user, in: channel)
            punish(caught, content, by: user, in: channel, message: message)
        } catch {
            throw ActRefusal(error)
        }
        fill(&after, from: draft, senderMayMentionAll: false)
        let edited = after
        world.change(message, in: channelID) { $0 = edited }
        republish(after)
        return after
    }

    /// A person deletes a message, or dismisses what only they see.
    mutating func actDelete(_ user: Flake, in channelID: Flake, message: Flake) throws(ActRefusal) {
        let channel = try place(user, channelID)
        if let interaction = interactions[message], interaction.user == user, interaction.hasPlaceholder {
            interactions.change(message) { $0.isDismissed = true }
            return notePostsGone([message], in: channelID, visibleTo: user)
        }
        let post = try seenPost(message, by: user, in: channel)
        if post.isEphemeral {
            // Dismissing hides it on the member's side; the bot hears nothing of it.
            _ = world.removePost(message, in: channelID)
            notePostsGone([message], in: channelID, visibleTo: user)
            return
        }
        do throws(Refusal) {
            try erase(post, in: channel, by: Cause(user: user))
        } catch {
            throw ActRefusal(error)
        }
    }

    mutating func actReact(
        _ user: Flake, in channelID: Flake, message: Flake, emoji text: String, remove: Bool
    ) throws(ActRefusal) {
        let channel = try place(user, channelID)
        let post = try seenPost(message, by: user, in: channel)
        guard let emoji = EmojiReference(text) else { throw ActRefusal(Refusal.unknownEmoji) }
        if remove { return unreact(user, emoji, from: message, in: channelID) }
        let there = post.reactions.first { $0.emoji == emoji }?.emoji
        let isThere = there != nil
        var usable = there ?? emoji
        if !isThere {
            do throws(Refusal) {
                usable = try self.usable(emoji, by: user, in: channel)
            } catch {
                throw ActRefusal(error)
            }
        }
        guard isThere || world.permissions(of: user, in: channel, at: now).contains(.addReactions) else {
            throw ActRefusal(Refusal.missingPermissions)
        }
        guard isThere || post.reactions.count < Self.reactionLimit else { throw ActRefusal(Refusal.maximumReactions) }
        react(user, usable, to: message, in: channelID)
    }

    mutating func actTyping(_ user: Flake, in channelID: Flake) throws(ActRefusal) {
        let channel = try place(user, channelID)
        guard world.permissions(of: user, in: channel, at: now).contains(channel.kind.writing) else {
            throw ActRefusal(Refusal.missingPermissions)
        }
        typing(user, in: channel)
    }
}

import JSON

/// The bot answering interactions.
///
/// Source: https://discord.com/developers/docs/interactions/receiving-and-responding#responding-to-an-interaction
extension Realm {
    /// The first answer.
    ///
    /// - Returns: The message the answer made or changed, for `with_response`.
    mutating func answer(
        _ id: Flake, token: String, body: JSONValue, uploads: [UploadedFile]
    ) throws(Refusal) -> Post? {
        guard let interaction = interactions[id], interaction.token == token else { throw .unknownInteraction }
        if interaction.answer != nil { throw .alreadyAcknowledged }
        guard interaction.state == .pending, now < interaction.createdAt + settings.answerWindow else {
            throw .unknownInteraction
        }
        var errors = FieldErrors()
        let type = errors.oneOf(body["type"], ["type"], allowedAnswers(to: interaction), required: true)
        try errors.throwIfAny()
        let data = body.present("data") ?? [:]
        switch type {
        case 4: return try answerWithMessage(interaction, data, uploads)
        case 5: return try answerDeferred(interaction, data)
        case 6: return try answerDeferredUpdate(interaction)
        case 7: return try answerUpdate(interaction, data, uploads)
        case 8: return try answerChoices(interaction, data)
        default: return try answerModal(interaction, data)
        }
    }

    /// Which callback types an interaction takes.
    private func allowedAnswers(to interaction: Interaction) -> [Int] {
        switch interaction.type {
        case 4: [8]
        case 3: [4, 5, 6, 7, 9]
        case 5: interaction.source == nil ? [4, 5] : [4, 5, 6, 7]
        default: [4, 5, 9]
        }
    }

    // MARK: - Kinds of answers

    private mutating func answerWithMessage(
        _ interaction: Interaction, _ data: JSONValue, _ uploads: [UploadedFile]
    ) throws(Refusal) -> Post {
        var validator = MessageValidator(.interactionAnswer, path: ["data"])
        let draft = try validator.read(data, uploads: uploads)
        try checkExpressions(draft, in: interaction.channel, path: ["data"])
        var post = newAnswer(to: interaction, isEphemeral: draft.flags?.contains(.ephemeral) == true)
        fill(&post, from: draft, senderMayMentionAll: mayMentionAll(in: interaction))
        settle(interaction.id, .message, state: .answered, original: post.id)
        publish(post)
        return post
    }

    private mutating func answerDeferred(_ interaction: Interaction, _ data: JSONValue) throws(Refusal) -> Post {
        var errors = FieldErrors()
        let flags = errors.int(data["flags"], ["data", "flags"], 0...Int64(Int32.max)) ?? 0
        try errors.throwIfAny()
        var post = newAnswer(to: interaction, isEphemeral: Post.Flags(rawValue: Int(flags)).contains(.ephemeral))
        post.flags.insert(.loading)
        settle(interaction.id, .deferred, state: .thinking, original: post.id)
        publish(post)
        return post
    }

    private mutating func answerDeferredUpdate(_ interaction: Interaction) throws(Refusal) -> Post? {
        settle(interaction.id, .deferredUpdate, state: .answered, original: interaction.source)
        return interaction.source.flatMap { world.post($0, in: interaction.channel) }
    }

    private mutating func answerUpdate(
        _ interaction: Interaction, _ data: JSONValue, _ uploads: [UploadedFile]
    ) throws(Refusal) -> Post {
        guard let source = interaction.source, let before = world.post(source, in: interaction.channel) else {
            throw .unknownMessage
        }
        let after = try edit(
            before, with: data, path: ["data"], uploads: uploads, mayMentionAll: mayMentionAll(in: interaction))
        settle(interaction.id, .update, state: .answered, original: source)
        republish(after)
        return after
    }

    private mutating func answerChoices(_ interaction: Interaction, _ data: JSONValue) throws(Refusal) -> Post? {
        var validator = CommandValidator()
        let list = validator.errors.list(data["choices"], ["data", "choices"], 0...25, required: true) ?? []
        let kind = interaction.focusedKind ?? .string
        let choices = list.enumerated().compactMap { index, value in
            validator.readChoice(value, ["data", "choices", String(index)], kind: kind)
        }
        try validator.errors.throwIfAny()
        interactions.change(interaction.id) { $0.choices = choices }
        settle(interaction.id, .autocomplete, state: .answered, original: nil)
        return nil
    }

    private mutating func answerModal(_ interaction: Interaction, _ data: JSONValue) throws(Refusal) -> Post? {
        var validator = ComponentValidator()
        let modal = validator.readModal(data)
        try validator.errors.throwIfAny()
        interactions.change(interaction.id) { $0.modal = modal }
        settle(interaction.id, .modal, state: .answered, original: nil)
        return nil
    }

    // MARK: - Parts

    private func mayMentionAll(in interaction: Interaction) -> Bool {
        guard let channel = world.channels[interaction.channel], channel.guild != nil else { return false }
        return world.botPermissions(in: channel, at: now).contains(.mentionEveryone)
    }

    private func checkExpressions(_ draft: MessageDraft, in channel: Flake, path: [String] = []) throws(Refusal) {
        guard let channel = world.channels[channel] else { return }
        try checkExpressions(draft, by: world.application.id, in: channel, path: path)
    }

    /// An empty message that answers an interaction.
    private mutating func newAnswer(to interaction: Interaction, isEphemeral: Bool) -> Post {
        var post = Post(id: flake(), channel: interaction.channel, author: world.application.id, createdAt: now)
        post.guild = interaction.guild
        post.webhook = world.application.id
        post.origin = interaction.origin
        if isEphemeral {
            post.flags.insert(.ephemeral)
            post.visibleTo = interaction.user
        }
        switch interaction.type {
        case 2: post.kind = interaction.origin.commandType == 1 ? .command : .contextMenu
        case 5 where interaction.source == nil: post.kind = .command
        default:
            // An answer to a component hangs on the message that holds it.
            post.kind = .reply
            post.reference = interaction.source.map {
                .init(message: $0, channel: interaction.channel, guild: interaction.guild)
            }
        }
        return post
    }

    private mutating func settle(
        _ id: Flake, _ answer: Interaction.Answer, state: Interaction.State, original: Flake?
    ) {
        guard let before = interactions[id] else { return }
        timers[.answer(id)] = nil
        timers[.tokenEnd(id)] = state == .thinking ? before.createdAt + settings.tokenLifetime : nil
        interactions.change(id) { interaction in
            interaction.answer = answer
            interaction.state = state
            interaction.answeredAt = now
            interaction.original = original
        }
        if before.hasPlaceholder {
            notePostsGone([id], in: before.channel, visibleTo: before.user)
        }
        noteInteraction(id)
    }

    /// An edited copy of a message, put in its place.
    mutating func edit(
        _ before: Post, with body: JSONValue, path: [String] = [], uploads: [UploadedFile], mayMentionAll: Bool
    ) throws(Refusal) -> Post {
        let names = Set(before.attachments.map(\.filename))
        var validator = MessageValidator(.edit(flags: before.flags, filenames: names), path: path)
        let draft = try validator.read(body, uploads: uploads)
        if let channel = world.channels[before.channel] {
            try checkExpressions(draft, by: before.author, in: channel, path: path)
        }
        var after = before
        if draft.flags?.contains(.componentsV2) == true, !before.flags.contains(.componentsV2) {
            // Switching a message over drops what the new form cannot hold.
            guard draft.content != nil || before.content.isEmpty, draft.embeds != nil || before.embeds.isEmpty else {
                throw .invalidField(
                    path + ["flags"], "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                    "The 'content' and 'embeds' fields must be cleared when MessageFlags.IS_COMPONENTS_V2 is set")
            }
        }
        let wasLoading = before.flags.contains(.loading)
        after.editedAt = now
        fill(&after, from: draft, senderMayMentionAll: mayMentionAll)
        if wasLoading {
            after.flags.remove(.loading)
            // Filling a deferred answer is no edit in the client's eyes.
            after.editedAt = nil
        }
        if after.isEmpty { throw .emptyMessage }
        let edited = after
        world.change(after.id, in: after.channel) { $0 = edited }
        return after
    }

    // MARK: - Later answers, through the webhook

    /// The interaction whose token is still good.
    func interaction(webhook application: Flake, token: String) throws(Refusal) -> Interaction {
        guard application == world.application.id else { throw .unknownWebhook }
        guard let interaction = interactions.find(token: token),
            now < interaction.createdAt + settings.tokenLifetime
        else { throw .invalidWebhookToken }
        guard interaction.answer != nil else { throw .unknownWebhook }
        return interaction
    }

    /// A follow-up message; the first one after a deferral fills the message that thinks.
    mutating func followUp(_ interaction: Interaction, body: JSONValue, uploads: [UploadedFile]) throws(Refusal) -> Post
    {
        if interaction.state == .thinking, interaction.original != nil {
            return try editOriginal(interaction, body: body, uploads: uploads)
        }
        var validator = MessageValidator(.followUp)
        let draft = try validator.read(body, uploads: uploads)
        try checkExpressions(draft, in: interaction.channel)
        var post = newAnswer(to: interaction, isEphemeral: draft.flags?.contains(.ephemeral) == true)
        post.kind = .reply
        post.reference = interaction.original.map {
            .init(message: $0, channel: interaction.channel, guild: interaction.guild)
        }
        post.origin?.originalResponse = interaction.original
        fill(&post, from: draft, senderMayMentionAll: mayMentionAll(in: interaction))
        publish(post)
        noteInteraction(interaction.id)
        return post
    }

    /// The message a webhook route names: `@original` or an id.
    func answerPost(_ name: String, of interaction: Interaction) throws(Refusal) -> Post {
        if name == "@original" {
            guard let id = interaction.original, let post = world.post(id, in: interaction.channel) else {
                throw .unknownMessage
            }
            return post
        }
        guard let id = Flake(name) else { throw .notSnowflake("message_id", name) }
        guard let post = world.post(id, in: interaction.channel),
            post.origin?.interaction == interaction.id || id == interaction.original
        else { throw .unknownMessage }
        return post
    }

    mutating func editOriginal(
        _ interaction: Interaction, body: JSONValue, uploads: [UploadedFile]
    ) throws(Refusal) -> Post {
        try editAnswer(try answerPost("@original", of: interaction), of: interaction, body: body, uploads: uploads)
    }

    mutating func editAnswer(
        _ before: Post, of interaction: Interaction, body: JSONValue, uploads: [UploadedFile]
    ) throws(Refusal) -> Post {
        let after = try edit(before, with: body, uploads: uploads, mayMentionAll: mayMentionAll(in: interaction))
        if before.id == interaction.original, interaction.state == .thinking {
            timers[.tokenEnd(interaction.id)] = nil
            interactions.change(interaction.id) { $0.state = .answered }
        }
        republish(after)
        noteInteraction(interaction.id)
        return after
    }

    mutating func deleteAnswer(_ post: Post, of interaction: Interaction) {
        if post.id == interaction.original {
            timers[.tokenEnd(interaction.id)] = nil
            interactions.change(interaction.id) { $0.state = .answered }
        }
        unpublish([post.id], in: post.channel)
        noteInteraction(interaction.id)
    }

    /// The body of an answer with `with_response=true`.
    ///
    /// Source: https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-callback-interaction-callback-response-object
    func callbackJSON(_ id: Flake, type: Int, post: Post?) -> JSONValue {
        guard let interaction = interactions[id] else { return .null }
        var inner: JSONObject = ["id": id.json, "type": .number(interaction.type)]
        if let post {
            inner["response_message_id"] = post.id.json
            inner["response_message_loading"] = .bool(post.flags.contains(.loading))
            inner["response_message_ephemeral"] = .bool(post.isEphemeral)
            inner["channel_id"] = post.channel.json
            if let guild = post.guild { inner["guild_id"] = guild.json }
        }
        var fields: JSONObject = ["interaction": .object(inner)]
        // A deferral makes no resource: its message is named above and comes later.
        if let post, [4, 7].contains(type) {
            fields["resource"] = ["type": .number(type), "message": world.postJSON(post)]
        }
        return .object(fields)
    }
}

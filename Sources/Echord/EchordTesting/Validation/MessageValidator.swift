import JSON

/// Reads the body of a message and refuses what Discord refuses.
///
/// Source: https://discord.com/developers/docs/resources/message#create-message
struct MessageValidator {
    /// What the message is for: some fields belong to one place only.
    enum Place {
        case channel
        case interactionAnswer
        case followUp
        case webhook
        /// An edit of a message with these flags and files.
        case edit(flags: Post.Flags, filenames: Set<String>)
    }

    static let contentLimit = 2000
    private static let settable: Post.Flags = [.suppressEmbeds, .suppressNotifications, .componentsV2, .voiceMessage]

    let place: Place
    /// Where the message stands in the body: `data` for an interaction's answer.
    let path: [String]
    private var errors = FieldErrors()

    init(_ place: Place, path: [String] = []) {
        self.place = place
        self.path = path
    }

    /// Reads the body.
    ///
    /// - Throws: 50035 with every faulty field, 50006 when nothing would be visible.
    mutating func read(_ body: JSONValue, uploads: [UploadedFile] = []) throws(Refusal) -> MessageDraft {
        guard errors.object(body, path, required: true) != nil else { throw .invalidForm(errors) }
        var draft = MessageDraft(uploads: uploads)
        draft.flags = readFlags(body)
        draft.content = readContent(body)
        draft.isTTS = errors.bool(body["tts"], path + ["tts"]) ?? false
        draft.files = readFiles(body, uploads)
        readNonce(body, &draft)
        readReference(body, &draft)
        draft.mentions = readMentions(body["allowed_mentions"])
        if let list = readList(body, "embeds", 10) {
            var validator = EmbedValidator()
            draft.embeds = validator.read(list, path: path + ["embeds"])
            errors.merge(validator.errors)
        }
        readComponents(body, &draft)
        readExtras(body, &draft)
        try errors.throwIfAny()
        if case .edit = place {
        } else if draft.isEmpty {
            throw .emptyMessage
        }
        return draft
    }

    // MARK: - Text and flags

    private mutating func readContent(_ body: JSONValue) -> String? {
        guard body.has("content") else { return nil }
        return errors.text(body["content"], path + ["content"], 0...Self.contentLimit)?.trimmed ?? ""
    }

    private mutating func readFlags(_ body: JSONValue) -> Post.Flags? {
        guard let raw = errors.int(body["flags"], path + ["flags"], 0...Int64(Int32.max)) else { return nil }
        var allowed = Self.settable
        switch place {
        case .interactionAnswer, .followUp: allowed.insert(.ephemeral)
        case .channel: break
        case .webhook: allowed.remove(.voiceMessage)
        case .edit: allowed = [.suppressEmbeds, .componentsV2]
        }
        // Discord drops flags that a message cannot be given.
        return Post.Flags(rawValue: Int(raw)).intersection(allowed)
    }

    private func isV2(_ draft: MessageDraft) -> Bool {
        if draft.flags?.contains(.componentsV2) == true { return true }
        if case .edit(let flags, _) = place { return flags.contains(.componentsV2) }
        return false
    }

    private mutating func readNonce(_ body: JSONValue, _ draft: inout MessageDraft) {
        draft.enforcesNonce = errors.bool(body["enforce_nonce"], path + ["enforce_nonce"]) ?? false
        guard let nonce = body.present("nonce") else { return }
        if nonce.integer != nil {
            draft.nonce = nonce
        } else if errors.text(nonce, path + ["nonce"], 0...25) != nil {
            draft.nonce = nonce
        }
    }

    private mutating func readReference(_ body: JSONValue, _ draft: inout MessageDraft) {
        guard case .channel = place,
            let reference = errors.object(body["message_reference"], path + ["message_reference"])
        else { return }
        let here = path + ["message_reference"]
        let isForward = errors.oneOf(reference["type"], here + ["type"], [0, 1]) == 1
        let channel = errors.flake(reference["channel_id"], here + ["channel_id"], required: isForward)
        let isRequired = errors.bool(reference["fail_if_not_exists"], here + ["fail_if_not_exists"]) ?? true
        guard let message = errors.flake(reference["message_id"], here + ["message_id"], required: true) else {
            return
        }
        draft.reference = .init(isForward: isForward, message: message, channel: channel, isRequired: isRequired)
    }

    /// Polls and stickers, which only new messages have.
    private mutating func readExtras(_ body: JSONValue, _ draft: inout MessageDraft) {
        if isV2(draft) {
            for key in ["poll", "sticker_ids"] where !Self.isBlank(body.present(key)) { legacyField(key) }
        }
        if case .edit = place { return }
        var form = Form(body, path)
        draft.stickers = form.flakes("sticker_ids", 0...3) ?? []
        draft.poll = form.object("poll") { $0.poll() }
        errors.merge(form.errors)
    }

    // MARK: - Lists

    private mutating func readList(_ body: JSONValue, _ key: String, _ limit: Int) -> [JSONValue]? {
        guard body.has(key) else { return nil }
        return errors.list(body[key], path + [key], 0...limit) ?? (body.present(key) == nil ? [] : nil)
    }

    private mutating func readComponents(_ body: JSONValue, _ draft: inout MessageDraft) {
        let isV2 = isV2(draft)
        if isV2 {
            for key in ["content", "embeds"] where !Self.isBlank(body.present(key)) { legacyField(key) }
        }
        guard let list = readList(body, "components", 40) else { return }
        var validator = ComponentValidator()
        validator.filenames = filenames(draft)
        draft.components = validator.readMessage(list, isV2: isV2, path: path + ["components"])
        errors.merge(validator.errors)
    }

    private static func isBlank(_ value: JSONValue?) -> Bool {
        value == nil || value?.text?.isEmpty == true || value?.list?.isEmpty == true
    }

    private mutating func legacyField(_ key: String) {
        errors.add(
            path + [key], "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
            "The '\(key)' field cannot be used when using MessageFlags.IS_COMPONENTS_V2")
    }

    private func filenames(_ draft: MessageDraft) -> Set<String> {
        var names = Set(draft.uploads.map(\.filename))
        if case .edit(_, let kept) = place { names.formUnion(kept) }
        for file in draft.files ?? [] {
            if let name = file.filename { names.insert(name) }
        }
        return names
    }

    private mutating func readFiles(_ body: JSONValue, _ uploads: [UploadedFile]) -> [MessageDraft.File]? {
        if uploads.count > 10 { errors.tooLong(path + ["files"], 10) }
        guard let list = readList(body, "attachments", 10) else { return nil }
        return list.enumerated().compactMap { index, value in
            let here = path + ["attachments", String(index)]
            guard errors.object(value, here, required: true) != nil,
                let id = errors.flake(value["id"], here + ["id"], required: true)
            else { return nil }
            if id.value < 100, !uploads.contains(where: { $0.index == Int(id.value) }) {
                errors.add(here + ["id"], "ATTACHMENT_NOT_FOUND", "Attachment data not found for id \(id.text)")
                return nil
            }
            var file = MessageDraft.File(id: id)
            file.filename = errors.text(value["filename"], here + ["filename"], 0...1024)
            file.description = errors.text(value["description"], here + ["description"], 0...1024)
            file.title = errors.text(value["title"], here + ["title"], 0...1024)
            return file
        }
    }

    // MARK: - Mentions

    private mutating func readMentions(_ value: JSONValue?) -> MessageDraft.AllowedMentions {
        let here = path + ["allowed_mentions"]
        guard let value = errors.object(value, here) else { return .init() }
        var mentions = MessageDraft.AllowedMentions(
            everyone: false, allUsers: false, allRoles: false, repliedUser: false)
        for (index, item) in (errors.list(value["parse"], here + ["parse"], 0...3) ?? []).enumerated() {
            switch item.text {
            case "everyone": mentions.everyone = true
            case "users": mentions.allUsers = true
            case "roles": mentions.allRoles = true
            default: errors.choices(here + ["parse", String(index)], ["'users'", "'roles'", "'everyone'"])
            }
        }
        mentions.users = readIDs(value, "users", here, clash: mentions.allUsers)
        mentions.roles = readIDs(value, "roles", here, clash: mentions.allRoles)
        mentions.repliedUser = errors.bool(value["replied_user"], here + ["replied_user"]) ?? false
        return mentions
    }

    private mutating func readIDs(_ value: JSONValue, _ key: String, _ path: [String], clash: Bool) -> Set<Flake> {
        guard let list = errors.list(value[key], path + [key], 0...100), !list.isEmpty else { return [] }
        if clash {
            errors.add(
                path, "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                "parse:[\"\(key)\"] and \(key): [ids...] are mutually exclusive.")
        }
        return Set(
            list.enumerated().compactMap { index, item in
                errors.flake(item, path + [key, String(index)], required: true)
            })
    }
}

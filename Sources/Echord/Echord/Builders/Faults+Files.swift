import EchordModel
import EchordPrimitives
import JSON

extension FaultCollector {
    /// Files that are sent with a message.
    ///
    /// - Parameters:
    ///   - files: the new files.
    ///   - attachments: what the message says of files; those beyond the new ones are files that stay.
    ///   - limit: bytes that each may have.
    mutating func files(_ files: [FileUpload], besides attachments: [AttachmentRequest], upTo limit: Int) {
        let staying = attachments.count { $0.id.rawValue >= UInt64(files.count) }
        count(files.count + staying, 0...DiscordLimits.Message.attachments, of: "files", at: "files")
        each("files", files) { faults, file in
            faults.length(file.name, DiscordLimits.Message.fileName, at: "name")
            faults.length(file.description, upTo: DiscordLimits.Message.attachmentDescription, at: "description")
            if file.bytes.count > limit {
                faults.fault(.fileTooLarge, "at most \(limit) bytes, is \(file.bytes.count)")
            }
        }
    }
}

extension [AttachmentRequest] {
    /// These with an entry for each new file that has none: its name and its alt text.
    func naming(_ files: [FileUpload]) -> [AttachmentRequest] {
        let named = Set(map(\.id.rawValue))
        let missing = files.enumerated().filter { !named.contains(UInt64($0.offset)) }
        return self
            + missing.map { index, file in
                AttachmentRequest(
                    id: AttachmentID(rawValue: UInt64(index)), filename: file.name, description: file.description)
            }
    }
}

/// A message that files go with.
protocol FileCarrying {
    /// What it says of files.
    var namedFiles: [AttachmentRequest] { get }
    /// The same message, whose list of files names these too.
    func naming(_ files: [FileUpload]) -> Self
}

extension FileCarrying {
    /// This message, checked with the files that go with it, which its list of files then names.
    ///
    /// - Throws: ``EchordError`` with code `validation` when there are too many files or one is too large.
    func carrying(_ files: [FileUpload], upTo limit: Int) throws(EchordError) -> Self {
        guard !files.isEmpty else { return self }
        let issues = FaultCollector.collect { $0.files(files, besides: namedFiles, upTo: limit) }
        guard issues.isEmpty else { throw EchordError.validation(issues) }
        return naming(files)
    }
}

extension CreateMessage: FileCarrying {
    var namedFiles: [AttachmentRequest] { attachments ?? [] }

    func naming(_ files: [FileUpload]) -> CreateMessage {
        var message = self
        message.attachments = namedFiles.naming(files)
        return message
    }
}

extension InteractionMessage: FileCarrying {
    var namedFiles: [AttachmentRequest] { attachments ?? [] }

    func naming(_ files: [FileUpload]) -> InteractionMessage {
        var message = self
        message.attachments = namedFiles.naming(files)
        return message
    }
}

extension ExecuteWebhook: FileCarrying {
    var namedFiles: [AttachmentRequest] { attachments ?? [] }

    func naming(_ files: [FileUpload]) -> ExecuteWebhook {
        var message = self
        message.attachments = namedFiles.naming(files)
        return message
    }
}

extension InteractionCallback: FileCarrying {
    var namedFiles: [AttachmentRequest] {
        switch self {
        case .message(let message), .updateMessage(let message): message.namedFiles
        default: []
        }
    }

    func naming(_ files: [FileUpload]) -> InteractionCallback {
        switch self {
        case .message(let message): .message(message.naming(files))
        case .updateMessage(let message): .updateMessage(message.naming(files))
        default: self
        }
    }
}

extension EditMessage: FileCarrying {
    var namedFiles: [AttachmentRequest] { attachments.value ?? [] }

    /// Discord keeps of the files that are there only those that the list names.
    func naming(_ files: [FileUpload]) -> EditMessage {
        var edit = self
        edit.attachments = .set(namedFiles.naming(files))
        return edit
    }
}

extension EditMessage {
    /// An edit that makes a message look like `message`.
    init(_ message: InteractionMessage) {
        let flags = message.flags?.intersection([.suppressEmbeds, .isComponentsV2]) ?? []
        self.init(
            content: message.content.map(Patch.set) ?? .keep, embeds: message.embeds.map(Patch.set) ?? .keep,
            flags: flags.isEmpty ? .keep : .set(flags),
            allowedMentions: message.allowedMentions.map(Patch.set) ?? .keep,
            components: message.components.map(Patch.set) ?? .keep,
            attachments: message.attachments.map(Patch.set) ?? .keep, poll: message.poll.map(Patch.set) ?? .keep)
    }
}

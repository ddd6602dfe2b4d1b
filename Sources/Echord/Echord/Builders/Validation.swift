public import EchordModel
import EchordPrimitives
import JSON

/// Something that knows Discord's rules for itself and can be checked before it is sent.
public protocol LocallyValidated {
    /// Everything Discord would refuse, with the path of each fault; empty when all is well.
    var issues: [FieldIssue] { get }
}

extension LocallyValidated {
    /// The same value, if Discord would take it.
    ///
    /// - Throws: ``EchordError`` with code `validation` and every fault at once.
    public func validated() throws(EchordError) -> Self {
        let issues = issues
        guard issues.isEmpty else { throw EchordError.validation(issues) }
        return self
    }
}

extension EchordError {
    /// The error for faults found before sending.
    static func validation(_ issues: [FieldIssue]) -> EchordError {
        let shown = issues.prefix(5).map { $0.path.isEmpty ? $0.message : "\($0.path): \($0.message)" }
        let rest = issues.count > shown.count ? " and \(issues.count - shown.count) more" : ""
        return EchordError(.validation, shown.joined(separator: "; ") + rest, details: .validation(issues))
    }
}

extension CreateMessage: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] { FaultCollector.collect { $0.newMessage(self) } }
}

extension FaultCollector {
    /// A message that is to be made.
    mutating func newMessage(_ new: CreateMessage) {
        message(
            MessageParts(
                content: new.content, embeds: new.embeds, components: new.components,
                allowedMentions: new.allowedMentions, attachments: new.attachments, flags: new.flags ?? [],
                poll: new.poll, stickers: new.stickerIDs,
                allowedFlags: [.suppressEmbeds, .suppressNotifications, .isVoiceMessage, .isComponentsV2],
                hasMore: new.messageReference?.type == .forward || new.sharedClientTheme != nil))
        theme(new.sharedClientTheme)
        if case .string(let text)? = new.nonce {
            length(text, upTo: DiscordLimits.Message.nonce, at: "nonce")
        }
    }
}

extension EditMessage: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] {
        FaultCollector.collect { faults in
            faults.message(
                MessageParts(
                    content: content.value, embeds: embeds.value, components: components.value,
                    allowedMentions: allowedMentions.value, attachments: attachments.value, flags: flags.value ?? [],
                    poll: poll.value, allowedFlags: [.suppressEmbeds, .isComponentsV2], mustSaySomething: false))
        }
    }
}

extension ExecuteWebhook: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] {
        FaultCollector.collect { faults in
            faults.message(
                MessageParts(
                    content: content, embeds: embeds, components: components, allowedMentions: allowedMentions,
                    attachments: attachments, flags: flags ?? [], poll: poll,
                    allowedFlags: [.suppressEmbeds, .suppressNotifications, .isComponentsV2, .ephemeral]))
            faults.length(username, DiscordLimits.Webhook.name, at: "username")
            faults.length(threadName, DiscordLimits.Channel.name, at: "thread_name")
            if let appliedTags {
                faults.count(
                    appliedTags.count, 0...DiscordLimits.Channel.appliedTags, of: "tags", at: "applied_tags")
            }
        }
    }
}

extension InteractionMessage: LocallyValidated {
    /// Everything Discord would refuse in a new message.
    public var issues: [FieldIssue] { FaultCollector.collect { $0.message(parts(mustSaySomething: true)) } }

    func parts(mustSaySomething: Bool) -> MessageParts {
        MessageParts(
            content: content, embeds: embeds, components: components, allowedMentions: allowedMentions,
            attachments: attachments, flags: flags ?? [], poll: poll,
            allowedFlags: [.suppressEmbeds, .ephemeral, .isComponentsV2, .isVoiceMessage, .suppressNotifications],
            mustSaySomething: mustSaySomething)
    }
}

extension ModalBody: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] { FaultCollector.collect { $0.modal(self) } }
}

extension InteractionCallback: LocallyValidated {
    /// Everything Discord would refuse, with paths under `data`.
    public var issues: [FieldIssue] {
        FaultCollector.collect { faults in
            faults.at("data") { faults in
                switch self {
                case .message(let message): faults.message(message.parts(mustSaySomething: true))
                case .updateMessage(let message): faults.message(message.parts(mustSaySomething: false))
                case .modal(let modal): faults.modal(modal)
                case .autocomplete(let choices): faults.choices(choices)
                case .deferredMessage(let flags):
                    if !flags.subtracting([.ephemeral, .isComponentsV2]).isEmpty {
                        faults.fault(.badFlags, "only EPHEMERAL can be set here", at: "flags")
                    }
                case .pong, .deferredUpdate, .premiumRequired, .launchActivity, .other: break
                }
            }
        }
    }
}

import EchordModel
import EchordPrimitives

/// The parts that all message bodies share.
struct MessageParts {
    var content: String?
    var embeds: [Embed]?
    var components: [Component]?
    var allowedMentions: AllowedMentions?
    var attachments: [AttachmentRequest]?
    var flags: MessageFlags = []
    var poll: CreatePoll?
    var stickers: [StickerID]?
    /// Flags that may be set in this place.
    var allowedFlags: MessageFlags
    /// Whether something must be said; an edit may leave everything as it is.
    var mustSaySomething = true
    /// Whether there is something that is not seen here: files, a forwarded message, a theme.
    var hasMore = false
}

extension FaultCollector {
    /// A message's body, whatever it is sent as.
    mutating func message(_ parts: MessageParts) {
        length(parts.content, upTo: DiscordLimits.Message.content, at: "content")
        embeds(parts.embeds)
        let isV2 = parts.flags.contains(.isComponentsV2)
        messageComponents(parts.components ?? [], isV2: isV2)
        if isV2 { secondVersion(parts) }
        allowedMentions(parts.allowedMentions)
        attachments(parts.attachments)
        if let stickers = parts.stickers {
            count(stickers.count, 0...DiscordLimits.Message.stickers, of: "stickers", at: "sticker_ids")
        }
        poll(parts.poll)
        let forbidden = parts.flags.subtracting(parts.allowedFlags)
        if !forbidden.isEmpty {
            fault(.badFlags, "\(forbidden.names.joined(separator: ", ")) can not be set here", at: "flags")
        }
        if parts.mustSaySomething, isEmpty(parts) {
            fault(.empty, "a message needs a text, embeds, components, files, stickers or a poll")
        }
    }

    private func isEmpty(_ parts: MessageParts) -> Bool {
        (parts.content ?? "").isEmpty && (parts.embeds ?? []).isEmpty && (parts.components ?? []).isEmpty
            && (parts.attachments ?? []).isEmpty && (parts.stickers ?? []).isEmpty && parts.poll == nil
            && !parts.hasMore
    }

    /// With the flag of the second version only components speak.
    private mutating func secondVersion(_ parts: MessageParts) {
        let reason = "not together with the flag IS_COMPONENTS_V2"
        if !(parts.content ?? "").isEmpty { fault(.v2Content, reason, at: "content") }
        if !(parts.embeds ?? []).isEmpty { fault(.v2Content, reason, at: "embeds") }
        if !(parts.stickers ?? []).isEmpty { fault(.v2Content, reason, at: "sticker_ids") }
        if parts.poll != nil { fault(.v2Content, reason, at: "poll") }
    }

    mutating func allowedMentions(_ mentions: AllowedMentions?) {
        guard let mentions else { return }
        at("allowed_mentions") { faults in
            let limit = DiscordLimits.Message.allowedMentions
            for (key, type, count) in [
                ("users", AllowedMentionType.users, mentions.users?.count),
                ("roles", AllowedMentionType.roles, mentions.roles?.count),
            ] {
                faults.count(count ?? 0, 0...limit, of: key, at: key)
                if (count ?? 0) > 0, mentions.parse.contains(type) {
                    faults.fault(.exclusive, "\(key) can not be listed while parse names them", at: key)
                }
            }
        }
    }

    private mutating func attachments(_ attachments: [AttachmentRequest]?) {
        guard let attachments else { return }
        count(attachments.count, 0...DiscordLimits.Message.attachments, of: "files", at: "attachments")
        each("attachments", attachments) { faults, file in
            faults.length(file.filename, DiscordLimits.Message.fileName, at: "filename")
            faults.length(file.title, upTo: DiscordLimits.Message.fileName.upperBound, at: "title")
            faults.length(file.description, upTo: DiscordLimits.Message.attachmentDescription, at: "description")
            faults.length(file.waveform, upTo: DiscordLimits.Message.waveform, at: "waveform")
        }
        unique(attachments.map { Optional($0.id) }, code: .duplicateID, "the id") { "attachments[\($0)].id" }
    }

    mutating func theme(_ theme: SharedClientTheme?) {
        guard let theme else { return }
        at("shared_client_theme") { faults in
            faults.count(theme.colors.count, DiscordLimits.Message.themeColors, of: "colours", at: "colors")
            for (index, color) in theme.colors.enumerated() { faults.length(color, 6...6, at: "colors[\(index)]") }
            faults.number(theme.gradientAngle, DiscordLimits.Message.themeAngle, at: "gradient_angle")
            faults.number(theme.baseMix, DiscordLimits.Message.themeMix, at: "base_mix")
        }
    }

    private mutating func poll(_ poll: CreatePoll?) {
        guard let poll else { return }
        at("poll") { faults in
            faults.length(poll.question.text ?? "", DiscordLimits.Poll.question, at: "question.text")
            if poll.question.emoji != nil { faults.fault(.choices, "a question has no emoji", at: "question.emoji") }
            faults.count(poll.answers.count, DiscordLimits.Poll.answers, of: "answers", at: "answers")
            faults.each("answers", poll.answers) { faults, answer in
                // An emoji can stand alone, an empty text never.
                let text = answer.pollMedia.text ?? (answer.pollMedia.emoji == nil ? "" : nil)
                faults.length(text, DiscordLimits.Poll.answer, at: "poll_media.text")
                faults.length(answer.pollMedia.emoji?.name, upTo: DiscordLimits.Poll.emoji, at: "poll_media.emoji.name")
            }
            faults.number(poll.duration, DiscordLimits.Poll.hours, at: "duration")
        }
    }
}

import JSON

/// The fields of polls. Source: https://discord.com/developers/docs/resources/poll#poll-create-request-object
extension Form {
    mutating func poll() -> Poll? {
        let question = object("question", required: true) { $0.text("text", 1...Poll.questionLimit, required: true) }
        let media = objects("answers", Poll.answers, required: true) { form in
            form.object("poll_media", required: true) { $0.pollMedia() }
        }
        let hours = int("duration", Poll.hours) ?? 24
        let isMultiple = flag("allow_multiselect") ?? false
        _ = choice("layout_type", [1])
        guard let question, let media else { return nil }
        let answers = media.enumerated().map { index, media in
            Poll.Answer(id: index + 1, text: media.text, emoji: media.emoji)
        }
        return Poll(question: question, answers: answers, hours: hours, isMultiple: isMultiple)
    }

    private mutating func pollMedia() -> (text: String, emoji: EmojiReference?)? {
        let emoji = object("emoji") { $0.emojiReference() }
        return text("text", 1...Poll.answerLimit, required: true).map { ($0, emoji) }
    }

    /// A partial emoji: `{"id", "name"}`, one of them enough.
    mutating func emojiReference() -> EmojiReference? {
        if let id = flake("id") { return EmojiReference(name: text("name", 0...32) ?? "", id: id) }
        guard let name = text("name", 1...32, required: true) else { return nil }
        guard EmojiReference.isUnicodeEmoji(name) else {
            complain("name", "INVALID_EMOJI", "Invalid emoji")
            return nil
        }
        return EmojiReference(name: name, id: nil)
    }
}

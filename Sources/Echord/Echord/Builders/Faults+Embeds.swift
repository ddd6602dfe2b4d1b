public import EchordModel
import EchordPrimitives

extension FaultCollector {
    /// Embeds of one message: each for itself and all together.
    mutating func embeds(_ embeds: [Embed]?, at key: String = "embeds") {
        guard let embeds else { return }
        if embeds.count > DiscordLimits.Message.embeds {
            fault(.badLength, "at most \(DiscordLimits.Message.embeds) embeds, is \(embeds.count)", at: key)
        }
        each(key, embeds) { $0.embed($1) }
        let characters = embeds.reduce(0) { $0 + $1.characterCount }
        if characters > DiscordLimits.Message.embedCharacters {
            fault(
                .embedSize,
                "at most \(DiscordLimits.Message.embedCharacters) characters in all embeds, is \(characters)", at: key)
        }
    }

    private mutating func embed(_ embed: Embed) {
        length(embed.title, upTo: DiscordLimits.Embed.title, at: "title")
        length(embed.description, upTo: DiscordLimits.Embed.description, at: "description")
        address(embed.url, at: "url")
        length(embed.url, upTo: DiscordLimits.Embed.url, at: "url")
        at("footer") { $0.footer(embed.footer) }
        at("author") { $0.author(embed.author) }
        at("image") { $0.address(embed.image?.url, attachments: true, at: "url") }
        at("thumbnail") { $0.address(embed.thumbnail?.url, attachments: true, at: "url") }
        if let fields = embed.fields {
            count(fields.count, 0...DiscordLimits.Embed.fields, of: "fields", at: "fields")
            each("fields", fields) { faults, field in
                faults.length(field.name, 1...DiscordLimits.Embed.fieldName, at: "name")
                faults.length(field.value, 1...DiscordLimits.Embed.fieldValue, at: "value")
            }
        }
        if embed.isEmpty { fault(.required, "an embed needs a title, a text, fields or a picture", at: "description") }
    }

    private mutating func footer(_ footer: EmbedFooter?) {
        length(footer?.text, 1...DiscordLimits.Embed.footer, at: "text")
        address(footer?.iconURL, attachments: true, at: "icon_url")
    }

    private mutating func author(_ author: EmbedAuthor?) {
        length(author?.name, 1...DiscordLimits.Embed.author, at: "name")
        address(author?.url, at: "url")
        address(author?.iconURL, attachments: true, at: "icon_url")
    }
}

extension Embed {
    /// The characters that count towards the limit of a message: title, text, names and values of fields, footer, author.
    public var characterCount: Int {
        let texts = [title, description, footer?.text, author?.name]
        let own = texts.reduce(0) { $0 + ($1?.unicodeScalars.count ?? 0) }
        return (fields ?? []).reduce(own) { $0 + $1.name.unicodeScalars.count + $1.value.unicodeScalars.count }
    }

    /// Whether Discord would show nothing at all.
    var isEmpty: Bool {
        [title, description].allSatisfy { $0?.isEmpty ?? true } && (fields ?? []).isEmpty && image == nil
            && thumbnail == nil && video == nil && (footer?.text.isEmpty ?? true) && (author?.name.isEmpty ?? true)
    }
}

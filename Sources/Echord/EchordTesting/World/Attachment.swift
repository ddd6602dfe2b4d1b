import JSON

/// A file that was uploaded with a message, an option or a modal.
struct Attachment: Sendable {
    var id: Flake
    var filename: String
    var title: String?
    var description: String?
    var contentType: String?
    var size: Int
    var url: String
    var isSpoiler: Bool { filename.hasPrefix("SPOILER_") }
    var isEphemeral = false

    /// Source: https://discord.com/developers/docs/resources/message#attachment-object
    var json: JSONValue {
        var fields: JSONObject = [
            "id": id.json, "filename": .string(filename), "size": .number(size), "url": .string(url),
            "proxy_url": .string(url),
        ]
        if let title { fields["title"] = .string(title) }
        if let description { fields["description"] = .string(description) }
        if let contentType { fields["content_type"] = .string(contentType) }
        if isEphemeral { fields["ephemeral"] = true }
        if isSpoiler { fields["flags"] = 8 }
        return .object(fields)
    }
}

import JSON

/// Reads embeds and refuses what Discord refuses.
///
/// Source: https://discord.com/developers/docs/resources/message#embed-object-embed-limits
struct EmbedValidator {
    static let sizeLimit = 6000

    var errors = FieldErrors()
    private var size = 0

    mutating func read(_ list: [JSONValue], path: [String] = ["embeds"]) -> [JSONValue] {
        let read: [JSONValue] = list.enumerated().compactMap { index, value in
            readOne(value, path + [String(index)]).map(JSONValue.object)
        }
        if size > Self.sizeLimit {
            errors.add(
                path.isEmpty ? ["embeds"] : path, "MAX_EMBED_SIZE_EXCEEDED",
                "Embed size exceeds maximum size of \(Self.sizeLimit)")
        }
        return read
    }

    private mutating func readOne(_ value: JSONValue, _ path: [String]) -> JSONObject? {
        guard errors.object(value, path, required: true) != nil else { return nil }
        var fields: JSONObject = ["type": "rich"]
        if let url = errors.url(value["url"], path + ["url"]) { fields["url"] = .string(url) }
        if let text = sized(value["title"], path + ["title"], 256) { fields["title"] = .string(text) }
        if let text = sized(value["description"], path + ["description"], 4096) {
            fields["description"] = .string(text)
        }
        if let color = errors.int(value["color"], path + ["color"], 0...0xFF_FFFF) { fields["color"] = .int(color) }
        readTimestamp(value["timestamp"], path + ["timestamp"], &fields)
        readFields(value["fields"], path + ["fields"], &fields)
        readAuthor(value["author"], path + ["author"], &fields)
        readFooter(value["footer"], path + ["footer"], &fields)
        for key in ["image", "thumbnail"] {
            guard let media = errors.object(value[key], path + [key]),
                let url = errors.url(media["url"], path + [key, "url"], attachments: true, required: true)
            else { continue }
            fields[key] = ["url": .string(url), "proxy_url": .string(url), "width": 0, "height": 0, "flags": 0]
        }
        let visible = ["title", "description", "fields", "author", "footer", "image", "thumbnail"]
        if errors.isEmpty, !visible.contains(where: { fields[$0] != nil }) {
            errors.required(path + ["description"])
        }
        fields["content_scan_version"] = 0
        return fields
    }

    private mutating func sized(
        _ value: JSONValue?, _ path: [String], _ limit: Int, required: Bool = false
    ) -> String? {
        guard let text = errors.text(value, path, (required ? 1 : 0)...limit, required: required) else { return nil }
        // Discord trims the edges before it counts and stores.
        let trimmed = text.trimmed
        size += trimmed.unicodeScalars.count
        return trimmed.isEmpty ? nil : trimmed
    }

    private mutating func readTimestamp(_ value: JSONValue?, _ path: [String], _ fields: inout JSONObject) {
        guard let text = errors.text(value, path, 0...64) else { return }
        if let moment = Moment(iso: text) {
            fields["timestamp"] = moment.json
        } else {
            errors.add(path, "DATE_TIME_TYPE_PARSE", "Could not parse \(text.prefix(64)). Should be ISO8601.")
        }
    }

    private mutating func readFields(_ value: JSONValue?, _ path: [String], _ fields: inout JSONObject) {
        guard let list = errors.list(value, path, 0...25), !list.isEmpty else { return }
        fields["fields"] = .array(
            list.enumerated().compactMap { index, value in
                let here = path + [String(index)]
                guard errors.object(value, here, required: true) != nil else { return nil }
                let name = sized(value["name"], here + ["name"], 256, required: true)
                let text = sized(value["value"], here + ["value"], 1024, required: true)
                let inline = errors.bool(value["inline"], here + ["inline"]) ?? false
                guard let name, let text else { return nil }
                return ["name": .string(name), "value": .string(text), "inline": .bool(inline)]
            })
    }

    private mutating func readAuthor(_ value: JSONValue?, _ path: [String], _ fields: inout JSONObject) {
        guard let value = errors.object(value, path),
            let name = sized(value["name"], path + ["name"], 256, required: true)
        else { return }
        var author: JSONObject = ["name": .string(name)]
        if let url = errors.url(value["url"], path + ["url"]) { author["url"] = .string(url) }
        readIcon(value, path, &author)
        fields["author"] = .object(author)
    }

    private mutating func readFooter(_ value: JSONValue?, _ path: [String], _ fields: inout JSONObject) {
        guard let value = errors.object(value, path),
            let text = sized(value["text"], path + ["text"], 2048, required: true)
        else { return }
        var footer: JSONObject = ["text": .string(text)]
        readIcon(value, path, &footer)
        fields["footer"] = .object(footer)
    }

    private mutating func readIcon(_ value: JSONValue, _ path: [String], _ fields: inout JSONObject) {
        guard let url = errors.url(value["icon_url"], path + ["icon_url"], attachments: true) else { return }
        fields["icon_url"] = .string(url)
        fields["proxy_icon_url"] = .string(url)
    }
}

extension String {
    /// The text without white space at its ends.
    var trimmed: String {
        var view = Substring(self)
        while let first = view.first, first.isWhitespace { view.removeFirst() }
        while let last = view.last, last.isWhitespace { view.removeLast() }
        return String(view)
    }
}

import JSON

/// Components of messages.
extension ComponentValidator {
    mutating func readRow(_ value: JSONValue, _ path: [String], _ fields: inout JSONObject) {
        let list = errors.list(value["components"], path + ["components"], 1...5, required: true) ?? []
        let selects: [Kind] = [.stringSelect, .userSelect, .roleSelect, .mentionableSelect, .channelSelect]
        var children: [JSONObject] = []
        for (index, value) in list.enumerated() {
            if let child = read(value, path + ["components", String(index)], allowed: [.button] + selects) {
                children.append(child)
            }
        }
        let holdsSelect = children.contains { $0["type"]?.integer != 2 }
        if holdsSelect, children.count > 1 {
            errors.add(
                path + ["components"], "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
                "The specified component exceeds the maximum width")
        }
        fields["components"] = .array(children.map(JSONValue.object))
    }

    mutating func readButton(_ value: JSONValue, _ path: [String], _ fields: inout JSONObject) {
        guard let style = errors.oneOf(value["style"], path + ["style"], [1, 2, 3, 4, 5, 6], required: true) else {
            return
        }
        fields["style"] = .number(style)
        switch style {
        case 5:
            if let url = errors.url(value["url"], path + ["url"], limit: 512, required: true) {
                fields["url"] = .string(url)
            }
            if value.present("custom_id") != nil {
                errors.add(
                    path + ["custom_id"], "BUTTON_COMPONENT_CUSTOM_ID_NOT_ALLOWED",
                    "A custom id and url cannot both be specified")
            }
        case 6:
            if let sku = errors.flake(value["sku_id"], path + ["sku_id"], required: true) {
                fields["sku_id"] = sku.json
            }
        default:
            if value.present("custom_id") == nil {
                errors.add(path, "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED", "A custom id is required")
            } else {
                readCustomID(value, path, &fields)
            }
            if value.present("url") != nil {
                errors.add(
                    path + ["url"], "BUTTON_COMPONENT_URL_NOT_ALLOWED", "A custom id and url cannot both be specified")
            }
        }
        if let label = errors.text(value["label"], path + ["label"], 0...80), !label.isEmpty {
            fields["label"] = .string(label)
        }
        if let emoji = readEmoji(value["emoji"], path + ["emoji"]) { fields["emoji"] = emoji }
        if style != 6, fields["label"] == nil, fields["emoji"] == nil, errors.isEmpty {
            errors.add(path, "BUTTON_COMPONENT_INVALID_LABEL", "A label or emoji is required")
        }
        if errors.bool(value["disabled"], path + ["disabled"]) == true { fields["disabled"] = true }
    }

    mutating func readEmoji(_ value: JSONValue?, _ path: [String]) -> JSONValue? {
        guard let value = errors.object(value, path) else { return nil }
        let name = value.present("name")?.text
        if let id = errors.flake(value["id"], path + ["id"]) {
            var fields: JSONObject = ["id": id.json, "name": .string(name ?? "_")]
            if value.present("animated")?.flag == true { fields["animated"] = true }
            return .object(fields)
        }
        guard let name, EmojiReference.isUnicodeEmoji(name) else {
            errors.add(path + ["name"], "COMPONENT_INVALID_EMOJI", "Invalid emoji")
            return nil
        }
        return ["name": .string(name)]
    }

    mutating func readSelect(_ value: JSONValue, _ path: [String], _ kind: Kind, _ fields: inout JSONObject) {
        readCustomID(value, path, &fields)
        if let text = errors.text(value["placeholder"], path + ["placeholder"], 0...150) {
            fields["placeholder"] = .string(text)
        }
        let least = errors.int(value["min_values"], path + ["min_values"], 0...25) ?? 1
        let most = errors.int(value["max_values"], path + ["max_values"], 1...25) ?? 1
        if least > most {
            errors.add(
                path + ["min_values"], "SELECT_COMPONENT_MIN_GREATER_THAN_MAX",
                "min_values must be less than or equal to max_values")
        }
        fields["min_values"] = .int(least)
        fields["max_values"] = .int(most)
        if let required = errors.bool(value["required"], path + ["required"]) { fields["required"] = .bool(required) }
        if kind == .stringSelect {
            readSelectOptions(value, path, least: Int(least), most: Int(most), &fields)
        } else {
            readDefaults(value, path, kind, most: Int(most), &fields)
        }
        if errors.bool(value["disabled"], path + ["disabled"]) == true { fields["disabled"] = true }
    }

    private mutating func readSelectOptions(
        _ value: JSONValue, _ path: [String], least: Int, most: Int, _ fields: inout JSONObject
    ) {
        let list = errors.list(value["options"], path + ["options"], 1...25, required: true) ?? []
        var values: Set<String> = []
        var defaults = 0
        var read: [JSONValue] = []
        for (index, value) in list.enumerated() {
            let here = path + ["options", String(index)]
            guard var option = readOption(value, here, &values) else { continue }
            if let emoji = readEmoji(value["emoji"], here + ["emoji"]) { option["emoji"] = emoji }
            if option["default"]?.flag == true { defaults += 1 }
            read.append(.object(option))
        }
        fields["options"] = .array(read)
        guard !list.isEmpty else { return }
        if defaults > most {
            errors.add(path + ["options"], "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES", "Too many default values")
        }
        for (name, bound) in [("min_values", least), ("max_values", most)] where bound > list.count {
            errors.add(
                path + [name], "SELECT_COMPONENT_\(name.uppercased())_TOO_LARGE",
                "\(name) must be less than or equal to the number of options")
        }
    }

    /// An option of a string select, a radio group or a checkbox group.
    mutating func readOption(_ value: JSONValue, _ path: [String], _ values: inout Set<String>) -> JSONObject? {
        guard errors.object(value, path, required: true) != nil else { return nil }
        let label = errors.text(value["label"], path + ["label"], 1...100, required: true)
        let stored = errors.text(value["value"], path + ["value"], 1...100, required: true)
        guard let label, let stored else { return nil }
        if !values.insert(stored).inserted {
            errors.add(
                path + ["value"], "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
                "The specified option value is already used")
        }
        var fields: JSONObject = ["label": .string(label), "value": .string(stored)]
        if let text = errors.text(value["description"], path + ["description"], 0...100), !text.isEmpty {
            fields["description"] = .string(text)
        }
        if errors.bool(value["default"], path + ["default"]) == true { fields["default"] = true }
        return fields
    }

    private mutating func readDefaults(
        _ value: JSONValue, _ path: [String], _ kind: Kind, most: Int, _ fields: inout JSONObject
    ) {
        if kind == .channelSelect, let list = errors.list(value["channel_types"], path + ["channel_types"], 0...13) {
            let types = list.enumerated().compactMap { index, value in
                errors.oneOf(
                    value, path + ["channel_types", String(index)], [0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15, 16])
            }
            fields["channel_types"] = .array(types.map(JSONValue.number))
        }
        guard let list = errors.list(value["default_values"], path + ["default_values"], 0...25), !list.isEmpty else {
            return
        }
        let allowed: [String] =
            switch kind {
            case .userSelect: ["user"]
            case .roleSelect: ["role"]
            case .channelSelect: ["channel"]
            default: ["user", "role"]
            }
        if list.count > most {
            errors.add(path + ["default_values"], "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES", "Too many default values")
        }
        fields["default_values"] = .array(
            list.enumerated().compactMap { index, value in
                let here = path + ["default_values", String(index)]
                guard let id = errors.flake(value["id"], here + ["id"], required: true) else { return nil }
                guard let type = value.present("type")?.text, allowed.contains(type) else {
                    errors.choices(here + ["type"], allowed.map { "'" + $0 + "'" })
                    return nil
                }
                return ["id": id.json, "type": .string(type)]
            })
    }

    mutating func readSection(_ value: JSONValue, _ path: [String], _ fields: inout JSONObject) {
        let list = errors.list(value["components"], path + ["components"], 1...3, required: true) ?? []
        fields["components"] = .array(
            list.enumerated().compactMap { index, value in
                read(value, path + ["components", String(index)], allowed: [.textDisplay]).map(JSONValue.object)
            })
        guard let accessory = value.present("accessory") else { return errors.required(path + ["accessory"]) }
        if let child = read(accessory, path + ["accessory"], allowed: [.button, .thumbnail]) {
            fields["accessory"] = .object(child)
        }
    }

    mutating func readTextDisplay(_ value: JSONValue, _ path: [String], _ fields: inout JSONObject) {
        guard let text = errors.text(value["content"], path + ["content"], 1...4000, required: true) else { return }
        countText(text)
        fields["content"] = .string(text)
    }

    mutating func readContainer(_ value: JSONValue, _ path: [String], _ fields: inout JSONObject) {
        if let color = errors.int(value["accent_color"], path + ["accent_color"], 0...0xFF_FFFF) {
            fields["accent_color"] = .int(color)
        } else {
            fields["accent_color"] = .null
        }
        fields["spoiler"] = .bool(errors.bool(value["spoiler"], path + ["spoiler"]) ?? false)
        let list = errors.list(value["components"], path + ["components"], 1...40, required: true) ?? []
        fields["components"] = .array(
            list.enumerated().compactMap { index, value in
                read(
                    value, path + ["components", String(index)],
                    allowed: [.row, .section, .textDisplay, .gallery, .file, .separator]
                ).map(JSONValue.object)
            })
    }

    // MARK: - Media

    mutating func readMedia(_ value: JSONValue, _ key: String, _ path: [String], _ fields: inout JSONObject) {
        if let media = readMediaItem(value[key], path + [key]) { fields[key] = media }
        if let text = errors.text(value["description"], path + ["description"], 0...1024), !text.isEmpty {
            fields["description"] = .string(text)
        } else {
            fields["description"] = .null
        }
        fields["spoiler"] = .bool(errors.bool(value["spoiler"], path + ["spoiler"]) ?? false)
    }

    mutating func readGallery(_ value: JSONValue, _ path: [String], _ fields: inout JSONObject) {
        let list = errors.list(value["items"], path + ["items"], 1...10, required: true) ?? []
        fields["items"] = .array(
            list.enumerated().compactMap { index, value in
                let here = path + ["items", String(index)]
                guard errors.object(value, here, required: true) != nil else { return nil }
                var item: JSONObject = [:]
                readMedia(value, "media", here, &item)
                return .object(item)
            })
    }

    mutating func readFile(_ value: JSONValue, _ path: [String], _ fields: inout JSONObject) {
        let url = value["file"]?.present("url")?.text
        if let url, !url.hasPrefix("attachment://") {
            errors.add(
                path + ["file", "url"], "UNFURLED_MEDIA_ITEM_NOT_ATTACHMENT",
                "File must use an attachment:// reference.")
            return
        }
        if let item = readMediaItem(value["file"], path + ["file"]) { fields["file"] = item }
        fields["spoiler"] = .bool(errors.bool(value["spoiler"], path + ["spoiler"]) ?? false)
    }

    /// A media item; the address of an attachment is filled in once the files have theirs.
    private mutating func readMediaItem(_ value: JSONValue?, _ path: [String]) -> JSONValue? {
        guard let value = errors.object(value, path, required: true),
            let url = errors.url(value["url"], path + ["url"], attachments: true, required: true)
        else { return nil }
        if url.hasPrefix("attachment://"), !filenames.contains(String(url.dropFirst("attachment://".count))) {
            errors.add(
                path + ["url"], "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
                "The referenced attachment was not found.")
            return nil
        }
        return [
            "url": .string(url), "proxy_url": .string(url), "width": .null, "height": .null, "placeholder": .null,
            "placeholder_version": .null, "content_type": .null, "loading_state": 2, "flags": 0,
        ]
    }
}

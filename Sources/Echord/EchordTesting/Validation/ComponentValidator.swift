import JSON

/// Reads a tree of components and refuses what Discord refuses.
///
/// Three places hold components, each with its own kinds: a message of the old form, a message with `IS_COMPONENTS_V2`, a modal.
/// Source: https://discord.com/developers/docs/components/reference
struct ComponentValidator {
    /// Discord's component types.
    enum Kind: Int {
        case row = 1
        case button = 2
        case stringSelect = 3
        case textInput = 4
        case userSelect = 5
        case roleSelect = 6
        case mentionableSelect = 7
        case channelSelect = 8
        case section = 9
        case textDisplay = 10
        case thumbnail = 11
        case gallery = 12
        case file = 13
        case separator = 14
        case container = 17
        case label = 18
        case fileUpload = 19
        case radioGroup = 21
        case checkboxGroup = 22
        case checkbox = 23

        var isSelect: Bool {
            [.stringSelect, .userSelect, .roleSelect, .mentionableSelect, .channelSelect].contains(self)
        }
    }

    static let countLimit = 40
    static let textLimit = 4000

    var errors = FieldErrors()
    /// Names of the files that come with the message: `attachment://` must name one of them.
    var filenames: Set<String> = []
    private(set) var count = 0
    private(set) var textLength = 0
    private var customIDs: Set<String> = []
    private var ids: Set<Int64> = []

    // MARK: - Places

    /// The components of a message.
    mutating func readMessage(_ list: [JSONValue], isV2: Bool, path: [String] = ["components"]) -> [JSONValue] {
        let allowed: [Kind] = isV2 ? [.row, .section, .textDisplay, .gallery, .file, .separator, .container] : [.row]
        if !isV2, list.count > 5 {
            errors.badLength(path, 1...5)
            return []
        }
        let parts = list.enumerated().compactMap { index, value in
            read(value, path + [String(index)], allowed: allowed)
        }
        if count > Self.countLimit {
            errors.add(
                path, "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
                "The maximum number of components in this message (\(Self.countLimit)) was exceeded")
        }
        if textLength > Self.textLimit {
            errors.add(
                path, "COMPONENT_MAX_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
                "The total size of all displayable text (\(textLength)) exceeds the maximum of \(Self.textLimit)")
        }
        return numbered(parts)
    }

    /// The `data` of a modal.
    mutating func readModal(_ data: JSONValue?, path: [String] = ["data"]) -> JSONValue? {
        guard let data = errors.object(data, path, required: true) else { return nil }
        let customID = errors.text(data["custom_id"], path + ["custom_id"], 1...100, required: true)
        let title = errors.text(data["title"], path + ["title"], 1...45, required: true)
        let list = errors.list(data["components"], path + ["components"], 1...5, required: true) ?? []
        let parts = list.enumerated().compactMap { index, value in
            readModalPart(value, path + ["components", String(index)])
        }
        guard let customID, let title, errors.isEmpty else { return nil }
        return ["custom_id": .string(customID), "title": .string(title), "components": .array(numbered(parts))]
    }

    private mutating func readModalPart(_ value: JSONValue, _ path: [String]) -> JSONObject? {
        guard let kind = kind(of: value, path, allowed: [.row, .textDisplay, .label]) else { return nil }
        guard kind == .row else { return read(value, path, allowed: [.textDisplay, .label]) }
        guard var fields = begin(value, path, kind) else { return nil }
        let list = errors.list(value["components"], path + ["components"], 1...1, required: true) ?? []
        fields["components"] = .array(
            list.enumerated().compactMap { index, value in
                let here = path + ["components", String(index)]
                guard let input = read(value, here, allowed: [.textInput]) else { return nil }
                if input["label"] == nil { errors.required(here + ["label"]) }
                return .object(input)
            })
        return fields
    }

    // MARK: - One component

    mutating func read(_ value: JSONValue, _ path: [String], allowed: [Kind]) -> JSONObject? {
        guard let kind = kind(of: value, path, allowed: allowed), var fields = begin(value, path, kind) else {
            return nil
        }
        switch kind {
        case .row: readRow(value, path, &fields)
        case .button: readButton(value, path, &fields)
        case .stringSelect, .userSelect, .roleSelect, .mentionableSelect, .channelSelect:
            readSelect(value, path, kind, &fields)
        case .textInput: readTextInput(value, path, &fields)
        case .section: readSection(value, path, &fields)
        case .textDisplay: readTextDisplay(value, path, &fields)
        case .thumbnail: readMedia(value, "media", path, &fields)
        case .gallery: readGallery(value, path, &fields)
        case .file: readFile(value, path, &fields)
        case .separator:
            fields["divider"] = .bool(errors.bool(value["divider"], path + ["divider"]) ?? true)
            fields["spacing"] = .number(errors.oneOf(value["spacing"], path + ["spacing"], [1, 2]) ?? 1)
        case .container: readContainer(value, path, &fields)
        case .label: readLabel(value, path, &fields)
        case .fileUpload: readFileUpload(value, path, &fields)
        case .radioGroup: readGroup(value, path, 2...10, &fields)
        case .checkboxGroup: readGroup(value, path, 1...10, &fields)
        case .checkbox:
            readCustomID(value, path, &fields)
            fields["default"] = .bool(errors.bool(value["default"], path + ["default"]) ?? false)
        }
        return fields
    }

    private mutating func kind(of value: JSONValue, _ path: [String], allowed: [Kind]) -> Kind? {
        guard errors.object(value, path, required: true) != nil else { return nil }
        guard let raw = value.present("type") else {
            errors.required(path + ["type"])
            return nil
        }
        guard let number = raw.integer, let kind = Kind(rawValue: Int(clamping: number)), allowed.contains(kind) else {
            let list = allowed.map { String($0.rawValue) }.joined(separator: ", ")
            errors.add(
                path + ["type"], "UNION_TYPE_CHOICES",
                "Value of field \"type\" must be one of (\(list)\(allowed.count == 1 ? "," : "")).")
            return nil
        }
        return kind
    }

    /// Counts the component and takes its type and id.
    private mutating func begin(_ value: JSONValue, _ path: [String], _ kind: Kind) -> JSONObject? {
        count += 1
        // Far beyond any limit there is nothing left to say.
        guard count <= 500 else { return nil }
        var fields: JSONObject = ["type": .number(kind.rawValue)]
        if let id = errors.int(value["id"], path + ["id"], 0...2_147_483_647), id > 0 {
            if !ids.insert(id).inserted {
                errors.add(path + ["id"], "COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated")
            }
            fields["id"] = .int(id)
        }
        return fields
    }

    mutating func readCustomID(_ value: JSONValue, _ path: [String], _ fields: inout JSONObject) {
        guard let id = errors.text(value["custom_id"], path + ["custom_id"], 1...100, required: true) else { return }
        if !customIDs.insert(id).inserted {
            errors.add(
                path + ["custom_id"], "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated")
        }
        fields["custom_id"] = .string(id)
    }

    mutating func countText(_ text: String) {
        textLength += text.unicodeScalars.count
    }

    // MARK: - Numbers

    /// Gives an id to every component that has none: 1, 2, 3 … in reading order, leaving out those in use.
    private func numbered(_ list: [JSONObject]) -> [JSONValue] {
        var next: Int64 = 1
        return list.map { .object(numbered($0, &next)) }
    }

    private func numbered(_ component: JSONObject, _ next: inout Int64) -> JSONObject {
        var component = component
        if component["id"] == nil {
            while ids.contains(next) { next += 1 }
            component["id"] = .int(next)
            next += 1
        }
        if let children = component["components"]?.list {
            component["components"] = .array(children.map { $0.fields.map { .object(numbered($0, &next)) } ?? $0 })
        }
        for key in ["accessory", "component"] {
            if let child = component[key]?.fields { component[key] = .object(numbered(child, &next)) }
        }
        return component
    }
}

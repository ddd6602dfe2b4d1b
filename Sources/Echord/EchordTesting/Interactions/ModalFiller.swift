import JSON

/// Turns what a member entered in a modal into the submitted components, with the checks of Discord's client.
///
/// Source: https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-modal-submit-data-structure
struct ModalFiller {
    let realm: Realm
    let channel: Channel
    let values: [String: JSONValue]
    var resolved = ResolvedData()

    init(realm: Realm, channel: Channel, values: [String: JSONValue]) {
        (self.realm, self.channel, self.values) = (realm, channel, values)
    }

    mutating func fill(_ components: [JSONValue]) throws(ActRefusal) -> [JSONValue] {
        for name in values.keys.sorted() where Realm.find(name, in: components) == nil {
            throw ActRefusal(.unknownComponent, "The modal has no input \(name.prefix(100)).")
        }
        var result: [JSONValue] = []
        for component in components { result.append(try fillPart(component)) }
        return result
    }

    private mutating func fillPart(_ component: JSONValue) throws(ActRefusal) -> JSONValue {
        var fields: JSONObject = ["type": component["type"] ?? 0, "id": component["id"] ?? 0]
        if let child = component["component"] {
            fields["component"] = try fillInput(child)
        } else if let children = component["components"]?.list {
            var filled: [JSONValue] = []
            for child in children { filled.append(try fillInput(child)) }
            fields["components"] = .array(filled)
        }
        return .object(fields)
    }

    private mutating func fillInput(_ input: JSONValue) throws(ActRefusal) -> JSONValue {
        let name = input["custom_id"]?.text ?? ""
        let value = values[name] ?? .null
        var fields: JSONObject = [
            "type": input["type"] ?? 0, "id": input["id"] ?? 0, "custom_id": .string(name),
        ]
        let isRequired = input["required"]?.flag ?? true
        switch input["type"]?.integer {
        case 4: fields["value"] = .string(try text(value, input, name, isRequired))
        case 21: fields["value"] = try radio(value, input, name, isRequired)
        case 23: fields["value"] = .bool(value.flag ?? input["default"]?.flag ?? false)
        case 22: fields["values"] = try group(value, input, name, isRequired)
        case 19: fields["values"] = try files(value, input, name, isRequired)
        default: fields["values"] = try selection(value, input, name, isRequired)
        }
        return .object(fields)
    }

    private func text(
        _ value: JSONValue, _ input: JSONValue, _ name: String, _ isRequired: Bool
    ) throws(ActRefusal) -> String {
        guard value.isNull || value.text != nil else { throw ActRefusal(.invalidValue, "\(name) takes a text.") }
        let text = value.text ?? input["value"]?.text ?? ""
        let length = Int64(text.unicodeScalars.count)
        if length == 0, !isRequired { return "" }
        let least = max(input["min_length"]?.integer ?? 0, isRequired ? 1 : 0)
        let most = input["max_length"]?.integer ?? 4000
        guard length >= least, length <= most else {
            throw ActRefusal(.invalidValue, "\(name) takes \(least) to \(most) characters.")
        }
        return text
    }

    private func radio(
        _ value: JSONValue, _ input: JSONValue, _ name: String, _ isRequired: Bool
    ) throws(ActRefusal) -> JSONValue {
        let options = input["options"]?.list ?? []
        let chosen = value.text ?? options.first { $0["default"]?.flag == true }?["value"]?.text
        guard let chosen else {
            if isRequired { throw ActRefusal(.invalidValue, "\(name) needs a choice.") }
            return .null
        }
        guard options.contains(where: { $0["value"]?.text == chosen }) else {
            throw ActRefusal(.invalidValue, "\(name) has no such option.")
        }
        return .string(chosen)
    }

    private func strings(_ value: JSONValue, _ name: String) throws(ActRefusal) -> [String] {
        if value.isNull { return [] }
        let list = value.list?.compactMap(\.text) ?? value.text.map { [$0] }
        guard let list, list.count == value.list?.count ?? 1 else {
            throw ActRefusal(.invalidValue, "\(name) takes a list of texts.")
        }
        return list
    }

    private func checkCount(
        _ count: Int, _ input: JSONValue, _ name: String, _ isRequired: Bool
    ) throws(ActRefusal) {
        if count == 0, !isRequired { return }
        let least = max(input["min_values"]?.integer ?? 1, isRequired ? 1 : 0)
        let most = input["max_values"]?.integer ?? 1
        guard Int64(count) >= least, Int64(count) <= most else {
            throw ActRefusal(.invalidValue, "\(name) takes \(least) to \(most) values.")
        }
    }

    private func group(
        _ value: JSONValue, _ input: JSONValue, _ name: String, _ isRequired: Bool
    ) throws(ActRefusal) -> JSONValue {
        let options = input["options"]?.list ?? []
        var chosen = try strings(value, name)
        if value.isNull { chosen = options.filter { $0["default"]?.flag == true }.compactMap { $0["value"]?.text } }
        try checkCount(chosen.count, input, name, isRequired)
        for value in chosen where !options.contains(where: { $0["value"]?.text == value }) {
            throw ActRefusal(.invalidValue, "\(name) has no option \(value.prefix(100)).")
        }
        return .array(chosen.map(JSONValue.string))
    }

    private mutating func files(
        _ value: JSONValue, _ input: JSONValue, _ name: String, _ isRequired: Bool
    ) throws(ActRefusal) -> JSONValue {
        let chosen = try strings(value, name)
        try checkCount(chosen.count, input, name, isRequired)
        for text in chosen {
            guard let id = Flake(text), let file = realm.world.files[id] else {
                throw ActRefusal(.invalidValue, "\(name) takes uploaded files.")
            }
            var attachment = file.attachment
            attachment.isEphemeral = true
            resolved.attachments[id] = attachment.json
        }
        return .array(chosen.map(JSONValue.string))
    }

    private mutating func selection(
        _ value: JSONValue, _ input: JSONValue, _ name: String, _ isRequired: Bool
    ) throws(ActRefusal) -> JSONValue {
        var chosen = try strings(value, name)
        if value.isNull { chosen = Self.defaults(of: input) }
        if chosen.isEmpty {
            if isRequired, input["min_values"]?.integer ?? 1 > 0 {
                throw ActRefusal(.invalidValue, "\(name) needs a choice.")
            }
        } else {
            try realm.checkSelection(chosen, of: input, in: channel, &resolved)
        }
        return .array(chosen.map(JSONValue.string))
    }

    private static func defaults(of input: JSONValue) -> [String] {
        let options = input["options"]?.list?.filter { $0["default"]?.flag == true } ?? []
        let chosen = options.compactMap { $0["value"]?.text }
        return chosen + (input["default_values"]?.list ?? []).compactMap { $0["id"]?.text }
    }
}

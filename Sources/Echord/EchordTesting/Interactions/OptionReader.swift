import JSON

/// Turns a member's option values into an interaction's `options`, with the checks of Discord's client.
struct OptionReader {
    let realm: Realm
    let channel: Channel
    let guild: Guild?
    var resolved = ResolvedData()

    init(realm: Realm, channel: Channel, guild: Guild?) {
        (self.realm, self.channel, self.guild) = (realm, channel, guild)
    }

    /// Reads values for a command that is sent.
    mutating func read(
        _ values: [String: JSONValue], declared: [Command.Option]
    ) throws(ActRefusal) -> [JSONValue] {
        try refuseUnknown(values, declared)
        var result: [JSONValue] = []
        for option in declared {
            guard let value = values[option.name.text], !value.isNull else {
                if option.isRequired {
                    throw ActRefusal(.invalidValue, "The option \(option.name.text) is required.")
                }
                continue
            }
            let checked = try check(value, option)
            result.append([
                "name": .string(option.name.text), "type": .number(option.kind.rawValue), "value": checked,
            ])
        }
        return result
    }

    /// Reads what is filled in so far, while one option is being typed.
    mutating func readPartly(
        _ values: [String: JSONValue], declared: [Command.Option], focused: String
    ) throws(ActRefusal) -> [JSONValue] {
        try refuseUnknown(values, declared)
        var result: [JSONValue] = []
        for option in declared {
            let name = option.name.text
            if name == focused {
                // What is being typed comes as text, whatever the option's kind.
                let typed = values[name].map(Self.typed) ?? ""
                result.append([
                    "name": .string(name), "type": .number(option.kind.rawValue), "value": .string(typed),
                    "focused": true,
                ])
            } else if let value = values[name], !value.isNull {
                let checked = try check(value, option)
                result.append(["name": .string(name), "type": .number(option.kind.rawValue), "value": checked])
            }
        }
        return result
    }

    private static func typed(_ value: JSONValue) -> String {
        value.text ?? value.integer.map(String.init) ?? value.number.map { String($0) } ?? ""
    }

    private func refuseUnknown(_ values: [String: JSONValue], _ declared: [Command.Option]) throws(ActRefusal) {
        for name in values.keys.sorted() where !declared.contains(where: { $0.name.text == name }) {
            throw ActRefusal(.unknownOption, "The command has no option \(name).")
        }
    }

    private mutating func check(_ value: JSONValue, _ option: Command.Option) throws(ActRefusal) -> JSONValue {
        switch option.kind {
        case .string: return try checkString(value, option)
        case .integer, .number: return try checkNumber(value, option)
        case .boolean:
            if let flag = value.flag { return .bool(flag) }
            if let text = value.text?.lowercased(), ["true", "false"].contains(text) { return .bool(text == "true") }
            throw wrong(option, "true or false")
        case .user, .mentionable, .role, .channel, .attachment: return try checkReference(value, option)
        case .subcommand, .group: throw ActRefusal(.unknownOption, "\(option.name.text) is a sub-command.")
        }
    }

    private func wrong(_ option: Command.Option, _ wanted: String) -> ActRefusal {
        ActRefusal(.invalidValue, "The option \(option.name.text) takes \(wanted).")
    }

    private func checkString(_ value: JSONValue, _ option: Command.Option) throws(ActRefusal) -> JSONValue {
        guard let text = value.text else { throw wrong(option, "a text") }
        if !option.choices.isEmpty {
            guard let choice = option.choices.first(where: { $0.value.text == text || $0.name.text == text }) else {
                throw wrong(option, "one of its choices")
            }
            return choice.value
        }
        let length = text.unicodeScalars.count
        guard length >= max(option.minLength ?? 0, option.isRequired ? 1 : 0), length <= option.maxLength ?? 6000 else {
            throw wrong(option, "\(option.minLength ?? 0) to \(option.maxLength ?? 6000) characters")
        }
        return .string(text)
    }

    private func checkNumber(_ value: JSONValue, _ option: Command.Option) throws(ActRefusal) -> JSONValue {
        if let choice = option.choices.first(where: { $0.name.text == value.text }) { return choice.value }
        let isWhole = option.kind == .integer
        let number: JSONValue?
        if isWhole {
            number = (value.integer ?? value.text.flatMap { Int64($0) }).map { .int($0) }
        } else {
            number = (value.number ?? value.text.flatMap { Double($0) }).map { .double($0) }
        }
        guard let number, let size = number.number, size.magnitude <= 9_007_199_254_740_991 else {
            throw wrong(option, isWhole ? "a whole number" : "a number")
        }
        if !option.choices.isEmpty {
            guard let choice = option.choices.first(where: { $0.value.number == size }) else {
                throw wrong(option, "one of its choices")
            }
            return choice.value
        }
        if let least = option.minimum?.number, size < least { throw wrong(option, "\(least) or more") }
        if let most = option.maximum?.number, size > most { throw wrong(option, "\(most) or less") }
        return number
    }

    private mutating func checkReference(_ value: JSONValue, _ option: Command.Option) throws(ActRefusal) -> JSONValue {
        guard let id = Flake(json: value) else { throw wrong(option, "an id") }
        let world = realm.world
        switch option.kind {
        case .user:
            guard world.users[id] != nil else { throw wrong(option, "a user") }
            resolved.add(user: id, in: world, guild: guild, at: realm.now)
        case .role:
            guard let role = guild?.roles[id] else { throw wrong(option, "a role of the server") }
            resolved.roles[id] = role.json
        case .mentionable:
            if let role = guild?.roles[id] {
                resolved.roles[id] = role.json
            } else if world.users[id] != nil {
                resolved.add(user: id, in: world, guild: guild, at: realm.now)
            } else {
                throw wrong(option, "a user or a role")
            }
        case .channel:
            guard let chosen = world.channels[id], chosen.guild == channel.guild,
                option.channelTypes.isEmpty || option.channelTypes.contains(chosen.kind.rawValue)
            else { throw wrong(option, "a channel of the kinds it names") }
            resolved.channels[id] = realm.resolvedChannel(chosen, for: world.application.id)
        default:
            guard let file = world.files[id] else { throw wrong(option, "an uploaded file") }
            var attachment = file.attachment
            attachment.isEphemeral = true
            resolved.attachments[id] = attachment.json
        }
        return id.json
    }
}

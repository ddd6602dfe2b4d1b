import JSON

/// An application command as it is registered.
struct Command: Sendable {
    /// A text with its translations.
    struct Label: Sendable {
        var text: String
        var translations: [String: String] = [:]

        /// The text for a client in `locale`.
        func text(in locale: String) -> String { translations[locale] ?? text }

        var longest: Int {
            max(text.unicodeScalars.count, translations.values.map(\.unicodeScalars.count).max() ?? 0)
        }

        var translationsJSON: JSONValue {
            if translations.isEmpty { return .null }
            var fields: JSONObject = [:]
            for (locale, text) in translations.sorted(by: { $0.key < $1.key }) { fields[locale] = .string(text) }
            return .object(fields)
        }
    }

    struct Choice: Sendable {
        var name: Label
        var value: JSONValue

        var json: JSONValue {
            ["name": .string(name.text), "name_localizations": name.translationsJSON, "value": value]
        }
    }

    struct Option: Sendable {
        /// Discord's option types. Source: https://discord.com/developers/docs/interactions/application-commands
        enum Kind: Int, Sendable {
            case subcommand = 1
            case group = 2
            case string = 3
            case integer = 4
            case boolean = 5
            case user = 6
            case channel = 7
            case role = 8
            case mentionable = 9
            case number = 10
            case attachment = 11
        }

        var kind: Kind
        var name: Label
        var description: Label
        var isRequired = false
        var choices: [Choice] = []
        var options: [Option] = []
        var channelTypes: [Int] = []
        var minimum: JSONValue?
        var maximum: JSONValue?
        var minLength: Int?
        var maxLength: Int?
        var hasAutocomplete = false
    }

    var id: Flake
    var guild: Flake?
    var type: Int
    var name: Label
    var description: Label
    var options: [Option] = []
    var defaultPermissions: Perm?
    var contexts: [Int]?
    var integrationTypes: [Int] = [0]
    var isNSFW = false
    var version: Flake

    /// Whether the command shows in direct messages with the bot.
    var worksInDirectMessages: Bool { guild == nil && contexts?.contains(1) ?? true }

    /// Source: https://discord.com/developers/docs/interactions/application-commands#application-command-object
    func json(application: Flake, translations: Bool = true) -> JSONValue {
        var fields: JSONObject = [
            "id": id.json, "application_id": application.json, "version": version.json,
            "default_member_permissions": defaultPermissions?.json ?? .null, "type": .number(type),
            "name": .string(name.text),
        ]
        if translations { fields["name_localizations"] = name.translationsJSON }
        fields["description"] = .string(description.text)
        if translations { fields["description_localizations"] = description.translationsJSON }
        if let guild { fields["guild_id"] = guild.json } else { fields["dm_permission"] = .bool(worksInDirectMessages) }
        fields["contexts"] = contexts.map { .array($0.map(JSONValue.number)) } ?? .null
        fields["integration_types"] = .array(integrationTypes.map(JSONValue.number))
        if !options.isEmpty { fields["options"] = .array(options.map { $0.json(translations: translations) }) }
        fields["nsfw"] = .bool(isNSFW)
        return .object(fields)
    }
}

extension Command.Option {
    func json(translations: Bool) -> JSONValue {
        var fields: JSONObject = ["type": .number(kind.rawValue), "name": .string(name.text)]
        if translations { fields["name_localizations"] = name.translationsJSON }
        fields["description"] = .string(description.text)
        if translations { fields["description_localizations"] = description.translationsJSON }
        if isRequired { fields["required"] = true }
        if hasAutocomplete { fields["autocomplete"] = true }
        if let minimum { fields["min_value"] = minimum }
        if let maximum { fields["max_value"] = maximum }
        if let minLength { fields["min_length"] = .number(minLength) }
        if let maxLength { fields["max_length"] = .number(maxLength) }
        if !channelTypes.isEmpty { fields["channel_types"] = .array(channelTypes.map(JSONValue.number)) }
        if !choices.isEmpty {
            fields["choices"] = .array(
                choices.map { translations ? $0.json : ["name": .string($0.name.text), "value": $0.value] })
        }
        if !options.isEmpty { fields["options"] = .array(options.map { $0.json(translations: translations) }) }
        return .object(fields)
    }

    /// Characters that count towards the 8000 of a command, the longest language counting.
    var size: Int {
        name.longest + description.longest + options.map(\.size).reduce(0, +)
            + choices.map { $0.name.longest + ($0.value.text?.unicodeScalars.count ?? 0) }.reduce(0, +)
    }
}

extension Command {
    /// Characters that count towards the limit of 8000.
    var size: Int {
        name.longest + description.longest + options.map(\.size).reduce(0, +)
    }
}

import JSON

/// Options: their kinds, limits and order.
extension CommandValidator {
    mutating func readOptions(_ list: [JSONValue], _ path: [String], depth: Int) -> [Command.Option] {
        var result: [Command.Option] = []
        var names: Set<String> = []
        var sawOptional = false
        for (index, value) in list.enumerated() {
            let here = path + [String(index)]
            guard let option = readOption(value, here, depth: depth) else { continue }
            if !names.insert(option.name.text).inserted {
                errors.add(
                    here + ["name"], "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists")
            }
            if option.isRequired, sawOptional {
                errors.add(
                    here, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                    "Required options must be placed before non-required options")
            }
            if !option.isRequired { sawOptional = true }
            result.append(option)
        }
        let branches = result.filter { $0.kind == .subcommand || $0.kind == .group }.count
        if branches > 0, branches < result.count {
            errors.add(
                path, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                "Sub-command and sub-command group option types are mutually exclusive to all other types")
        }
        return result
    }

    private mutating func readOption(_ value: JSONValue, _ path: [String], depth: Int) -> Command.Option? {
        guard errors.object(value, path, required: true) != nil else { return nil }
        guard let raw = errors.oneOf(value["type"], path + ["type"], Array(1...11), required: true),
            let kind = Command.Option.Kind(rawValue: raw)
        else { return nil }
        // Depth 0 is the command, 1 a group, 2 a sub-command.
        if kind == .group && depth > 0 || kind == .subcommand && depth > 1 || depth == 1 && kind != .subcommand {
            errors.add(path + ["type"], "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Option type is not allowed here")
            return nil
        }
        var option = Command.Option(
            kind: kind, name: readOptionName(value, path), description: readOptionDescription(value, path))
        if kind != .subcommand, kind != .group {
            option.isRequired = errors.bool(value["required"], path + ["required"]) ?? false
        }
        readNested(value, path, depth: depth, into: &option)
        readBounds(value, path, into: &option)
        readChoices(value, path, into: &option)
        return option
    }

    private mutating func readOptionName(_ value: JSONValue, _ path: [String]) -> Command.Label {
        let text = errors.text(value["name"], path + ["name"], 1...32, required: true) ?? ""
        if !text.isEmpty, !Self.isValidName(text, isChat: true) {
            errors.add(path + ["name"], "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")
        }
        var translations: [String: String] = [:]
        if let fields = errors.object(value["name_localizations"], path + ["name_localizations"])?.fields {
            for (locale, text) in fields {
                let here = path + ["name_localizations", locale]
                guard Self.locales.contains(locale) else {
                    errors.choices(here, Self.locales.sorted().map { "'" + $0 + "'" })
                    continue
                }
                guard let text = errors.text(text, here, 1...32) else { continue }
                if Self.isValidName(text, isChat: true) {
                    translations[locale] = text
                } else {
                    errors.add(here, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")
                }
            }
        }
        return .init(text: text, translations: translations)
    }

    private mutating func readOptionDescription(_ value: JSONValue, _ path: [String]) -> Command.Label {
        let text = errors.text(value["description"], path + ["description"], 1...100, required: true) ?? ""
        return .init(
            text: text,
            translations: freeTranslations(value["description_localizations"], path + ["description_localizations"]))
    }

    private mutating func freeTranslations(_ value: JSONValue?, _ path: [String]) -> [String: String] {
        guard let fields = errors.object(value, path)?.fields else { return [:] }
        var result: [String: String] = [:]
        for (locale, text) in fields {
            guard Self.locales.contains(locale) else {
                errors.choices(path + [locale], Self.locales.sorted().map { "'" + $0 + "'" })
                continue
            }
            if let text = errors.text(text, path + [locale], 1...100) { result[locale] = text }
        }
        return result
    }

    private mutating func readNested(
        _ value: JSONValue, _ path: [String], depth: Int, into option: inout Command.Option
    ) {
        guard let list = errors.list(value["options"], path + ["options"], 0...25), !list.isEmpty else {
            if option.kind == .group {
                errors.add(path + ["options"], "BASE_TYPE_REQUIRED", "This field is required")
            }
            return
        }
        guard option.kind == .subcommand || option.kind == .group else {
            errors.add(
                path + ["options"], "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                "Only sub-commands and groups have options")
            return
        }
        option.options = readOptions(list, path + ["options"], depth: option.kind == .group ? 1 : 2)
    }

    private mutating func readBounds(_ value: JSONValue, _ path: [String], into option: inout Command.Option) {
        switch option.kind {
        case .integer, .number:
            option.minimum = readBound(value["min_value"], path + ["min_value"], whole: option.kind == .integer)
            option.maximum = readBound(value["max_value"], path + ["max_value"], whole: option.kind == .integer)
            if let low = option.minimum?.number, let high = option.maximum?.number, low > high {
                errors.add(
                    path, "APPLICATION_COMMAND_OPTIONS_MIN_GREATER_THAN_MAX",
                    "min_value must be less than or equal to max_value")
            }
        case .string:
            option.minLength = errors.int(value["min_length"], path + ["min_length"], 0...6000).map(Int.init)
            option.maxLength = errors.int(value["max_length"], path + ["max_length"], 1...6000).map(Int.init)
            if let low = option.minLength, let high = option.maxLength, low > high {
                errors.add(
                    path, "APPLICATION_COMMAND_OPTIONS_MIN_GREATER_THAN_MAX",
                    "min_length must be less than or equal to max_length")
            }
        case .channel:
            let list = errors.list(value["channel_types"], path + ["channel_types"], 0...13) ?? []
            option.channelTypes = list.enumerated().compactMap { index, value in
                errors.oneOf(
                    value, path + ["channel_types", String(index)], [0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15, 16])
            }
        default:
            break
        }
    }

    private mutating func readBound(_ value: JSONValue?, _ path: [String], whole: Bool) -> JSONValue? {
        guard let value, !value.isNull else { return nil }
        if whole {
            return errors.int(value, path, -9_007_199_254_740_991...9_007_199_254_740_991).map { .int($0) }
        }
        guard value.number != nil else {
            errors.add(path, "NUMBER_TYPE_COERCE", "Value is not double.")
            return nil
        }
        return value
    }

    private mutating func readChoices(_ value: JSONValue, _ path: [String], into option: inout Command.Option) {
        let asks = errors.bool(value["autocomplete"], path + ["autocomplete"]) ?? false
        let list = errors.list(value["choices"], path + ["choices"], 0...25) ?? []
        guard [.string, .integer, .number].contains(option.kind) else {
            if asks || !list.isEmpty {
                errors.add(
                    path, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                    "Option type does not support choices or autocomplete")
            }
            return
        }
        if asks, !list.isEmpty {
            errors.add(
                path, "APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES",
                "autocomplete may not be set to true if choices are present")
            return
        }
        option.hasAutocomplete = asks
        var names: Set<String> = []
        for (index, value) in list.enumerated() {
            let here = path + ["choices", String(index)]
            guard let choice = readChoice(value, here, kind: option.kind) else { continue }
            if !names.insert(choice.name.text).inserted {
                errors.add(
                    here + ["name"], "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS",
                    "Option choice name already exists")
            }
            option.choices.append(choice)
        }
    }

    /// One choice, of a command's option or of an autocomplete answer.
    mutating func readChoice(_ value: JSONValue, _ path: [String], kind: Command.Option.Kind) -> Command.Choice? {
        guard errors.object(value, path, required: true) != nil else { return nil }
        let name = errors.text(value["name"], path + ["name"], 1...100, required: true)
        let translations = freeTranslations(value["name_localizations"], path + ["name_localizations"])
        guard let given = value.present("value") else {
            errors.required(path + ["value"])
            return nil
        }
        let checked: JSONValue?
        switch kind {
        case .integer:
            checked = errors.int(given, path + ["value"], -9_007_199_254_740_991...9_007_199_254_740_991).map {
                .int($0)
            }
        case .number:
            // No conditional expression here: `nil` in it would be read as JSON's null.
            guard given.number != nil else {
                errors.add(path + ["value"], "NUMBER_TYPE_COERCE", "Value is not double.")
                return nil
            }
            checked = given
        default:
            checked = errors.text(given, path + ["value"], 1...100, required: true).map { .string($0) }
        }
        guard let name, let checked else { return nil }
        return Command.Choice(name: .init(text: name, translations: translations), value: checked)
    }
}

import JSON

/// Reads a command's registration and refuses what Discord refuses.
///
/// Source: https://discord.com/developers/docs/interactions/application-commands
struct CommandValidator {
    static let locales: Set<String> = [
        "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl", "pt-BR",
        "ro",
        "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko", "ar", "he",
    ]
    static let sizeLimit = 8000

    var errors = FieldErrors()

    /// Reads a whole command.
    ///
    /// - Parameters:
    ///   - path: Where the command stands in the body: empty, or the index in a list.
    ///   - guild: The guild it is for, nil for a global one.
    mutating func read(_ body: JSONValue, path: [String] = [], guild: Flake?) -> Command? {
        guard body.fields != nil else {
            errors.add(path, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType")
            return nil
        }
        let type = body.present("type") == nil ? 1 : errors.oneOf(body["type"], path + ["type"], [1, 2, 3]) ?? 1
        var command = Command(
            id: Flake(0), guild: guild, type: type, name: .init(text: ""), description: .init(text: ""),
            version: Flake(0))
        command.name = readName(body, path, isChat: type == 1)
        command.description = readDescription(body, path, isChat: type == 1)
        readScope(body, path, into: &command)
        if let list = errors.list(body["options"], path + ["options"], 0...25), !list.isEmpty {
            if type == 1 {
                command.options = readOptions(list, path + ["options"], depth: 0)
            } else {
                errors.add(
                    path + ["options"], "APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS",
                    "Context menu commands cannot have options")
            }
        }
        if errors.isEmpty, command.size > Self.sizeLimit {
            errors.add(path, "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)")
        }
        return errors.isEmpty ? command : nil
    }

    // MARK: - Names

    private mutating func readName(_ body: JSONValue, _ path: [String], isChat: Bool) -> Command.Label {
        let text = errors.text(body["name"], path + ["name"], 1...32, required: true) ?? ""
        if !text.isEmpty, !Self.isValidName(text, isChat: isChat) { invalidName(path + ["name"], text, isChat: isChat) }
        let translations = readTranslations(body["name_localizations"], path + ["name_localizations"], 1...32)
        for (locale, name) in translations where !Self.isValidName(name, isChat: isChat) {
            invalidName(path + ["name_localizations", locale], name, isChat: isChat)
        }
        return .init(text: text, translations: translations)
    }

    private mutating func invalidName(_ path: [String], _ name: String, isChat: Bool) {
        if isChat, Self.isValidName(name.lowercased(), isChat: true) {
            errors.add(path, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")
        } else {
            errors.add(path, "STRING_TYPE_REGEX", "String value did not match validation regex.")
        }
    }

    /// `^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$` without upper case; context menus may be written freely.
    static func isValidName(_ name: String, isChat: Bool) -> Bool {
        guard isChat else { return !name.allSatisfy(\.isWhitespace) }
        guard name == name.lowercased() else { return false }
        return name.unicodeScalars.allSatisfy { scalar in
            if scalar == "-" || scalar == "_" || scalar == "'" { return true }
            if (0x0900...0x097F).contains(scalar.value) || (0x0E00...0x0E7F).contains(scalar.value) { return true }
            switch scalar.properties.generalCategory {
            case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
                .letterNumber, .otherNumber:
                return true
            default:
                return false
            }
        }
    }

    private mutating func readDescription(_ body: JSONValue, _ path: [String], isChat: Bool) -> Command.Label {
        guard isChat else {
            if let text = body.present("description")?.text, !text.isEmpty {
                errors.add(
                    path + ["description"], "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION",
                    "Context menu commands cannot have description")
            }
            return .init(text: "")
        }
        let text = errors.text(body["description"], path + ["description"], 1...100, required: true) ?? ""
        return .init(
            text: text,
            translations: readTranslations(
                body["description_localizations"], path + ["description_localizations"], 1...100))
    }

    private mutating func readTranslations(
        _ value: JSONValue?, _ path: [String], _ range: ClosedRange<Int>
    ) -> [String: String] {
        guard let fields = errors.object(value, path)?.fields else { return [:] }
        var result: [String: String] = [:]
        for (locale, text) in fields {
            guard Self.locales.contains(locale) else {
                errors.choices(path + [locale], Self.locales.sorted().map { "'" + $0 + "'" })
                continue
            }
            if let text = errors.text(text, path + [locale], range, required: false) { result[locale] = text }
        }
        return result
    }

    // MARK: - Scope

    private mutating func readScope(_ body: JSONValue, _ path: [String], into command: inout Command) {
        if let value = body.present("default_member_permissions") {
            if let bits = Perm(json: value) {
                command.defaultPermissions = bits.intersection(.all)
            } else {
                errors.add(
                    path + ["default_member_permissions"], "BITFIELD_TYPE_CONVERT",
                    "Value is not a valid set of permissions.")
            }
        }
        command.isNSFW = errors.bool(body["nsfw"], path + ["nsfw"]) ?? false
        if let list = errors.list(body["contexts"], path + ["contexts"], 1...3) {
            command.contexts = list.enumerated().compactMap { index, value in
                errors.oneOf(value, path + ["contexts", String(index)], [0, 1, 2], required: true)
            }
        } else if let allowed = errors.bool(body["dm_permission"], path + ["dm_permission"]), command.guild == nil {
            command.contexts = allowed ? nil : [0]
        }
        if let list = errors.list(body["integration_types"], path + ["integration_types"], 1...2) {
            command.integrationTypes = list.enumerated().compactMap { index, value in
                errors.oneOf(value, path + ["integration_types", String(index)], [0, 1], required: true)
            }
        }
    }
}

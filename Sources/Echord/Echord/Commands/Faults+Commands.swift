public import EchordModel
import EchordPrimitives
import JSON

extension FaultCollector {
    /// One command.
    mutating func command(_ command: CreateCommand) {
        let type = command.type ?? .chatInput
        names(command.name, command.nameLocalizations, isSlash: type == .chatInput)
        switch type {
        case .chatInput, .primaryEntryPoint:
            descriptions(command.description ?? "", command.descriptionLocalizations)
        default:
            if !(command.description ?? "").isEmpty {
                fault(.choices, "only slash commands have a description", at: "description")
            }
        }
        if type == .primaryEntryPoint, command.handler == nil {
            fault(.required, "an entry point needs a handler", at: "handler")
        }
        places(command.integrationTypes, command.contexts)
        let options = command.options ?? []
        if type == .chatInput {
            self.options(options, depth: .command)
        } else if !options.isEmpty {
            fault(.badOption, "only slash commands have options", at: "options")
        }
        let size = command.size
        if size > DiscordLimits.Command.totalCharacters {
            fault(
                .tooLargeCommand,
                "at most \(DiscordLimits.Command.totalCharacters) characters with the longest languages, is \(size)")
        }
    }

    /// What is to change of a command whose kind is not known.
    mutating func command(_ edit: EditCommand) {
        if let name = edit.name.value { names(name, edit.nameLocalizations.value, isSlash: false) }
        length(edit.description.value, upTo: DiscordLimits.Command.description.upperBound, at: "description")
        each(edit.descriptionLocalizations.value, at: "description_localizations") {
            $0.length($1, DiscordLimits.Command.description, at: $2)
        }
        places(edit.integrationTypes.value, edit.contexts.value)
        options(edit.options.value ?? [], depth: .command)
    }

    private mutating func places(_ types: [IntegrationInstallType]?, _ contexts: [InteractionContextType]?) {
        if types?.isEmpty == true { fault(.badLength, "at least one kind of installation", at: "integration_types") }
        if contexts?.isEmpty == true { fault(.badLength, "at least one place", at: "contexts") }
    }

    /// All commands of one scope.
    mutating func commands(_ commands: [CreateCommand]) {
        for (index, command) in commands.enumerated() { at("[\(index)]") { $0.command(command) } }
        let keys = commands.map { Optional([($0.type ?? .chatInput).description, $0.name]) }
        unique(keys, code: .duplicateName, "a command of this kind and name") { "[\($0)].name" }
        for (type, most, what) in [
            (CommandType.chatInput, DiscordLimits.Command.chatInput, "slash commands"),
            (.user, DiscordLimits.Command.user, "user commands"),
            (.message, DiscordLimits.Command.message, "message commands"),
            (.primaryEntryPoint, DiscordLimits.Command.primaryEntryPoint, "entry points"),
        ] {
            let count = commands.filter { ($0.type ?? .chatInput) == type }.count
            if count > most { fault(.tooManyCommands, "at most \(most) \(what), is \(count)") }
        }
    }

    /// Choices of an option, or of an autocomplete answer.
    mutating func choices(_ choices: [CommandChoice], of type: CommandOptionType? = nil) {
        count(choices.count, 0...DiscordLimits.Command.choices, of: "choices", at: "choices")
        each("choices", choices) { faults, choice in
            faults.length(choice.name, DiscordLimits.Command.choiceName, at: "name")
            faults.each(choice.nameLocalizations, at: "name_localizations") { faults, text, key in
                faults.length(text, DiscordLimits.Command.choiceName, at: key)
            }
            faults.choiceValue(choice.value, of: type)
        }
        unique(choices.map { Optional($0.name) }, code: .duplicateValue, "the name") { "choices[\($0)].name" }
    }

    private mutating func choiceValue(_ value: ChoiceValue, of type: CommandOptionType?) {
        switch (value, type) {
        case (.string(let text), .string), (.string(let text), nil):
            length(text, 1...DiscordLimits.Command.choiceValue, at: "value")
        case (.integer(let number), .integer), (.integer(let number), .number), (.integer(let number), nil):
            if !DiscordLimits.Command.integer.contains(number) {
                fault(.tooLarge, "a whole number between -2^53 and 2^53, is \(number)", at: "value")
            }
        case (.number(let number), .number), (.number(let number), nil):
            if !DiscordLimits.Command.number.contains(number) {
                fault(.tooLarge, "a number from -2^53 to 2^53", at: "value")
            }
        default: fault(.choices, "a value of the option's kind", at: "value")
        }
    }

    // MARK: - Names

    private mutating func names(_ name: String, _ localizations: Localizations?, isSlash: Bool) {
        self.name(name, isSlash: isSlash, at: "name")
        each(localizations, at: "name_localizations") { $0.name($1, isSlash: isSlash, at: $2) }
    }

    private mutating func name(_ name: String, isSlash: Bool, at key: String) {
        length(name, DiscordLimits.Command.name, at: key)
        guard isSlash, !name.isEmpty else { return }
        if !CommandName.hasAllowedCharacters(name) {
            fault(.badName, "letters, digits, -, _ and ' only", at: key)
        } else if !CommandName.isLowercase(name) {
            fault(.badName, "letters in lower case only", at: key)
        }
    }

    private mutating func descriptions(_ description: String, _ localizations: Localizations?) {
        length(description, DiscordLimits.Command.description, at: "description")
        each(localizations, at: "description_localizations") {
            $0.length($1, DiscordLimits.Command.description, at: $2)
        }
    }

    /// Texts by language, in a fixed order; a language Discord does not know is a fault.
    private mutating func each(
        _ localizations: Localizations?, at key: String, _ body: (inout FaultCollector, String, String) -> Void
    ) {
        for (locale, text) in (localizations ?? [:]).sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            if locale.discordName == nil { fault(.choices, "a language Discord knows", at: "\(key).\(locale)") }
            body(&self, text, "\(key).\(locale)")
        }
    }

    // MARK: - Options

    /// How deep options stand: groups hold subcommands, and subcommands hold options.
    private enum Depth {
        case command
        case group
        case subcommand
    }

    private mutating func options(_ options: [CommandOption], depth: Depth) {
        count(options.count, 0...DiscordLimits.Command.options, of: "options", at: "options")
        each("options", options) { $0.option($1, depth: depth) }
        unique(options.map { Optional($0.name) }, code: .duplicateOption, "an option of this name") {
            "options[\($0)].name"
        }
        let nested = options.filter { Self.nesting.contains($0.type) }.count
        if nested > 0, nested < options.count {
            fault(.badOption, "either subcommands and groups, or options, not both", at: "options")
        }
        var sawOptional = false
        for (index, option) in options.enumerated() {
            if option.isRequired != true {
                sawOptional = true
            } else if sawOptional {
                fault(.requiredOrder, "required options stand before the others", at: "options[\(index)]")
            }
        }
    }

    private static let nesting: Set<CommandOptionType> = [.subcommand, .subcommandGroup]

    private mutating func option(_ option: CommandOption, depth: Depth) {
        names(option.name, option.nameLocalizations, isSlash: true)
        descriptions(option.description, option.descriptionLocalizations)
        switch option.type {
        case .subcommandGroup:
            if depth != .command { fault(.badOption, "groups stand at the top only", at: "type") }
            if (option.options ?? []).isEmpty { fault(.required, "a group needs subcommands", at: "options") }
            for (index, child) in (option.options ?? []).enumerated() where child.type != .subcommand {
                fault(.badOption, "a group holds subcommands only", at: "options[\(index)].type")
            }
            options(option.options ?? [], depth: .group)
        case .subcommand:
            if depth == .subcommand { fault(.badOption, "subcommands do not stand in each other", at: "type") }
            options(option.options ?? [], depth: .subcommand)
        default: value(option)
        }
        if Self.nesting.contains(option.type), option.isRequired != nil {
            fault(.choices, "a subcommand can not be required", at: "required")
        }
    }

    private mutating func value(_ option: CommandOption) {
        if option.options != nil { fault(.badOption, "only subcommands and groups hold options", at: "options") }
        let isTyped = [.string, .integer, .number].contains(option.type)
        let isNumber = [.integer, .number].contains(option.type)
        only(isTyped, option.choices, "texts and numbers have choices", at: "choices")
        only(isTyped, option.hasAutocomplete, "texts and numbers have autocomplete", at: "autocomplete")
        only(isNumber, option.minValue, "numbers have a least value", at: "min_value")
        only(isNumber, option.maxValue, "numbers have a greatest value", at: "max_value")
        only(option.type == .string, option.minLength, "texts have a length", at: "min_length")
        only(option.type == .string, option.maxLength, "texts have a length", at: "max_length")
        only(option.type == .channel, option.channelTypes, "channels have kinds", at: "channel_types")
        only(option.type == .attachment, option.fileTypes, "files have kinds", at: "file_types")
        if let choices = option.choices { self.choices(choices, of: option.type) }
        if option.hasAutocomplete == true, !(option.choices ?? []).isEmpty {
            fault(.choices, "either choices or autocomplete", at: "autocomplete")
        }
        number(option.minLength, DiscordLimits.Command.textMinimum, at: "min_length")
        number(option.maxLength, DiscordLimits.Command.textMaximum, at: "max_length")
        ordered(option.minLength, option.maxLength, lowKey: "min_length", highKey: "max_length")
        bounds(option)
        fileTypes(option.fileTypes)
    }

    private mutating func only(_ isAllowed: Bool, _ value: (some Any)?, _ message: String, at key: String) {
        if !isAllowed, value != nil { fault(.choices, "only \(message)", at: key) }
    }

    private mutating func bounds(_ option: CommandOption) {
        for (value, key) in [(option.minValue, "min_value"), (option.maxValue, "max_value")] {
            guard let value else { continue }
            guard let number = value.double else { fault(.choices, "a number", at: key); continue }
            if case .number = value, option.type == .integer { fault(.choices, "a whole number", at: key) }
            if !DiscordLimits.Command.number.contains(number) { fault(.tooLarge, "from -2^53 to 2^53", at: key) }
        }
        if let low = option.minValue?.double, let high = option.maxValue?.double, low > high {
            fault(.tooLarge, "at most max_value, which is \(high), is \(low)", at: "min_value")
        }
    }
}

extension CreateCommand {
    /// The characters that count towards Discord's 8000: names, descriptions and values, of each text the longest
    /// language.
    public var size: Int {
        CommandSize.longest(name, nameLocalizations) + CommandSize.longest(description ?? "", descriptionLocalizations)
            + CommandSize.of(options)
    }
}

private enum CommandSize {
    static func longest(_ text: String, _ localizations: Localizations?) -> Int {
        (localizations ?? [:]).values.reduce(text.unicodeScalars.count) { max($0, $1.unicodeScalars.count) }
    }

    static func of(_ options: [CommandOption]?) -> Int {
        (options ?? []).reduce(0) { sum, option in
            sum + longest(option.name, option.nameLocalizations)
                + longest(option.description, option.descriptionLocalizations) + of(option.choices) + of(option.options)
        }
    }

    private static func of(_ choices: [CommandChoice]?) -> Int {
        (choices ?? []).reduce(0) { sum, choice in
            sum + longest(choice.name, choice.nameLocalizations) + of(choice.value)
        }
    }

    private static func of(_ value: ChoiceValue) -> Int {
        switch value {
        case .string(let text): text.unicodeScalars.count
        case .integer(let number): String(number).count
        case .number(let number): String(number).count
        case .bool: 0
        }
    }
}

extension CreateCommand: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] { FaultCollector.collect { $0.command(self) } }
}

extension EditCommand: LocallyValidated {
    /// Everything Discord would refuse, as far as it can be told without the command's kind.
    public var issues: [FieldIssue] { FaultCollector.collect { $0.command(self) } }
}

extension CommandSet: LocallyValidated {
    /// Everything Discord would refuse, with paths that begin with the command's place.
    public var issues: [FieldIssue] { FaultCollector.collect { $0.commands(commands) } }
}

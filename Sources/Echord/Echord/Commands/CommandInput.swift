public import EchordModel
public import EchordPrimitives

extension EchordError.Code {
    /// An option of a command is missing, or is of another kind than declared.
    public static let commandOption = Self(rawValue: "command_option")
}

/// What somebody filled in with a command, read as Swift values.
///
/// ```swift
/// let input = CommandInput(data)
/// switch input.path {
/// case ["task", "create"]: try create(title: input.value("title"), assignee: input.optional("assignee"))
/// default: break
/// }
/// ```
public struct CommandInput: Sendable {
    /// The command's name with the group's and the subcommand's.
    public let path: [String]
    /// The options of the innermost subcommand.
    public let options: [CommandOptionData]
    /// What ids in the options stand for.
    public let resolved: ResolvedData
    /// The user or message a command was used on.
    public let target: GenericID?

    /// Reads a command.
    public init(_ data: CommandData) {
        var path = [data.name]
        var options = data.options
        while let first = options.first, first.type == .subcommand || first.type == .subcommandGroup {
            path.append(first.name)
            options = first.options ?? []
        }
        self.path = path
        self.options = options
        resolved = data.resolved ?? ResolvedData()
        target = data.targetID
    }

    /// An option as it came.
    public func option(_ name: String) -> CommandOptionData? { options.first { $0.name == name } }

    /// The value of an option that must be there.
    ///
    /// - Throws: ``EchordError`` with code `command_option` when it is missing or of another kind.
    public func value<Value: CommandOptionValue>(
        _ name: String, as type: Value.Type = Value.self
    ) throws(EchordError) -> Value {
        guard let value = try optional(name, as: type) else {
            throw EchordError(.commandOption, "\(place(name)) is missing")
        }
        return value
    }

    /// The value of an option, `nil` when it was left out.
    ///
    /// - Throws: ``EchordError`` with code `command_option` when it is of another kind.
    public func optional<Value: CommandOptionValue>(
        _ name: String, as type: Value.Type = Value.self
    ) throws(EchordError) -> Value? {
        guard let option = option(name), let raw = option.value else { return nil }
        guard option.type == Value.optionType, let value = Value(optionValue: raw, resolved: resolved) else {
            throw EchordError(.commandOption, "\(place(name)) is \(option.type), expected \(Value.optionType)")
        }
        return value
    }

    /// The value of a declared option that must be there.
    public subscript<Value>(option: TypedOption<Value>) -> Value {
        get throws(EchordError) { try value(option.name) }
    }

    /// The value of a declared option, `nil` when it was left out.
    public subscript<Value>(optional option: TypedOption<Value>) -> Value? {
        get throws(EchordError) { try optional(option.name) }
    }

    private func place(_ name: String) -> String { "option \(name) of /\(path.joined(separator: " "))" }
}

// MARK: - What ids stand for

extension CommandInput {
    /// The user of an option.
    public func user(_ name: String) throws(EchordError) -> User? {
        guard let id = try id(name, of: [.user, .mentionable]) else { return nil }
        return resolved.users[id.cast()]
    }

    /// The member of an option, without the user.
    public func member(_ name: String) throws(EchordError) -> Member? {
        guard let id = try id(name, of: [.user, .mentionable]) else { return nil }
        return resolved.members[id.cast()]
    }

    /// The role of an option.
    public func role(_ name: String) throws(EchordError) -> Role? {
        guard let id = try id(name, of: [.role, .mentionable]) else { return nil }
        return resolved.roles[id.cast()]
    }

    /// The channel of an option, partially.
    public func channel(_ name: String) throws(EchordError) -> Channel? {
        guard let id = try id(name, of: [.channel]) else { return nil }
        return resolved.channels[id.cast()]
    }

    /// The file of an option.
    public func attachment(_ name: String) throws(EchordError) -> Attachment? {
        guard let id = try id(name, of: [.attachment]) else { return nil }
        return resolved.attachments[id.cast()]
    }

    /// The user a command was used on.
    public var targetUser: User? { target.flatMap { resolved.users[$0.cast()] } }

    /// The user a command was used on, with what they are in the guild.
    public var targetMember: ResolvedMember? { target.flatMap { ResolvedMember($0.cast(), in: resolved) } }

    /// The message a command was used on.
    public var targetMessage: Message? { target.flatMap { resolved.messages[$0.cast()] } }

    private func id(_ name: String, of kinds: Set<CommandOptionType>) throws(EchordError) -> GenericID? {
        guard let option = option(name), let raw = option.value else { return nil }
        guard kinds.contains(option.type), case .string(let text) = raw, let id = GenericID(text) else {
            let expected = kinds.map(\.description).sorted().joined(separator: " or ")
            throw EchordError(.commandOption, "\(place(name)) is \(option.type), expected \(expected)")
        }
        return id
    }
}

// MARK: - Autocomplete

extension CommandInput {
    /// An option while it is being typed.
    public struct Focused: Hashable, Sendable {
        /// The option's name.
        public var name: String
        /// The option's kind.
        public var type: CommandOptionType
        /// What has been typed so far; of numbers the digits.
        public var text: String

        /// An option while it is being typed.
        public init(name: String, type: CommandOptionType, text: String) {
            self.name = name
            self.type = type
            self.text = text
        }
    }

    /// The option that is being typed, in autocomplete.
    public var focused: Focused? {
        guard let option = options.first(where: { $0.isFocused == true }) else { return nil }
        let text: String
        switch option.value {
        case .string(let value)?: text = value
        case .integer(let value)?: text = String(value)
        case .number(let value)?: text = String(value)
        case .bool, nil: text = ""
        }
        return Focused(name: option.name, type: option.type, text: text)
    }
}

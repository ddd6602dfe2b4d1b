public import EchordModel
public import EchordPrimitives

/// An option, a subcommand or a group, with what the subcommands do.
public struct CommandPart: Sendable {
    /// The option as it is sent.
    public var option: CommandOption
    /// What the subcommands do, by their names beneath the command; nothing where that stands elsewhere.
    public var actions: [CommandAction]

    /// A part.
    public init(_ option: CommandOption, actions: [CommandAction] = []) {
        self.option = option
        self.actions = actions
    }

    fileprivate mutating func localize(_ names: Localizations?, _ descriptions: Localizations?) {
        option.nameLocalizations = names ?? option.nameLocalizations
        option.descriptionLocalizations = descriptions ?? option.descriptionLocalizations
    }
}

/// A subcommand.
public struct Subcommand: CommandActing {
    /// The subcommand as it is sent, and what it does.
    public private(set) var part: CommandPart

    /// A subcommand with options whose handler stands elsewhere.
    public init(_ name: String, _ description: String, @CommandOptionBuilder _ options: () -> [CommandPart]) {
        part = CommandPart(
            CommandOption(
                type: .subcommand, name: name, description: description, options: options().map(\.option)))
    }

    /// A subcommand without options whose handler stands elsewhere.
    public init(_ name: String, _ description: String) { self.init(name, description) {} }

    /// A subcommand with what it does.
    ///
    /// - Parameters:
    ///   - name: 1 to 32 lower-case letters, digits, `-` and `_`.
    ///   - description: 1 to 100 characters.
    ///   - arguments: up to 25 options, those that must be filled in first.
    ///   - handler: gets their values in the same order.
    public init<each Value: Sendable>(
        _ name: String, _ description: String, _ arguments: repeat Argument<each Value>,
        handler: @escaping @Sendable (InteractionContext, repeat each Value) async throws -> Void
    ) {
        let declared = ArgumentList(repeat each arguments)
        var action = declared.action(handler)
        action.path = [name]
        part = CommandPart(
            CommandOption(type: .subcommand, name: name, description: description, options: declared.options),
            actions: [action])
    }

    /// The subcommand as it is sent.
    public var option: CommandOption { part.option }

    /// With name and description in other languages.
    public func localized(names: Localizations? = nil, descriptions: Localizations? = nil) -> Self {
        var copy = self
        copy.part.localize(names, descriptions)
        return copy
    }

    /// The same with its action changed.
    public func changingActions(_ change: (inout CommandAction) -> Void) -> Self {
        var copy = self
        copy.part.actions.changeEach(change)
        return copy
    }
}

/// A group of subcommands.
public struct SubcommandGroup: CommandActing {
    /// The group as it is sent, and what its subcommands do.
    public private(set) var part: CommandPart

    /// A group of subcommands.
    public init(_ name: String, _ description: String, @CommandOptionBuilder _ subcommands: () -> [CommandPart]) {
        let parts = subcommands()
        var actions = parts.flatMap(\.actions)
        actions.changeEach { $0.path.insert(name, at: 0) }
        part = CommandPart(
            CommandOption(
                type: .subcommandGroup, name: name, description: description, options: parts.map(\.option)),
            actions: actions)
    }

    /// The group as it is sent.
    public var option: CommandOption { part.option }

    /// With name and description in other languages.
    public func localized(names: Localizations? = nil, descriptions: Localizations? = nil) -> Self {
        var copy = self
        copy.part.localize(names, descriptions)
        return copy
    }

    /// The same with the actions of all its subcommands changed.
    public func changingActions(_ change: (inout CommandAction) -> Void) -> Self {
        var copy = self
        copy.part.actions.changeEach(change)
        return copy
    }
}

/// Writes options, subcommands and groups one under the other.
@resultBuilder
public enum CommandOptionBuilder {
    /// An option.
    public static func buildExpression(_ option: TypedOption<some Any>) -> [CommandPart] {
        [CommandPart(option.option)]
    }
    /// A subcommand.
    public static func buildExpression(_ subcommand: Subcommand) -> [CommandPart] { [subcommand.part] }
    /// A group.
    public static func buildExpression(_ group: SubcommandGroup) -> [CommandPart] { [group.part] }
    /// Options made elsewhere.
    public static func buildExpression(_ options: [CommandOption]) -> [CommandPart] { options.map { CommandPart($0) } }
    /// Parts made elsewhere.
    public static func buildExpression(_ parts: [CommandPart]) -> [CommandPart] { parts }
    /// All of a block.
    public static func buildBlock(_ parts: [CommandPart]...) -> [CommandPart] { parts.flatMap(\.self) }
    /// An `if` without `else`.
    public static func buildOptional(_ part: [CommandPart]?) -> [CommandPart] { part ?? [] }
    /// An `if` that held.
    public static func buildEither(first part: [CommandPart]) -> [CommandPart] { part }
    /// An `else`.
    public static func buildEither(second part: [CommandPart]) -> [CommandPart] { part }
    /// A `for`.
    public static func buildArray(_ parts: [[CommandPart]]) -> [CommandPart] { parts.flatMap(\.self) }
    /// The parts.
    public static func buildFinalResult(_ parts: [CommandPart]) -> [CommandPart] { parts }
    /// The options alone, for whoever asks for these.
    public static func buildFinalResult(_ parts: [CommandPart]) -> [CommandOption] { parts.map(\.option) }
}

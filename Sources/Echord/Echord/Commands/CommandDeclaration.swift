public import EchordModel
public import EchordPrimitives
public import JSON

/// A command of the application as the program declares it.
public protocol CommandDeclaration: Sendable {
    /// The command as it is sent.
    var command: CreateCommand { get set }
}

extension CommandDeclaration {
    /// With its name in other languages, and for slash commands the description.
    public func localized(names: Localizations? = nil, descriptions: Localizations? = nil) -> Self {
        with {
            $0.nameLocalizations = names ?? $0.nameLocalizations
            $0.descriptionLocalizations = descriptions ?? $0.descriptionLocalizations
        }
    }

    /// For members with these permissions, unless a guild says otherwise; `nil` for everybody, the empty set for
    /// administrators.
    public func defaultMemberPermissions(_ permissions: Permissions?) -> Self {
        with { $0.defaultMemberPermissions = Patch(settingOrClearing: permissions) }
    }

    /// To be used in these places only.
    public func contexts(_ contexts: [InteractionContextType]) -> Self { with { $0.contexts = contexts } }

    /// With these kinds of installation only.
    public func integrationTypes(_ types: [IntegrationInstallType]) -> Self { with { $0.integrationTypes = types } }

    /// Age-restricted.
    public func nsfw(_ isNSFW: Bool = true) -> Self { with { $0.isNSFW = isNSFW } }

    private func with(_ change: (inout CreateCommand) -> Void) -> Self {
        var copy = self
        change(&copy.command)
        return copy
    }
}

/// A slash command.
///
/// ```swift
/// SlashCommand("task", "Chores of this server") {
///     Subcommand("create", "Write down what is to be done") {
///         StringOption("title", "What is to be done").required().length(1...100)
///         UserOption("assignee", "Who does it")
///     }
/// }
/// .contexts([.guild])
/// ```
public struct SlashCommand: CommandDeclaration {
    /// The command as it is sent.
    public var command: CreateCommand

    /// A command with options, or with subcommands and groups.
    ///
    /// - Parameters:
    ///   - name: 1 to 32 lower-case letters, digits, `-` and `_`.
    ///   - description: 1 to 100 characters.
    ///   - options: up to 25 options, or subcommands and groups.
    public init(_ name: String, _ description: String, @CommandOptionBuilder _ options: () -> [CommandOption]) {
        command = CreateCommand(name: name, description: description, options: options(), type: .chatInput)
    }

    /// A command without options.
    public init(_ name: String, _ description: String) { self.init(name, description) {} }
}

/// A command on a user.
public struct UserCommand: CommandDeclaration {
    /// The command as it is sent.
    public var command: CreateCommand

    /// A command; `name` has 1 to 32 characters.
    public init(_ name: String) { command = CreateCommand(name: name, type: .user) }
}

/// A command on a message.
public struct MessageCommand: CommandDeclaration {
    /// The command as it is sent.
    public var command: CreateCommand

    /// A command; `name` has 1 to 32 characters.
    public init(_ name: String) { command = CreateCommand(name: name, type: .message) }
}

/// The command that starts the application's activity.
public struct EntryPointCommand: CommandDeclaration {
    /// The command as it is sent.
    public var command: CreateCommand

    /// A command; `name` has 1 to 32 characters.
    public init(_ name: String, _ description: String, handler: EntryPointHandler) {
        command = CreateCommand(name: name, description: description, type: .primaryEntryPoint, handler: handler)
    }
}

/// A subcommand.
public struct Subcommand: Sendable {
    /// The subcommand as it is sent.
    public private(set) var option: CommandOption

    /// A subcommand with options.
    public init(_ name: String, _ description: String, @CommandOptionBuilder _ options: () -> [CommandOption]) {
        option = CommandOption(type: .subcommand, name: name, description: description, options: options())
    }

    /// A subcommand without options.
    public init(_ name: String, _ description: String) { self.init(name, description) {} }

    /// With name and description in other languages.
    public func localized(names: Localizations? = nil, descriptions: Localizations? = nil) -> Self {
        var copy = self
        copy.option.nameLocalizations = names ?? option.nameLocalizations
        copy.option.descriptionLocalizations = descriptions ?? option.descriptionLocalizations
        return copy
    }
}

/// A group of subcommands.
public struct SubcommandGroup: Sendable {
    /// The group as it is sent.
    public private(set) var option: CommandOption

    /// A group of subcommands.
    public init(_ name: String, _ description: String, @CommandOptionBuilder _ subcommands: () -> [CommandOption]) {
        option = CommandOption(type: .subcommandGroup, name: name, description: description, options: subcommands())
    }

    /// With name and description in other languages.
    public func localized(names: Localizations? = nil, descriptions: Localizations? = nil) -> Self {
        var copy = self
        copy.option.nameLocalizations = names ?? option.nameLocalizations
        copy.option.descriptionLocalizations = descriptions ?? option.descriptionLocalizations
        return copy
    }
}

/// Writes options, subcommands and groups one under the other.
@resultBuilder
public enum CommandOptionBuilder {
    /// An option.
    public static func buildExpression(_ option: TypedOption<some Any>) -> [CommandOption] { [option.option] }
    /// A subcommand.
    public static func buildExpression(_ subcommand: Subcommand) -> [CommandOption] { [subcommand.option] }
    /// A group.
    public static func buildExpression(_ group: SubcommandGroup) -> [CommandOption] { [group.option] }
    /// Options made elsewhere.
    public static func buildExpression(_ options: [CommandOption]) -> [CommandOption] { options }
    /// All of a block.
    public static func buildBlock(_ parts: [CommandOption]...) -> [CommandOption] { parts.flatMap(\.self) }
    /// An `if` without `else`.
    public static func buildOptional(_ part: [CommandOption]?) -> [CommandOption] { part ?? [] }
    /// An `if` that held.
    public static func buildEither(first part: [CommandOption]) -> [CommandOption] { part }
    /// An `else`.
    public static func buildEither(second part: [CommandOption]) -> [CommandOption] { part }
    /// A `for`.
    public static func buildArray(_ parts: [[CommandOption]]) -> [CommandOption] { parts.flatMap(\.self) }
}

/// All commands of an application, or of one guild.
public struct CommandSet: Sendable {
    /// The commands as they are sent.
    public var commands: [CreateCommand]

    /// Commands declared one under the other.
    public init(@CommandSetBuilder _ declarations: () -> [any CommandDeclaration]) {
        commands = declarations().map(\.command)
    }

    /// Commands made elsewhere.
    public init(_ commands: [CreateCommand]) { self.commands = commands }
}

extension CommandSet: JSONEncodable {
    /// Writes the commands as an array.
    public func encode(to writer: inout JSONWriter) { commands.encode(to: &writer) }
}

/// Writes commands one under the other.
@resultBuilder
public enum CommandSetBuilder {
    /// A command.
    public static func buildExpression(_ declaration: any CommandDeclaration) -> [any CommandDeclaration] {
        [declaration]
    }
    /// Commands made elsewhere.
    public static func buildExpression(_ declarations: [any CommandDeclaration]) -> [any CommandDeclaration] {
        declarations
    }
    /// All of a block.
    public static func buildBlock(_ parts: [any CommandDeclaration]...) -> [any CommandDeclaration] {
        parts.flatMap(\.self)
    }
    /// An `if` without `else`.
    public static func buildOptional(_ part: [any CommandDeclaration]?) -> [any CommandDeclaration] { part ?? [] }
    /// An `if` that held.
    public static func buildEither(first part: [any CommandDeclaration]) -> [any CommandDeclaration] { part }
    /// An `else`.
    public static func buildEither(second part: [any CommandDeclaration]) -> [any CommandDeclaration] { part }
    /// A `for`.
    public static func buildArray(_ parts: [[any CommandDeclaration]]) -> [any CommandDeclaration] {
        parts.flatMap(\.self)
    }
}

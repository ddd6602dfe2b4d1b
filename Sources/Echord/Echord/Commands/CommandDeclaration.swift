public import EchordModel
public import EchordPrimitives
internal import JSON

/// A command of the application as the program declares it.
public protocol CommandDeclaration: CommandActing {
    /// The command as it is sent.
    var command: CreateCommand { get set }
    /// What the command and its subcommands do, where that is declared with them.
    var actions: [CommandAction] { get set }
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

    /// The same with every action changed.
    public func changingActions(_ change: (inout CommandAction) -> Void) -> Self {
        var copy = self
        copy.actions.changeEach(change)
        return copy
    }
}

/// A slash command.
///
/// ```swift
/// SlashCommand("task", "Chores of this server") {
///     Subcommand("create", "Write down what is to be done", Argument<String>("title", "What it is")) { context, title in
///         try await context.reply("Noted: \(title)")
///     }
/// }
/// .contexts([.guild])
/// ```
///
/// Options and subcommands may also be declared alone, and what they do be given to an ``InteractionRouter``.
public struct SlashCommand: CommandDeclaration {
    /// The command as it is sent.
    public var command: CreateCommand
    /// What it does.
    public var actions: [CommandAction]

    /// A command with subcommands and groups, or with options whose handler stands elsewhere.
    ///
    /// - Parameters:
    ///   - name: 1 to 32 lower-case letters, digits, `-` and `_`.
    ///   - description: 1 to 100 characters.
    ///   - parts: up to 25 options, or subcommands and groups.
    public init(_ name: String, _ description: String, @CommandOptionBuilder _ parts: () -> [CommandPart]) {
        let parts = parts()
        command = CreateCommand(
            name: name, description: description, options: parts.map(\.option), type: .chatInput)
        actions = parts.flatMap(\.actions)
    }

    /// A command without options whose handler stands elsewhere.
    public init(_ name: String, _ description: String) { self.init(name, description) {} }

    /// A command without subcommands, with what it does.
    ///
    /// - Parameters:
    ///   - arguments: up to 25 options, those that must be filled in first.
    ///   - handler: gets their values in the same order.
    public init<each Value: Sendable>(
        _ name: String, _ description: String, _ arguments: repeat Argument<each Value>,
        handler: @escaping @Sendable (InteractionContext, repeat each Value) async throws -> Void
    ) {
        command = CreateCommand(name: name, description: description, type: .chatInput)
        let declared = ArgumentList(repeat each arguments)
        command.options = declared.options
        actions = [declared.action(handler)]
    }
}

/// A command on a user.
public struct UserCommand: CommandDeclaration {
    /// The command as it is sent.
    public var command: CreateCommand
    /// What it does.
    public var actions: [CommandAction] = []

    /// A command whose handler stands elsewhere; `name` has 1 to 32 characters.
    public init(_ name: String) { command = CreateCommand(name: name, type: .user) }

    /// A command with what it does with the user; `name` has 1 to 32 characters.
    public init(_ name: String, handler: @escaping @Sendable (InteractionContext, ResolvedMember) async throws -> Void)
    {
        self.init(name)
        actions = [
            CommandAction { context in
                guard let input = context.input, let target = input.targetMember else { throw CommandRefusal.outOfDate }
                try await handler(context, target)
            }
        ]
    }
}

/// A command on a message.
public struct MessageCommand: CommandDeclaration {
    /// The command as it is sent.
    public var command: CreateCommand
    /// What it does.
    public var actions: [CommandAction] = []

    /// A command whose handler stands elsewhere; `name` has 1 to 32 characters.
    public init(_ name: String) { command = CreateCommand(name: name, type: .message) }

    /// A command with what it does with the message; `name` has 1 to 32 characters.
    public init(_ name: String, handler: @escaping @Sendable (InteractionContext, Message) async throws -> Void) {
        self.init(name)
        actions = [
            CommandAction { context in
                guard let input = context.input, let target = input.targetMessage else {
                    throw CommandRefusal.outOfDate
                }
                try await handler(context, target)
            }
        ]
    }
}

/// The command that starts the application's activity.
public struct EntryPointCommand: CommandDeclaration {
    /// The command as it is sent.
    public var command: CreateCommand
    /// What it does.
    public var actions: [CommandAction] = []

    /// A command that Discord answers itself, or whose handler stands elsewhere.
    ///
    /// - Parameters:
    ///   - name: 1 to 32 characters.
    ///   - handler: who answers: the application, or Discord by starting the activity.
    public init(_ name: String, _ description: String, handler: EntryPointHandler) {
        command = CreateCommand(name: name, description: description, type: .primaryEntryPoint, handler: handler)
    }

    /// A command that the application answers, usually with ``InteractionResponder/launchActivity()``.
    public init(
        _ name: String, _ description: String, answering: @escaping @Sendable (InteractionContext) async throws -> Void
    ) {
        self.init(name, description, handler: .appHandler)
        actions = [CommandAction(handler: answering)]
    }
}

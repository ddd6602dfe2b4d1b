public import EchordModel

/// One interaction as its handler sees it.
public struct InteractionContext: Sendable {
    /// What Discord sent.
    public let interaction: Interaction
    /// How to answer.
    public let responder: InteractionResponder
    /// The command's path, such as `["task", "create"]`; empty for components and modals.
    public let path: [String]
    /// The options of the command or subcommand that was used.
    public let options: [CommandOptionData]
    /// When it was received.
    public let received: Moment

    init(_ interaction: Interaction, responder: InteractionResponder, received: Moment) {
        self.interaction = interaction
        self.responder = responder
        self.received = received
        (path, options) = interaction.command.map(Self.resolve) ?? ([], [])
    }

    /// The option that is being typed, for autocomplete.
    public var focused: CommandOptionData? { options.first { $0.isFocused == true } }

    /// The value of an option that was given.
    public subscript(option name: String) -> ChoiceValue? { options.first { $0.name == name }?.value }

    private static func resolve(_ command: CommandData) -> ([String], [CommandOptionData]) {
        var path = [command.name]
        var options = command.options
        while let inner = options.first, inner.type == .subcommand || inner.type == .subcommandGroup {
            path.append(inner.name)
            options = inner.options ?? []
        }
        return (path, options)
    }
}

public import EchordModel

/// One interaction as its handler sees it.
public struct InteractionContext: Sendable {
    /// What Discord sent.
    public let interaction: Interaction
    /// How to answer.
    public let responder: InteractionResponder
    /// What was filled in, for commands and autocomplete.
    public let input: CommandInput?
    /// When it was received.
    public let received: Moment
    /// The shard it arrived on; `nil` when it came another way.
    public let shard: ShardID?

    init(_ interaction: Interaction, responder: InteractionResponder, received: Moment, shard: ShardID? = nil) {
        self.interaction = interaction
        self.responder = responder
        self.received = received
        self.shard = shard
        input = interaction.command.map { CommandInput($0) }
    }

    /// The command's path, such as `["task", "create"]`; empty for components and modals.
    public var path: [String] { input?.path ?? [] }

    /// The value of an option that was given, of whatever kind; `input` reads it as a certain one.
    public subscript(option name: String) -> ChoiceValue? { input?.option(name)?.value }
}

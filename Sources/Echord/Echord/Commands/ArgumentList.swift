internal import EchordModel

/// The arguments of one handler.
struct ArgumentList<each Value: Sendable>: Sendable {
    private let arguments: (repeat Argument<each Value>)

    init(_ arguments: repeat Argument<each Value>) {
        self.arguments = (repeat each arguments)
    }

    /// The options as they are sent, in order.
    var options: [CommandOption] {
        var options: [CommandOption] = []
        repeat options.append((each arguments).option)
        return options
    }

    /// What finds suggestions, by the option's name.
    private var suggestions: [String: SuggestionSource] {
        var sources: [String: SuggestionSource] = [:]
        repeat sources[(each arguments).name] = (each arguments).suggestions
        return sources
    }

    /// Calls a handler with the values.
    func action(
        _ handler: @escaping @Sendable (InteractionContext, repeat each Value) async throws -> Void
    ) -> CommandAction {
        var action = CommandAction { [self] context in
            guard let input = context.input else { throw CommandRefusal.outOfDate }
            try await handler(context, repeat try (each arguments).value(in: input))
        }
        action.suggestions = suggestions
        return action
    }
}

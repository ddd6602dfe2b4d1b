internal import EchordModel

/// What happens when somebody uses a button or a select whose custom id follows a pattern. Part of a ``CommandTree``.
///
/// It is acknowledged without a sign, and its message can be changed later, unless `acknowledging` says otherwise. What
/// was chosen in a select stands in ``InteractionContext/values``.
public struct ComponentHandler: CommandActing {
    let name: String
    var action: CommandAction

    /// A handler of a pattern, which gets the values that came back.
    public init<each Part: CustomIDPart>(
        _ pattern: CustomIDPattern<repeat each Part>,
        handler: @escaping @Sendable (InteractionContext, repeat each Part) async throws -> Void
    ) {
        name = pattern.name
        action = CommandAction(acknowledging: .update) { context in
            guard let parts = pattern.read(context.interaction.component?.customID ?? "") else {
                throw CommandRefusal.outOfDate
            }
            try await handler(context, repeat each parts)
        }
    }

    /// The same with its action changed.
    public func changingActions(_ change: (inout CommandAction) -> Void) -> Self {
        var copy = self
        change(&copy.action)
        return copy
    }
}

/// What happens when somebody sends a modal whose custom id follows a pattern. Part of a ``CommandTree``.
///
/// What was filled in is read with ``InteractionContext/text(of:)``.
public struct ModalHandler: CommandActing {
    let name: String
    var action: CommandAction

    /// A handler of a pattern, which gets the values that came back.
    public init<each Part: CustomIDPart>(
        _ pattern: CustomIDPattern<repeat each Part>,
        handler: @escaping @Sendable (InteractionContext, repeat each Part) async throws -> Void
    ) {
        name = pattern.name
        action = CommandAction { context in
            guard let parts = pattern.read(context.interaction.modal?.customID ?? "") else {
                throw CommandRefusal.outOfDate
            }
            try await handler(context, repeat each parts)
        }
    }

    /// The same with its action changed.
    public func changingActions(_ change: (inout CommandAction) -> Void) -> Self {
        var copy = self
        change(&copy.action)
        return copy
    }
}

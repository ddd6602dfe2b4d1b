internal import EchordModel

/// What a command, a component or a modal does, and what goes around it.
///
/// In this order: what ``CommandActing/around(_:)`` put there, the outermost first; the guards; the cool-downs, which a
/// refused use does not count against; the handler.
public struct CommandAction: Sendable {
    /// The names beneath the command: group and subcommand.
    var path: [String] = []
    /// How it is acknowledged when the handler takes long.
    var acknowledgement: Acknowledgement
    var layers: [InteractionRouter.Middleware] = []
    var guards: [CommandGuard] = []
    var coolDowns: [CoolDown] = []
    var suggestions: [String: SuggestionSource] = [:]
    let handler: InteractionRouter.Handler

    init(
        acknowledging acknowledgement: Acknowledgement = .privately, handler: @escaping InteractionRouter.Handler
    ) {
        self.acknowledgement = acknowledgement
        self.handler = handler
    }

    /// The handler with all that goes around it.
    ///
    /// - Throws: `CommandRefusal` when a guard or a cool-down refuses.
    var whole: InteractionRouter.Handler {
        let (guards, coolDowns, handler) = (guards, coolDowns, handler)
        let admitted: InteractionRouter.Handler = { context in
            let subject = CommandSubject(context)
            try await guards.check(subject)
            try coolDowns.take(subject, at: context.received)
            try await handler(context)
        }
        return layers.reversed().reduce(admitted) { inner, layer in { try await layer($0, inner) } }
    }

    /// What answers while somebody types; nil when no option asks for it.
    var suggesting: InteractionRouter.Handler? {
        guard !suggestions.isEmpty else { return nil }
        let (guards, suggestions) = (guards, suggestions)
        return { context in
            guard let focused = context.input?.focused, let source = suggestions[focused.name] else {
                try await context.responder.suggest([])
                return
            }
            do {
                try await guards.check(CommandSubject(context))
            } catch is CommandRefusal {
                // What the command would refuse to show is not shown here either.
                try await context.responder.suggest([])
                return
            }
            try await source.answer(context, focused)
        }
    }
}

/// Something with actions: a command, a group, a component, a whole feature. What is put around it goes around all of
/// them, outside of what is there already.
public protocol CommandActing: Sendable {
    /// The same with every action changed.
    func changingActions(_ change: (inout CommandAction) -> Void) -> Self
}

extension CommandActing {
    /// How it is acknowledged when the handler takes long; commands and modals privately, components by an update unless
    /// this says otherwise.
    public func acknowledging(_ acknowledgement: Acknowledgement) -> Self {
        changingActions { $0.acknowledgement = acknowledgement }
    }

    /// Puts `middleware` around it, which calls `next` or answers itself.
    public func around(_ middleware: @escaping InteractionRouter.Middleware) -> Self {
        changingActions { $0.layers.insert(middleware, at: 0) }
    }

    /// Does something first; when it throws, nothing else is done.
    public func before(_ body: @escaping InteractionRouter.Handler) -> Self {
        around { context, next in
            try await body(context)
            try await next(context)
        }
    }

    /// Does something at the end, however it ended.
    ///
    /// - Parameter body: gets the error that was thrown, a ``CommandRefusal`` among them; nil when all went well.
    public func after(_ body: @escaping @Sendable (InteractionContext, (any Error)?) async -> Void) -> Self {
        around { context, next in
            do {
                try await next(context)
            } catch {
                await body(context, error)
                throw error
            }
            await body(context, nil)
        }
    }

    /// Handles what is thrown. What it throws itself, such as the same error again, goes on outwards; at the end the
    /// person is told that something went wrong.
    public func catching(
        _ body: @escaping @Sendable (any Error, InteractionContext) async throws -> Void
    ) -> Self {
        around { context, next in
            do {
                try await next(context)
            } catch let error where !(error is CancellationError) {
                try await body(error, context)
            }
        }
    }

    /// Lets only those through whom all guards admit; they are asked in order, those of what lies outside first.
    public func guarded(by guards: CommandGuard...) -> Self {
        changingActions { $0.guards.insert(contentsOf: guards, at: 0) }
    }

    /// Lets nobody through more often than the cool-down says. One value counts all its uses together.
    public func coolDown(_ coolDown: CoolDown) -> Self {
        changingActions { $0.coolDowns.insert(coolDown, at: 0) }
    }
}

extension [CommandAction] {
    mutating func changeEach(_ change: (inout CommandAction) -> Void) {
        for index in indices { change(&self[index]) }
    }
}

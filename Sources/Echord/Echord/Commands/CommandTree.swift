public import EchordModel
public import Telemetry

/// All that people can do with an application: commands, components and modals, each with what it does.
///
/// Everything is checked when the tree is made: what Discord would refuse, a command without a handler, a pattern of two
/// handlers, and a translation that belongs to nothing.
///
/// ```swift
/// let tree = try CommandTree {
///     SlashCommand("ping", "Says pong") { context in try await context.reply("pong") }
///     ComponentHandler(claim) { context, task in … }
/// }
/// let service = tree.service(api: client.rest)
/// client.handleInteractions(with: service)
/// try await CommandRegistry(rest: client.rest, application: id).sync(tree.commands)
/// ```
public struct CommandTree: Sendable {
    /// The commands as Discord is told of them.
    public let commands: CommandSet
    private let items: [CommandTreeItem]
    private let words: CommandWords

    /// A tree.
    ///
    /// - Parameters:
    ///   - words: what people are told when a command is not carried out.
    ///   - localization: texts in other languages, for whatever does not declare its own.
    ///   - items: commands, components, modals and features.
    /// - Throws: ``EchordError`` with code `validation` and every fault, with its path by the commands' names.
    public init(
        words: CommandWords = .english, localization: CommandLocalization? = nil,
        @CommandTreeBuilder _ items: () -> [CommandTreeItem]
    ) throws(EchordError) {
        var items = items()
        var faults: [FieldIssue] = []
        if let localization { faults += localization.apply(to: &items) }
        commands = CommandSet(items.compactMap(\.command))
        self.items = items
        self.words = words
        faults += CommandTreeCheck.faults(of: items)
        guard faults.isEmpty else { throw EchordError.validation(faults) }
    }

    /// The routes to all handlers.
    public var router: InteractionRouter {
        var router = InteractionRouter()
        for item in items { add(item, to: &router) }
        return router
    }

    /// A service that handles interactions by this tree and leaves nobody without an answer.
    ///
    /// - Parameters:
    ///   - api: usually a `RESTClient`.
    ///   - time: what cool-downs and limits are reckoned with.
    public func service(
        api: any InteractionAPI, configuration: InteractionService.Configuration = .init(),
        time: TimeSource = .continuous, logger: Logger = .silent, metrics: Metrics = .discarded
    ) -> InteractionService {
        let words = words
        return InteractionService(
            router: router, api: api, configuration: configuration, time: time, logger: logger, metrics: metrics,
            excuse: { error, context, reference in
                let locale = context.interaction.preferredLocale
                // Discord still offers an older declaration.
                let isOld = (error as? EchordError)?.code == .commandOption
                return .privately(isOld ? words.refusal(.outOfDate, locale) : words.failure(error, reference, locale))
            },
            unknown: { .privately(words.refusal(.outOfDate, $0.interaction.preferredLocale)) })
    }

    private func add(_ item: CommandTreeItem, to router: inout InteractionRouter) {
        switch item {
        case .command(let command, let actions):
            for action in actions {
                let path = [command.name] + action.path
                router.command(path: path, acknowledging: action.acknowledgement, answering(action))
                if let suggesting = action.suggesting { router.autocomplete(path: path, suggesting) }
            }
        case .component(let handler):
            router.component(
                handler.name + ":", acknowledging: handler.action.acknowledgement, answering(handler.action))
        case .modal(let handler):
            router.modal(handler.name + ":", acknowledging: handler.action.acknowledgement, answering(handler.action))
        }
    }

    /// The action, with an answer to whom it is refused.
    private func answering(_ action: CommandAction) -> InteractionRouter.Handler {
        let (whole, words) = (action.whole, words)
        return { context in
            do {
                try await whole(context)
            } catch let refusal as CommandRefusal {
                let text = words.refusal(refusal, context.interaction.preferredLocale)
                try await context.responder.reply(.privately(text))
            }
        }
    }
}

/// Part of a tree.
public enum CommandTreeItem: Sendable {
    /// A command with what it does.
    case command(CreateCommand, [CommandAction])
    /// What components do.
    case component(ComponentHandler)
    /// What modals do.
    case modal(ModalHandler)

    var command: CreateCommand? { if case .command(let command, _) = self { command } else { nil } }
}

/// A part of what an application can do, declared apart; guards, cool-downs and middleware put on it hold for all of it.
public struct CommandFeature: CommandActing {
    var items: [CommandTreeItem]

    /// A feature of commands, components and modals.
    public init(@CommandTreeBuilder _ items: () -> [CommandTreeItem]) { self.items = items() }

    /// The same with all its actions changed.
    public func changingActions(_ change: (inout CommandAction) -> Void) -> Self {
        var copy = self
        copy.items = items.map { item in
            switch item {
            case .command(let command, var actions):
                actions.changeEach(change)
                return .command(command, actions)
            case .component(let handler): return .component(handler.changingActions(change))
            case .modal(let handler): return .modal(handler.changingActions(change))
            }
        }
        return copy
    }
}

/// Writes commands, components, modals and features one under the other.
@resultBuilder
public enum CommandTreeBuilder {
    /// A command.
    public static func buildExpression(_ declaration: any CommandDeclaration) -> [CommandTreeItem] {
        [.command(declaration.command, declaration.actions)]
    }
    /// What components do.
    public static func buildExpression(_ handler: ComponentHandler) -> [CommandTreeItem] { [.component(handler)] }
    /// What modals do.
    public static func buildExpression(_ handler: ModalHandler) -> [CommandTreeItem] { [.modal(handler)] }
    /// A feature.
    public static func buildExpression(_ feature: CommandFeature) -> [CommandTreeItem] { feature.items }
    /// Items made elsewhere.
    public static func buildExpression(_ items: [CommandTreeItem]) -> [CommandTreeItem] { items }
    /// All of a block.
    public static func buildBlock(_ parts: [CommandTreeItem]...) -> [CommandTreeItem] { parts.flatMap(\.self) }
    /// An `if` without `else`.
    public static func buildOptional(_ part: [CommandTreeItem]?) -> [CommandTreeItem] { part ?? [] }
    /// An `if` that held.
    public static func buildEither(first part: [CommandTreeItem]) -> [CommandTreeItem] { part }
    /// An `else`.
    public static func buildEither(second part: [CommandTreeItem]) -> [CommandTreeItem] { part }
    /// A `for`.
    public static func buildArray(_ parts: [[CommandTreeItem]]) -> [CommandTreeItem] { parts.flatMap(\.self) }
}

extension InteractionMessage {
    /// A sentence that only the person sees, and that pings nobody.
    static func privately(_ text: String) -> InteractionMessage {
        InteractionMessage(content: text, allowedMentions: AllowedMentions.none, flags: .ephemeral)
    }
}

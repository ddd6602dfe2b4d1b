internal import EchordModel

/// Finds the handler of an interaction: commands by path, components and modals by the beginning of their custom id.
///
/// Declare the routes once, then give the router to an `InteractionService`.
public struct InteractionRouter: Sendable {
    /// What handles an interaction.
    public typealias Handler = @Sendable (InteractionContext) async throws -> Void
    /// What goes around every handler: it calls `next` or answers itself.
    public typealias Middleware = @Sendable (InteractionContext, _ next: Handler) async throws -> Void

    struct Route: Sendable {
        let acknowledgement: Acknowledgement
        let handler: Handler
    }

    private var commands: [[String]: Route] = [:]
    private var suggestions: [[String]: Route] = [:]
    private var components: [(prefix: String, route: Route)] = []
    private var modals: [(prefix: String, route: Route)] = []
    private var middleware: [Middleware] = []

    /// A router without routes.
    public init() {}

    /// Handles a command.
    ///
    /// - Parameters:
    ///   - path: name, group and subcommand, separated by spaces: `task create`.
    ///   - acknowledgement: how it is acknowledged when the handler takes long.
    public mutating func command(
        _ path: String, acknowledging acknowledgement: Acknowledgement = .privately,
        _ handler: @escaping Handler
    ) {
        command(path: Self.words(path), acknowledging: acknowledgement, handler)
    }

    /// Suggests values while somebody types an option of a command.
    public mutating func autocomplete(_ path: String, _ handler: @escaping Handler) {
        autocomplete(path: Self.words(path), handler)
    }

    /// Handles a command by its names, which may hold spaces where it is one on users or messages.
    mutating func command(path: [String], acknowledging acknowledgement: Acknowledgement, _ handler: @escaping Handler)
    {
        commands[path] = Route(acknowledgement: acknowledgement, handler: handler)
    }

    /// Suggests values by the command's names.
    mutating func autocomplete(path: [String], _ handler: @escaping Handler) {
        suggestions[path] = Route(acknowledgement: .never, handler: handler)
    }

    /// Handles components whose custom id begins with `prefix`; the longest prefix wins.
    public mutating func component(
        _ prefix: String, acknowledging acknowledgement: Acknowledgement = .update, _ handler: @escaping Handler
    ) {
        components.append((prefix, Route(acknowledgement: acknowledgement, handler: handler)))
        components.sort { $0.prefix.utf8.count > $1.prefix.utf8.count }
    }

    /// Handles modals whose custom id begins with `prefix`; the longest prefix wins.
    public mutating func modal(
        _ prefix: String, acknowledging acknowledgement: Acknowledgement = .privately,
        _ handler: @escaping Handler
    ) {
        modals.append((prefix, Route(acknowledgement: acknowledgement, handler: handler)))
        modals.sort { $0.prefix.utf8.count > $1.prefix.utf8.count }
    }

    /// Puts `middleware` around every handler; the first added is the outermost.
    public mutating func use(_ middleware: @escaping Middleware) {
        self.middleware.append(middleware)
    }

    /// The paths of all commands that have a handler.
    public var commandPaths: [String] { commands.keys.map { $0.joined(separator: " ") }.sorted() }

    /// The route of an interaction, with the middleware around it; nil when nobody handles it.
    func route(_ context: InteractionContext) -> Route? {
        guard let found = find(context) else { return nil }
        let handler = middleware.reversed().reduce(found.handler) { inner, layer in
            { context in try await layer(context, inner) }
        }
        return Route(acknowledgement: found.acknowledgement, handler: handler)
    }

    private func find(_ context: InteractionContext) -> Route? {
        switch context.interaction.type {
        case .applicationCommand: return commands[context.path]
        case .applicationCommandAutocomplete: return suggestions[context.path]
        case .messageComponent: return Self.longest(components, context.interaction.component?.customID)
        case .modalSubmit: return Self.longest(modals, context.interaction.modal?.customID)
        default: return nil
        }
    }

    private static func longest(_ routes: [(prefix: String, route: Route)], _ customID: String?) -> Route? {
        guard let customID else { return nil }
        return routes.first { customID.hasPrefix($0.prefix) }?.route
    }

    private static func words(_ path: String) -> [String] { path.split(separator: " ").map(String.init) }
}

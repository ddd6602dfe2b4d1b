/// A text command, or a group of them.
public struct TextCommand: Sendable {
    /// What goes around a handler: it calls `next` or answers itself.
    public typealias Middleware =
        @Sendable (TextContext, _ next: @Sendable (TextContext) async throws -> Void) async throws -> Void

    /// Its name, one word.
    public let name: String
    /// Other names for it.
    public let aliases: [String]
    /// What it does, for the help.
    public let description: String
    let children: [TextCommand]
    /// The arguments as they stand in the usage.
    let usage: [String]
    let forms: [TextArgumentForm]
    let run: (@Sendable (TextContext, inout TextCursor) async throws -> Void)?
    private(set) var guards: [CommandGuard] = []
    private(set) var coolDowns: [CoolDown] = []
    private(set) var layers: [Middleware] = []
    private(set) var isHidden = false

    /// A command.
    ///
    /// - Parameters:
    ///   - name: one word of up to 32 characters; letters' case does not count.
    ///   - description: what it does, for the help.
    ///   - aliases: other names.
    ///   - arguments: what follows.
    ///   - handler: gets their values in the same order.
    public init<each Value: Sendable>(
        _ name: String, _ description: String, aliases: [String] = [], _ arguments: repeat TextArgument<each Value>,
        handler: @escaping @Sendable (TextContext, repeat each Value) async throws -> Void
    ) {
        self.name = name
        self.description = description
        self.aliases = aliases
        children = []
        var usage: [String] = []
        var forms: [TextArgumentForm] = []
        repeat usage.append((each arguments).usage)
        repeat forms.append((each arguments).form)
        self.usage = usage
        self.forms = forms
        let readers = (repeat (each arguments).read)
        run = { context, cursor in
            let values = (repeat try await (each readers)(&cursor, context))
            if let word = try cursor.next() { throw TextUsageFault.tooMany(word: word.text) }
            try await handler(context, repeat each values)
        }
    }

    /// A group of commands.
    public init(
        group name: String, _ description: String, aliases: [String] = [],
        @TextCommandBuilder _ commands: () -> [TextCommand]
    ) {
        self.name = name
        self.description = description
        self.aliases = aliases
        children = commands()
        usage = []
        forms = []
        run = nil
    }

    /// Lets only those through whom all guards admit; of a group, for all its commands.
    public func guarded(by guards: CommandGuard...) -> Self { with { $0.guards += guards } }

    /// Lets nobody through more often than the cool-down says; slash commands may share it.
    public func coolDown(_ coolDown: CoolDown) -> Self { with { $0.coolDowns.append(coolDown) } }

    /// Puts `middleware` around it, outside of what is there already.
    public func around(_ middleware: @escaping Middleware) -> Self { with { $0.layers.insert(middleware, at: 0) } }

    /// Leaves it out of the help.
    public func hidden() -> Self { with { $0.isHidden = true } }

    /// Every name.
    var names: [String] { [name] + aliases }

    private func with(_ change: (inout Self) -> Void) -> Self {
        var copy = self
        change(&copy)
        return copy
    }
}

/// Writes text commands one under the other.
@resultBuilder
public enum TextCommandBuilder {
    /// A command.
    public static func buildExpression(_ command: TextCommand) -> [TextCommand] { [command] }
    /// Commands made elsewhere.
    public static func buildExpression(_ commands: [TextCommand]) -> [TextCommand] { commands }
    /// All of a block.
    public static func buildBlock(_ parts: [TextCommand]...) -> [TextCommand] { parts.flatMap(\.self) }
    /// An `if` without `else`.
    public static func buildOptional(_ part: [TextCommand]?) -> [TextCommand] { part ?? [] }
    /// An `if` that held.
    public static func buildEither(first part: [TextCommand]) -> [TextCommand] { part }
    /// An `else`.
    public static func buildEither(second part: [TextCommand]) -> [TextCommand] { part }
    /// A `for`.
    public static func buildArray(_ parts: [[TextCommand]]) -> [TextCommand] { parts.flatMap(\.self) }
}

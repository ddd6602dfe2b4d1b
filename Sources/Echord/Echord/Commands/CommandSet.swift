public import EchordModel
public import JSON

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

import SwiftSyntax
import SwiftSyntaxBuilder
import SwiftSyntaxMacros

/// `@EventPublisher` on a method with a `Transaction` parameter: the events of what it returns go to `self.outbox`, in
/// that transaction.
struct EventPublisherMacro: BodyMacro {
    static func expansion(
        of node: AttributeSyntax,
        providingBodyFor declaration: some DeclSyntaxProtocol & WithOptionalCodeBlockSyntax,
        in context: some MacroExpansionContext
    ) throws -> [CodeBlockItemSyntax] {
        guard let function = declaration.as(FunctionDeclSyntax.self), let body = function.body else {
            context.error("EventPublisher", "@EventPublisher goes on a method with a body", at: node)
            return []
        }
        let parameters = function.signature.parameterClause.parameters
        let transaction = parameters.first { $0.type.trimmedDescription.split(separator: ".").last == "Transaction" }
        guard let transaction else {
            context.error(
                "EventPublisher", "the method needs a parameter of type Transaction, in which the events are written",
                at: node)
            return Array(body.statements)
        }
        let effects = function.signature.effectSpecifiers
        guard effects?.asyncSpecifier != nil, effects?.throwsClause != nil,
            let result = function.signature.returnClause?.type.trimmedDescription
        else {
            context.error(
                "EventPublisher", "the method is `async throws` and returns an EventSource, whose events are written",
                at: node)
            return Array(body.statements)
        }
        let name = (transaction.secondName ?? transaction.firstName).text
        return [
            """
            return try await self.outbox.publishing(in: \(raw: name)) { () async throws -> \(raw: result) in
                \(body.statements.trimmed)
            }
            """
        ]
    }
}

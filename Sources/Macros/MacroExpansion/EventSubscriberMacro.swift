import SwiftSyntax
import SwiftSyntaxBuilder
import SwiftSyntaxMacros

/// `@EventSubscriber` on a type: `subscriptions` from its methods that are marked `@EventHandler`.
struct EventSubscriberMacro {}

extension EventSubscriberMacro: MemberMacro {
    static func expansion(
        of node: AttributeSyntax, providingMembersOf declaration: some DeclGroupSyntax,
        conformingTo protocols: [TypeSyntax], in context: some MacroExpansionContext
    ) throws -> [DeclSyntax] {
        let handlers = EventHandlerMethod.all(in: declaration.memberBlock)
        if handlers.isEmpty {
            context.error("EventSubscriber", "no method is marked @EventHandler", at: node)
        }
        let access = declaration.modifiers.map(\.name.text).first { ["public", "package"].contains($0) }
        // An actor's own state is reached through its methods; the list itself needs none of it.
        let isolation = declaration.is(ActorDeclSyntax.self) ? "nonisolated " : ""
        let list = handlers.map { handler in
            handler.subscription.split(separator: "\n").map { "        " + $0 }.joined(separator: "\n") + ","
        }
        return [
            """
            \(raw: access.map { $0 + " " } ?? "")\(raw: isolation)var subscriptions: [Subscription] {
                [
            \(raw: list.joined(separator: "\n"))
                ]
            }
            """
        ]
    }
}

extension EventSubscriberMacro: ExtensionMacro {
    static func expansion(
        of node: AttributeSyntax, attachedTo declaration: some DeclGroupSyntax,
        providingExtensionsOf type: some TypeSyntaxProtocol, conformingTo protocols: [TypeSyntax],
        in context: some MacroExpansionContext
    ) throws -> [ExtensionDeclSyntax] {
        guard !protocols.isEmpty else { return [] }
        return [try ExtensionDeclSyntax("extension \(type.trimmed): EventSubscriber {}")]
    }
}

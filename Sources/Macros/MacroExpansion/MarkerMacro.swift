import SwiftSyntax
import SwiftSyntaxMacros

/// An attribute that expands to nothing: the macro of the enclosing declaration reads it.
struct MarkerMacro: PeerMacro {
    static func expansion(
        of node: AttributeSyntax, providingPeersOf declaration: some DeclSyntaxProtocol,
        in context: some MacroExpansionContext
    ) throws -> [DeclSyntax] {
        []
    }
}

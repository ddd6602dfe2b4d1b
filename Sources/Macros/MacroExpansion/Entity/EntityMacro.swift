import SwiftSyntax
import SwiftSyntaxBuilder
import SwiftSyntaxMacros

/// `@Entity(table:)`: an extension with the schema, the reading of a row and the values to write, and a memberwise
/// initialiser where the compiler's own would be hidden from the modules that see the struct.
struct EntityMacro {}

extension EntityMacro: ExtensionMacro {
    static func expansion(
        of node: AttributeSyntax, attachedTo declaration: some DeclGroupSyntax,
        providingExtensionsOf type: some TypeSyntaxProtocol, conformingTo protocols: [TypeSyntax],
        in context: some MacroExpansionContext
    ) throws -> [ExtensionDeclSyntax] {
        guard let structure = declaration.as(StructDeclSyntax.self) else {
            context.error("Entity", "@Entity works on a struct", at: node)
            return []
        }
        let entity = EntityDeclaration(structure, attribute: node)
        for problem in entity.problems { context.error("Entity", problem.message, at: problem.node) }
        guard entity.problems.isEmpty else { return [] }
        let conformances = protocols.map(\.trimmedDescription).joined(separator: ", ")
        let source = """
            extension \(type.trimmedDescription)\(conformances.isEmpty ? "" : ": \(conformances)") {
            \(entity.extensionMembers.map(\.indented).joined(separator: "\n\n"))
            }
            """
        return [try ExtensionDeclSyntax("\(raw: source)")]
    }
}

extension EntityMacro: MemberMacro {
    static func expansion(
        of node: AttributeSyntax, providingMembersOf declaration: some DeclGroupSyntax,
        conformingTo protocols: [TypeSyntax], in context: some MacroExpansionContext
    ) throws -> [DeclSyntax] {
        guard let structure = declaration.as(StructDeclSyntax.self) else { return [] }
        let entity = EntityDeclaration(structure, attribute: node)
        guard entity.problems.isEmpty, entity.needsMemberwiseInitializer else { return [] }
        return ["\(raw: entity.memberwiseInitializer)"]
    }
}

import SwiftSyntax
import SwiftSyntaxBuilder
import SwiftSyntaxMacros

/// `@JSONModel`: an extension with `init(json:)` and `encode(to:)`, and a memberwise initialiser where the compiler's own
/// would be hidden from the modules that see the struct.
struct JSONModelMacro {}

extension JSONModelMacro: ExtensionMacro {
    static func expansion(
        of node: AttributeSyntax, attachedTo declaration: some DeclGroupSyntax,
        providingExtensionsOf type: some TypeSyntaxProtocol, conformingTo protocols: [TypeSyntax],
        in context: some MacroExpansionContext
    ) throws -> [ExtensionDeclSyntax] {
        guard let structure = declaration.as(StructDeclSyntax.self) else {
            context.error("JSONModel", JSONModelDeclaration.misuse(of: declaration), at: node)
            return []
        }
        let model = JSONModelDeclaration(structure)
        for problem in model.problems { context.error("JSONModel", problem.message, at: problem.node) }
        guard model.problems.isEmpty else { return [] }

        let conformances = protocols.map(\.trimmedDescription).joined(separator: ", ")
        let constraints = model.constrainedParameters.map { "\($0): JSONDecodable & JSONEncodable" }
        var members: [String] = []
        if !model.declaresInitializer(labels: ["json"]) { members.append(model.decoder) }
        if !model.declaresEncode { members.append(model.encoder) }
        let source = """
            extension \(type.trimmedDescription)\(conformances.isEmpty ? "" : ": \(conformances)")\
            \(constraints.isEmpty ? "" : " where \(constraints.joined(separator: ", "))") {
            \(members.map { $0.indented }.joined(separator: "\n\n"))
            }
            """
        return [try ExtensionDeclSyntax("\(raw: source)")]
    }
}

extension JSONModelMacro: MemberMacro {
    static func expansion(
        of node: AttributeSyntax, providingMembersOf declaration: some DeclGroupSyntax,
        conformingTo protocols: [TypeSyntax], in context: some MacroExpansionContext
    ) throws -> [DeclSyntax] {
        guard let structure = declaration.as(StructDeclSyntax.self) else { return [] }
        let model = JSONModelDeclaration(structure)
        let labels = model.fields.filter { !$0.isConstant }.map(\.name)
        // The compiler's own initialiser is internal, and there is none beside one that the struct declares.
        guard model.problems.isEmpty, !model.access.isEmpty, !model.declaresInitializer(labels: labels) else {
            return []
        }
        return ["\(raw: model.memberwiseInitializer)"]
    }
}

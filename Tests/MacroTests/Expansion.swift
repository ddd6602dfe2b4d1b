import SwiftDiagnostics
import SwiftParser
import SwiftSyntax
import SwiftSyntaxBuilder
import SwiftSyntaxMacroExpansion
import SwiftSyntaxMacros

@testable import MacroExpansion

/// What a piece of source becomes when its macros expand, in this process.
struct Expansion {
    let text: String
    let errors: [String]

    /// - Parameters:
    ///   - source: Swift source with macros on it.
    ///   - macros: attribute names with the macro behind each and the conformances that its extension role may add.
    init(_ source: String, _ macros: [String: (macro: any Macro.Type, conformances: [String])]) {
        let file: SourceFileSyntax = Parser.parse(source: source)
        let context = BasicMacroExpansionContext(
            sourceFiles: [file: .init(moduleName: "Test", fullFilePath: "Test.swift")])
        let specs = macros.mapValues { entry in
            MacroSpec(type: entry.macro, conformances: entry.conformances.map { "\(raw: $0)" })
        }
        let expanded = file.expand(
            macroSpecs: specs,
            contextGenerator: { node in
                BasicMacroExpansionContext(sharingWith: context, lexicalContext: node.allMacroLexicalContexts())
            }, indentationWidth: .spaces(4))
        // An attribute on its own line leaves that line behind, empty.
        text = String(expanded.description.drop(while: \.isNewline))
        errors = context.diagnostics.map(\.message)
    }
}

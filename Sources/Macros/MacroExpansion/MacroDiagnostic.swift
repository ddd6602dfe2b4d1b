import SwiftDiagnostics
import SwiftSyntax
import SwiftSyntaxMacros

/// A sentence about the source a macro was put on, shown by the compiler at that place.
struct MacroDiagnostic: DiagnosticMessage {
    let macro: String
    let message: String
    var severity = DiagnosticSeverity.error

    var diagnosticID: MessageID { MessageID(domain: macro, id: message) }
}

extension MacroExpansionContext {
    /// Reports an error at a node; the macro goes on and returns what it can.
    func error(_ macro: String, _ message: String, at node: some SyntaxProtocol) {
        diagnose(Diagnostic(node: Syntax(node), message: MacroDiagnostic(macro: macro, message: message)))
    }
}

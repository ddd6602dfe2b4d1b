import SwiftSyntax
import SwiftSyntaxMacros

/// `@EventHandler(TaskClaimed.self, group: "…")` on a method: expands to nothing, `@EventSubscriber` on the type reads it.
struct EventHandlerMacro: PeerMacro {
    static func expansion(
        of node: AttributeSyntax, providingPeersOf declaration: some DeclSyntaxProtocol,
        in context: some MacroExpansionContext
    ) throws -> [DeclSyntax] {
        guard let method = declaration.as(FunctionDeclSyntax.self) else {
            context.error("EventHandler", "@EventHandler goes on a method", at: node)
            return []
        }
        if let problem = EventHandlerMethod.problem(of: method, node) {
            context.error("EventHandler", problem, at: node)
        }
        let isInSubscriber = context.lexicalContext.first?.asProtocol((any WithAttributesSyntax).self).map { type in
            type.attributes.contains { $0.names("EventSubscriber") }
        }
        if isInSubscriber != true {
            context.error("EventHandler", "put @EventSubscriber on the type, or nothing reads @EventHandler", at: node)
        }
        return []
    }
}

/// A method that handles an event, as its source tells.
struct EventHandlerMethod {
    let method: FunctionDeclSyntax
    let attribute: AttributeSyntax

    /// The marked methods of a type, in order.
    static func all(in members: MemberBlockSyntax) -> [EventHandlerMethod] {
        members.members.compactMap { $0.decl.as(FunctionDeclSyntax.self) }.flatMap { method in
            method.attributes.compactMap { element in
                guard element.names("EventHandler"), let attribute = element.as(AttributeSyntax.self) else {
                    return nil
                }
                return problem(of: method, attribute) == nil
                    ? EventHandlerMethod(method: method, attribute: attribute) : nil
            }
        }
    }

    /// What keeps a method from being a handler, in a sentence; nil when nothing does.
    static func problem(of method: FunctionDeclSyntax, _ attribute: AttributeSyntax) -> String? {
        guard case .argumentList(let arguments) = attribute.arguments, let event = arguments.first,
            event.label == nil, event.expression.trimmedDescription.hasSuffix(".self")
        else { return "the first argument is the type of the event: @EventHandler(TaskClaimed.self, group: \"cards\")" }
        guard arguments.contains(where: { $0.label?.text == "group" }) else {
            return "a handler names its group: @EventHandler(\(event.expression.trimmedDescription), group: \"…\")"
        }
        if method.modifiers.contains(where: { ["static", "class"].contains($0.name.text) }) {
            return "a handler is no static method"
        }
        guard (1...2).contains(method.signature.parameterClause.parameters.count) else {
            return "a handler takes the event, and an EventContext if it wants one"
        }
        return nil
    }

    /// The subscription, as source.
    var subscription: String {
        let names = ["event", "context"]
        let arguments = zip(method.signature.parameterClause.parameters, names).map { parameter, name in
            parameter.firstName.text == "_" ? name : "\(parameter.firstName.text): \(name)"
        }
        let effects = method.signature.effectSpecifiers
        let marks = (effects?.throwsClause == nil ? "" : "try ") + (effects?.asyncSpecifier == nil ? "" : "await ")
        let call = "\(marks)self.\(method.name.text)(\(arguments.joined(separator: ", ")))"
        let returns = method.signature.returnClause.map { $0.type.trimmedDescription != "Void" } ?? false
        let context = arguments.count == 2 ? "context" : "_"
        return """
            Subscription(\(attribute.arguments?.trimmedDescription ?? "")) { [self] event, \(context) in
            \(returns ? "    return \(call)" : "    \(call)\n    return .acknowledge")
            }
            """
    }
}

extension AttributeListSyntax.Element {
    /// Whether this is the attribute of that name.
    func names(_ name: String) -> Bool {
        self.as(AttributeSyntax.self)?.attributeName.trimmedDescription.split(separator: ".").last.map(String.init)
            == name
    }
}

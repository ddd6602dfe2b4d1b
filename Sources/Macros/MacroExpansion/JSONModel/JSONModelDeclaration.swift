import SwiftParser
import SwiftSyntax
import SwiftSyntaxMacros

/// What `@JSONModel` reads off the struct it stands on.
struct JSONModelDeclaration {
    let node: StructDeclSyntax
    private(set) var fields: [JSONModelField] = []
    /// What is wrong with the source and where.
    private(set) var problems: [(message: String, node: Syntax)] = []

    /// Reads a struct; anything else is a problem, told by ``misuse(of:)``.
    init(_ node: StructDeclSyntax) {
        self.node = node
        for member in node.memberBlock.members {
            if let variable = member.decl.as(VariableDeclSyntax.self) {
                read(variable)
            } else if let condition = member.decl.as(IfConfigDeclSyntax.self) {
                refuseStoredProperties(in: condition)
            }
        }
        refuseEqualKeys()
    }

    /// The sentence for a declaration that is no struct.
    static func misuse(of declaration: some DeclGroupSyntax) -> String {
        if declaration.is(EnumDeclSyntax.self) {
            return
                "@JSONModel works on a struct; a closed list of values loses the unknown ones, use a JSONRawValue struct"
        }
        return "@JSONModel works on a struct"
    }

    /// `public ` or `package `, which the generated members need to say, or nothing.
    var access: String {
        for modifier in node.modifiers {
            switch modifier.name.tokenKind {
            case .keyword(.public): return "public "
            case .keyword(.package): return "package "
            default: continue
            }
        }
        return ""
    }

    /// The generic parameters that a field's type names, so that they have to be readable and writable too.
    var constrainedParameters: [String] {
        let parameters = node.genericParameterClause?.parameters.map(\.name.text) ?? []
        return parameters.filter { parameter in fields.contains { $0.type?.mentions(parameter) == true } }
    }

    /// Whether the struct's body declares this already, so that the macro leaves it alone.
    func declaresInitializer(labels: [String]) -> Bool {
        node.memberBlock.members.contains { member in
            guard let initializer = member.decl.as(InitializerDeclSyntax.self) else { return false }
            return initializer.signature.parameterClause.parameters.map(\.firstName.text) == labels
        }
    }

    /// Whether the struct's body declares `encode(to:)` already.
    var declaresEncode: Bool {
        node.memberBlock.members.contains { member in
            guard let function = member.decl.as(FunctionDeclSyntax.self) else { return false }
            return function.name.text == "encode"
                && function.signature.parameterClause.parameters.map(\.firstName.text) == ["to"]
        }
    }

    // MARK: - Properties

    private mutating func read(_ variable: VariableDeclSyntax) {
        let keyAttribute = variable.attribute(named: "JSONKey")
        guard variable.isStored else {
            if let keyAttribute { refuse("@JSONKey belongs on a stored property", at: keyAttribute) }
            return
        }
        if variable.modifiers.contains(where: { $0.name.tokenKind == .keyword(.lazy) }) {
            return refuse("@JSONModel cannot read a lazy property", at: variable)
        }
        // In `var a, b: Int` the type stands at the last name only.
        var type: TypeSyntax?
        var read: [JSONModelField] = []
        for binding in variable.bindings.reversed() {
            type = binding.typeAnnotation?.type ?? (binding.initializer == nil ? type : nil)
            if let field = field(binding, of: variable, type: type, keyAttribute) { read.append(field) }
        }
        fields += read.reversed()
    }

    private mutating func field(
        _ binding: PatternBindingSyntax, of variable: VariableDeclSyntax, type: TypeSyntax?,
        _ keyAttribute: AttributeSyntax?
    ) -> JSONModelField? {
        guard let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.trimmed else {
            refuse("@JSONModel reads one property per name, not a tuple", at: binding.pattern)
            return nil
        }
        let isConstant = variable.bindingSpecifier.tokenKind == .keyword(.let) && binding.initializer != nil
        guard type != nil || isConstant else {
            refuse("write the type of '\(name.text)': a macro cannot see an inferred one", at: binding.pattern)
            return nil
        }
        var key = name.text.trimmingBackticks.snakeCased
        if let keyAttribute {
            guard let written = keyAttribute.plainStringArgument else {
                refuse("@JSONKey takes one plain string literal", at: keyAttribute)
                return nil
            }
            key = written
        }
        return JSONModelField(
            name: name.text, type: type, key: key, initializer: binding.initializer?.value, isConstant: isConstant)
    }

    private mutating func refuseStoredProperties(in condition: IfConfigDeclSyntax) {
        for clause in condition.clauses {
            guard case .decls(let members) = clause.elements else { continue }
            for member in members {
                if let variable = member.decl.as(VariableDeclSyntax.self), variable.isStored {
                    refuse("@JSONModel cannot read a stored property inside #if", at: variable)
                }
            }
        }
    }

    private mutating func refuseEqualKeys() {
        var owners: [String: String] = [:]
        for field in fields {
            if let owner = owners.updateValue(field.name, forKey: field.key) {
                refuse("'\(owner)' and '\(field.name)' have the same key \"\(field.key)\"", at: node.name)
            }
        }
    }

    private mutating func refuse(_ message: String, at node: some SyntaxProtocol) {
        problems.append((message, Syntax(node)))
    }
}

// MARK: - Syntax

extension VariableDeclSyntax {
    /// Whether instances store it: neither static nor computed. Observers leave a property stored.
    fileprivate var isStored: Bool {
        let isStatic = modifiers.contains { [.keyword(.static), .keyword(.class)].contains($0.name.tokenKind) }
        return !isStatic && bindings.allSatisfy { $0.accessorBlock?.isComputed != true }
    }

    fileprivate func attribute(named name: String) -> AttributeSyntax? {
        attributes.lazy.compactMap { $0.as(AttributeSyntax.self) }.first {
            $0.attributeName.trimmedDescription.split(separator: ".").last.map(String.init) == name
        }
    }
}

extension AccessorBlockSyntax {
    fileprivate var isComputed: Bool {
        guard case .accessors(let accessors) = accessors else { return true }
        return !accessors.allSatisfy {
            [.keyword(.willSet), .keyword(.didSet)].contains($0.accessorSpecifier.tokenKind)
        }
    }
}

extension AttributeSyntax {
    /// The only argument where it is a string literal without interpolation.
    fileprivate var plainStringArgument: String? {
        guard case .argumentList(let arguments) = arguments, arguments.count == 1 else { return nil }
        return arguments.first?.expression.as(StringLiteralExprSyntax.self)?.representedLiteralValue
    }
}

extension String {
    fileprivate var trimmingBackticks: String {
        hasPrefix("`") && hasSuffix("`") && count > 2 ? String(dropFirst().dropLast()) : self
    }
}

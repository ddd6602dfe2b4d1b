import SwiftSyntax
import SwiftSyntaxMacros

/// What `@Entity` reads off the struct it stands on.
struct EntityDeclaration {
    /// The attributes that a stored property may carry.
    static let markers = ["Column", "PrimaryKey", "Version", "Encrypted", "Index"]

    let node: StructDeclSyntax
    /// The table's name as a literal.
    let table: String
    private(set) var fields: [EntityField] = []
    /// What is wrong with the source and where.
    private(set) var problems: [(message: String, node: Syntax)] = []

    init(_ node: StructDeclSyntax, attribute: AttributeSyntax) {
        self.node = node
        table = attribute.entityStringArgument ?? ""
        if table.isEmpty { refuse("@Entity takes the table's name as one plain string literal", at: attribute) }
        if node.genericParameterClause != nil { refuse("@Entity works on a struct without generics", at: node.name) }
        for member in node.memberBlock.members {
            if let variable = member.decl.as(VariableDeclSyntax.self) {
                read(variable)
            } else if let condition = member.decl.as(IfConfigDeclSyntax.self) {
                refuseStoredProperties(in: condition)
            }
        }
        refuseContradictions()
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

    /// Whether a memberwise initialiser is missing: the compiler's own is internal, and none is made beside one that
    /// the struct declares or `@JSONModel` writes.
    var needsMemberwiseInitializer: Bool {
        guard !access.isEmpty, node.attribute(named: "JSONModel") == nil else { return false }
        let labels = fields.map(\.bareName)
        return !node.memberBlock.members.contains { member in
            guard let initializer = member.decl.as(InitializerDeclSyntax.self) else { return false }
            return initializer.signature.parameterClause.parameters.map(\.firstName.text) == labels
        }
    }

    // MARK: - Properties

    private mutating func read(_ variable: VariableDeclSyntax) {
        guard variable.isStoredByInstances else {
            for name in Self.markers {
                if let marker = variable.attribute(named: name) {
                    refuse("@\(name) belongs on a stored property", at: marker)
                }
            }
            return
        }
        if variable.modifiers.contains(where: { $0.name.tokenKind == .keyword(.lazy) }) {
            return refuse("@Entity cannot read a lazy property", at: variable)
        }
        // In `var a, b: Int` the type stands at the last name only.
        var type: TypeSyntax?
        var read: [EntityField] = []
        for binding in variable.bindings.reversed() {
            type = binding.typeAnnotation?.type ?? (binding.initializer == nil ? type : nil)
            if let field = field(binding, of: variable, type: type) { read.append(field) }
        }
        fields += read.reversed()
    }

    private mutating func field(
        _ binding: PatternBindingSyntax, of variable: VariableDeclSyntax, type: TypeSyntax?
    ) -> EntityField? {
        guard let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.trimmed else {
            refuse("@Entity reads one property per name, not a tuple", at: binding.pattern)
            return nil
        }
        guard let type else {
            refuse("write the type of '\(name.text)': a macro cannot see an inferred one", at: binding.pattern)
            return nil
        }
        if variable.bindingSpecifier.tokenKind == .keyword(.let), binding.initializer != nil {
            refuse("'\(name.text)' is a constant with a value, which no row can set", at: binding.pattern)
            return nil
        }
        var field = EntityField(name: name.text, type: type.trimmed, initializer: binding.initializer?.value.trimmed)
        readMarkers(of: variable, into: &field)
        return field
    }

    private mutating func readMarkers(of variable: VariableDeclSyntax, into field: inout EntityField) {
        for name in Self.markers where variable.attributes(named: name).count > 1 {
            refuse("@\(name) stands twice on '\(field.name)'", at: variable)
        }
        if let marker = variable.attribute(named: "Column") {
            if let column = marker.entityStringArgument, !column.isEmpty {
                field.column = column
            } else {
                refuse("@Column takes the column's name as one plain string literal", at: marker)
            }
        }
        if variable.attribute(named: "PrimaryKey") != nil { field.traits.append("primaryKey") }
        if variable.attribute(named: "Version") != nil { field.traits.append("version") }
        if let marker = variable.attribute(named: "Encrypted") {
            field.traits.append("encrypted")
            if field.isPlainlyNumeric {
                refuse("@Encrypted seals text or bytes, '\(field.name)' is \(field.typeText)", at: marker)
            }
        }
        if let marker = variable.attribute(named: "Index") {
            field.traits.append(marker.isUniqueIndex ? "unique" : "indexed")
        }
    }

    private mutating func refuseStoredProperties(in condition: IfConfigDeclSyntax) {
        for clause in condition.clauses {
            guard case .decls(let members) = clause.elements else { continue }
            for member in members {
                if let variable = member.decl.as(VariableDeclSyntax.self), variable.isStoredByInstances {
                    refuse("@Entity cannot read a stored property inside #if", at: variable)
                }
            }
        }
    }

    // MARK: - Contradictions

    private mutating func refuseContradictions() {
        let keys = fields.filter { $0.has("primaryKey") }
        let versions = fields.filter { $0.has("version") }
        if keys.isEmpty { refuse("an entity needs a property with @PrimaryKey", at: node.name) }
        if keys.count > 1 { refuse("\(names(keys)) cannot all be the primary key", at: node.name) }
        if versions.count > 1 { refuse("\(names(versions)) cannot all be the version", at: node.name) }
        for field in fields {
            for other in ["version", "encrypted"] where field.has("primaryKey") && field.has(other) {
                refuse("'\(field.name)' cannot be the primary key and \(other)", at: node.name)
            }
            for trait in ["primaryKey", "version"] where field.has(trait) && field.isPlainlyOptional {
                refuse("'\(field.name)' can be nil, which a \(trait) cannot", at: node.name)
            }
            if field.has("encrypted"), field.has("unique") || field.has("indexed") {
                refuse("'\(field.name)' is encrypted, an index over it finds nothing", at: node.name)
            }
        }
        var owners: [String: String] = [:]
        for field in fields {
            if let owner = owners.updateValue(field.name, forKey: field.column) {
                refuse("'\(owner)' and '\(field.name)' have the same column \"\(field.column)\"", at: node.name)
            }
        }
    }

    private func names(_ fields: [EntityField]) -> String {
        fields.map { "'\($0.name)'" }.joined(separator: " and ")
    }

    private mutating func refuse(_ message: String, at node: some SyntaxProtocol) {
        problems.append((message, Syntax(node)))
    }
}

import SwiftSyntax

/// One stored property of an entity and its column.
struct EntityField {
    /// Types whose columns are visibly neither text nor bytes.
    private static let numericTypes: Set<String> = [
        "Int", "Int8", "Int16", "Int32", "Int64", "UInt", "UInt8", "UInt16", "UInt32", "UInt64", "Bool", "Double",
        "Float",
    ]

    /// The property as the source writes it, with backticks where it needs them.
    let name: String
    let type: TypeSyntax
    let initializer: ExprSyntax?
    var column: String
    /// Names of `EntityColumn.Traits`.
    var traits: [String] = []

    init(name: String, type: TypeSyntax, initializer: ExprSyntax?) {
        self.name = name
        self.type = type
        self.initializer = initializer
        column = name.filter { $0 != "`" }.snakeCased
    }

    var bareName: String { name.filter { $0 != "`" } }
    var typeText: String { type.trimmedDescription }

    func has(_ trait: String) -> Bool { traits.contains(trait) }

    /// Whether the written type is an optional; an alias of one is not seen.
    var isPlainlyOptional: Bool { wrappedTypeText != nil }

    var isPlainlyNumeric: Bool { Self.numericTypes.contains(wrappedTypeText ?? typeText) }

    private var wrappedTypeText: String? {
        if let optional = type.as(OptionalTypeSyntax.self) { return optional.wrappedType.trimmedDescription }
        guard let named = type.as(IdentifierTypeSyntax.self), named.name.text == "Optional",
            let argument = named.genericArgumentClause?.arguments.first
        else { return nil }
        return argument.argument.trimmedDescription
    }
}

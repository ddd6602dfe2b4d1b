import SwiftParser
import SwiftSyntax

extension WithAttributesSyntax {
    /// The attributes of this name, with or without a module in front.
    func attributes(named name: String) -> [AttributeSyntax] {
        attributes.compactMap { $0.as(AttributeSyntax.self) }.filter {
            $0.attributeName.trimmedDescription.split(separator: ".").last.map(String.init) == name
        }
    }

    func attribute(named name: String) -> AttributeSyntax? { attributes(named: name).first }
}

extension VariableDeclSyntax {
    /// Whether instances store it: neither static nor computed. Observers leave a property stored.
    var isStoredByInstances: Bool {
        let isStatic = modifiers.contains { [.keyword(.static), .keyword(.class)].contains($0.name.tokenKind) }
        return !isStatic
            && bindings.allSatisfy { binding in
                guard let block = binding.accessorBlock else { return true }
                guard case .accessors(let accessors) = block.accessors else { return false }
                return accessors.allSatisfy {
                    [.keyword(.willSet), .keyword(.didSet)].contains($0.accessorSpecifier.tokenKind)
                }
            }
    }
}

extension AttributeSyntax {
    /// The only argument where it is a string literal without interpolation.
    var entityStringArgument: String? {
        guard case .argumentList(let arguments) = arguments, arguments.count == 1 else { return nil }
        return arguments.first?.expression.as(StringLiteralExprSyntax.self)?.representedLiteralValue
    }

    /// `@Index(unique: true)`
    var isUniqueIndex: Bool {
        guard case .argumentList(let arguments) = arguments else { return false }
        return arguments.contains { $0.label?.text == "unique" && $0.expression.trimmedDescription == "true" }
    }
}

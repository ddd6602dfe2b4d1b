import SwiftSyntax
import SwiftSyntaxBuilder

extension EntityDeclaration {
    var extensionMembers: [String] {
        let key = fields.first { $0.has("primaryKey") }?.typeText ?? "Never"
        return ["\(access)typealias Key = \(key)", schema, rowInitializer, columnValues]
    }

    private var schema: String {
        let columns = fields.map { field in
            let traits = field.traits.isEmpty ? "" : ", [\(field.traits.map { ".\($0)" }.joined(separator: ", "))]"
            return "EntityColumn(\(literal(field.column)), \(metatype(field))\(traits)),"
        }
        return """
            \(access)static let schema = EntitySchema(
                table: \(literal(table)),
                columns: [
            \(columns.joined(separator: "\n").indented.indented)
                ]
            )
            """
    }

    /// `String?.self` needs no parentheses, `any P` and function types do; they are no column values anyway.
    private func metatype(_ field: EntityField) -> String { "\(field.typeText).self" }

    private var rowInitializer: String {
        let lines = fields.enumerated().map { index, field in
            "self.\(field.name) = try row.value(\(literal(field.column)), hint: \(index))"
        }
        return """
            \(access)init(row: Row) throws(SQLError) {
            \(lines.joined(separator: "\n").indented)
            }
            """
    }

    private var columnValues: String {
        let lines = fields.map { "self.\($0.name).sqlValue," }
        return """
            \(access)var columnValues: [SQLValue] {
                [
            \(lines.joined(separator: "\n").indented.indented)
                ]
            }
            """
    }

    /// The memberwise initialiser, as the compiler writes it for a struct that only its own module sees.
    var memberwiseInitializer: String {
        let parameters = fields.map { field in
            let value = field.initializer?.trimmedDescription ?? (field.isPlainlyOptional ? "nil" : nil)
            return "\(field.name): \(field.typeText)" + (value.map { " = \($0)" } ?? "")
        }
        return """
            \(access)init(\(parameters.joined(separator: ", "))) {
            \(fields.map { "self.\($0.name) = \($0.name)" }.joined(separator: "\n").indented)
            }
            """
    }

    private func literal(_ content: String) -> String { StringLiteralExprSyntax(content: content).description }
}

import SwiftSyntax
import SwiftSyntaxBuilder

extension JSONModelDeclaration {
    /// `init(json:)`: one pass over the members. A key is found by its length and then by its bytes.
    var decoder: String {
        let read = fields.filter { !$0.isConstant }
        let body =
            read.isEmpty
            ? ["_ = try json.members()"]
            : read.map(\.declaration) + loop(over: read) + read.compactMap(\.check) + read.map(\.assignment)
        return block("\(access)init(json: JSONReader) throws(JSONError)", body)
    }

    /// `encode(to:)`: each key is written from bytes that are quoted and escaped already.
    var encoder: String {
        let members = fields.map { field in
            "writer.member(ready: \(literal(field.key.jsonQuoted + ":")), self.\(field.name))"
        }
        return block(
            "\(access)func encode(to writer: inout JSONWriter)",
            ["writer.beginObject()"] + members + ["writer.endObject()"])
    }

    /// The memberwise initialiser, as the compiler writes it for a struct that only its own module sees.
    var memberwiseInitializer: String {
        let read = fields.filter { !$0.isConstant }
        let parameters = read.map { field in
            if case .means(let value) = field.absence { return "\(field.parameter) = \(value)" }
            return field.parameter
        }
        return block(
            "\(access)init(\(parameters.joined(separator: ", ")))", read.map { "self.\($0.name) = \($0.name)" })
    }

    private func loop(over read: [JSONModelField]) -> [String] {
        let byLength = Dictionary(grouping: read) { $0.key.utf8.count }.sorted { $0.key < $1.key }
        let cases = byLength.flatMap { length, fields in
            let branches = fields.map { field in
                """
                if jsonMember.key.matches(\(literal(field.key))) {
                    \(field.local) = try jsonMember.value.decode(\(field.typeText).self)
                }
                """
            }
            return ["case \(length):", branches.joined(separator: " else ").indented]
        }
        return [
            "var jsonMembers = try json.members()",
            block(
                "while let jsonMember = jsonMembers.next()",
                [block("switch jsonMember.key.count", cases + ["default: break"], indentsBody: false)]),
        ]
    }

    private func block(_ head: String, _ body: [String], indentsBody: Bool = true) -> String {
        let lines = body.joined(separator: "\n")
        return "\(head) {\n\(indentsBody ? lines.indented : lines)\n}"
    }
}

extension JSONModelField {
    var typeText: String { type?.trimmedDescription ?? "" }

    fileprivate var parameter: String { "\(name): \(typeText)" }

    /// The local variable that holds the value until the object is read.
    fileprivate var declaration: String {
        if case .means(let value) = absence { return "var \(local): \(typeText) = \(value)" }
        return "var \(local): \(typeText)?"
    }

    /// The line that refuses an object without the key.
    fileprivate var check: String? {
        guard case .refused = absence else { return nil }
        return "guard let \(local) else { throw jsonMembers.missing(\(literal(key))) }"
    }

    fileprivate var assignment: String { "self.\(name) = \(local)" }
}

/// A Swift string literal, raw where the content has quotes or backslashes.
private func literal(_ content: String) -> String {
    StringLiteralExprSyntax(content: content).description
}

extension String {
    /// Every line four spaces further in.
    var indented: String {
        split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : "    \($0)" }.joined(separator: "\n")
    }

    /// The text as a JSON string, in quotes.
    fileprivate var jsonQuoted: String {
        var result = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case "\u{0}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

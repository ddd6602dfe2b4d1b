import Foundation
import JSON
import Testing

@testable import EchordTesting

/// What Discord's own description of its API says about answers: fields that must be there, types, known values.
///
/// `Fixtures/openapi-responses.json` is Discord's openapi.json reduced by `scripts/openapi-responses`.
struct AnswerSchema: Sendable {
    private let operations: JSONObject
    private let schemas: JSONObject

    static let discord: AnswerSchema = {
        guard
            let url = Bundle.module.resourceURL?.appendingPathComponent("Fixtures/openapi-responses.json"),
            let data = try? Data(contentsOf: url), let value = try? JSON.decode(JSONValue.self, from: Array(data))
        else { return AnswerSchema(operations: [:], schemas: [:]) }
        return AnswerSchema(
            operations: value["operations"]?.fields ?? [:], schemas: value["schemas"]?.fields ?? [:])
    }()

    /// Every operation that Discord describes: `GET /guilds/{}/roles`.
    var names: [String] { operations.keys.sorted() }

    /// Whether Discord describes the operation, whatever its parameters are called.
    func describes(_ method: String, _ template: String) -> Bool {
        operations[Self.key(method, template)] != nil
    }

    /// What is wrong with an answer; nothing when it is as described, or when the operation is not described.
    func faults(_ method: String, _ template: String, status: Int, body: JSONValue?) -> [String] {
        if status >= 400 { return status == 429 ? [] : errorFaults(body ?? .null) }
        guard let answers = operations[Self.key(method, template)]?.fields else { return [] }
        guard let schema = answers[String(status)] else { return ["status \(status) is not described"] }
        if schema.isNull { return body == nil ? [] : ["status \(status) has no body"] }
        guard let body else { return ["status \(status) must have a body"] }
        return faults(body, schema, "body")
    }

    /// An error: `code`, `message`, and a tree of complaints whose codes are words, not numbers as the description has it.
    private func errorFaults(_ body: JSONValue) -> [String] {
        faults(body, ["$ref": "Error"], "error") + treeFaults(body["errors"] ?? [:], "errors")
    }

    private func treeFaults(_ tree: JSONValue, _ place: String) -> [String] {
        guard let fields = tree.fields else { return ["\(place): is no object"] }
        return fields.flatMap { key, value -> [String] in
            guard key == "_errors" else { return treeFaults(value, "\(place).\(key)") }
            let isRight = value.list?.allSatisfy { $0["code"]?.text != nil && $0["message"]?.text != nil } == true
            return isRight ? [] : ["\(place)._errors: is no list of complaints"]
        }
    }

    /// `GET /guilds/{}/roles`.
    private static func key(_ method: String, _ template: String) -> String {
        let parts = template.split(separator: "/").map { $0.hasPrefix("{") ? "{}" : String($0) }
        return method + " /" + parts.joined(separator: "/")
    }

    // MARK: - One value against one schema

    func faults(_ value: JSONValue, _ schema: JSONValue, _ place: String) -> [String] {
        if let name = schema["$ref"]?.text {
            if Self.undescribed[name]?.contains(value) == true { return [] }
            guard let found = schemas[name] else { return ["\(place): there is no schema \(name)"] }
            return faults(value, found, place)
        }
        var found = typeFaults(value, schema, place)
        if let constant = schema["const"], constant != value { found.append("\(place): is not \(constant)") }
        if let list = schema["enum"]?.list, !list.contains(value) { found.append("\(place): \(value) is not known") }
        for inner in schema["allOf"]?.list ?? [] { found += faults(value, inner, place) }
        for key in ["oneOf", "anyOf"] {
            if let choices = schema[key]?.list { found += choiceFaults(value, choices, place) }
        }
        found += fieldFaults(value, schema, place)
        if let items = schema["items"], let list = value.list {
            for (index, item) in list.enumerated() { found += faults(item, items, "\(place)[\(index)]") }
        }
        return found
    }

    /// Values that Discord documents and its description lacks; in such a conflict the documentation wins.
    private static let undescribed: [String: [JSONValue]] = ["MessageReferenceType": [1], "ChannelTypes": [16]]

    /// The nearest choice's faults when none fits.
    private func choiceFaults(_ value: JSONValue, _ choices: [JSONValue], _ place: String) -> [String] {
        let all = choices.map { faults(value, $0, place) }
        guard let best = all.min(by: { $0.count < $1.count }), !best.isEmpty else { return [] }
        return choices.allSatisfy { $0["const"] != nil } ? ["\(place): \(value) is not known"] : best
    }

    private func fieldFaults(_ value: JSONValue, _ schema: JSONValue, _ place: String) -> [String] {
        guard let fields = value.fields else { return [] }
        var found: [String] = []
        let properties = schema["properties"]?.fields ?? [:]
        for name in schema["required"]?.list?.compactMap(\.text) ?? [] where fields[name] == nil {
            found.append("\(place).\(name): is missing")
        }
        for (name, inner) in properties {
            if let field = fields[name] { found += faults(field, inner, "\(place).\(name)") }
        }
        if let others = schema["additionalProperties"], others.fields?.isEmpty == false {
            for (name, field) in fields where properties[name] == nil {
                found += faults(field, others, "\(place).\(name)")
            }
        }
        return found
    }

    private func typeFaults(_ value: JSONValue, _ schema: JSONValue, _ place: String) -> [String] {
        guard let type = schema["type"] else { return [] }
        let allowed = type.list?.compactMap(\.text) ?? [type.text ?? ""]
        guard allowed.contains(where: { Self.fits(value, $0) }) else {
            return ["\(place): \(String("\(value)".prefix(60))) is not \(allowed.joined(separator: " or "))"]
        }
        guard let text = value.text else { return [] }
        switch schema["format"]?.text {
        case "snowflake" where Flake(text) == nil: return ["\(place): \(text) is no snowflake"]
        case "date-time" where Moment(iso: text) == nil: return ["\(place): \(text) is no time"]
        default: return []
        }
    }

    private static func fits(_ value: JSONValue, _ type: String) -> Bool {
        switch type {
        case "null": value.isNull
        case "string": value.text != nil
        case "boolean": value.flag != nil
        case "integer": value.integer != nil
        case "number": value.number != nil
        case "array": value.list != nil
        case "object": value.fields != nil
        default: false
        }
    }
}

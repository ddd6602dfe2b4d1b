import JSON

/// A document that breaks one limit of a schema, and where.
struct LimitProbe {
    let path: String
    let document: JSONValue
    /// `maxLength 100`
    let breach: String

    /// Every probe of a schema, made from a document that fits it.
    ///
    /// Limits that stand for "none" in Discord's description are left out: they lie far beyond any documented one. So is
    /// what lies behind a choice among several schemas.
    static func all(of schema: JSONValue, _ document: JSONValue, schemas: JSONObject) -> [LimitProbe] {
        probes(schema, document, "", schemas)
    }

    private static func probes(
        _ schema: JSONValue, _ value: JSONValue, _ path: String, _ schemas: JSONObject
    ) -> [LimitProbe] {
        if let name = schema["$ref"]?.stringValue { return probes(schemas[name] ?? .null, value, path, schemas) }
        if let choices = schema["oneOf"]?.arrayValue {
            let others = choices.filter { $0["type"] != "null" }
            return others.count == 1 ? probes(others[0], value, path, schemas) : []
        }
        switch value {
        case .string: return texts(schema, path)
        case .int: return numbers(schema, path)
        case .array(let elements): return lists(schema, elements, path, schemas)
        case .object(let object):
            return (schema["properties"]?.objectValue ?? [:]).flatMap { name, property -> [LimitProbe] in
                guard let member = object[name] else { return [] }
                return probes(property, member, path.isEmpty ? name : "\(path).\(name)", schemas).map { probe in
                    var changed = object
                    changed[name] = probe.document
                    return LimitProbe(path: probe.path, document: .object(changed), breach: probe.breach)
                }
            }
        default: return []
        }
    }

    private static func texts(_ schema: JSONValue, _ path: String) -> [LimitProbe] {
        guard schema["format"] == nil, schema["enum"] == nil, schema["contentEncoding"] == nil else { return [] }
        var found: [LimitProbe] = []
        if let most = schema["maxLength"]?.intValue, most <= 10_240 {
            let text = String(repeating: "a", count: Int(most) + 1)
            found.append(LimitProbe(path: path, document: .string(text), breach: "maxLength \(most)"))
        }
        if let least = schema["minLength"]?.intValue, least > 0 {
            let text = String(repeating: "a", count: Int(least) - 1)
            found.append(LimitProbe(path: path, document: .string(text), breach: "minLength \(least)"))
        }
        return found
    }

    private static func numbers(_ schema: JSONValue, _ path: String) -> [LimitProbe] {
        guard schema["enum"] == nil else { return [] }
        var found: [LimitProbe] = []
        if let most = schema["maximum"]?.intValue, most < 100_000_000 {
            found.append(LimitProbe(path: path, document: .int(most + 1), breach: "maximum \(most)"))
        }
        if let least = schema["minimum"]?.intValue, least > 0 {
            found.append(LimitProbe(path: path, document: .int(least - 1), breach: "minimum \(least)"))
        }
        return found
    }

    private static func lists(
        _ schema: JSONValue, _ elements: [JSONValue], _ path: String, _ schemas: JSONObject
    ) -> [LimitProbe] {
        guard let first = elements.first, let items = schema["items"] else { return [] }
        var found: [LimitProbe] = []
        if let most = schema["maxItems"]?.intValue, most <= 1_000 {
            let many = [JSONValue](repeating: first, count: Int(most) + 1)
            found.append(LimitProbe(path: path, document: .array(many), breach: "maxItems \(most)"))
        }
        if let least = schema["minItems"]?.intValue, least > 0 {
            let few = Array(elements.prefix(Int(least) - 1))
            found.append(LimitProbe(path: path, document: .array(few), breach: "minItems \(least)"))
        }
        found += probes(items, first, "\(path)[0]", schemas).map { probe in
            LimitProbe(
                path: probe.path, document: .array([probe.document] + elements.dropFirst()), breach: probe.breach)
        }
        return found
    }
}

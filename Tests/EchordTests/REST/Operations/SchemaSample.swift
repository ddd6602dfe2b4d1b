import JSON

/// Makes documents that fit a schema.
struct SchemaSample {
    /// How much a document says.
    enum Extent: CaseIterable, Hashable {
        /// Every field, each with a value.
        case full
        /// Only what must be there, `null` where that is allowed.
        case required
        /// Every field, `null` where that is allowed.
        case cleared
    }

    let schemas: JSONObject
    let extent: Extent
    /// Which of a field's several schemas is taken, counted round.
    var choice = 0
    /// Schemas that contain themselves are followed this often.
    private static let maxNesting = 1

    /// Documents that together show every choice, also of fields.
    ///
    /// - Parameter most: How many choices a field has at most.
    static func every(_ schema: JSONValue, _ extent: Extent, upTo most: Int, schemas: JSONObject) -> [JSONValue] {
        let first = SchemaSample(schemas: schemas, extent: extent).documents(schema)
        var found = first
        var seen = Set(first)
        for choice in 1..<most {
            let others = SchemaSample(schemas: schemas, extent: extent, choice: choice).documents(schema)
            if others == first { break }
            found += others.filter { seen.insert($0).inserted }
        }
        return found
    }

    /// One document for each choice that the schema offers; none where only deeper nesting would fit.
    func documents(_ schema: JSONValue) -> [JSONValue] { documents(schema, []) }

    private func documents(_ schema: JSONValue, _ parents: [String]) -> [JSONValue] {
        if let name = schema["$ref"]?.stringValue {
            guard parents.filter({ $0 == name }).count <= Self.maxNesting, let target = schemas[name] else { return [] }
            return documents(target, parents + [name])
        }
        if extent != .full, isNullable(schema) { return [.null] }
        if let values = schema["enum"]?.arrayValue, let value = values.first(where: { !$0.isNull }) { return [value] }
        if let constant = schema["const"] { return [constant] }
        if let choices = schema["oneOf"]?.arrayValue {
            let isList = choices.contains { $0["type"] == "array" }
            // A list may also be written as a text with commas; lists are what is sent.
            return choices.filter { $0["type"] != "null" && !(isList && $0["type"] == "string") }
                .flatMap { documents($0, parents) }
        }
        if let parts = schema["allOf"]?.arrayValue { return merged(parts.map { documents($0, parents) }) }
        return [value(schema, parents)].compactMap { $0 }
    }

    private func isNullable(_ schema: JSONValue) -> Bool {
        if schema["type"]?.arrayValue?.contains("null") == true { return true }
        return schema["oneOf"]?.arrayValue?.contains { $0["type"] == "null" } == true
    }

    private func merged(_ parts: [[JSONValue]]) -> [JSONValue] {
        guard var results = parts.first else { return [] }
        for part in parts.dropFirst() {
            results = results.flatMap { left in
                part.map { right in
                    var object = left.objectValue ?? [:]
                    for (key, value) in right.objectValue ?? [:] { object[key] = value }
                    return object.isEmpty ? left : .object(object)
                }
            }
        }
        return results
    }

    private func value(_ schema: JSONValue, _ parents: [String]) -> JSONValue? {
        if schema["type"] == "null" { return .null }
        let types = schema["type"]?.arrayValue ?? [schema["type"] ?? "object"]
        switch types.first(where: { $0 != "null" })?.stringValue {
        case "string": return .string(text(schema))
        case "integer": return .int(integer(schema))
        case "number": return .double(min(0.5, schema["maximum"]?.doubleValue ?? 0.5))
        case "boolean": return true
        case "array": return array(schema, parents)
        default: return object(schema, parents)
        }
    }

    private func text(_ schema: JSONValue) -> String {
        switch schema["format"]?.stringValue {
        case "snowflake": return "1234567890123456789"
        case "date-time": return "2026-01-02T03:04:05.678000+00:00"
        case "uri": return "https://example.com/a"
        default: break
        }
        if schema["contentEncoding"] == "base64" { return "data:image/png;base64,AAAA" }
        let length = min(max(schema["minLength"]?.intValue ?? 0, 4), schema["maxLength"]?.intValue ?? 4)
        return String(repeating: "1", count: Int(length))
    }

    private func integer(_ schema: JSONValue) -> Int64 {
        min(max(schema["minimum"]?.intValue ?? 0, 7), schema["maximum"]?.intValue ?? 7)
    }

    private func array(_ schema: JSONValue, _ parents: [String]) -> JSONValue {
        guard let items = schema["items"] else { return [] }
        let least = schema["minItems"]?.intValue ?? 0
        if extent == .required, least == 0 { return [] }
        var elements = documents(items, parents).filter { !$0.isNull }
        while let first = elements.first, elements.count < least { elements.append(first) }
        if let most = schema["maxItems"]?.intValue, elements.count > most {
            elements.removeLast(elements.count - Int(most))
        }
        return .array(elements)
    }

    private func object(_ schema: JSONValue, _ parents: [String]) -> JSONValue? {
        var object: JSONObject = [:]
        let required = Set((schema["required"]?.arrayValue ?? []).compactMap(\.stringValue))
        for (name, property) in schema["properties"]?.objectValue ?? [:] {
            guard extent != .required || required.contains(name) else { continue }
            let values = documents(property, parents)
            guard !values.isEmpty else {
                // What must be there nests deeper than is followed, so nothing fits.
                if required.contains(name) { return nil }
                continue
            }
            object[name] = values[choice % values.count]
        }
        if extent == .full, let additional = schema["additionalProperties"],
            let value = documents(additional, parents).first
        {
            object["1"] = value
        }
        return .object(object)
    }
}

import JSON

/// Components of modals.
extension ComponentValidator {
    mutating func readLabel(_ value: JSONValue, _ path: [String], _ fields: inout JSONObject) {
        if let text = errors.text(value["label"], path + ["label"], 1...45, required: true) {
            fields["label"] = .string(text)
        }
        if let text = errors.text(value["description"], path + ["description"], 0...100), !text.isEmpty {
            fields["description"] = .string(text)
        }
        guard let child = value.present("component") else { return errors.required(path + ["component"]) }
        let allowed: [Kind] = [
            .stringSelect, .textInput, .userSelect, .roleSelect, .mentionableSelect, .channelSelect, .fileUpload,
            .radioGroup,
            .checkboxGroup, .checkbox,
        ]
        let here = path + ["component"]
        guard let read = read(child, here, allowed: allowed) else { return }
        if child.present("disabled")?.flag == true {
            errors.add(here + ["disabled"], "MODAL_COMPONENT_DISABLED", "Components in modals cannot be disabled")
        }
        fields["component"] = .object(read)
    }

    mutating func readTextInput(_ value: JSONValue, _ path: [String], _ fields: inout JSONObject) {
        readCustomID(value, path, &fields)
        if let style = errors.oneOf(value["style"], path + ["style"], [1, 2], required: true) {
            fields["style"] = .number(style)
        }
        if let label = errors.text(value["label"], path + ["label"], 1...45) { fields["label"] = .string(label) }
        let least = errors.int(value["min_length"], path + ["min_length"], 0...4000)
        let most = errors.int(value["max_length"], path + ["max_length"], 1...4000)
        if let least { fields["min_length"] = .int(least) }
        if let most { fields["max_length"] = .int(most) }
        if let least, let most, least > most {
            errors.add(
                path + ["min_length"], "TEXT_INPUT_COMPONENT_MIN_GREATER_THAN_MAX",
                "min_length must be less than or equal to max_length")
        }
        if let text = errors.text(value["value"], path + ["value"], 0...Int(most ?? 4000)) {
            fields["value"] = .string(text)
        }
        if let text = errors.text(value["placeholder"], path + ["placeholder"], 0...100) {
            fields["placeholder"] = .string(text)
        }
        fields["required"] = .bool(errors.bool(value["required"], path + ["required"]) ?? true)
    }

    mutating func readFileUpload(_ value: JSONValue, _ path: [String], _ fields: inout JSONObject) {
        readCustomID(value, path, &fields)
        readCounts(value, path, 10, 1, &fields)
        if let list = errors.list(value["file_types"], path + ["file_types"], 0...25) {
            fields["file_types"] = .array(
                list.enumerated().compactMap { index, value in
                    errors.text(value, path + ["file_types", String(index)], 1...100, required: true).map {
                        .string($0)
                    }
                })
        }
    }

    /// A radio group or a checkbox group.
    mutating func readGroup(
        _ value: JSONValue, _ path: [String], _ range: ClosedRange<Int>, _ fields: inout JSONObject
    ) {
        readCustomID(value, path, &fields)
        let list = errors.list(value["options"], path + ["options"], range, required: true) ?? []
        var values: Set<String> = []
        let options = list.enumerated().compactMap { index, value in
            readOption(value, path + ["options", String(index)], &values)
        }
        fields["options"] = .array(options.map(JSONValue.object))
        let defaults = options.filter { $0["default"]?.flag == true }.count
        if range.lowerBound == 2 {
            fields["required"] = .bool(errors.bool(value["required"], path + ["required"]) ?? true)
            if defaults > 1 {
                errors.add(path + ["options"], "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES", "Too many default values")
            }
        } else {
            readCounts(value, path, 10, max(list.count, 1), &fields)
        }
    }

    private mutating func readCounts(
        _ value: JSONValue, _ path: [String], _ limit: Int64, _ standard: Int, _ fields: inout JSONObject
    ) {
        let required = errors.bool(value["required"], path + ["required"]) ?? true
        let least = errors.int(value["min_values"], path + ["min_values"], 0...limit) ?? 1
        let most = errors.int(value["max_values"], path + ["max_values"], 1...limit) ?? Int64(standard)
        if least > most {
            errors.add(
                path + ["min_values"], "SELECT_COMPONENT_MIN_GREATER_THAN_MAX",
                "min_values must be less than or equal to max_values")
        }
        fields["min_values"] = .int(least)
        fields["max_values"] = .int(most)
        fields["required"] = .bool(required)
    }
}

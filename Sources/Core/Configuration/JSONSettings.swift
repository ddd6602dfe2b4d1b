internal import JSON

/// The settings of a JSON file. `{"http": {"port": 8080}}` and `{"http.port": 8080}` mean the same.
struct JSONSettings {
    private(set) var values: [(setting: Setting, text: String)] = []
    /// What is wrong with the file: sentences without its name.
    private(set) var faults: [String] = []
    private var seen: Set<String> = []

    /// Reads the settings of a document.
    init(_ text: String) {
        let bytes = Array(text.utf8)
        do {
            try JSONParser().withDocument(bytes) { root throws(JSONError) in
                guard root.isObject else {
                    faults.append("must hold a JSON object, such as {\"http\": {\"port\": 8080}}")
                    return
                }
                try read(root, path: "")
            }
        } catch {
            let place = JSONFault.find(in: bytes).map { "line \($0.line): \($0.message)" } ?? error.message
            faults.append("is not valid JSON: \(place)")
        }
    }

    private mutating func read(_ json: JSONReader, path: String) throws(JSONError) {
        let setting = Setting.all.first { $0.key == path }
        guard json.isObject else { return try readValue(json, of: setting, path: path) }
        if let setting {
            faults.append("\(setting.key) must be a single value, not an object")
            return
        }
        // An unknown group is named by what stands in it, for that is what the nearest key is found by.
        var isEmpty = true
        var members = try json.members()
        while let member = members.next() {
            isEmpty = false
            let key = member.key.string
            try read(member.value, path: path.isEmpty ? key : "\(path).\(key)")
        }
        if isEmpty, !path.isEmpty, !Self.isGroup(path) { faults.append(Self.unknown(path)) }
    }

    private mutating func readValue(_ json: JSONReader, of setting: Setting?, path: String) throws(JSONError) {
        guard let setting else {
            faults.append(Self.isGroup(path) ? "\(path) must be an object with its keys in it" : Self.unknown(path))
            return
        }
        guard setting.standsInFiles else {
            let other = setting.fileVariable.map { " or \($0)" } ?? ""
            let kind = setting.isSecret ? "is a secret" : "cannot be set here"
            faults.append("\(path) \(kind); set \(setting.variable)\(other) instead")
            return
        }
        guard seen.insert(path).inserted else {
            faults.append("\(path) is set twice")
            return
        }
        if json.isNull { return }
        if let text = try Self.text(of: json, for: setting) {
            values.append((setting, text))
        } else {
            let kind = setting.value.isNumber ? "a number" : "a text in quotes"
            faults.append("\(path) must be a single value, \(kind)")
        }
    }

    private static func text(of json: JSONReader, for setting: Setting) throws(JSONError) -> String? {
        if json.isString { return try json.string() }
        guard json.isNumber, setting.value.isNumber else { return nil }
        return json.isInteger ? String(try json.integer(Int64.self)) : String(try json.double())
    }

    private static func isGroup(_ path: String) -> Bool { Setting.all.contains { $0.key.hasPrefix(path + ".") } }

    private static func unknown(_ path: String) -> String {
        let key = WrittenText.shown(path)
        return "unknown key \(key)\(Spelling.hint(for: path, among: Setting.all.map(\.key)))"
    }
}

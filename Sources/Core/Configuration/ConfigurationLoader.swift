import FoundationEssentials
internal import JSON

/// Reads the configuration from all its sources and reports every fault at once.
package struct ConfigurationLoader: Sendable {
    private let folder: String
    private let environment: [String: String]

    /// A loader for the process's `environment`, looking for `.env` and `config/` in `folder`.
    package init(folder: String, environment: [String: String]) {
        self.folder = folder
        self.environment = environment
    }

    /// Reads everything.
    ///
    /// - Parameters:
    ///   - options: values from the command line by flag, such as `--port`.
    ///   - file: a JSON file to read instead of those in `config/`.
    /// - Throws: `ConfigurationError` with every unknown key and every wrong value.
    package func load(options: [String: String] = [:], file: String? = nil) throws(ConfigurationError) -> Configuration
    {
        var values = LayeredValues()
        var configuration = Configuration()
        let dotEnvironment = DotEnvironment(path: folder + "/.env")
        values.report(dotEnvironment.faults)
        let variables = environment.merging(dotEnvironment.values) { process, _ in process }
        configuration.environment = variables["CHORESTREE_ENV"] ?? configuration.environment
        for path in files(explicit: file, environment: configuration.environment) {
            readFile(path, isRequired: file != nil, into: &values)
        }
        readVariables(dotEnvironment.values, from: ".env", into: &values)
        readVariables(environment, from: nil, into: &values)
        for (flag, value) in options {
            guard let setting = Setting.all.first(where: { $0.flag == flag }) else { continue }
            values.set(setting.key, value, place: flag)
        }
        for setting in Setting.all {
            guard let (text, place) = values[setting.key] else { continue }
            if let fault = setting.apply(text, &configuration) {
                let shown = setting.isSecret ? "" : " (it is “\(text)”)"
                values.report([.init(place: place, message: "\(setting.key) \(fault)\(shown)")])
            }
        }
        guard values.faults.isEmpty else { throw ConfigurationError(faults: values.faults) }
        return configuration
    }

    private func files(explicit: String?, environment: String) -> [String] {
        if let explicit { return [explicit] }
        return ["\(folder)/config/default.json", "\(folder)/config/\(environment).json"]
    }

    private func readFile(_ path: String, isRequired: Bool, into values: inout LayeredValues) {
        guard let data = FileManager.default.contents(atPath: path) else {
            if isRequired {
                values.report([.init(place: path, message: "cannot be read; check the path and its rights")])
            }
            return
        }
        let value: JSONValue
        do {
            value = try JSON.decode(JSONValue.self, from: [UInt8](data))
        } catch {
            values.report([.init(place: path, message: "is not valid JSON: \(error)")])
            return
        }
        flatten(value, path: "", file: path, into: &values)
    }

    private func flatten(_ value: JSONValue, path: String, file: String, into values: inout LayeredValues) {
        switch value {
        case .object(let members):
            for (key, member) in members {
                flatten(member, path: path.isEmpty ? key : "\(path).\(key)", file: file, into: &values)
            }
        case .null: return
        default:
            guard let setting = Setting.all.first(where: { $0.key == path }) else {
                values.report([.init(place: file, message: Self.unknown(path))])
                return
            }
            guard !setting.isSecret else {
                values.report([
                    .init(
                        place: file,
                        message: "\(path) is a secret; set \(setting.variable) or \(setting.variable)_FILE instead")
                ])
                return
            }
            guard let text = value.scalarText else {
                values.report([.init(place: file, message: "\(path) must be a single value, not a list")])
                return
            }
            values.set(path, text, place: file)
        }
    }

    private func readVariables(_ variables: [String: String], from file: String?, into values: inout LayeredValues) {
        for setting in Setting.all {
            let place = file.map { "\($0) \(setting.variable)" } ?? setting.variable
            if let text = variables[setting.variable] {
                values.set(setting.key, text, place: place)
            } else if setting.isSecret, let path = variables[setting.variable + "_FILE"] {
                guard let data = FileManager.default.contents(atPath: path) else {
                    values.report([.init(place: place + "_FILE", message: "the file cannot be read: \(path)")])
                    continue
                }
                let text = String(decoding: data, as: UTF8.self)
                values.set(setting.key, text.trimmed, place: place + "_FILE")
            }
        }
    }

    private static func unknown(_ key: String) -> String {
        let nearest = Setting.all.map(\.key).min { $0.distance(to: key) < $1.distance(to: key) }
        guard let nearest, nearest.distance(to: key) <= 3 else { return "unknown key \(key)" }
        return "unknown key \(key); did you mean \(nearest)?"
    }
}

/// Values by key, the last one set winning, and the faults found on the way.
private struct LayeredValues {
    private var values: [String: (String, String)] = [:]
    private(set) var faults: [ConfigurationError.Fault] = []

    subscript(key: String) -> (text: String, place: String)? { values[key] }
    mutating func set(_ key: String, _ text: String, place: String) { values[key] = (text, place) }
    mutating func report(_ more: [ConfigurationError.Fault]) { faults += more }
}

extension JSONValue {
    fileprivate var scalarText: String? {
        switch self {
        case .string(let text): text
        case .int(let number): String(number)
        case .uint(let number): String(number)
        case .double(let number): String(number)
        case .bool(let flag): String(flag)
        case .null, .array, .object: nil
        }
    }
}

extension String {
    var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    /// How many characters must be added, removed or replaced to get `other` (Levenshtein).
    fileprivate func distance(to other: String) -> Int {
        var row = Array(0...other.count)
        for (line, character) in enumerated() {
            var diagonal = row[0]
            row[0] = line + 1
            for (column, candidate) in other.enumerated() {
                let substituted = diagonal + (character == candidate ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = Swift.min(substituted, row[column] + 1, row[column + 1] + 1)
            }
        }
        return row[other.count]
    }
}

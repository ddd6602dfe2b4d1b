import JSON
import Testing

@testable import EchordTesting

/// A form that Discord refuses: where the complaint stands, what it says, and the form as JSON; `§7` stands for seven letters, and
/// `{"§times": 3, "of": x}` for a list of three.
struct RefusedForm: CustomTestStringConvertible, Sendable {
    let path: [String]
    let code: String
    private let text: String

    init(_ path: String, _ code: String, _ text: String) {
        self.path = path.split(separator: "/").map(String.init)
        self.code = code
        self.text = text
    }

    var testDescription: String { "\(path.joined(separator: ".")): \(code)" }

    func body() throws -> JSONValue {
        Self.expanded(try JSON.decode(JSONValue.self, from: text))
    }

    private static func expanded(_ value: JSONValue) -> JSONValue {
        switch value {
        case .string(let text) where text.hasPrefix("§"):
            return .string(String(repeating: "x", count: Int(text.dropFirst()) ?? 0))
        case .array(let list): return .array(list.map(expanded))
        case .object(let fields):
            if let times = fields["§times"]?.intValue, let item = fields["of"] {
                return .array(Array(repeating: expanded(item), count: Int(times)))
            }
            var result: JSONObject = [:]
            for (key, value) in fields { result[key] = expanded(value) }
            return .object(result)
        default: return value
        }
    }
}

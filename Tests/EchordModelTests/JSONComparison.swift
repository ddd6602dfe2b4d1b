import EchordModel
import Foundation
import JSON
import Testing

/// Reads the documented examples that lie beside the tests.
enum Fixture {
    static func bytes(_ name: String) throws -> [UInt8] {
        let url = try #require(Bundle.module.resourceURL).appendingPathComponent("Fixtures/\(name).json")
        return [UInt8](try Data(contentsOf: url))
    }

    static func value(_ name: String) throws -> JSONValue { try JSON.decode(from: bytes(name)) }
}

/// Whether one document says everything another does.
enum JSONComparison {
    /// The paths of what `original` says and `copy` does not.
    ///
    /// `null` and absence are the same here, and so are an id in digits and as a number. What the copy says on top must
    /// say nothing: an empty list, `false`, a default.
    static func differences(_ original: JSONValue, _ copy: JSONValue, ignoring ignored: Set<String> = []) -> [String] {
        var found: [String] = []
        compare(original, copy, path: "", ignored: ignored, into: &found)
        return found
    }

    private static func compare(
        _ original: JSONValue, _ copy: JSONValue, path: String, ignored: Set<String>, into found: inout [String]
    ) {
        switch (original, copy) {
        case (.object(let left), .object(let right)):
            for (key, value) in left where !ignored.contains(key) {
                if let other = right[key] {
                    compare(value, other, path: "\(path).\(key)", ignored: ignored, into: &found)
                } else if value != .null {
                    found.append("\(path).\(key) is lost")
                }
            }
            for (key, value) in right where left[key] == nil && !isEmpty(value, key) {
                found.append("\(path).\(key) was added")
            }
        case (.array(let left), .array(let right)):
            guard left.count == right.count else { return found.append("\(path) has another length") }
            for (index, pair) in zip(left, right).enumerated() {
                compare(pair.0, pair.1, path: "\(path)[\(index)]", ignored: ignored, into: &found)
            }
        default:
            if !isSame(original, copy) { found.append("\(path) is another value") }
        }
    }

    private static func isSame(_ left: JSONValue, _ right: JSONValue) -> Bool {
        if left == right { return true }
        switch (left, right) {
        case (.int(let number), .string(let text)), (.string(let text), .int(let number)): return String(number) == text
        case (.int(let number), .double(let other)), (.double(let other), .int(let number)):
            return Double(number) == other
        default: return false
        }
    }

    private static func isEmpty(_ value: JSONValue, _ key: String) -> Bool {
        switch value {
        case .null, .bool(false), .int(0), .string(""): true
        case .array(let array): array.isEmpty
        case .object(let object): object.isEmpty
        // What stands for an absent field and is not empty.
        case .int(1): key == "type" || key == "version"
        case .string("0"): key == "discriminator"
        default: false
        }
    }
}

public import JSON

/// What Discord says when it refuses a request: a code, a sentence and, for a body that is wrong, where.
///
/// <https://docs.discord.com/developers/reference#error-messages>
public struct APIErrorBody: Hashable, Sendable {
    /// What was wrong.
    public var code: APIErrorCode
    /// A sentence.
    public var message: String
    /// What was wrong with which field, in the order of the answer.
    public var fields: [FieldIssue]

    /// An error.
    public init(code: APIErrorCode, message: String, fields: [FieldIssue] = []) {
        self.code = code
        self.message = message
        self.fields = fields
    }
}

extension APIErrorBody: JSONDecodable, JSONEncodable {
    /// Reads the error and flattens the tree of `errors`.
    public init(json: JSONReader) throws(JSONError) {
        code = try json.decodeIfPresent(at: "code") ?? .generalError
        message = try json.decodeIfPresent(at: "message") ?? ""
        fields = []
        if let errors = json["errors"], !errors.isNull { try Self.flatten(errors, path: "", into: &fields) }
    }

    /// Faults that are kept; a request has far fewer fields.
    public static let maxFields = 100

    private static func flatten(_ json: JSONReader, path: String, into fields: inout [FieldIssue]) throws(JSONError) {
        guard fields.count < maxFields else { return }
        switch json.kind {
        case .string: fields.append(FieldIssue(path: path, code: "", message: try json.string()))
        case .array:
            var elements = try json.elements()
            while let element = elements.next() { try flatten(element, path: path, into: &fields) }
        case .object:
            if json["message"]?.kind == .string { return append(json, path: path, to: &fields) }
            var members = try json.members()
            while let member = members.next() {
                let key = member.key.string
                if key == "_errors" {
                    try list(member.value, path: path, into: &fields)
                } else {
                    try flatten(member.value, path: join(path, key), into: &fields)
                }
            }
        default: break
        }
    }

    /// The faults of one place, each whatever of it can be read.
    private static func list(_ json: JSONReader, path: String, into fields: inout [FieldIssue]) throws(JSONError) {
        guard json.isArray else { return }
        var elements = try json.elements()
        while let element = elements.next(), fields.count < maxFields { append(element, path: path, to: &fields) }
    }

    private static func append(_ json: JSONReader, path: String, to fields: inout [FieldIssue]) {
        let code = json["code"].flatMap { try? $0.string() }
        let message = json["message"].flatMap { try? $0.string() }
        fields.append(FieldIssue(path: path, code: code ?? "", message: message ?? ""))
    }

    /// Numbers are places in a list, all else is a name.
    private static func join(_ path: String, _ key: String) -> String {
        if !key.isEmpty, key.utf8.allSatisfy({ $0 &- UInt8(ascii: "0") <= 9 }) { return "\(path)[\(key)]" }
        return path.isEmpty ? key : "\(path).\(key)"
    }

    /// Writes the error with its tree, as Discord would.
    public func encode(to writer: inout JSONWriter) {
        var tree = ErrorTree()
        for field in fields { tree.insert(field, at: ErrorTree.parts(of: field.path)[...]) }
        writer.beginObject()
        writer.member(ready: "\"code\":", code)
        if !fields.isEmpty {
            writer.key(ready: "\"errors\":")
            tree.encode(to: &writer)
        }
        writer.member(ready: "\"message\":", message)
        writer.endObject()
    }
}

/// The nested form of field errors.
private struct ErrorTree {
    var errors: [FieldIssue] = []
    var children: [(key: String, tree: ErrorTree)] = []

    static func parts(of path: String) -> [String] {
        path.split { $0 == "." || $0 == "[" || $0 == "]" }.map(String.init)
    }

    mutating func insert(_ error: FieldIssue, at path: ArraySlice<String>) {
        guard let key = path.first else { return errors.append(error) }
        if let index = children.firstIndex(where: { $0.key == key }) {
            children[index].tree.insert(error, at: path.dropFirst())
        } else {
            var child = ErrorTree()
            child.insert(error, at: path.dropFirst())
            children.append((key, child))
        }
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        for child in children {
            writer.key(child.key)
            child.tree.encode(to: &writer)
        }
        if !errors.isEmpty {
            writer.key(ready: "\"_errors\":")
            writer.beginArray()
            for error in errors {
                writer.object { writer in
                    writer.member(ready: "\"code\":", error.code)
                    writer.member(ready: "\"message\":", error.message)
                }
            }
            writer.endArray()
        }
        writer.endObject()
    }
}

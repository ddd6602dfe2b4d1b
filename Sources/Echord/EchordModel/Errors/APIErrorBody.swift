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
    public var fields: [FieldError]

    /// What was wrong with one field.
    public struct FieldError: Hashable, Sendable, CustomStringConvertible {
        /// The field, such as `data.components[0].components[2].custom_id`; empty for the body as a whole.
        public var path: String
        /// A code such as `BASE_TYPE_REQUIRED`.
        public var code: String
        /// A sentence.
        public var message: String

        /// What was wrong with a field.
        public init(path: String, code: String, message: String) {
            self.path = path
            self.code = code
            self.message = message
        }

        /// `path: message (code)`.
        public var description: String { "\(path.isEmpty ? "body" : path): \(message) (\(code))" }
    }

    /// An error.
    public init(code: APIErrorCode, message: String, fields: [FieldError] = []) {
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

    private static func flatten(_ json: JSONReader, path: String, into fields: inout [FieldError]) throws(JSONError) {
        switch json.kind {
        case .string: fields.append(FieldError(path: path, code: "", message: try json.string()))
        case .array:
            var elements = try json.elements()
            while let element = elements.next() { try flatten(element, path: path, into: &fields) }
        case .object:
            if let message = json["message"], message.kind == .string {
                let code = try json.decodeIfPresent(String.self, at: "code") ?? ""
                fields.append(FieldError(path: path, code: code, message: try message.string()))
                return
            }
            var members = try json.members()
            while let member = members.next() {
                let key = member.key.string
                try flatten(member.value, path: key == "_errors" ? path : join(path, key), into: &fields)
            }
        default: break
        }
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
    var errors: [APIErrorBody.FieldError] = []
    var children: [(key: String, tree: ErrorTree)] = []

    static func parts(of path: String) -> [String] {
        path.split { $0 == "." || $0 == "[" || $0 == "]" }.map(String.init)
    }

    mutating func insert(_ error: APIErrorBody.FieldError, at path: ArraySlice<String>) {
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

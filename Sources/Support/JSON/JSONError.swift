/// Why a document was refused, with the place in it and never a value from it.
///
/// The error is one word wide, so that a typed throw of it costs a reader nothing.
public struct JSONError: Error, Sendable {
    /// The kind of failure. Open: a module that reads its own types adds its own codes.
    public struct Code: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// The stable name, such as `missing_field`.
        public let rawValue: String

        /// A code of any name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The stable name.
        public var description: String { rawValue }

        /// The bytes are no JSON document.
        public static let syntax = Code(rawValue: "syntax")
        /// The bytes are no UTF-8.
        public static let invalidUTF8 = Code(rawValue: "invalid_utf8")
        /// A string holds a control character, a wrong escape or half a surrogate pair, or does not end.
        public static let invalidString = Code(rawValue: "invalid_string")
        /// A number is malformed, or an integer beyond 64 bits, or beyond the range of a double.
        public static let invalidNumber = Code(rawValue: "invalid_number")
        /// More containers stand inside each other than the limit allows.
        public static let tooDeep = Code(rawValue: "too_deep")
        /// The document has more bytes than the limit allows.
        public static let tooLarge = Code(rawValue: "too_large")
        /// There was no memory for the document.
        public static let outOfMemory = Code(rawValue: "out_of_memory")
        /// The parser was asked for a second document while it still held the first.
        public static let parserInUse = Code(rawValue: "parser_in_use")
        /// A required field is absent.
        public static let missingField = Code(rawValue: "missing_field")
        /// A value is of another JSON type than the one expected.
        public static let typeMismatch = Code(rawValue: "type_mismatch")
        /// A number does not fit the type that reads it.
        public static let outOfRange = Code(rawValue: "out_of_range")
        /// A value has the right JSON type and means nothing.
        public static let invalidValue = Code(rawValue: "invalid_value")
    }

    @usableFromInline
    final class Storage: Sendable {
        let code: Code
        let path: String
        let message: String

        init(code: Code, path: String, message: String) {
            self.code = code
            self.path = path
            self.message = message
        }
    }

    private let storage: Storage

    /// Makes an error; within a reader use ``JSONReader/error(_:_:)``, which knows the path.
    ///
    /// - Parameters:
    ///   - code: the kind of failure.
    ///   - path: the place, such as `d.author.id` or `items[3].name`; empty for the whole document.
    ///   - message: one clause of ours, never text from the document.
    public init(_ code: Code, path: String = "", _ message: String) {
        storage = Storage(code: code, path: path, message: message)
    }

    /// The kind of failure.
    public var code: Code { storage.code }

    /// The place, such as `d.author.id` or `items[3].name`; empty for the whole document.
    public var path: String { storage.path }

    /// What was expected, in our words.
    public var message: String { storage.message }
}

extension JSONError: Hashable {
    /// Whether code, path and message are the same.
    public static func == (left: JSONError, right: JSONError) -> Bool {
        left.code == right.code && left.path == right.path && left.message == right.message
    }

    /// Hashes code, path and message.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(code)
        hasher.combine(path)
        hasher.combine(message)
    }
}

extension JSONError: CustomStringConvertible {
    /// One line that is safe to log: `missing_field at d.author.id: the field is required`.
    public var description: String {
        path.isEmpty ? "\(code): \(message)" : "\(code) at \(path): \(message)"
    }
}

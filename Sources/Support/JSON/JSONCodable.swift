/// A type that reads itself from a parsed document.
public protocol JSONDecodable {
    /// Reads the value at `json`.
    ///
    /// - Throws: ``JSONError`` made by ``JSONReader/error(_:_:)``, so that it carries the path.
    init(json: JSONReader) throws(JSONError)
}

/// A type that writes itself as one JSON value.
public protocol JSONEncodable {
    /// Writes exactly one value.
    func encode(to writer: inout JSONWriter)
}

/// A type that both reads and writes itself.
public typealias JSONCodable = JSONDecodable & JSONEncodable

/// A type that can stand as the key of a JSON object, so that a dictionary keyed by it reads and writes itself.
public protocol JSONKeyCodable: Hashable {
    /// Reads the key, or returns nil when the text is none.
    init?(jsonKey: JSONKey)

    /// The key as it stands in the document, unescaped.
    var jsonKey: String { get }
}

extension String: JSONKeyCodable {
    /// Takes any key.
    @inlinable
    public init?(jsonKey: JSONKey) { self = jsonKey.string }

    /// The string itself.
    @inlinable
    public var jsonKey: String { self }
}

/// Makes a struct read and write itself: conformance to ``JSONDecodable`` and ``JSONEncodable``, and, where the struct is
/// public or package, the memberwise initialiser with that access.
///
/// ```swift
/// @JSONModel
/// public struct User {
///     public var id: UInt64                            // required: its absence is an error that names it
///     public var globalName: String?                   // "global_name"; absent or null is nil; nil is not written
///     @JSONKey("mfa_enabled") public var hasMFA: Bool
///     public var isBot: Bool = false                   // "is_bot"; absent is the default; null is an error
///     public var nick: Patch<String>                   // absent, null and a value are three things
///     public let kind: Int = 1                         // a constant: written, never read
/// }
/// ```
///
/// A key is the property's name in snake case unless ``JSONKey(_:)`` says otherwise. Unknown keys are skipped; where a
/// key stands twice the last one wins. Static and computed properties are left alone, and so is an `init(json:)`,
/// `encode(to:)` or memberwise initialiser that the struct's body declares itself. The generic parameters that a
/// property's type names must be readable and writable for the struct to be.
///
/// The decoder walks the object once, finds a key by its length and its bytes, and allocates nothing for it.
@attached(
    extension, conformances: JSONDecodable, JSONEncodable, names: named(init(json:)), named(encode(to:)))
@attached(member, names: named(init))
public macro JSONModel() = #externalMacro(module: "MacroPlugin", type: "JSONModelMacro")

/// The key of a property in a struct with ``JSONModel()``, where it is not the name in snake case.
///
/// - Parameter key: the key as it stands in the document: a plain string literal.
@attached(peer)
public macro JSONKey(_ key: StaticString) = #externalMacro(module: "MacroPlugin", type: "JSONKeyMacro")

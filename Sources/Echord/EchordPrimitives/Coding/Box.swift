public import JSON

/// Holds a value beside the struct it belongs to, so that a type can contain itself.
///
/// Reads and writes like the value.
@dynamicMemberLookup
public indirect enum Box<Value> {
    /// The value.
    case holding(Value)

    /// Holds a value.
    public init(_ value: Value) { self = .holding(value) }

    /// The value.
    public var value: Value {
        get {
            switch self {
            case .holding(let value): value
            }
        }
        set { self = .holding(newValue) }
    }

    /// The value's members.
    public subscript<Member>(dynamicMember path: KeyPath<Value, Member>) -> Member { value[keyPath: path] }
}

extension Box: Sendable where Value: Sendable {}
extension Box: Equatable where Value: Equatable {}
extension Box: Hashable where Value: Hashable {}

extension Box: JSONDecodable where Value: JSONDecodable {
    /// Reads the value.
    public init(json: JSONReader) throws(JSONError) { self = .holding(try Value(json: json)) }
}

extension Box: JSONEncodable where Value: JSONEncodable {
    /// Writes the value.
    public func encode(to writer: inout JSONWriter) { value.encode(to: &writer) }
}

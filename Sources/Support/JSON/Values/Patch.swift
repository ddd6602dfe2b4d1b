/// A field of a partial update: left as it is, cleared, or set.
///
/// On the wire an absent field keeps, `null` clears, a value sets. In a `@JSONModel` a field of this type that is absent
/// reads as ``keep`` and is not written while it is.
public enum Patch<Value> {
    /// The field is absent.
    case keep
    /// The field is `null`.
    case clear
    /// The field has a value.
    case set(Value)

    /// The value to set, or nil.
    @inlinable public var value: Value? {
        if case .set(let value) = self { value } else { nil }
    }

    /// Whether the field is absent.
    @inlinable public var isKeep: Bool {
        if case .keep = self { true } else { false }
    }

    /// Sets the value, or clears the field where it is nil.
    @inlinable
    public init(settingOrClearing value: Value?) {
        self = value.map(Patch.set) ?? .clear
    }

    /// Sets the value, or keeps the field where it is nil.
    @inlinable
    public init(settingOrKeeping value: Value?) {
        self = value.map(Patch.set) ?? .keep
    }

    /// What becomes of a stored value under this patch.
    @inlinable
    public func applied(to stored: Value?) -> Value? {
        switch self {
        case .keep: stored
        case .clear: nil
        case .set(let value): value
        }
    }
}

extension Patch: Sendable where Value: Sendable {}
extension Patch: Equatable where Value: Equatable {}
extension Patch: Hashable where Value: Hashable {}

extension Patch: JSONDecodable where Value: JSONDecodable {
    /// Reads `null` as ``clear`` and anything else as ``set(_:)``.
    @inlinable
    public init(json: JSONReader) throws(JSONError) {
        self = json.isNull ? .clear : .set(try Value(json: json))
    }
}

extension Patch: JSONEncodable where Value: JSONEncodable {
    /// Writes ``set(_:)`` as its value and the others as `null`: only the object around can leave a field out, as
    /// ``JSONWriter/member(_:_:)-(String,Patch<Value>)`` does.
    @inlinable
    public func encode(to writer: inout JSONWriter) {
        if case .set(let value) = self { value.encode(to: &writer) } else { writer.writeNull() }
    }
}

/// A type as a key of the graph.
struct TypeKey: Hashable, Sendable, CustomStringConvertible {
    private let identifier: ObjectIdentifier
    let description: String

    init<Value>(_ type: Value.Type) {
        identifier = ObjectIdentifier(type)
        description = String(describing: type)
    }

    static func == (lhs: TypeKey, rhs: TypeKey) -> Bool { lhs.identifier == rhs.identifier }
    func hash(into hasher: inout Hasher) { hasher.combine(identifier) }
}

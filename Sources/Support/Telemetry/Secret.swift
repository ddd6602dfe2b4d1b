/// A value that must not be seen: tokens, passwords, keys.
///
/// It prints as `***` in descriptions, interpolations, dumps and log lines. The only way to the value is `reveal()`.
public struct Secret<Value: Sendable>: Sendable {
    private let value: Value

    /// Hides `value`.
    public init(_ value: Value) { self.value = value }

    /// The hidden value. Call it only where the value leaves for its purpose.
    public func reveal() -> Value { value }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// `***`.
    public var description: String { "***" }
    /// `***`.
    public var debugDescription: String { "***" }
    /// A mirror without children, so that `dump` shows nothing.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Secret: Equatable where Value: Equatable {}
extension Secret: Hashable where Value: Hashable {}

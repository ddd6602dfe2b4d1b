/// A number that was found in range before it became this type.
public protocol BoundedNumber: RawRepresentable, Hashable, Comparable, Sendable where RawValue == Int {
    /// The allowed numbers.
    static var range: ClosedRange<Int> { get }
    /// Takes a number that has been found good. Only `init(validating:)` calls it.
    init(trusted number: Int)
}

extension BoundedNumber {
    /// Reads a number from outside.
    ///
    /// - Throws: `.outOfRange` with an empty path.
    public init(validating number: Int) throws(ValidationIssue) {
        if let issue = Rule<Int>.range(Self.range).issues(number).first { throw issue }
        self.init(trusted: number)
    }

    /// The same, nil out of range.
    public init?(rawValue: Int) {
        guard Self.range.contains(rawValue) else { return nil }
        self.init(trusted: rawValue)
    }

    /// The smaller one comes first.
    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
}

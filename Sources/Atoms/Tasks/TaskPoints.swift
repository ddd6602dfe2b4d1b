/// What a task is worth: 0 to 1,000 points.
public struct TaskPoints: BoundedNumber {
    /// The allowed numbers.
    public static let range = 0...1_000
    /// No points.
    public static let none = TaskPoints(trusted: 0)
    /// The number of points.
    public let rawValue: Int
    /// Takes a number that has been found good.
    public init(trusted number: Int) { rawValue = number }
}

/// How long a task takes: 1 minute to a week.
public struct TaskEffort: BoundedNumber {
    /// The allowed minutes.
    public static let range = 1...10_080
    /// Minutes.
    public let rawValue: Int
    /// Takes a number that has been found good.
    public init(trusted number: Int) { rawValue = number }
}

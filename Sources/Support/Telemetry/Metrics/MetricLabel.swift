/// One label of a metric and the closed set of its values.
///
/// A value outside the set is counted under `other`, so that no input can make the number of series grow.
public struct MetricLabel: Sendable, Hashable {
    /// The label's name, as Prometheus writes it.
    public let name: String
    /// The values it may take.
    public let values: [String]

    /// A label `name` that takes one of `values`.
    public init(_ name: String, _ values: [String]) {
        self.name = name
        self.values = values
    }

    /// The value under which everything outside the set is counted.
    public static let other = "other"
}

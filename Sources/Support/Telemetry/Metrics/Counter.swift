/// A count that only grows. A handle is cheap to keep; make it once.
public struct Counter: Sendable {
    let series: SeriesSet

    /// Adds `amount`, which is ignored when negative, under these label values (in the order of the labels).
    public func increment(by amount: Int = 1, _ labelValues: String...) {
        guard amount > 0 else { return }
        series.update(labelValues) { $0 += Double(amount) }
    }

    /// The count so far under these label values.
    public func value(_ labelValues: String...) -> Int { Int(series.value(labelValues)) }
}

/// A count that only grows. A handle is cheap to keep; make it once.
public struct Counter: Sendable {
    let series: SeriesSet

    /// Adds `amount`, which is ignored when negative, under these label values (in the order of the labels).
    public func increment(by amount: Int = 1, _ labelValues: String...) {
        guard amount > 0 else { return }
        series.update(labelValues) { $0 += Double(amount) }
    }

    /// The one series of these label values, found once instead of at every count.
    public func labelled(_ labelValues: String...) -> LabelledCounter {
        LabelledCounter(series: series, index: series.index(of: labelValues))
    }

    /// The count so far under these label values.
    public func value(_ labelValues: String...) -> Int { Int(series.value(labelValues)) }
}

/// One series of a counter: counting does not look its labels up.
public struct LabelledCounter: Sendable {
    let series: SeriesSet
    let index: Int

    /// Adds `amount`, which is ignored when negative.
    public func increment(by amount: Int = 1) {
        guard amount > 0 else { return }
        series.update(at: index) { $0 += Double(amount) }
    }
}

/// A value that goes up and down. A handle is cheap to keep; make it once.
public struct Gauge: Sendable {
    let series: SeriesSet

    /// Sets the value under these label values (in the order of the labels).
    public func set(_ value: Double, _ labelValues: String...) {
        series.update(labelValues) { $0 = value }
    }

    /// Adds `amount`, which may be negative.
    public func add(_ amount: Double, _ labelValues: String...) {
        series.update(labelValues) { $0 += amount }
    }

    /// The one series of these label values, found once instead of at every change.
    public func labelled(_ labelValues: String...) -> LabelledGauge {
        LabelledGauge(series: series, index: series.index(of: labelValues))
    }

    /// The value now under these label values.
    public func value(_ labelValues: String...) -> Double { series.value(labelValues) }
}

/// One series of a gauge: a change does not look its labels up.
public struct LabelledGauge: Sendable {
    let series: SeriesSet
    let index: Int

    /// Sets the value.
    public func set(_ value: Double) { series.update(at: index) { $0 = value } }

    /// Adds `amount`, which may be negative.
    public func add(_ amount: Double) { series.update(at: index) { $0 += amount } }
}

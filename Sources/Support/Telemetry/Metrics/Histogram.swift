internal import Locking

/// A distribution over fixed buckets. A handle is cheap to keep; make it once.
public struct Histogram: Sendable {
    fileprivate struct Distribution: Sendable {
        var counts: [Int]
        var sum: Double = 0
    }

    fileprivate final class Storage: Sendable {
        let bounds: [Double]
        let distributions = Locked<[Int: Distribution]>([:])

        init(bounds: [Double]) { self.bounds = bounds }

        /// Counts `value` in the series of this number.
        func record(_ value: Double, at index: Int) {
            guard !value.isNaN else { return }
            let bucket = bounds.firstIndex { value <= $0 } ?? bounds.count
            distributions.withLock { distributions in
                let slot = distributions.index(forKey: index)
                if let slot {
                    distributions.values[slot].counts[bucket] += 1
                    distributions.values[slot].sum += value
                } else {
                    var first = Distribution(counts: Array(repeating: 0, count: bounds.count + 1), sum: value)
                    first.counts[bucket] = 1
                    distributions[index] = first
                }
            }
        }
    }

    /// Bounds for durations in seconds, from 1 ms to 30 s.
    public static let seconds: [Double] = [
        0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30,
    ]

    private let series: SeriesSet
    private let storage: Storage

    init(name: String, help: String, buckets: [Double], labels: [MetricLabel]) {
        series = SeriesSet(name: name, help: help, labels: labels)
        storage = Storage(bounds: buckets.sorted())
    }

    /// Counts `value` under these label values. Not-a-number is ignored.
    public func record(_ value: Double, _ labelValues: String...) {
        storage.record(value, at: series.index(of: labelValues))
    }

    /// Counts a duration in seconds.
    public func record(_ duration: Duration, _ labelValues: String...) {
        storage.record(duration.inSeconds, at: series.index(of: labelValues))
    }

    /// The one series of these label values, found once instead of at every value.
    public func labelled(_ labelValues: String...) -> LabelledHistogram {
        LabelledHistogram(storage: storage, index: series.index(of: labelValues))
    }

    /// How many values were counted under these label values.
    public func count(_ labelValues: String...) -> Int {
        let index = series.index(of: labelValues)
        return storage.distributions.withLock { $0[index]?.counts.reduce(0, +) ?? 0 }
    }

    var text: String {
        let all = storage.distributions.withLock { $0 }
        let bounds = storage.bounds
        var text = series.header(kind: "histogram")
        for (index, distribution) in all.sorted(by: { $0.key < $1.key }) {
            var total = 0
            for (position, count) in distribution.counts.enumerated() {
                total += count
                let bound = position < bounds.count ? SeriesSet.number(bounds[position]) : "+Inf"
                text += "\(series.name)_bucket\(series.labelText(index, extra: "le=\"\(bound)\"")) \(total)\n"
            }
            text += "\(series.name)_sum\(series.labelText(index)) \(SeriesSet.number(distribution.sum))\n"
            text += "\(series.name)_count\(series.labelText(index)) \(total)\n"
        }
        return text
    }
}

/// One series of a histogram: counting a value does not look its labels up.
public struct LabelledHistogram: Sendable {
    fileprivate let storage: Histogram.Storage
    fileprivate let index: Int

    /// Counts a duration in seconds.
    public func record(_ duration: Duration) { storage.record(duration.inSeconds, at: index) }
}

extension Duration {
    fileprivate var inSeconds: Double {
        let parts = components
        return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
    }
}
